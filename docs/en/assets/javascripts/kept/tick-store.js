// The ticks that are kept on the phone, by visit.

import { onChange, read, remove, write } from "./storage.js";
import { ticksFrom, withEarly, withList, withoutTicksOf } from "./ticks.js";
import { allVisits, currentVisit, saveVisit } from "./visit-store.js";

/** @typedef {import("./ticks.js").AllTicks} AllTicks */

const FEATURE = "checklist";
const VERSION = 2;

// A line in the page's head (overrides/partials/early-ticks.html) keeps what is ticked before the
// list's script is there, since the reader may be gone before it comes.
const EARLY = "early-ticks";

/** @type {import("./storage.js").Migrations} */
const migrations = {
  // Before there were visits all ticks were of one.
  1: (ticks) => ({ [kept(currentVisit()).id]: ticks }),
};

/**
 * All ticks, also to be put back by `restoreTicks` when the reader says "Undo".
 *
 * @returns {AllTicks}
 */
export function allTicks() {
  takeEarly();
  return ticksFrom(read(FEATURE, VERSION, {}, migrations));
}

/**
 * Put back what `allTicks` gave.
 *
 * @param {AllTicks} ticks
 * @returns {boolean} Whether it is kept.
 */
export function restoreTicks(ticks) {
  return write(FEATURE, VERSION, ticks);
}

/**
 * The ticked items of a list, in the current visit.
 *
 * @param {string} list
 * @returns {string[]}
 */
export function ticksOf(list) {
  return allTicks()[currentVisit().id]?.[list] ?? [];
}

/**
 * Keep the ticked items of a list, in the current visit.
 *
 * @param {string} list
 * @param {string[]} items
 * @returns {boolean} Whether they are kept. If not, tell the reader with `sayNotKept`.
 */
export function saveTicks(list, items) {
  const visit = kept(currentVisit());
  return restoreTicks(withList(allTicks(), visit.id, list, items));
}

/**
 * Remove the ticks of a visit.
 *
 * @param {string} visit
 */
export function removeTicks(visit) {
  restoreTicks(withoutTicksOf(allTicks(), visit));
}

/**
 * Call back after ticks have changed, here or in another tab.
 *
 * @param {() => void} callback
 */
export function onTicksChange(callback) {
  onChange(FEATURE, callback);
}

function takeEarly() {
  const early = read(EARLY, 1, null);
  if (early === null) return;
  remove(EARLY);
  restoreTicks(withEarly(allTicks(), kept(currentVisit()).id, early));
}

// A first visit is not kept before something is saved in it, and then its id must stay.
/** @param {import("./visits.js").Visit} visit */
function kept(visit) {
  if (!allVisits().some(({ id }) => id === visit.id)) saveVisit(visit);
  return visit;
}
