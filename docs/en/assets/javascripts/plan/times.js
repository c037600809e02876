// The clock times of one visit, from the clinic's rules. No page, no storage, and "now" is given.
//
// The cautious side, always: what must stop by a time is rounded down, what must not begin before
// a time is rounded up, and where clocks go back over the appointment the first is reckoned from
// the earlier instant, the second from the later. "24 hours" are hours that pass, not hands of a
// clock. No entry says that anything is allowed.
//
// A session is over when the medicine has been given and the watching after it is over: that is
// when its reader leaves, and what holds "after the session" is reckoned from then, which is later
// than from the end of the medicine, as labels do. Until the clinic or the reader has said when
// that is, those times are not there: reckoned from too early an end, they would be too early.

import { DAY, endOf } from "../session/state.js";
import { instantsAt, wallAt, wallFrom } from "../time/zone.js";
import { by, notBefore, notBeforeDriving, notBeforeInTheNight } from "./cautious.js";

/** @typedef {import("../kept/visits.js").Visit} Visit */
/** @typedef {import("../time/zone.js").Wall} Wall */
/** @typedef {import("../session/state.js").Session} Session */
/** @typedef {import("../session/word.js").Word} Word */

/**
 * The rules of one route: minutes, or the clinic's words for tablets. Null: ask the clinic. A rule
 * that is not there does not apply to the route.
 *
 * @typedef {Record<string, number | string | null> & {session_length?: number | null,
 *   observation?: number | null, no_driving?: number | null}} RouteRules
 */

/**
 * A line of a plan that has a time.
 *
 * @typedef {object} Timed
 * @property {string} id - The rule, or "session", "end" or "ride".
 * @property {"stop" | "arrive" | "day" | "session" | "end" | "ride" | "rest"} kind
 * @property {number} at - Milliseconds since 1970.
 * @property {Wall} wall - The same at the clinic. Of "day" only the day counts.
 * @property {"later" | "next" | "too-late" | "now" | "past"} state - "too-late": its time is past
 *   and the session is still to come. "now": it holds now.
 */

/**
 * A line of a plan that has none. "open": its time comes when the reader says that the session has
 * ended. "ask": only the clinic knows.
 *
 * @typedef {object} Untimed
 * @property {string} id - The rule.
 * @property {"open" | "ask"} kind
 * @property {null} at
 * @property {null} wall
 * @property {"open" | "ask"} state - As its kind.
 */

/** @typedef {Timed | Untimed} Entry - One line of a plan. */

/**
 * @typedef {object} Plan
 * @property {Entry[]} entries - In the order of their times; those without one come last.
 * @property {"before" | "during" | "after" | "over"} phase - "after" lasts as long as a rule
 *   does, and a day at least.
 * @property {"once" | "twice" | "never"} shown - How often a clock shows the appointment's time.
 * @property {number} end - The end of the session, or the earliest it may be; milliseconds since
 *   1970.
 * @property {boolean} hasEnded - Whether the rules after the session are reckoned from when the
 *   reader said that it has ended; if not, from its earliest end.
 */

const MINUTE = 60_000;

const STOPS = ["alcohol_before", "stop_food", "stop_clear_drinks", "nasal_products"];
const RESTS = ["alcohol_after", "companion_stays", "no_driving"];

/**
 * A visit with a plan, as instants.
 *
 * @param {Visit} visit - One without `problemsOf`.
 * @param {RouteRules} rules - Of the visit's route.
 * @param {string} zone - Of the clinic; one that `isZone` knows.
 * @returns {Session & {shown: import("../time/zone.js").Instants["shown"]}}
 */
export function sessionOf(visit, rules, zone) {
  const start = instantsAt(/** @type {Wall} */ (wallFrom(visit.date, visit.time)), zone);
  return {
    visit: visit.id,
    ...start,
    soonest: start.latest + lengthOf(rules) * MINUTE,
    isLengthKnown: isMinutes(rules.session_length),
    noDriving: isMinutes(rules.no_driving) ? rules.no_driving : null,
    zone,
  };
}

/**
 * The medicine, and the watching after it, as far as the clinic has said how long they take.
 *
 * @param {RouteRules} rules
 */
const lengthOf = ({ session_length, observation }) => (session_length ?? 0) + (observation ?? 0);

/**
 * @param {unknown} rule
 * @returns {rule is number}
 */
const isMinutes = (rule) => typeof rule === "number";

/**
 * The plan of a visit.
 *
 * @param {Visit} visit - One without `problemsOf`.
 * @param {RouteRules} rules - Of the visit's route.
 * @param {string} zone - Of the clinic; one that `isZone` knows.
 * @param {number} now - Milliseconds since 1970.
 * @param {Word | null} [word] - What the reader has said about the end of a session.
 * @returns {Plan}
 */
