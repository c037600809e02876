// A plan that was made: what it is for, its times, the notes for tonight, and what to do with it.

import { notes, TONIGHT } from "../kept/notes.js";
import { button, element } from "../page/elements.js";
import { drivingWords } from "../session/driving-words.js";
import { drivingNow } from "../session/now.js";
import { calendarFile } from "./calendar-file.js";
import { dateAndTime } from "./clock.js";
import { clinic, routeNames, word } from "./data.js";
import { timeline } from "./timeline.js";

/** @typedef {import("./current.js").Current} Current */

/**
 * The parts of the page that show a plan.
 *
 * @param {Current} current
 * @param {() => void} onChange - The reader wants another day, time or route.
 * @param {() => void} onNew - The reader plans their next session.
 * @returns {HTMLElement[]}
 */
export function planResult(current, onChange, onNew) {
  const { visit, plan, session } = current;
  const values = { route: routeNames[visit.route], when: dateAndTime(session.wall) };
  const title = element("h2", "guide-plan__title", word("session_of", values));
  // Focus comes here from the form, so that a screen reader goes on with the plan.
  title.tabIndex = -1;
  title.dataset.title = "";
  const actions = element(
    "div",
    "guide-plan__actions",
    button("guide-button guide-button--main", word("calendar"), () => download(visit, plan)),
    button("guide-button", word("print"), () => print()),
    button("guide-button", word("change"), onChange),
  );
  if (plan.phase !== "before") actions.append(button("guide-button", word("new"), onNew));
  return [
    title,
    ...remarks(current).map((remark) => element("p", "guide-plan__remark", remark)),
    ...timeline(current),
    ...tonight(),
    actions,
  ];
}

/** @param {Current} current */
function remarks({ zone, isElsewhere, plan }) {
  const city = /** @type {string} */ (zone.split("/").at(-1)).replaceAll("_", " ");
  return /** @type {string[]} */ ([
    plan.phase === "over" && word("over"),
    drivingRemark(plan),
    plan.shown !== "once" && word("clock_changes"),
    isElsewhere && word("clinic_times", { city }),
  ].filter(Boolean));
}

/**
 * The answer of every page, once there is a session that it is about.
 *
 * @param {import("./times.js").Plan} plan
 */
function drivingRemark({ phase }) {
  const now = Date.now();
  const answer = drivingNow(now);
  const isAfter = phase === "during" || phase === "after";
  const isAnother = answer.kind === "until" || answer.kind === "passed";
  return (isAfter || isAnother) && drivingWords(answer, now);
}

function tonight() {
  const kept = notes().tonight;
  const lines = TONIGHT.filter((name) => kept[name] !== "").flatMap((name) => [
    element("dt", "guide-plan__note-name", word(`note_${name}`)),
    element("dd", "guide-plan__note-words", kept[name]),
  ]);
  if (lines.length === 0) return [];
  return [
    element("h3", "guide-plan__date", word("tonight")),
    element("dl", "guide-plan__tonight", ...lines),
  ];
}

let address = "";

/**
 * @param {import("../kept/visits.js").Visit} visit
 * @param {import("./times.js").Plan} plan
 */
function download(visit, plan) {
  /** @param {string} id */
  const wordsOf = (id) => ({
    title: word(`calendar_${id}`),
    note: word(id === "session" ? "calendar_note_session" : "calendar_note", {
      phone: clinic.numbers,
    }),
  });
  const file = calendarFile(visit.id, plan, wordsOf, Date.now());
  // Kept until the next one is made: some browsers read it only after the click.
  URL.revokeObjectURL(address);
  address = URL.createObjectURL(new Blob([file], { type: "text/calendar" }));
  const link = element("a", "");
  link.href = address;
  link.download = word("calendar_file");
  link.click();
}
