// How long ago a session ended. No page in sight.

const MINUTE_MS = 60_000;
const DAY_MINUTES = 24 * 60;

/** @typedef {{hours: number, minutes: number}} Elapsed */

/**
 * The time since a session ended, in whole minutes.
 *
 * @param {number} ended - Milliseconds since 1970.
 * @param {number} now - Milliseconds since 1970.
 * @returns {Elapsed | null} Null when it is not known, or a day or more ago: that was another
 *   session, or it is time to look at the lists of the first week.
 */
export function elapsed(ended, now) {
  if (!Number.isFinite(ended)) return null;
  const total = Math.floor((now - ended) / MINUTE_MS);
  // Ahead of now: the phone's clock was set back, or was wrong before.
  if (total < 0 || total >= DAY_MINUTES) return null;
  return { hours: Math.floor(total / 60), minutes: total % 60 };
}

// Two clocks may differ by some minutes, and people round up.
const AHEAD_MINUTES = 60;

/**
 * The last moment at which this phone's clock showed a time. One that is a little ahead is now: taken
 * for yesterday's, it would make a session a day older than it is.
 *
 * @param {string} time - As a time field gives it: "23:50".
 * @param {number} now - Milliseconds since 1970.
 * @returns {number} Milliseconds since 1970: today, or yesterday if that is still to come today.
 */
export function lastTimeItWas(time, now) {
  const [hours, minutes] = time.split(":").map(Number);
  const moment = new Date(now);
  moment.setHours(hours, minutes, 0, 0);
  if (moment.getTime() > now + AHEAD_MINUTES * MINUTE_MS) moment.setDate(moment.getDate() - 1);
  return Math.min(moment.getTime(), now);
}

/**
 * The milliseconds until the number of minutes changes.
 *
 * @param {number} ended - Milliseconds since 1970.
 * @param {number} now - Milliseconds since 1970.
 * @returns {number}
 */
export function untilNextMinute(ended, now) {
  return MINUTE_MS - ((((now - ended) % MINUTE_MS) + MINUTE_MS) % MINUTE_MS);
}
