// The planner on its page: the form, or the plan that was made with it.
//
//   <div data-plan></div>

import { sayNotKept } from "../kept/not-kept.js";
import { onNotesChange, saveNotes } from "../kept/notes.js";
import { currentVisit, onVisitChange, saveVisit, startVisit } from "../kept/visit-store.js";
import { onWordChange } from "../session/store.js";
import { saveSettings } from "../settings/settings.js";
import { currentPlan, isNextSession, onReturn, zoneOf } from "./current.js";
import { planForm } from "./form.js";
import { planResult } from "./result.js";

/** @param {HTMLElement} place */
export function start(place) {
  let isEditing = false;

  const show = () => {
    const current = currentPlan();
    isEditing ||= current === null;
    if (isEditing) place.replaceChildren(planForm(currentVisit(), save, current && stopEditing));
    else place.replaceChildren(...planResult(/** @type {import("./current.js").Current} */ (current), edit, startNew));
  };
  // What someone is writing is not taken from under their hands.
  const refresh = () => {
    if (!isEditing) show();
  };

  /** @param {import("./form.js").Entered} entered */
  const save = ({ visit, tonight }) => {
    const before = currentVisit();
    const known = isNextSession(before, visit) ? startVisit() : before;
    const isKept = [
      saveVisit({ ...known, ...visit, zone: zoneOf(known) }),
      saveNotes({ tonight }),
      // A plan for one route and a guide for another would be two answers to one question.
      saveSettings({ route: visit.route }),
    ].every(Boolean);
    stopEditing();
    if (!isKept) sayNotKept(place);
  };
  const edit = () => {
    isEditing = true;
    show();
    place.querySelector("input")?.focus();
  };
  const stopEditing = () => {
    isEditing = false;
    show();
    place.querySelector("[data-title]")?.focus();
  };
  const startNew = () => {
    startVisit();
    edit();
  };

  show();
  onVisitChange(refresh);
  onNotesChange(refresh);
  onWordChange(refresh);
  onReturn(refresh);
}