export function planOf(visit, rules, zone, now, word = null) {
  const session = sessionOf(visit, rules, zone);
  const end = endOf(session, word, now);
  /**
   * @param {string} id
   * @param {"stop" | "arrive"} kind
   */
  const before = (id, kind) =>
    isMinutes(rules[id]) ? [entry(id, kind, by(session.earliest, -rules[id], zone))] : [];
  const tablets = () => entry("tablets_on_the_day", "day", startOfDay(visit, zone));
  const isEndPlanned = session.isLengthKnown && isMinutes(rules.observation);
  const rests = RESTS.filter((id) => isMinutes(rules[id]));
  const timed = [
    ...STOPS.flatMap((id) => before(id, "stop")),
    ...before("arrive_early", "arrive"),
    ...(rules.tablets_on_the_day ? [tablets()] : []),
    entry("session", "session", session.earliest),
    ...(isEndPlanned
      ? [
          entry("ride", "ride", by(session.earliest, lengthOf(rules), zone)),
          entry("end", "end", notBefore(session.latest, lengthOf(rules), zone)),
        ]
      : []),
    ...(end.isKnown ? rests.map((id) => entry(id, "rest", endOfRest(id, end.at, /** @type {number} */ (rules[id]), zone))) : []),
  ];
  /** @type {Timed[]} */
  const entries = timed
    .sort((one, other) => one.at - other.at)
    .map((each) => ({ ...each, wall: wallAt(each.at, zone), state: stateOf(each, session, end, now) }));
  markNext(entries);
  const open = end.isKnown ? [] : rests.map((id) => without(id, "open"));
  return {
    entries: [...entries, ...open, ...unknown(rules)],
    phase: phaseOf(entries, session, end, now),
    shown: session.shown,
    end: end.at,
    hasEnded: end.isSaid,
  };
}

/**
 * @param {string} id
 * @param {number} end - Milliseconds since 1970.
 * @param {number} minutes
 * @param {string} zone
 */
function endOfRest(id, end, minutes, zone) {
  if (id === "no_driving") return notBeforeDriving(end, minutes, zone);
  if (id === "companion_stays") return notBeforeInTheNight(end, minutes, zone);
  return notBefore(end, minutes, zone);
}

/**
 * @template {Entry["kind"]} Kind
 * @template {number | null} At
 * @param {string} id
 * @param {Kind} kind
 * @param {At} at - Milliseconds since 1970.
 */
const entry = (id, kind, at) => ({ id, kind, at });

/**
 * @param {string} id
 * @param {Untimed["kind"]} kind
 * @returns {Untimed}
 */
const without = (id, kind) => ({ ...entry(id, kind, null), wall: null, state: kind });

/**
 * @param {Visit} visit
 * @param {string} zone
 */
const startOfDay = ({ date }, zone) => instantsAt(/** @type {Wall} */ (wallFrom(date, "00:00")), zone).earliest;

/**
 * The rules to ask about, in the order of the clinic file.
 *
 * @param {RouteRules} rules
 */
function unknown(rules) {
  return Object.keys(rules)
    .filter((id) => rules[id] === null)
    .map((id) => without(id, "ask"));
}

/**
 * @param {Pick<Timed, "kind" | "at">} entry
 * @param {Session} session
 * @param {import("../session/state.js").End} end
 * @param {number} now - Milliseconds since 1970.
 * @returns {Timed["state"]}
 */
function stateOf({ kind, at }, session, end, now) {
  if (kind === "rest") return now < session.earliest ? "later" : now < at ? "now" : "past";
  if (now < at) return "later";
  if (kind === "session" || kind === "day") return isOver(end, now) ? "past" : "now";
  const waits = kind === "stop" || kind === "arrive";
  return waits && now < session.latest ? "too-late" : "past";
}

/**
 * The end of a rule is never the next thing to do.
 *
 * @param {Timed[]} entries
 */
function markNext(entries) {
  const next = entries.find(
    ({ kind, state }) => state === "later" && kind !== "rest" && kind !== "day",
  );
  if (next) next.state = "next";
}

/**
 * An end that nobody has told is past after a day.
 *
 * @param {import("../session/state.js").End} end
 * @param {number} now - Milliseconds since 1970.
 */
const isOver = ({ at, isKnown }, now) => now >= (isKnown ? at : at + DAY);

/**
 * @param {Timed[]} entries
 * @param {Session} session
 * @param {import("../session/state.js").End} end
 * @param {number} now - Milliseconds since 1970.
 * @returns {Plan["phase"]}
 */
function phaseOf(entries, session, end, now) {
  if (now < session.latest) return "before";
  if (!isOver(end, now)) return "during";
  const rests = entries.filter(({ kind }) => kind === "rest").map(({ at }) => at);
  return now < Math.max(end.at + DAY, ...rests) ? "after" : "over";
}
