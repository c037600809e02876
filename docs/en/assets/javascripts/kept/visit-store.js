// The visits that are kept on the phone.

import { onChange, read, write } from "./storage.js";
import { chosenVisit, currentOf, newVisit, startedVisit, stateFrom, withVisit, withoutVisit } from "./visits.js";

/** @typedef {import("./visits.js").Visit} Visit */
/** @typedef {import("./visits.js").State} State */

const FEATURE = "visits";
const VERSION = 1;

/**
 * The first visit, until something is saved in it. One a page, so that its id stays.
 *
 * @type {Visit | null}
 */
let first = null;

/**
 * All visits and which is current, to be put back by `restoreVisits` when the reader says "Undo".
 *
 * @returns {State}
 */
export function visitState() {
  return stateFrom(read(FEATURE, VERSION, null));
}

/**
 * Put back what `visitState` gave.
 *
 * @param {State} state
 * @returns {boolean} Whether it is kept.
 */
export function restoreVisits(state) {
  return write(FEATURE, VERSION, state);
}

/**
 * The visit that the reader is dealing with. There is always one: without any, an empty one that
 * is kept only once something is saved in it.
 *
 * @returns {Visit}
 */
export function currentVisit() {
  const state = visitState();
  const kept = currentOf(state) ?? state.visits.at(-1);
  // An id is never used again, not even when its visit was removed.
  if (kept) first = null;
  return kept ?? (first ??= newVisit(newId()));
}

/** @returns {Visit[]} Those that are kept, in the order in which they were added. */
export function allVisits() {
  return visitState().visits;
}

/**
 * Add a visit, or replace the one with its id; it becomes current.
 *
 * @param {Visit} visit
 * @returns {boolean} Whether it is kept. If not, tell the reader with `sayNotKept`.
 */
export function saveVisit(visit) {
  return restoreVisits(withVisit(visitState(), visit));
}

/**
 * Start a new, empty visit, which becomes current. Nothing is carried over into it.
 *
 * @returns {Visit}
 */
export function startVisit() {
  const id = newId();
  restoreVisits(startedVisit(visitState(), id));
  return newVisit(id);
}

/**
 * Make another visit current.
 *
 * @param {string} id
 * @returns {boolean} Whether it is kept.
 */
export function chooseVisit(id) {
  return restoreVisits(chosenVisit(visitState(), id));
}

/**
 * Remove a visit. What other features keep for it is theirs to remove.
 *
 * @param {string} id
 * @returns {boolean} Whether it is kept.
 */
export function removeVisit(id) {
  return restoreVisits(withoutVisit(visitState(), id));
}

/**
 * Call back after visits have changed, here or in another tab.
 *
 * @param {() => void} callback
 */
export function onVisitChange(callback) {
  onChange(FEATURE, callback);
}

// `randomUUID` is missing where a site is served without https, as in a clinic's own network.
function newId() {
  const bytes = crypto.getRandomValues(new Uint8Array(8));
  return [...bytes].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}
