// A plan as a list for the page: days as headings, under each its times in order.

import { element } from "../page/elements.js";
import { siteUrl } from "../page/site.js";
import { isMorning } from "./cautious.js";
import { clockTime, dayAndTime, dayName, dayOf, machineTime } from "./clock.js";
import { clinic, word } from "./data.js";

/** @typedef {import("./times.js").Entry} Entry */
/** @typedef {import("./times.js").Timed} Timed */
/** @typedef {import("./current.js").Current} Current */

// Where the reader says when their session has ended.
const AFTER = "after/now/";

/**
 * The days of a plan, after them what has no time yet, and what to ask the clinic.
 *
 * @param {Current} current
 * @returns {HTMLElement[]}
 */
export function timeline(current) {
  const entries = current.plan.entries;
  const unknown = entries.filter(({ kind }) => kind === "ask");
  const open = entries.filter(({ kind }) => kind === "open");
  const timed = entries.filter((entry) => entry.at !== null);
  const days = [...new Set(timed.map(({ wall }) => dayOf(wall)))];
  const parts = days.map((name) =>
    day(timed.filter(({ wall }) => dayOf(wall) === name), current),
  );
  if (open.length > 0) parts.push(toTell(open));
  if (unknown.length > 0) parts.push(toAsk(unknown));
  return parts;
}

/**
 * @param {Timed[]} entries
 * @param {Current} current
 */
function day(entries, current) {
  const title = element("h3", "guide-plan__date", dayName(entries[0].wall, current.today));
  const lines = entries.map((entry) => line(entry, current));
  const list = element("ol", "guide-plan__entries", ...lines);
  // Safari stops announcing a list when its numbers are taken away by style.
  list.setAttribute("role", "list");
  return element("section", "guide-plan__day", title, list);
}

/**
 * @param {Timed} entry
 * @param {Current} current
 */
function line(entry, current) {
  const { id, state } = entry;
  const values = { time: clockTime(entry.wall) };
  const inTheMorning = isMorning(entry.wall) ? word(`${id}_morning`, values) : "";
  const label = element("p", "guide-plan__label", inTheMorning || word(id, values));
  // A word says it; color only repeats it.
  if (state === "next") label.prepend(element("span", "guide-plan__badge", word("next")), " ");
  const notes = notesOf(entry, current).map((note) => element("p", "guide-plan__note", note));
  const what = element("div", "guide-plan__what", label, ...notes);
  if (state === "too-late") what.append(...calls());
  const item = element("li", `guide-plan__entry guide-plan__entry--${state}`, timeOf(entry), what);
  item.dataset.entry = id;
  return item;
}

/** @param {Timed} entry */
function timeOf({ kind, wall }) {
  if (kind === "day") return element("span", "guide-plan__time", word("all_day"));
  const time = element("time", "guide-plan__time", clockTime(wall));
  time.dateTime = machineTime(wall);
  return time;
}

/**
 * @param {Timed} entry
 * @param {Current} current
 */
function notesOf({ id, kind, state, wall }, { visit, plan, today }) {
  if (state === "too-late") {
    return [word(`${id}_late`, { time: clockTime(wall), when: dayAndTime(wall, today) })];
  }
  const own = kind === "day" ? [/** @type {string} */ (clinic.routes[visit.route][id])] : [];
  const later = kind === "rest" && !plan.hasEnded ? [word("later")] : [];
  const ofRoute = word(`${id}_note_${visit.route}`);
  return [...own, ...later, ofRoute, word(`${id}_note`)].filter((note) => note !== "");
}

/**
 * The times that the end of the session gives, and where to tell it.
 *
 * @param {Entry[]} open
 */
function toTell(open) {
  const items = open.map(({ id }) => element("li", "guide-plan__question", word(`open_${id}`)));
  const link = element("a", "guide-plan__call", word("open_tell"));
  link.href = siteUrl(AFTER);
  return element(
    "section",
    "guide-plan__day",
    element("h3", "guide-plan__date", word("open")),
    element("ul", "guide-plan__questions", ...items),
    link,
  );
}

/** @param {Entry[]} unknown */
function toAsk(unknown) {
  const items = unknown.map(({ id }) => element("li", "guide-plan__question", word(`ask_${id}`)));
  return element(
    "section",
    "guide-plan__day",
    element("h3", "guide-plan__date", word("ask")),
    element("ul", "guide-plan__questions", ...items),
    ...calls(),
  );
}

/** The clinic's numbers, to tap; the style sheet shows the one that is answered now. */
function calls() {
  const day = call("call", clinic.phone, clinic.dial);
  if (!clinic.night) return [day];
  const night = call("call_closed", clinic.night, clinic.night_dial);
  day.dataset.when = "open";
  night.dataset.when = "closed";
  return [day, night];
}

/**
 * @param {string} words - Their key.
 * @param {string} phone
 * @param {string} dial
 */
function call(words, phone, dial) {
  const link = element("a", "guide-plan__call", word(words, { phone }));
  link.href = `tel:${dial}`;
  return link;
}
