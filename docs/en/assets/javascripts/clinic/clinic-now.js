// Says on <html> whether the clinic is open now, and the style sheet shows the number that is
// answered. Without the attribute all numbers are shown.
//
//   <script type="application/json" id="guide-opening" data-from="2026-11-22" data-to="2027-05-22">
//   <html data-clinic="open"> or "closed"

import { isZone } from "../time/zone.js";
import { openingAt } from "./opening.js";

const NAME = "data-clinic";

/** @param {HTMLScriptElement} data */
export function start(data) {
  const root = document.documentElement;
  /** @type {import("./opening.js").Opening} */
  const opening = JSON.parse(data.textContent);
  /** @type {number | undefined} */
  let timer;
  const tell = () => {
    clearTimeout(timer);
    const now = Date.now();
    if (!isZone(opening.zone) || !isLikely(now, data.dataset)) {
      root.removeAttribute(NAME);
      return;
    }
    const { open, until } = openingAt(opening, now);
    root.setAttribute(NAME, open ? "open" : "closed");
    timer = setTimeout(tell, until - now);
  };
  // Timers sleep with the phone, and a page may come back from the history as it was.
  document.addEventListener("visibilitychange", tell);
  addEventListener("pageshow", tell);
  tell();
}

/**
 * Whether a phone's clock may be right: a page is not read before its text was written. Nor are its
 * opening times to be relied on when it has not been checked for too long.
 *
 * @param {number} now - Milliseconds since 1970.
 * @param {DOMStringMap} days - Of the page, `from` and `to`: year, month, day.
 */
function isLikely(now, { from, to }) {
  // A page without days, such as that for a wrong address, sets no bounds.
  return !(now < Date.parse(`${from}`) || now > Date.parse(`${to}T23:59:59`));
}
