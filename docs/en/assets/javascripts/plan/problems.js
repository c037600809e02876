// What is wrong with a visit's day, time and route. No page and no storage in sight.

import { wallFrom } from "../time/zone.js";

/** @typedef {import("../kept/visits.js").Visit} Visit */

/**
 * @typedef {object} Problems - By part; a part that is right is left out.
 * @property {"missing" | "impossible"} [date]
 * @property {"missing" | "impossible"} [time]
 * @property {"missing"} [route]
 */

/**
 * What is missing or wrong before a plan can be made.
 *
 * @param {Pick<Visit, "date" | "time" | "route">} visit
 * @param {string[]} routes - Those that the clinic offers.
 * @returns {Problems}
 */
export function problemsOf(visit, routes) {
  /** @type {Problems} */
  const problems = {};
  if (!visit.date) problems.date = "missing";
  else if (!wallFrom(visit.date, "00:00")) problems.date = "impossible";
  if (!visit.time) problems.time = "missing";
  else if (!wallFrom("2000-01-01", visit.time)) problems.time = "impossible";
  if (!routes.includes(visit.route)) problems.route = "missing";
  return problems;
}
