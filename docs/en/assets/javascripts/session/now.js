// Where the reader stands at this moment, by what the phone keeps.

import { currentVisit, onVisitChange } from "../kept/visit-store.js";
import { onReturn, plannedSessions, routes, zoneOf } from "../plan/current.js";
import { clinic } from "../plan/data.js";
import { drivingAnswer } from "./driving.js";
import { sessionState } from "./state.js";
import { onWordChange, readWord } from "./store.js";

const MINUTE = 60_000;

/** @param {number} [now] - Milliseconds since 1970. */
export function stateNow(now = Date.now()) {
  return sessionState(plannedSessions(), readWord(), now);
}

/** @param {number} [now] - Milliseconds since 1970. */
export function drivingNow(now = Date.now()) {
  return drivingAnswer(plannedSessions(), readWord(), anyRoute(), now);
}

/** A session that no plan is for may have been any: the strictest of the clinic's rules counts. */
function anyRoute() {
  const rules = routes.map((route) => clinic.routes[route].no_driving ?? null);
  return {
    noDriving: rules.includes(null) ? null : Math.max(.../** @type {number[]} */ (rules)),
    zone: zoneOf(currentVisit()),
  };
}

/**
 * Call back whenever the reader may stand elsewhere: at once, each minute, and as soon as a plan,
 * the reader's word or the page comes back.
 *
 * @param {() => void} callback
 */
export function followNow(callback) {
  callback();
  // A page left open past midnight must not go on saying "tomorrow".
  setInterval(callback, MINUTE);
  onReturn(callback);
  onVisitChange(callback);
  onWordChange(callback);
}
