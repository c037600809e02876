// The plan of the visit that the reader is dealing with, as it stands now.

import { allVisits, currentVisit } from "../kept/visit-store.js";
import { readWord } from "../session/store.js";
import { isZone, wallAt } from "../time/zone.js";
import { machineTime } from "./clock.js";
import { clinic } from "./data.js";
import { problemsOf } from "./problems.js";
import { planOf, sessionOf } from "./times.js";

/** @typedef {import("../kept/visits.js").Visit} Visit */

/**
 * @typedef {object} Current
 * @property {Visit} visit
 * @property {import("./times.js").Plan} plan
 * @property {import("./times.js").Timed} session
 * @property {string} zone - In which the plan's walls hang.
 * @property {import("../time/zone.js").Wall} today - What the wall at the clinic shows now.
 * @property {boolean} isElsewhere - Whether the phone will show another time than the clinic then.
 */

/** @returns {string} The zone that the phone itself is set to, as "America/Denver". */
export const phoneZone = () => new Intl.DateTimeFormat().resolvedOptions().timeZone;

/** The routes that the clinic offers, in its order. */
export const routes = Object.keys(clinic.routes);

/**
 * The zone of a visit. The clinic's own comes first, since the file may have been corrected after
 * the plan was made; then that of the phone when it was made, since phones travel.
 *
 * @param {Visit} visit
 * @returns {string}
 */
export function zoneOf(visit) {
  return [clinic.zone, visit.zone].find(isZone) ?? phoneZone();
}

/**
 * The current visit's plan.
 *
 * @param {number} [now] - Milliseconds since 1970.
 * @returns {Current | null} Null while its day, time or route is missing.
 */
export function currentPlan(now = Date.now()) {
  const visit = currentVisit();
  if (!hasPlan(visit)) return null;
  const zone = zoneOf(visit);
  const plan = planOf(visit, clinic.routes[visit.route], zone, now, readWord());
  const session = /** @type {import("./times.js").Timed} */ (plan.entries.find(({ id }) => id === "session"));
  const onPhone = wallAt(session.at, phoneZone());
  const isElsewhere = machineTime(onPhone) !== machineTime(session.wall);
  return { visit, plan, session, zone, today: wallAt(now, zone), isElsewhere };
}

/** @param {Visit} visit */
const hasPlan = (visit) => Object.keys(problemsOf(visit, routes)).length === 0;

/**
 * Every visit that has a plan, as instants.
 *
 * @returns {import("../session/state.js").Session[]}
 */
export function plannedSessions() {
  return allVisits()
    .filter(hasPlan)
    .map((visit) => sessionOf(visit, clinic.routes[visit.route], zoneOf(visit)));
}

/**
 * Whether another day or time that a reader gives to a visit is that of their next session: this one
 * has begun, and what holds after it must go on holding.
 *
 * @param {Visit} visit
 * @param {Partial<Visit>} change
 * @param {number} [now] - Milliseconds since 1970.
 * @returns {boolean}
 */
export function isNextSession(visit, change, now = Date.now()) {
  /** @param {Visit} one */
  const begins = (one) => sessionOf(one, clinic.routes[one.route], zoneOf(one)).earliest;
  const moved = { ...visit, ...change };
  return hasPlan(visit) && hasPlan(moved) && begins(visit) <= now && now < begins(moved);
}

/**
 * Call back whenever the plan may have become another: time has passed while the page was put
 * away. Changes of visits are told by `onVisitChange`.
 *
 * @param {() => void} callback
 */
export function onReturn(callback) {
  document.addEventListener("visibilitychange", () => {
    if (document.visibilityState === "visible") callback();
  });
}
