// Keeps the reader's word about the end of a session. Nothing else reads or writes it.

import { onChange, read, remove, write } from "../kept/storage.js";
import { FEATURE, MIGRATIONS, VERSION, wordFrom } from "./word.js";

/** @typedef {import("./word.js").Word} Word */

/** @returns {Word | null} */
export function readWord() {
  return wordFrom(read(FEATURE, VERSION, null, MIGRATIONS));
}

/**
 * Keep a word, in the place of the one before.
 *
 * @param {Word | null} [word] - None: the reader has said nothing.
 * @returns {boolean} Whether it is kept. If not, tell the reader with `sayNotKept`.
 */
export function keepWord(word) {
  if (word) return write(FEATURE, VERSION, word);
  remove(FEATURE);
  return true;
}

/**
 * Call back after the word has changed, here or in another tab.
 *
 * @param {() => void} callback
 */
export function onWordChange(callback) {
  onChange(FEATURE, callback);
}
