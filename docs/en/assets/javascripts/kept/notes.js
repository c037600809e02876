// The reader's own words: for the night after a session, and to themselves.
//
// Those for tonight belong to one visit: a plan for the next one starts with empty lines.

import { onChange, read, write } from "./storage.js";
import { currentVisit } from "./visit-store.js";

const FEATURE = "note";
const VERSION = 1;

/**
 * What the notes for tonight are about. Readers see `note_<name>` of the section `plan` in
 * strings.yml.
 */
export const TONIGHT = ["ride", "food", "decide"];

/**
 * @typedef {object} Notes
 * @property {Record<string, string>} tonight - By the names in `TONIGHT`, of the current visit: who
 *   takes me home, what to eat, what not to decide. Empty where nothing was written.
 * @property {string} mine - A note to myself.
 */

/**
 * As it is kept: a phone may have what another version wrote.
 *
 * @typedef {{tonight?: Record<string, unknown>, mine?: unknown}} Kept
 */

/** @returns {Notes} */
export function notes() {
  /** @type {Kept} */
  const kept = read(FEATURE, VERSION, {});
  const isOfThisVisit = kept.tonight?.visit === currentVisit().id;
  const tonight = TONIGHT.map((name) => [name, isOfThisVisit ? words(kept.tonight?.[name]) : ""]);
  return { tonight: Object.fromEntries(tonight), mine: words(kept.mine) };
}

/**
 * Change some of the notes; the others stay.
 *
 * @param {Partial<Notes>} changes
 * @returns {boolean} Whether they are kept. If not, tell the reader with `sayNotKept`.
 */
export function saveNotes(changes) {
  /** @type {Kept} */
  const kept = read(FEATURE, VERSION, {});
  // Those of another visit stay until there are some for this one.
  const tonight = changes.tonight ? { ...changes.tonight, visit: currentVisit().id } : kept.tonight;
  return write(FEATURE, VERSION, { tonight, mine: changes.mine ?? words(kept.mine) });
}

/**
 * Call back after notes have changed, here or in another tab.
 *
 * @param {() => void} callback
 */
export function onNotesChange(callback) {
  onChange(FEATURE, callback);
}

/** @param {unknown} kept */
const words = (kept) => (typeof kept === "string" ? kept : "");
