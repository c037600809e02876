// Days and clock times in words.

import { clinic, word } from "./data.js";

/** @typedef {import("../time/zone.js").Wall} Wall */

const DAY = 24 * 60 * 60_000;

// A wall has no zone: it is read as if it hung in Greenwich.
/** @param {Wall} wall */
const asDate = ({ year, month, day, hour, minute }) =>
  new Date(Date.UTC(year, month - 1, day, hour, minute));

/** @param {Intl.DateTimeFormatOptions} options */
const format = (options) => new Intl.DateTimeFormat(clinic.locale, { timeZone: "UTC", ...options });
const long = format({ weekday: "long", day: "numeric", month: "long" });
const short = format({ weekday: "short", day: "numeric", month: "short" });
// Not `hour12: false`, with which older browsers write midnight as 24:00.
const hourCycle = clinic.hour12 ? "h12" : "h23";
const clock = format({ hour: "numeric", minute: "2-digit", hourCycle });

/**
 * A clock time as the clinic's country writes it: "4:00 am", "12:00 pm (noon)", "16:00".
 *
 * @param {Wall} wall
 */
export function clockTime(wall) {
  const time = clock
    .formatToParts(asDate(wall))
    .map(({ type, value }) => (type === "dayPeriod" ? value.toLowerCase() : value))
    .join("")
    // One line, in the font of the page: some browsers put a thin space that not all fonts have.
    .replace(/\s/g, "\u00a0");
  if (!clinic.hour12 || wall.minute !== 0 || wall.hour % 12 !== 0) return time;
  return word("time_with", { time, name: word(wall.hour === 0 ? "midnight" : "noon") });
}

/**
 * The name of a day: "Tuesday, November 24 (today)".
 *
 * @param {Wall} wall
 * @param {Wall} today
 */
export function dayName(wall, today) {
  const name = nearName(wall, today);
  const day = long.format(asDate(wall));
  return name ? word("day_with", { day, name }) : day;
}

/**
 * A day and a time within a sentence: "today, 4:00 am", "Tue, Nov 24, 4:00 am".
 *
 * @param {Wall} wall
 * @param {Wall} today
 */
export function dayAndTime(wall, today) {
  const day = nearName(wall, today) || short.format(asDate(wall));
  return word("day_and_time", { day, time: clockTime(wall) });
}

/**
 * A day and a time that still tell the day when they are read later, as on paper.
 *
 * @param {Wall} wall
 */
export function dateAndTime(wall) {
  return word("day_and_time", { day: long.format(asDate(wall)), time: clockTime(wall) });
}

/**
 * For the attribute of a `<time>` element.
 *
 * @param {Wall} wall
 */
export const machineTime = (wall) => asDate(wall).toISOString().slice(0, 16);

/**
 * The day of a wall, to tell days apart.
 *
 * @param {Wall} wall
 */
export const dayOf = (wall) => machineTime(wall).slice(0, 10);

/**
 * @param {Wall} wall
 * @param {Wall} today
 */
function nearName(wall, today) {
  const days = (Date.parse(dayOf(wall)) - Date.parse(dayOf(today))) / DAY;
  return { "-1": word("yesterday"), 0: word("today"), 1: word("tomorrow") }[days] ?? "";
}
