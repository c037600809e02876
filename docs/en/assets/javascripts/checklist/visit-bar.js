// Above the first checklist of a page: whose ticks these are, and what can be done with them.
//
// One line; the rest is folded away.

import { sayNotKept } from "../kept/not-kept.js";
import { allTicks, onTicksChange, removeTicks, restoreTicks } from "../kept/tick-store.js";
import { countTicks } from "../kept/ticks.js";
import { visitName } from "../kept/visit-name.js";
import * as store from "../kept/visit-store.js";
import { isNothing } from "../kept/visits.js";
import { button, element, liveRegion } from "../page/elements.js";
import { siteUrl } from "../page/site.js";
import { text } from "../page/strings.js";
import { saveSettings } from "../settings/settings.js";
import { printButtons } from "./print.js";
import { shareButton } from "./share.js";

/** @typedef {import("../kept/visits.js").Visit} Visit */

let isStarted = false;

/**
 * Start with the first checklist of the page; for the others there is nothing to do.
 *
 * @param {HTMLElement} block - A checklist.
 */
export function startOnce(block) {
  if (isStarted) return;
  isStarted = true;
  let undone = () => {};
  const name = element("span", "guide-visit__name");
  const summary = element("summary", "guide-visit__summary", name);
  const said = liveRegion("guide-visit__said");
  const undo = button("guide-visit__button", text("undo"), () => undone());
  const startNew = button("guide-visit__button", text("visit_start"), () => startVisit());
  const others = element("div", "guide-visit__others");
  const actions = element(
    "div",
    "guide-visit__actions",
    planLink(),
    startNew,
    ...printButtons(),
    shareButton((words) => say(words)),
  );
  const bar = element("details", "guide-visit", summary, said, undo, actions, others);
  block.before(bar);

  const show = () => {
    const current = store.currentVisit();
    const ticks = allTicks();
    name.textContent = text("visit_this", { visit: nameOf(current) });
    bar.toggleAttribute("data-named", !isNothing(current));
    // A visit of which nothing is known need not be followed by another.
    startNew.hidden = isNothing(current) && countTicks(ticks, current.id) === 0;
    const rest = store.allVisits().filter(({ id }) => id !== current.id);
    others.replaceChildren(...otherVisits(rest, ticks, choose, removeVisit));
  };

  /**
   * Do something that can be undone, and say what it was.
   *
   * @param {() => boolean} action - Whether it is kept.
   * @param {string} words
   */
  const change = (action, words) => {
    const before = { visits: store.visitState(), ticks: allTicks() };
    if (!action()) sayNotKept(bar);
    said.textContent = words;
    undo.hidden = false;
    undo.focus();
    undone = () => {
      store.restoreVisits(before.visits);
      restoreTicks(before.ticks);
      say(text("visit_undone", { visit: nameOf(store.currentVisit()) }));
      summary.focus();
    };
  };
  /**
   * Say something else. What was done before can then not be undone any more.
   *
   * @param {string} words
   */
  const say = (words) => {
    said.textContent = words;
    undo.hidden = true;
  };
  const startVisit = () =>
    change(() => store.saveVisit(store.startVisit()), text("visit_started"));
  /** @param {Visit} visit */
  const choose = (visit) =>
    change(() => {
      // To a reader the route of a visit and the filter are the same thing.
      if (visit.route) saveSettings({ route: visit.route });
      return store.chooseVisit(visit.id);
    }, text("visit_chosen", { visit: nameOf(visit) }));
  /** @param {Visit} visit */
  const removeVisit = (visit) =>
    change(() => {
      removeTicks(visit.id);
      return store.removeVisit(visit.id);
    }, text("visit_removed", { visit: nameOf(visit) }));

  undo.hidden = true;
  store.onVisitChange(show);
  onTicksChange(show);
  // A tick that was made since would be lost with "Undo".
  addEventListener("change", ({ target }) => /** @type {Element} */ (target).closest?.("[data-checklist]") && say(""));
  show();
}

function planLink() {
  const link = element("a", "guide-visit__button", text("visit_plan"));
  link.href = siteUrl("before/plan/");
  return link;
}

/**
 * @param {Visit[]} visits
 * @param {import("../kept/ticks.js").AllTicks} ticks
 * @param {(visit: Visit) => void} choose
 * @param {(visit: Visit) => void} remove
 */
function otherVisits(visits, ticks, choose, remove) {
  if (visits.length === 0) return [];
  const rows = visits.map((visit) => {
    const count = text("visit_ticks", { count: countTicks(ticks, visit.id) });
    const words = `${nameOf(visit)} (${count})`;
    const removing = button("guide-visit__button", text("visit_remove"), () => remove(visit));
    removing.setAttribute("aria-label", `${text("visit_remove")}: ${words}`);
    return element(
      "li",
      "guide-visit__other",
      button("guide-visit__button guide-visit__button--wide", words, () => choose(visit)),
      removing,
    );
  });
  const list = element("ul", "guide-visit__list", ...rows);
  // Safari stops announcing a list when its bullets are taken away by style.
  list.setAttribute("role", "list");
  return [element("p", "guide-visit__title", text("visit_others")), list];
}

/** @param {Visit} visit */
function nameOf(visit) {
  return visitName(visit, document.documentElement.lang, new Date().getFullYear(), text);
}
