// Fills the blanks of the going-home sheet from the plan and the notes. Those that it cannot fill
// stay lines for a pen.
//
//   <div data-sheet></div> on a page with the plan's data
//   <span data-blank="no_driving"></span>

import { button } from "../elements.js";
import { notes, onNotesChange } from "../notes.js";
import { onChange } from "../storage.js";
import { onVisitChange } from "../visit-store.js";
import { dateAndTime } from "./clock.js";
import { currentPlan } from "./current.js";
import { word } from "./data.js";

/** @param {HTMLElement} place - For the button that prints. */
export function start(place) {
  const fill = () => {
    const values = known();
    for (const blank of document.querySelectorAll("[data-blank]")) {
      blank.textContent = values[blank.dataset.blank] ?? "";
    }
  };
  place.append(button("guide-button", word("print"), () => print()));
  fill();
  onVisitChange(fill);
  onNotesChange(fill);
  onChange("session", fill);
}

/** What the blanks may hold, by name: the entries of the plan, and the notes for tonight. */
function known() {
  const entries = currentPlan()?.plan.entries ?? [];
  const times = entries.filter(({ wall }) => wall).map(({ id, wall }) => [id, dateAndTime(wall)]);
  return { ...Object.fromEntries(times), ...notes().tonight };
}
