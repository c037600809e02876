// Where a reader stands between session and recovery, by their plans and their own word. No page,
// no storage, and "now" is given.
//
// Of two times the later counts, so that nobody is told that they are further on than they are. A
// word about one visit changes the end of that visit alone. A word that a plan contradicts is
// asked about, and until then the plan counts.

/** @typedef {import("./word.js").Word} Word */

/**
 * A visit with a plan, as instants; milliseconds since 1970.
 *
 * @typedef {object} Session
 * @property {string} visit - Id of the visit.
 * @property {number} earliest - When it begins.
 * @property {number} latest - The same, but where clocks go back over that time.
 * @property {number} soonest - The earliest end: the medicine and the watching after it are over,
 *   as far as the clinic has said how long they take.
 * @property {boolean} isLengthKnown - Whether the clinic has said how long the medicine takes.
 * @property {number | null} noDriving - Minutes; null: ask the clinic.
 * @property {string} zone - Of the clinic.
 */

/**
 * The end of one session, as far as it is known.
 *
 * @typedef {object} End
 * @property {number} at - Milliseconds since 1970.
 * @property {boolean} isKnown - If not, it ends at that time at the earliest.
 * @property {boolean} isSaid - Whether the reader has said that it has ended.
 */

/** @typedef {End & {session: Session | null}} EndOf - Null for a session that no plan is for. */

/** @typedef {End & {session: Session}} Planned */

/**
 * @typedef {object} Near
 * @property {"before" | "early" | "during" | "open" | "after"} phase
 *   before: a session begins within a day. early: the reader has said that one has ended which is
 *   still to come. during: it has not ended yet. open: it has begun, and nobody knows when it ended.
 *   after: it ended at `at`.
 * @property {Session | null} session - Null for one that no plan is for.
 * @property {number} at - The end of the session; its beginning in "before" and "early".
 * @property {boolean} isSaid - Whether the reader's word was taken into account.
 * @property {boolean} isContradicted - The plan counts, since the reader's word is from before it.
 */

/**
 * No session of the last day is known.
 *
 * @typedef {{phase: "none", session: null, at: null, isSaid: false, isContradicted: false}} Nowhere
 */

/** @typedef {Near | Nowhere} State */

export const DAY = 24 * 60 * 60_000;

/**
 * The end of one session: the later of the plan's and the reader's.
 *
 * @param {Session} session
 * @param {Word | null} word
 * @param {number} now - Milliseconds since 1970.
 * @returns {End}
 */
export function endOf(session, word, now) {
  const { visit, earliest, soonest, isLengthKnown } = session;
  // No comparison holds with NaN, which stands for what was not said.
  const { notYet = NaN, ended = NaN } = word?.visit === visit ? word : {};
  if (notYet >= earliest && notYet <= now) {
    return { at: Math.max(soonest, notYet), isKnown: false, isSaid: false };
  }
  if (isEndOf(session, ended, now)) {
    return { at: Math.max(soonest, ended), isKnown: true, isSaid: true };
  }
  return { at: soonest, isKnown: isLengthKnown, isSaid: false };
}

/**
 * Ahead of now: the phone's clock was set back. A day late: that was another session.
 *
 * @param {Session} session
 * @param {number} ended - Milliseconds since 1970.
 * @param {number} now - Milliseconds since 1970.
 */
function isEndOf({ earliest, soonest }, ended, now) {
  return ended >= earliest && ended <= Math.min(now, soonest + DAY);
}

/**
 * The ends of all sessions that have begun, and of the one that the reader has spoken of if no
 * plan is for it.
 *
 * @param {Session[]} sessions
 * @param {Word | null} word
 * @param {number} now - Milliseconds since 1970.
 * @returns {EndOf[]}
 */
