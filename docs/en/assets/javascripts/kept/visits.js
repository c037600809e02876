// The reader's visits to the clinic as one value. No page and no storage in sight.

/**
 * One visit. Each part but the id may be "" when it is not known yet.
 *
 * @typedef {object} Visit
 * @property {string} id - Never reused, so that a calendar can tell two visits apart.
 * @property {string} date - Day at the clinic: "2026-11-24".
 * @property {string} time - Clock at the clinic: "10:30".
 * @property {string} zone - IANA name of the clinic's time zone: "America/Denver".
 * @property {string} route - "drip", "shot", "spray" or "lozenge".
 */

/** @typedef {{visits: Visit[], current: string}} State - `current` is the id of a visit, or "". */

/**
 * What was kept, as far as it is readable: parts of the wrong kind are left out.
 *
 * @param {any} value - Of any shape.
 * @returns {State}
 */
export function stateFrom(value) {
  /** @type {any[]} */
  const kept = Array.isArray(value?.visits) ? value.visits : [];
  const visits = kept.filter((visit) => isWord(visit?.id)).map(visitFrom);
  const current = visits.some(({ id }) => id === value.current) ? value.current : "";
  return { visits, current };
}

/**
 * A visit of which nothing is known yet.
 *
 * @param {string} id
 * @returns {Visit}
 */
export function newVisit(id) {
  return { id, date: "", time: "", zone: "", route: "" };
}

/**
 * Whether nothing is known of a visit yet.
 *
 * @param {Visit} visit
 * @returns {boolean}
 */
export function isNothing({ date, time, route }) {
  return !date && !time && !route;
}

/**
 * The state with a visit added, or put in the place of the one with its id; it becomes current.
 *
 * @param {State} state
 * @param {Visit} visit
 * @returns {State}
 */
export function withVisit(state, visit) {
  const isKnown = state.visits.some(({ id }) => id === visit.id);
  const visits = isKnown
    ? state.visits.map((other) => (other.id === visit.id ? visit : other))
    : [...state.visits, visit];
  return { visits, current: visit.id };
}

/**
 * The state without a visit. If it was current, the one added last takes its place.
 *
 * @param {State} state
 * @param {string} id
 * @returns {State}
 */
export function withoutVisit(state, id) {
  const visits = state.visits.filter((visit) => visit.id !== id);
  const current = state.current === id ? (visits.at(-1)?.id ?? "") : state.current;
  return { visits, current };
}

/**
 * The state after a new visit was started: nothing is carried over into it.
 *
 * @param {State} state
 * @param {string} id - Of the new visit.
 * @returns {State}
 */
export function startedVisit(state, id) {
  return withVisit(state, newVisit(id));
}

/**
 * The state with another visit current; unchanged if there is none of that id.
 *
 * @param {State} state
 * @param {string} id
 * @returns {State}
 */
export function chosenVisit(state, id) {
  return state.visits.some((visit) => visit.id === id) ? { ...state, current: id } : state;
}

/**
 * The visit that is current, if any.
 *
 * @param {State} state
 * @returns {Visit | undefined}
 */
export function currentOf(state) {
  return state.visits.find(({ id }) => id === state.current);
}

/**
 * @param {unknown} value
 * @returns {value is string}
 */
const isWord = (value) => typeof value === "string" && value !== "";

/** @param {Record<string, unknown> & {id: string}} kept */
function visitFrom(kept) {
  const visit = newVisit(kept.id);
  for (const part of /** @type {const} */ (["date", "time", "zone", "route"])) {
    if (isWord(kept[part])) visit[part] = kept[part];
  }
  return visit;
}
