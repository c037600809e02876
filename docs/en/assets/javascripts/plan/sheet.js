// Fills the blanks of the going-home sheet from the plan and the notes. Those that it cannot fill
// stay lines for a pen.
//
//   <div data-sheet></div> on a page with the plan's data
//   <span data-blank="no_driving"></span>

import { notes, onNotesChange } from "../kept/notes.js";
import { button } from "../page/elements.js";
import { drivingNow, followNow } from "../session/now.js";
import { wallAt } from "../time/zone.js";
import { dateAndTime } from "./clock.js";
import { currentPlan } from "./current.js";
import { word } from "./data.js";

/** @param {HTMLElement} place - For the button that prints. */
export function start(place) {
  const fill = () => {
    const values = known();
    for (const blank of document.querySelectorAll("[data-blank]")) {
      blank.textContent = values[/** @type {string} */ (blank.dataset.blank)] ?? "";
    }
  };
  place.append(button("guide-button", word("print"), () => print()));
  followNow(fill);
  onNotesChange(fill);
}

/**
 * What the blanks may hold, by name: the entries of the plan, and the notes for tonight.
 *
 * @returns {Record<string, string>}
 */
function known() {
  const current = currentPlan();
  const answer = drivingNow();
  // The next session may be planned already while the last one still rules this night.
  const isForNow = answer.kind === "until" && current !== null && answer.at < current.session.at;
  if (!current || isForNow) return { ...ownWord(answer), ...notes().tonight };
  const timed = current.plan.entries.filter((entry) => entry.wall !== null);
  const times = timed.map((entry) => [entry.id, dateAndTime(wallOf(entry, current.zone, answer))]);
  return { ...Object.fromEntries(times), ...notes().tonight };
}

/**
 * Without a plan for this night, what is known of the last session.
 *
 * @param {import("../session/driving.js").Answer} answer
 * @returns {Record<string, string>}
 */
function ownWord({ kind, at, zone }) {
  return kind === "until" ? { no_driving: dateAndTime(wallAt(at, zone)) } : {};
}

/**
 * Whoever has another session first drives after that one: the later time is the one answer.
 *
 * @param {import("./times.js").Timed} entry
 * @param {string} zone
 * @param {import("../session/driving.js").Answer} answer
 */
function wallOf({ id, at, wall }, zone, answer) {
  if (id !== "no_driving") return wall;
  return answer.kind === "until" && answer.at > at ? wallAt(answer.at, zone) : wall;
}
