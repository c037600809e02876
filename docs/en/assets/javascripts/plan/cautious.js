// Clock times on the cautious side, in steps of 5 minutes. No page, and no "now".

import { instantsAt, wallAt } from "../time/zone.js";

const MINUTE = 60_000;
const STEP = 5 * MINUTE;
// The label of the nasal spray asks for "the next day, after a restful sleep" and names no hour.
// Whoever goes to bed at 11 has slept 8 hours by then.
const MORNING = 7;
// From here on nobody goes home: an adult who stays until 4:00 am stays until the morning.
const NIGHT = 22;

/**
 * A time by which something is to be done: down to 5 minutes. Midnight becomes 11:59 pm, since
 * "Tuesday, midnight" is the end of Tuesday to many readers.
 *
 * @param {number} instant - Milliseconds since 1970.
 * @param {number} minutes - Added to it; below 0 for a time before it.
 * @param {string} zone - Of the clinic.
 * @returns {number} Milliseconds since 1970.
 */
export function by(instant, minutes, zone) {
  const at = Math.floor((instant + minutes * MINUTE) / STEP) * STEP;
  const { hour, minute } = wallAt(at, zone);
  return hour === 0 && minute === 0 ? at - MINUTE : at;
}

/**
 * A time before which something is not to be done: up to 5 minutes. A time that clocks show twice,
 * and whose second showing is meant, is passed over, since the first is seen first.
 *
 * @param {number} instant - Milliseconds since 1970.
 * @param {number} minutes - Added to it.
 * @param {string} zone - Of the clinic.
 * @returns {number} Milliseconds since 1970.
 */
export function notBefore(instant, minutes, zone) {
  let at = Math.ceil((instant + minutes * MINUTE) / STEP) * STEP;
  while (instantsAt(wallAt(at, zone), zone).earliest < at) at += STEP;
  return at;
}

/**
 * The time before which nobody drives: the clinic's hours after the end of the session, and never
 * before the morning of the next day, since hours alone could end in the same night. That the
 * reader must have slept is for the words to say.
 *
 * @param {number} end - Of the session, the later one if there are two; milliseconds since 1970.
 * @param {number} minutes - The rule `no_driving`.
 * @param {string} zone - Of the clinic.
 * @returns {number} Milliseconds since 1970.
 */
export function notBeforeDriving(end, minutes, zone) {
  const { year, month, day } = wallAt(end, zone);
  const morning = instantsAt({ year, month, day: day + 1, hour: MORNING, minute: 0 }, zone).latest;
  return Math.max(notBefore(end, minutes, zone), morning);
}

/**
 * A time until which someone stays: one in the night becomes the morning after it.
 *
 * @param {number} instant - Milliseconds since 1970.
 * @param {number} minutes - Added to it.
 * @param {string} zone - Of the clinic.
 * @returns {number} Milliseconds since 1970.
 */
export function notBeforeInTheNight(instant, minutes, zone) {
  const at = notBefore(instant, minutes, zone);
  const { year, month, day, hour } = wallAt(at, zone);
  if (hour >= MORNING && hour < NIGHT) return at;
  const morning = { year, month, day: day + (hour >= NIGHT ? 1 : 0), hour: MORNING, minute: 0 };
  return instantsAt(morning, zone).latest;
}

/**
 * Whether a time is the morning itself, which readers call so.
 *
 * @param {import("../time/zone.js").Wall} wall
 */
export const isMorning = ({ hour, minute }) => hour === MORNING && minute === 0;
