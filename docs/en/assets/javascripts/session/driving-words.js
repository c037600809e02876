// The answer to "when can I drive?" in words.

import { dayAndTime } from "../plan/clock.js";
import { word } from "../plan/data.js";
import { wallAt } from "../time/zone.js";

/**
 * @param {import("./driving.js").Answer} answer
 * @param {number} now - Milliseconds since 1970.
 * @returns {string}
 */
export function drivingWords({ kind, at, zone, isByPlan }, now) {
  if (zone === undefined) return word(`driving_${kind}`);
  const words = word(`driving_${kind}`, { when: dayAndTime(wallAt(at, zone), wallAt(now, zone)) });
  return isByPlan && kind !== "passed" ? `${words} ${word("later")}` : words;
}
