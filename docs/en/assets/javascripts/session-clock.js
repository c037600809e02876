// Says how long ago the session was: by the reader's word, or else by their plan.
//
//   <div data-session></div> on a page with the plan's data

import { elapsed, lastTimeItWas, untilNextMinute } from "./elapsed.js";
import { button, element } from "./elements.js";
import { sayNotKept } from "./keep.js";
import { currentPlan } from "./plan/current.js";
import { onChange, read, write } from "./storage.js";
import { text } from "./strings.js";
import { onVisitChange } from "./visit-store.js";

const FEATURE = "session";
const VERSION = 1;

/** @param {HTMLElement} place */
export function start(place) {
  const { answer, since, change, question, justNow, earlier, form, field, back } = createView();
  const views = [answer, question, form];
  place.append(...views);

  let timer;
  const show = (shown) => {
    for (const view of views) view.hidden = view !== shown;
  };
  const refresh = () => {
    clearTimeout(timer);
    const now = Date.now();
    const found = lastSession(now);
    // No live region: a voice that speaks up every minute lets nobody rest.
    if (found) {
      since.textContent = words(found);
      timer = setTimeout(refresh, untilNextMinute(found.ended, now));
    }
    show(found ? answer : question);
  };
  const save = (ended) => {
    // What is written calls `refresh`.
    if (!write(FEATURE, VERSION, { ended })) sayNotKept(place);
    since.focus();
  };
  // Whoever thinks better of it is back on the button they came from.
  let cameFrom;
  const ask = ({ currentTarget }) => {
    cameFrom = currentTarget;
    clearTimeout(timer);
    show(form);
    field.focus();
  };
  const goBack = () => {
    refresh();
    cameFrom.focus();
  };

  justNow.addEventListener("click", () => save(Date.now()));
  earlier.addEventListener("click", ask);
  change.addEventListener("click", ask);
  back.addEventListener("click", goBack);
  form.addEventListener("keydown", ({ key }) => key === "Escape" && goBack());
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    save(lastTimeItWas(field.value, Date.now()));
  });
  // Timers sleep with the phone.
  document.addEventListener("visibilitychange", () => form.hidden && refresh());
  onChange(FEATURE, refresh);
  onVisitChange(refresh);
  refresh();
}

/** The reader's word comes first: a session may end later than planned. */
function lastSession(now) {
  const said = read(FEATURE, VERSION, {}).ended;
  const planned = currentPlan(now)?.plan.end;
  for (const [ended, key] of [
    [said, "session_since"],
    [planned, "session_since_plan"],
  ]) {
    const time = elapsed(ended, now);
    if (time) return { ended, time, key };
  }
  return null;
}

/** "1 hour 20 minutes since your session", in the forms that the page's language has. */
function words({ time: { hours, minutes }, key }) {
  if (hours + minutes === 0) return text("session_now");
  const parts = [
    [hours, "hour"],
    [minutes, "minute"],
  ];
  const time = parts.filter(([count]) => count > 0).map(([count, unit]) => counted(count, unit));
  return text(key, { time: time.join(" ") });
}

function counted(count, unit) {
  const { lang } = document.documentElement;
  return new Intl.NumberFormat(lang, { style: "unit", unit, unitDisplay: "long" }).format(count);
}

function createView() {
  const since = element("p", "guide-session__since");
  since.tabIndex = -1;
  const change = small("session_change");
  const answer = element("div", "guide-session__row", since, change);

  const asked = element("p", "guide-session__asked", text("session_asked"));
  asked.id = "session-asked";
  const justNow = small("session_just_now");
  const earlier = small("session_earlier");
  const answers = element("div", "guide-session__row", justNow, earlier);
  const question = element("div", "guide-session__question", asked, answers);
  question.setAttribute("role", "group");
  question.setAttribute("aria-labelledby", asked.id);

  const field = element("input", "guide-session__field");
  field.type = "time";
  field.required = true;
  const label = element("label", "guide-session__label", text("session_ended_at"), field);
  const save = small("session_save");
  save.type = "submit";
  const back = small("session_back");
  const form = element("form", "guide-session__row", label, save, back);
  return { answer, since, change, question, justNow, earlier, form, field, back };
}

const small = (key) => button("guide-session__button", text(key), () => {});
