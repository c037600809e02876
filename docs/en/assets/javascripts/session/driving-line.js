// Puts the reader's own answer to "when can I drive?" in the place of the one that is for everyone.
//
//   <span data-driving>Do not drive. Not today. …</span> on a page with the plan's data

import { drivingWords } from "./driving-words.js";
import { drivingNow, followNow } from "./now.js";

/** @param {HTMLElement} place */
export function start(place) {
  followNow(() => {
    const now = Date.now();
    const words = drivingWords(drivingNow(now), now);
    if (place.textContent !== words) place.textContent = words;
  });
}
