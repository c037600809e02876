// What the reader has said about the end of a session, as one value. No page and no storage.

/**
 * One of `ended` and `notYet` is there.
 *
 * @typedef {object} Word
 * @property {string} visit - The visit that it is about; "" for a session that no plan is for.
 * @property {number} [ended] - When the session ended; milliseconds since 1970.
 * @property {number} [notYet] - When the reader said that it has not ended.
 */

/** The name under which it is kept, and the version of its shape. */
export const FEATURE = "session";
export const VERSION = 2;

/**
 * Until version 2 nobody knew which visit a word was about.
 *
 * @type {import("../kept/storage.js").Migrations}
 */
export const MIGRATIONS = { 1: ({ ended }) => ({ visit: "", ended }) };

/**
 * What was kept, if it can be read.
 *
 * @param {any} kept - Of any shape.
 * @returns {Word | null}
 */
export function wordFrom(kept) {
  if (typeof kept?.visit !== "string") return null;
  const { visit, ended, notYet } = kept;
  if (Number.isFinite(ended)) return { visit, ended };
  return Number.isFinite(notYet) ? { visit, notYet } : null;
}
