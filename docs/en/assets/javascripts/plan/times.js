// The clock times of one visit, from the clinic's rules. No page, no storage, and "now" is given.
//
// The cautious side, always: what must stop by a time is rounded down, what must not begin before
// a time is rounded up, and where clocks go back over the appointment the first is reckoned from
// the earlier instant, the second from the later. "24 hours" are hours that pass, not hands of a
// clock. No entry says that anything is allowed.

import { instantsAt, wallAt, wallFrom } from "./zone.js";

/** @typedef {import("../visits.js").Visit} Visit */
/** @typedef {import("./zone.js").Wall} Wall */

/**
 * The rules of one route: minutes, or the clinic's words for tablets. Null: ask the clinic. A rule
 * that is not there does not apply to the route.
 *
 * @typedef {Record<string, number | string | null>} RouteRules
 */

/**
 * One line of a plan.
 *
 * @typedef {object} Entry
 * @property {string} id - The rule, or "session", "end" or "ride".
 * @property {"stop" | "arrive" | "day" | "session" | "end" | "ride" | "rest" | "ask"} kind
 * @property {number | null} at - Milliseconds since 1970; null for "ask".
 * @property {Wall | null} wall - The same at the clinic. Of "day" only the day counts.
 * @property {"later" | "next" | "too-late" | "now" | "past" | "ask"} state - "too-late": its time
 *   is past and the session is still to come. "now": it holds now.
 */

/**
 * @typedef {object} Plan
 * @property {Entry[]} entries - In the order of their times; those to ask about come last.
 * @property {"before" | "during" | "after" | "over"} phase - "after" lasts as long as a rule
 *   does, and a day at least.
 * @property {"once" | "twice" | "never"} shown - How often a clock shows the appointment's time.
 * @property {number} end - The end of the session, or the earliest it may be; milliseconds since
 *   1970.
 * @property {boolean} hasEnded - Whether the rules after the session are reckoned from when the
 *   reader said that it has ended; if not, from its earliest end.
 */

const MINUTE = 60_000;
const STEP = 5 * MINUTE;
const DAY = 24 * 60 * MINUTE;

const STOPS = ["alcohol_before", "stop_food", "stop_clear_drinks", "nasal_products"];
const RESTS = ["alcohol_after", "companion_stays", "no_driving"];

/**
 * The plan of a visit.
 *
 * @param {Visit} visit - One without `problemsOf`.
 * @param {RouteRules} rules - Of the visit's route.
 * @param {string} zone - Of the clinic; one that `isZone` knows.
 * @param {number} now - Milliseconds since 1970.
 * @param {number} [ended] - When the reader said that the session has ended, if they did.
 * @returns {Plan}
 */
export function planOf(visit, rules, zone, now, ended = 0) {
  const wall = wallFrom(visit.date, visit.time);
  const start = instantsAt(wall, zone);
  const planned = start.latest + (rules.observation ?? 0) * MINUTE;
  // An end on another day is that of another session.
  const hasEnded = ended >= start.earliest && ended <= planned + DAY;
  // A session may be shorter than planned: the later end counts.
  const session = { ...start, end: hasEnded ? Math.max(planned, ended) : planned };
  const isKnown = (id) => typeof rules[id] === "number";
  const before = (id, kind) =>
    isKnown(id) ? [entry(id, kind, by(start.earliest, -rules[id], zone))] : [];
  const tablets = entry("tablets_on_the_day", "day", startOfDay(wall, zone));
  const timed = [
    ...STOPS.flatMap((id) => before(id, "stop")),
    ...before("arrive_early", "arrive"),
    ...(rules.tablets_on_the_day ? [tablets] : []),
    entry("session", "session", start.earliest),
    ...(isKnown("observation")
      ? [
          entry("ride", "ride", by(start.earliest, rules.observation, zone)),
          entry("end", "end", notBefore(start.latest, rules.observation, zone)),
        ]
      : []),
    ...RESTS.filter(isKnown).map((id) =>
      entry(id, "rest", notBefore(session.end, rules[id], zone)),
    ),
  ];
  const entries = timed
    .sort((one, other) => one.at - other.at)
    .map((each) => ({ ...each, wall: wallAt(each.at, zone), state: stateOf(each, session, now) }));
  markNext(entries);
  return {
    entries: [...entries, ...unknown(rules)],
    phase: phaseOf(entries, session, now),
    shown: start.shown,
    end: session.end,
    hasEnded,
  };
}

const entry = (id, kind, at) => ({ id, kind, at });

const startOfDay = (wall, zone) => instantsAt({ ...wall, hour: 0, minute: 0 }, zone).earliest;

/** The rules to ask about, in the order of the clinic file. */
function unknown(rules) {
  return Object.keys(rules)
    .filter((id) => rules[id] === null)
    .map((id) => ({ ...entry(id, "ask", null), wall: null, state: "ask" }));
}

/**
 * A time by which something is to be done: down to 5 minutes. Midnight becomes 11:59 pm, since
 * "Tuesday, midnight" is the end of Tuesday to many readers.
 */
function by(instant, minutes, zone) {
  const at = Math.floor((instant + minutes * MINUTE) / STEP) * STEP;
  const { hour, minute } = wallAt(at, zone);
  return hour === 0 && minute === 0 ? at - MINUTE : at;
}

/**
 * A time before which something is not to be done: up to 5 minutes. A time that clocks show twice,
 * and whose second showing is meant, is passed over, since the first is seen first.
 */
function notBefore(instant, minutes, zone) {
  let at = Math.ceil((instant + minutes * MINUTE) / STEP) * STEP;
  while (instantsAt(wallAt(at, zone), zone).earliest < at) at += STEP;
  return at;
}

function stateOf({ kind, at }, session, now) {
  if (kind === "rest") return now < session.earliest ? "later" : now < at ? "now" : "past";
  if (now < at) return "later";
  if (kind === "session" || kind === "day") return now < session.end ? "now" : "past";
  const waits = kind === "stop" || kind === "arrive";
  return waits && now < session.latest ? "too-late" : "past";
}

/** The end of a rule is never the next thing to do. */
function markNext(entries) {
  const next = entries.find(
    ({ kind, state }) => state === "later" && kind !== "rest" && kind !== "day",
  );
  if (next) next.state = "next";
}

function phaseOf(entries, session, now) {
  if (now < session.latest) return "before";
  if (now < session.end) return "during";
  const rests = entries.filter(({ kind }) => kind === "rest").map(({ at }) => at);
  return now < Math.max(session.end + DAY, ...rests) ? "after" : "over";
}
