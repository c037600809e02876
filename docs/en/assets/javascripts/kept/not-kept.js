// Tells the reader that the phone does not keep what they enter.

import { text } from "../page/strings.js";

let isSaid = false;

/**
 * Say it in plain words, once a page.
 *
 * @param {HTMLElement} beside - Where it was found out; the words go to its top.
 */
export function sayNotKept(beside) {
  if (isSaid) return;
  isSaid = true;
  const note = document.createElement("p");
  note.className = "guide-not-kept";
  note.setAttribute("role", "alert");
  note.textContent = text("not_kept");
  beside.prepend(note);
}
