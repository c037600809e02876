// Shows the next thing to do on the start page, once there is a visit that may have a plan. Whoever
// has none, as at the first opening of the guide, does not load what works it out.
//
//   <div data-next></div> on a page with the plan's data

import { everything, onChange } from "../storage.js";

/** @param {HTMLElement} place */
export function start(place) {
  let isLoaded = false;
  const show = async () => {
    if (isLoaded || !everything().some(({ feature }) => feature === "visits")) return;
    isLoaded = true;
    const line = await import("./next-line.js");
    line.start(place);
  };
  onChange("visits", show);
  show();
}
