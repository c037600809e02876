// The next thing to do, as a line. Nothing without a plan.

import { element } from "../elements.js";
import { onChange, siteUrl } from "../storage.js";
import { onVisitChange } from "../visit-store.js";
import { clockTime, dayAndTime } from "./clock.js";
import { currentPlan, onReturn } from "./current.js";
import { word } from "./data.js";

const PLAN = "before/plan/";
const AFTER = "after/now/";

/** @param {HTMLElement} place */
export function start(place) {
  const show = () => place.replaceChildren(...lines());
  show();
  onVisitChange(show);
  onChange("session", show);
  onReturn(show);
}

function lines() {
  const current = currentPlan();
  if (!current) return [];
  if (current.plan.phase === "after") return [link(AFTER, word("next_after"))];
  const next = current.plan.entries.find(({ state }) => state === "next");
  if (!next) return [];
  const values = {
    when: dayAndTime(next.wall, current.today),
    what: word(next.id, { time: clockTime(next.wall) }),
  };
  return [link(PLAN, word("next_line", values))];
}

function link(page, words) {
  const made = element("a", "guide-next", words);
  made.href = siteUrl(page);
  return made;
}
