// Whether the clinic is open at an instant, by its own clock and calendar. No page, and no "now".

import { instantsAt, wallAt } from "../time/zone.js";

const DAY = 24 * 60 * 60_000;
/** Longer than any clinic is closed; what comes then is asked then. */
const DAYS_AHEAD = 14;

/**
 * What `opening_data` in guide/macros/clinic_calls.py gives.
 *
 * @typedef {object} Opening
 * @property {string} zone - One that `isZone` knows.
 * @property {[number, number][][]} week - For each day, Monday first, from when to when, in minutes
 *   after its midnight; more than 1440 for an end on the next day.
 * @property {[string, string][]} closed - The first and the last day of each holiday: what begins
 *   on these days falls out.
 */

/**
 * @param {Opening} opening
 * @param {number} instant - Milliseconds since 1970.
 * @returns {{open: boolean, until: number}} `until` is when that changes, or is to be asked again.
 */
export function openingAt(opening, instant) {
  const { year, month, day } = wallAt(instant, opening.zone);
  let open = false;
  let until = instant;
  // From yesterday on: what began then may go on over midnight.
  for (let ahead = -1; ahead <= DAYS_AHEAD; ahead += 1) {
    for (const [from, to] of hoursOf(opening, new Date(Date.UTC(year, month - 1, day + ahead)))) {
      /** @param {number} minute - After the midnight with which the day begins. */
      const at = (minute) => instantsAt({ year, month, day: day + ahead, hour: 0, minute }, opening.zone);
      // Where clocks go back over it: rather closed for an hour than a number that nobody answers.
      const start = at(from).latest;
      const end = at(to).earliest;
      if (end <= instant) continue;
      if (start > until) return { open, until: open ? until : start };
      open = true;
      until = Math.max(until, end);
    }
  }
  return { open, until: open ? until : instant + DAYS_AHEAD * DAY };
}

/**
 * @param {Opening} opening
 * @param {Date} date - Midnight in Greenwich of that day.
 */
function hoursOf({ week, closed }, date) {
  const name = date.toISOString().slice(0, 10);
  const isHoliday = closed.some(([first, last]) => first <= name && name <= last);
  return isHoliday ? [] : week[(date.getUTCDay() + 6) % 7];
}
