// The one answer to "when can I drive?". No page, no storage, and "now" is given.
//
// It never says that driving is allowed: a night's sleep and how one feels, which no clock knows,
// belong to every answer. It is the latest of the times that any session asks for.

import { notBeforeDriving } from "../plan/cautious.js";
import { contradicted, DAY, endsOf, latestFirst, nextOf } from "./state.js";

/** @typedef {import("./state.js").Session} Session */
/** @typedef {import("./word.js").Word} Word */
/** @typedef {import("./state.js").EndOf} EndOf */

/**
 * An answer with a time.
 *
 * @typedef {object} Told
 * @property {"until" | "planned" | "passed"} kind - until: not before `at`. planned: the same, for
 *   a session that is still to come. passed: `at` is past.
 * @property {number} at - Milliseconds since 1970.
 * @property {string} zone - Of the clinic, in which the time is told.
 * @property {boolean} isByPlan - The session may end later than the plan says.
 */

/**
 * An answer without one.
 *
 * @typedef {object} Untold
 * @property {"unknown" | "ask"} kind - unknown: no session, or no end of it, is known. ask: only the
 *   clinic knows how long.
 * @property {number} [at] - For putting answers in order; milliseconds since 1970.
 * @property {undefined} [zone]
 * @property {undefined} [isByPlan]
 */

/** @typedef {Told | Untold} Answer */
/** @typedef {Told | Untold & {at: number}} Ordered */

/**
 * The rule of a session that no plan is for.
 *
 * @typedef {{noDriving: number | null, zone: string}} AnyRoute
 */

// So long an answer holds that its time is past; after that, another session is the likelier one.
const REMEMBERED = 7 * DAY;

/**
 * @param {Session[]} sessions - Of every visit that has a plan.
 * @param {Word | null} word
 * @param {AnyRoute} anyRoute
 * @param {number} now - Milliseconds since 1970.
 * @returns {Answer}
 */
export function drivingAnswer(sessions, word, anyRoute, now) {
  // Until the reader has answered, what they said and what the plan says may both be so.
  const doubtful = contradicted(sessions, word, now);
  const said = doubtful && doubtful.earliest > now ? [saidEnd(/** @type {Word} */ (word))] : [];
  const answers = latestFirst([...endsOf(sessions, word, now), ...said], now)
    .map((end) => answerFor(end, anyRoute, now))
    .filter(({ at }) => now < at + REMEMBERED);
  const next = nextOf(sessions, now);
  if (!next) return worstOf(answers);
  const answer = answerFor(planned(next), anyRoute, now);
  // What is past is no longer the answer for whoever has the next session today.
  if (answers.every(({ kind }) => kind === "passed") && next.earliest - now <= DAY) {
    return answer.kind === "until" ? { ...answer, kind: "planned" } : answer;
  }
  // Whoever has the next session before they could drive again waits for that one.
  const isSooner = answers.some(({ kind, at }) => kind === "until" && next.earliest < at);
  return worstOf(isSooner ? [answer, ...answers] : answers);
}

/**
 * What the clinic knows of an earlier session is behind the last one.
 *
 * @param {Ordered[]} answers - The latest end first.
 * @returns {Answer}
 */
function worstOf(answers) {
  const [last] = answers;
  if (!last || answers.some(({ kind }) => kind === "unknown")) return { kind: "unknown" };
  if (last.kind === "ask") return last;
  return answers.filter((one) => one.zone !== undefined).reduce((one, other) => (other.at > one.at ? other : one));
}

/**
 * @param {Word} word
 * @returns {EndOf}
 */
const saidEnd = ({ ended }) => ({ session: null, at: /** @type {number} */ (ended), isKnown: true, isSaid: true });

/**
 * @param {Session} session
 * @returns {EndOf}
 */
const planned = (session) => ({
  session,
  at: session.soonest,
  isKnown: session.isLengthKnown,
  isSaid: false,
});

/**
 * @returns {Ordered}
 * @param {EndOf} end
 * @param {AnyRoute} anyRoute
 * @param {number} now - Milliseconds since 1970.
 */
function answerFor({ session, at: end, isKnown, isSaid }, anyRoute, now) {
  const { noDriving, zone } = session ?? anyRoute;
  if (!isKnown && now < end + DAY) return { kind: "unknown", at: end };
  // Nobody has told it, but a day late is the latest that it can have ended.
  const last = isKnown ? end : end + DAY;
  if (noDriving === null) return { kind: "ask", at: last };
  const at = notBeforeDriving(last, noDriving, zone);
  return { kind: now < at ? "until" : "passed", at, zone, isByPlan: !isSaid };
}
