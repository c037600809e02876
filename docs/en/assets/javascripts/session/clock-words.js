// What the clock of the hours after a session says.

import { text } from "../page/strings.js";
import { clockTime, dayAndTime } from "../plan/clock.js";
import { phoneZone } from "../plan/current.js";
import { elapsed } from "../time/elapsed.js";
import { wallAt } from "../time/zone.js";

/** @typedef {import("./state.js").Session} Session */

/**
 * "1 hour 20 minutes since your session", or what the plan says until then.
 *
 * @param {import("./state.js").State} state
 * @param {import("./word.js").Word | null} word
 * @param {number} now - Milliseconds since 1970.
 * @returns {string} "" where nothing is known.
 */
export function clockWords({ phase, session, at, isSaid, isContradicted }, word, now) {
  if (phase === "none") return "";
  /** @param {number} instant - Milliseconds since 1970. */
  const wall = (instant) => wallAt(instant, /** @type {Session} */ (session).zone);
  /** @param {number} instant - Milliseconds since 1970. */
  const dayTime = (instant) => dayAndTime(wall(instant), wall(now));
  if (phase === "before" || phase === "early") return text(`session_${phase}`, { when: dayTime(at) });
  if (phase === "open") return text("session_began", { when: dayTime(/** @type {Session} */ (session).earliest) });
  const words = phase === "during" ? text("session_during", { time: clockTime(wall(at)) }) : since(at, isSaid, now);
  if (!isContradicted || !word?.ended) return words;
  return `${words.replace(/\.$/, "")}. ${text("session_contradicted", { when: dayTime(word.ended) })}`;
}

/**
 * An instant by this phone's clock, as a reader has typed it: "yesterday, 11:50 pm".
 *
 * @param {number} instant - Milliseconds since 1970.
 * @param {number} now - Milliseconds since 1970.
 */
export function whenWords(instant, now) {
  const zone = phoneZone();
  return dayAndTime(wallAt(instant, zone), wallAt(now, zone));
}

/**
 * In the forms that the page's language has.
 *
 * @param {number} ended - Milliseconds since 1970.
 * @param {boolean} isSaid
 * @param {number} now - Milliseconds since 1970.
 */
function since(ended, isSaid, now) {
  const { hours, minutes } = /** @type {import("../time/elapsed.js").Elapsed} */ (elapsed(ended, now));
  if (hours + minutes === 0) return text("session_now");
  /** @type {[number, string][]} */
  const parts = [
    [hours, "hour"],
    [minutes, "minute"],
  ];
  const time = parts.filter(([count]) => count > 0).map(([count, unit]) => counted(count, unit));
  return text(isSaid ? "session_since" : "session_since_plan", { time: time.join(" ") });
}

/**
 * @param {number} count
 * @param {string} unit
 */
function counted(count, unit) {
  const { lang } = document.documentElement;
  return new Intl.NumberFormat(lang, { style: "unit", unit, unitDisplay: "long" }).format(count);
}