export function endsOf(sessions, word, now) {
  const begun = sessions
    .filter(({ earliest }) => earliest <= now)
    .sort((one, other) => one.earliest - other.earliest)
    .map((session) => ({ session, ...endOf(session, word, now) }))
    .map((end, index, ends) => (end.isKnown ? end : closedBy(nextAfter(end, ends), end)));
  const { ended = NaN } = word ?? {};
  const about = sessions.find(({ visit }) => visit === word?.visit);
  const isElsewhere = !about || ended > about.soonest + DAY;
  if (!(ended <= now) || !isElsewhere) return begun;
  return [...begun, { session: null, at: ended, isKnown: true, isSaid: true }];
}

/**
 * @param {Planned} end
 * @param {Planned[]} ends
 */
const nextAfter = (end, ends) =>
  ends.find(({ session }) => session.earliest > end.session.earliest);

/**
 * A session of which nobody has told the end is over when the next one begins.
 *
 * @param {Planned | undefined} next
 * @param {Planned} end
 * @returns {Planned}
 */
function closedBy(next, end) {
  if (!next) return end;
  return { ...end, at: Math.max(end.at, next.session.earliest), isKnown: true };
}

/**
 * Ends of sessions, the latest first. One that nobody has told may be now, or a day late at most.
 *
 * @template {End} T
 * @param {T[]} ends
 * @param {number} now - Milliseconds since 1970.
 * @returns {T[]}
 */
export function latestFirst(ends, now) {
  /** @param {End} end */
  const rank = ({ at, isKnown }) => (isKnown ? at : Math.max(at, Math.min(now, at + DAY)));
  return [...ends].sort((one, other) => rank(other) - rank(one));
}

/**
 * The visit whose plan the reader's word contradicts: it had not begun when they said it ended.
 *
 * @param {Session[]} sessions
 * @param {Word | null} word
 * @param {number} now - Milliseconds since 1970.
 * @returns {Session | undefined}
 */
export function contradicted(sessions, word, now) {
  const { ended = NaN } = word ?? {};
  return sessions.find(
    ({ visit, earliest }) => visit === word?.visit && ended < earliest && ended <= now,
  );
}

/**
 * The session that begins next, if any.
 *
 * @param {Session[]} sessions
 * @param {number} now - Milliseconds since 1970.
 * @returns {Session | undefined}
 */
export function nextOf(sessions, now) {
  const later = sessions.filter(({ earliest }) => earliest > now);
  return later.sort((one, other) => one.earliest - other.earliest)[0];
}

/**
 * Where the reader stands.
 *
 * @param {Session[]} sessions - Of every visit that has a plan.
 * @param {Word | null} word
 * @param {number} now - Milliseconds since 1970.
 * @returns {State}
 */
export function sessionState(sessions, word, now) {
  const early = contradicted(sessions, word, now);
  const [last] = latestFirst(endsOf(sessions, word, now), now).filter(({ at }) => now < at + DAY);
  if (last) {
    const { session, at, isKnown, isSaid } = last;
    const phase = now < at ? "during" : isKnown ? "after" : "open";
    return { phase, session, at, isSaid, isContradicted: Boolean(early) && early === session };
  }
  const next = early && early.earliest > now ? early : nextOf(sessions, now);
  if (!next || (next !== early && next.earliest - now > DAY)) {
    return { phase: "none", session: null, at: null, isSaid: false, isContradicted: false };
  }
  const phase = next === early ? "early" : "before";
  return { phase, session: next, at: next.earliest, isSaid: false, isContradicted: false };
}

/**
 * The visit that a word is about when it is said: the one that has begun, or else the one that is
 * about to, which is then asked about.
 *
 * @param {Session[]} sessions
 * @param {number} now - Milliseconds since 1970.
 * @returns {string} Id of the visit, or "" where no plan is near.
 */
export function visitSpokenOf(sessions, now) {
  const begun = sessions
    .filter(({ earliest, soonest }) => earliest <= now && now < soonest + DAY)
    .sort((one, other) => other.earliest - one.earliest)[0];
  const next = nextOf(sessions, now);
  if (begun) return begun.visit;
  return next && next.earliest - now <= DAY ? next.visit : "";
}
