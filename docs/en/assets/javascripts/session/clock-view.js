// The parts of the clock for the hours after a session: what it says, what it asks, and the field.

import { button, element } from "../page/elements.js";
import { text } from "../page/strings.js";

/** @typedef {import("./state.js").State} State */

/**
 * @typedef {object} Actions
 * @property {() => void} justNow
 * @property {(time: string) => void} ended - "23:50".
 * @property {() => void} yes - It has ended, though by the plan it is still to come.
 * @property {() => void} notYet
 * @property {() => void} undo
 * @property {() => void} ask - The field is shown.
 * @property {() => void} close - The field is left without an answer.
 */

/**
 * @param {HTMLElement} place
 * @param {Actions} actions
 */
export function clockView(place, actions) {
  // No live region: a voice that speaks up every minute lets nobody rest.
  const line = element("p", "guide-session__since");
  line.tabIndex = -1;
  const change = small("session_change", ask);
  const undo = small("undo", actions.undo);
  const justNow = small("session_just_now", actions.justNow);
  const earlier = small("session_earlier", ask);
  const yes = small("session_yes", actions.yes);
  const notYet = small("session_not_yet", actions.notYet);
  const [question, asked] = questionOf("session-asked", justNow, earlier, yes, notYet);
  const told = element("div", "guide-session__row", line, change, undo);

  const field = element("input", "guide-session__field");
  field.type = "time";
  field.required = true;
  const label = element("label", "guide-session__label", text("session_ended_at"), field);
  const save = small("session_save", () => {});
  save.type = "submit";
  const form = element("form", "guide-session__row", label, save, small("session_not_yet", actions.notYet), small("session_back", close));
  form.hidden = true;

  /** @type {() => void} */
  let sayYes;
  const sureYes = small("session_sure_yes", () => sayYes());
  const sureNo = small("session_sure_no", () => {
    sure.hidden = true;
    form.hidden = false;
    field.focus();
  });
  const [sure, sureAsked] = questionOf("session-sure", sureYes, sureNo);
  sure.hidden = true;
  place.append(told, question, form, sure);

  // Whoever thinks better of it is back on the button they came from.
  /** @type {HTMLElement} */
  let cameFrom;
  /** @param {MouseEvent} event */
  function ask({ currentTarget }) {
    cameFrom = /** @type {HTMLElement} */ (currentTarget);
    actions.ask();
    told.hidden = question.hidden = true;
    form.hidden = false;
    field.focus();
  }
  function close() {
    form.hidden = true;
    actions.close();
    cameFrom.focus();
  }
  form.addEventListener("keydown", ({ key }) => key === "Escape" && close());
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    actions.ended(field.value);
  });

  return {
    isAsking: () => !form.hidden || !sure.hidden,
    close: () => {
      form.hidden = sure.hidden = true;
    },
    /**
     * Ask again before an end is taken that was long ago.
     *
     * @param {string} when - In words.
     * @param {() => void} yes
     */
    askIfSure(when, yes) {
      sureAsked.textContent = text("session_sure", { when });
      sayYes = yes;
      form.hidden = true;
      sure.hidden = false;
      sureYes.focus();
    },
    focus: () => /** @type {HTMLElement} */ (told.hidden ? question.querySelector("button:not([hidden])") : line).focus(),
    /**
     * @param {State} state
     * @param {{line: string, canUndo: boolean}} shown
     */
    show({ phase, isSaid }, shown) {
      const isTold = phase === "after" || isSaid;
      const isEarly = phase === "early";
      line.textContent = shown.line;
      told.hidden = shown.line === "" && !shown.canUndo;
      change.hidden = !isTold;
      undo.hidden = !shown.canUndo;
      question.hidden = isTold;
      justNow.hidden = earlier.hidden = isEarly;
      yes.hidden = !isEarly;
      asked.textContent = text(isEarly ? "session_asked_early" : "session_asked");
    },
  };
}

/**
 * A question that its answers are a group of, and the line that asks it.
 *
 * @param {string} id
 * @param {...HTMLButtonElement} answers
 * @returns {[HTMLDivElement, HTMLParagraphElement]}
 */
function questionOf(id, ...answers) {
  const asked = element("p", "guide-session__asked");
  asked.id = id;
  const question = element("div", "guide-session__question", asked, element("div", "guide-session__row", ...answers));
  question.setAttribute("role", "group");
  question.setAttribute("aria-labelledby", id);
  return [question, asked];
}

/**
 * @param {string} key - Of its words.
 * @param {(event: MouseEvent) => void} action
 */
const small = (key, action) => button("guide-session__button", text(key), action);
