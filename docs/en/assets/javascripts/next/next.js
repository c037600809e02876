// Shows the next thing to do on the start page, once a visit or the end of a session is kept. Whoever
// has neither, as at the first opening of the guide, does not load what works it out.
//
//   <div data-next></div> on a page with the plan's data

import { everything, onChange } from "../kept/storage.js";
import { FEATURE as SESSION } from "../session/word.js";

const KEPT = ["visits", SESSION];

/** @param {HTMLElement} place */
export function start(place) {
  let isLoaded = false;
  const show = async () => {
    if (isLoaded || !everything().some(({ feature }) => KEPT.includes(feature))) return;
    isLoaded = true;
    const line = await import("./next-line.js");
    line.start(place);
  };
  for (const feature of KEPT) onChange(feature, show);
  show();
}
