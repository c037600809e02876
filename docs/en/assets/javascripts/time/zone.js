// Clocks on the wall and instants in time, in any time zone, with what every browser has: Intl.
// No page, and no "now".

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

/**
 * What a clock and a calendar on a wall show.
 *
 * @typedef {{year: number, month: number, day: number, hour: number, minute: number}} Wall
 */

/**
 * The instants at which a wall shows a time.
 *
 * @typedef {object} Instants
 * @property {number} earliest - Milliseconds since 1970.
 * @property {number} latest - The same, but where clocks go back over that time.
 * @property {"once" | "twice" | "never"} shown - How often the wall shows it.
 */

/** @type {Map<string, Intl.DateTimeFormat>} */
const formats = new Map();

// Making one takes longer than using it a thousand times.
/** @param {string} zone */
function formatOf(zone) {
  if (!formats.has(zone)) {
    formats.set(
      zone,
      new Intl.DateTimeFormat("en-US-u-ca-gregory-nu-latn", {
        timeZone: zone,
        hourCycle: "h23",
        year: "numeric",
        month: "numeric",
        day: "numeric",
        hour: "numeric",
        minute: "numeric",
      }),
    );
  }
  return /** @type {Intl.DateTimeFormat} */ (formats.get(zone));
}

/**
 * Whether this browser knows a time zone; an old one does not know the newest.
 *
 * @param {string} zone - IANA name, such as "America/Denver".
 */
export function isZone(zone) {
  try {
    return Boolean(zone && formatOf(zone));
  } catch {
    return false;
  }
}

/**
 * What a wall shows.
 *
 * @param {number} instant - Milliseconds since 1970.
 * @param {string} zone - One that `isZone` knows.
 * @returns {Wall}
 */
export function wallAt(instant, zone) {
  const parts = formatOf(zone).formatToParts(instant);
  /** @param {Intl.DateTimeFormatPartTypes} type */
  const value = (type) => Number(parts.find((part) => part.type === type)?.value);
  return {
    year: value("year"),
    month: value("month"),
    day: value("day"),
    hour: value("hour"),
    minute: value("minute"),
  };
}

/**
 * When a wall shows a time.
 *
 * Where clocks go forward over it, no wall ever does: it is then taken as written by someone whose
 * clock has not been changed yet, which gives the later time (2:30 becomes 3:30). Where clocks go
 * back over it, both instants are given, and the caller takes the cautious one.
 *
 * @param {Wall} wall
 * @param {string} zone - One that `isZone` knows.
 * @returns {Instants}
 */
export function instantsAt(wall, zone) {
  const asUtc = utcOf(wall);
  // No zone is a day from Greenwich and none changes twice in two days, so that these are the
  // offsets before and after whatever change is near.
  const before = offsetAt(asUtc - DAY, zone);
  const after = offsetAt(asUtc + DAY, zone);
  const found = [...new Set([before, after])]
    .map((offset) => asUtc - offset)
    .filter((instant) => instant + offsetAt(instant, zone) === asUtc)
    .sort((one, other) => one - other);
  const [earliest = asUtc - before] = found;
  const latest = found.at(-1) ?? earliest;
  return { earliest, latest, shown: /** @type {const} */ (["never", "once", "twice"])[found.length] };
}

/**
 * How far a wall is ahead of Greenwich, in milliseconds; whole minutes since long before 1990.
 *
 * @param {number} instant
 * @param {string} zone
 */
function offsetAt(instant, zone) {
  return utcOf(wallAt(instant, zone)) - Math.floor(instant / MINUTE) * MINUTE;
}

/** @param {Wall} wall */
const utcOf = ({ year, month, day, hour, minute }) => Date.UTC(year, month - 1, day, hour, minute);

/**
 * A date and a time as forms give them.
 *
 * @param {string} date - "2026-11-24".
 * @param {string} time - "10:30".
 * @returns {Wall | null} Null for what no calendar or clock has, such as 30 February.
 */
export function wallFrom(date, time) {
  const day = /^(\d{4})-(\d{2})-(\d{2})$/.exec(date);
  const clock = /^(\d{2}):(\d{2})/.exec(time);
  if (!day || !clock) return null;
  const [year, month, dayOfMonth] = day.slice(1).map(Number);
  const [hour, minute] = clock.slice(1).map(Number);
  const wall = { year, month, day: dayOfMonth, hour, minute };
  // Date.UTC rolls 30 February over into March.
  return new Date(utcOf(wall)).toISOString().startsWith(`${date}T${clock[0]}`) ? wall : null;
}
