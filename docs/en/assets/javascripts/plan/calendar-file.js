// A plan as a calendar file (RFC 5545), which every calendar takes. No page, and "now" is given.
//
// Times are in UTC: calendars show them in the phone's own zone, and no rules of zones are needed.
// An event keeps its UID for good and its SEQUENCE grows, so that a changed plan moves the events
// of the old one. What ends after the session is left out: a bell that rings when a rule ends
// would say that driving is allowed.

/** @typedef {import("./times.js").Plan} Plan */
/** @typedef {import("./times.js").Timed} Timed */

const LINE = 75;
const QUARTER = 15 * 60_000;
// SEQUENCE has 31 bits: seconds since 1970 would not fit for long.
const FIRST_SEQUENCE = Date.UTC(2026, 0, 1);

/**
 * What goes into a calendar: its name there, and how long before it a bell rings.
 *
 * @type {Record<string, {name: string, alarms: string[]}>}
 */
const EVENTS = {
  alcohol_before: { name: "alcohol", alarms: ["PT0S"] },
  stop_food: { name: "food", alarms: ["-PT30M", "PT0S"] },
  stop_clear_drinks: { name: "drinks", alarms: ["-PT30M", "PT0S"] },
  nasal_products: { name: "sprays", alarms: ["-PT30M"] },
  arrive_early: { name: "arrive", alarms: ["-PT1H"] },
  session: { name: "appointment", alarms: ["-P1D"] },
  ride: { name: "ride", alarms: ["-PT30M"] },
};

/**
 * A plan as the text of a calendar file.
 *
 * @param {string} visit - Id of the visit.
 * @param {Plan} plan
 * @param {(id: string) => {title: string, note: string}} wordsOf - What an entry says in a
 *   calendar: others may see it.
 * @param {number} now - Milliseconds since 1970.
 * @returns {string}
 */
export function calendarFile(visit, plan, wordsOf, now) {
  const timed = plan.entries.filter((entry) => entry.at !== null);
  const end = timed.find(({ id }) => id === "end");
  const events = timed
    .filter(({ id }) => id in EVENTS)
    .flatMap((entry) => {
      const until = entry.id === "session" && end ? end.at : entry.at + QUARTER;
      return event(visit, entry, until, wordsOf(entry.id), now);
    });
  const lines = [
    "BEGIN:VCALENDAR",
    "VERSION:2.0",
    "PRODID:-//Guide//My plan//EN",
    "CALSCALE:GREGORIAN",
    "METHOD:PUBLISH",
    ...events,
    "END:VCALENDAR",
  ];
  return lines.map((line) => `${folded(line)}\r\n`).join("");
}

/**
 * @param {string} visit
 * @param {Timed} entry
 * @param {number} until - Milliseconds since 1970.
 * @param {{title: string, note: string}} words
 * @param {number} now - Milliseconds since 1970.
 */
function event(visit, { id, at }, until, { title, note }, now) {
  return [
    "BEGIN:VEVENT",
    `UID:${escaped(visit)}-${EVENTS[id].name}@my-plan`,
    `DTSTAMP:${utc(now)}`,
    `SEQUENCE:${Math.max(0, Math.floor((now - FIRST_SEQUENCE) / 1000))}`,
    `DTSTART:${utc(at)}`,
    `DTEND:${utc(until)}`,
    `SUMMARY:${escaped(title)}`,
    `DESCRIPTION:${escaped(note)}`,
    "CLASS:PRIVATE",
    `TRANSP:${id === "session" ? "OPAQUE" : "TRANSPARENT"}`,
    ...EVENTS[id].alarms.flatMap((trigger) => alarm(trigger, title)),
    "END:VEVENT",
  ];
}

/**
 * @param {string} trigger - How long before: a duration, as "-PT30M".
 * @param {string} title
 */
function alarm(trigger, title) {
  return [
    "BEGIN:VALARM",
    "ACTION:DISPLAY",
    `DESCRIPTION:${escaped(title)}`,
    `TRIGGER:${trigger}`,
    "END:VALARM",
  ];
}

/**
 * RFC 5545, 3.3.5: form 2.
 *
 * @param {number} instant - Milliseconds since 1970.
 */
const utc = (instant) => `${new Date(instant).toISOString().slice(0, 19).replace(/[-:]/g, "")}Z`;

/**
 * RFC 5545, 3.3.11. Control characters are not allowed at all.
 *
 * @param {string} words
 */
function escaped(words) {
  return words
    .replace(/[\\;,]/g, "\\$&")
    .replace(/\r\n|\r|\n/g, "\\n")
    // oxlint-disable-next-line no-control-regex -- They are what is taken out.
    .replace(/[\u0000-\u0008\u000b-\u001f\u007f]/g, "");
}

/**
 * RFC 5545, 3.1: at most 75 octets a line, and no letter is torn apart.
 *
 * @param {string} line
 */
function folded(line) {
  const encoder = new TextEncoder();
  const rows = [""];
  let octets = 0;
  for (const letter of line) {
    const size = encoder.encode(letter).length;
    if (octets + size > LINE) {
      rows.push(" ");
      octets = 1;
    }
    rows[rows.length - 1] += letter;
    octets += size;
  }
  return rows.join("\r\n");
}
