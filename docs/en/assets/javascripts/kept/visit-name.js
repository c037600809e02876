// What a visit is called: "Tue 24 November, drip".

/**
 * @param {import("./visits.js").Visit} visit
 * @param {string} language - Of the page: "en".
 * @param {number} thisYear - A day of another year is shown with it.
 * @param {(key: string) => string} text - Gives "visit_no_date" and "route_drip" and so on.
 * @returns {string}
 */
export function visitName(visit, language, thisYear, text) {
  const day = dayName(visit.date, language, thisYear) || text("visit_no_date");
  const route = visit.route && text(`route_${visit.route}`);
  return [day, route].filter(Boolean).join(", ");
}

/**
 * A day in words: "Tue 24 November", with its year if that is another than this.
 *
 * @param {string} date - "2026-11-24".
 * @param {string} language
 * @param {number} thisYear
 * @returns {string} "" for what is no day of the calendar.
 */
export function dayName(date, language, thisYear) {
  const day = new Date(`${date}T00:00:00Z`);
  if (Number.isNaN(day.getTime()) || day.toISOString().slice(0, 10) !== date) return "";
  /** @param {Intl.DateTimeFormatOptions} options */
  const named = (options) => new Intl.DateTimeFormat(language, { ...options, timeZone: "UTC" }).format(day);
  const words = [named({ weekday: "short" }), day.getUTCDate(), named({ month: "long" })];
  if (day.getUTCFullYear() !== thisYear) words.push(day.getUTCFullYear());
  return words.join(" ");
}
