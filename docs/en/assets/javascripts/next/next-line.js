// The next thing to do, and after a session when not to drive, as lines. Nothing without a plan
// or the reader's word that a session has ended.

import { element } from "../page/elements.js";
import { siteUrl } from "../page/site.js";
import { clockTime, dayAndTime } from "../plan/clock.js";
import { currentPlan } from "../plan/current.js";
import { word } from "../plan/data.js";
import { drivingWords } from "../session/driving-words.js";
import { drivingNow, followNow, stateNow } from "../session/now.js";

const PLAN = "before/plan/";
const AFTER = "after/now/";
const DRIVING = "after/driving-work-decisions/";

/** @param {HTMLElement} place */
export function start(place) {
  followNow(() => {
    const made = lines(Date.now());
    /** @param {Element[]} all */
    const words = (all) => all.map(({ textContent }) => textContent).join("\n");
    // Each minute: whoever has just reached a link by the keyboard stays on it.
    if (words(made) !== words([...place.children])) place.replaceChildren(...made);
  });
}

/** @param {number} now - Milliseconds since 1970. */
function lines(now) {
  const { phase } = stateNow(now);
  const isAfter = phase === "after" || phase === "open";
  const rest = isAfter ? [link(AFTER, word("next_after"))] : [];
  return [...rest, ...drivingLine(now, isAfter), ...(isAfter ? [] : nextLine(now))];
}

/**
 * Before a session the answer stands in the plan; here it would be in the way of the next thing.
 *
 * @param {number} now - Milliseconds since 1970.
 * @param {boolean} isAfter
 */
function drivingLine(now, isAfter) {
  const answer = drivingNow(now);
  const isShown = isAfter || answer.kind === "until" || answer.kind === "passed";
  return isShown ? [link(DRIVING, drivingWords(answer, now))] : [];
}

/** @param {number} now - Milliseconds since 1970. */
function nextLine(now) {
  const current = currentPlan(now);
  const next = /** @type {import("../plan/times.js").Timed | undefined} */ (
    current?.plan.entries.find(({ state }) => state === "next")
  );
  if (!current || !next) return [];
  const values = {
    when: dayAndTime(next.wall, current.today),
    what: word(next.id, { time: clockTime(next.wall) }),
  };
  return [link(PLAN, word("next_line", values))];
}

/**
 * @param {string} page
 * @param {string} words
 */
function link(page, words) {
  const made = element("a", "guide-next", words);
  made.href = siteUrl(page);
  return made;
}
