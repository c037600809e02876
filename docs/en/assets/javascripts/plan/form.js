// The form of the planner: day, time and route of a visit, and the notes for tonight.

import { notes, TONIGHT } from "../kept/notes.js";
import { button, element } from "../page/elements.js";
import { routes } from "./current.js";
import { routeNames, word } from "./data.js";
import { problemsOf } from "./problems.js";

/** @typedef {import("../kept/visits.js").Visit} Visit */

/** @typedef {import("./problems.js").Problems} Problems */

/**
 * @typedef {object} Entered
 * @property {{date: string, time: string, route: string}} visit
 * @property {Record<string, string>} tonight
 */

const NOTE_LENGTH = 120;

/**
 * Make the form, filled with what is known.
 *
 * @param {Visit} visit
 * @param {(entered: Entered) => void} onDone - Called with what can make a plan.
 * @param {(() => void) | null} onCancel - Null where there is nothing to go back to.
 * @returns {HTMLFormElement}
 */
export function planForm(visit, onDone, onCancel) {
  const done = element("button", "guide-button guide-button--main", word("make"));
  const form = element(
    "form",
    "guide-plan__form",
    momentField("date", visit.date),
    momentField("time", visit.time),
    routeField(visit.route),
    tonightFields(),
    done,
  );
  if (onCancel) form.append(button("guide-button", word("cancel"), onCancel));
  // The browser's own messages are in its language, not in that of the page.
  form.noValidate = true;
  form.autocomplete = "off";
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    const entered = enteredIn(form);
    const problems = problemsIn(form, entered);
    show(form, problems);
    if (Object.keys(problems).length === 0) onDone(entered);
  });
  return form;
}

/**
 * A field for a date or a time, with its hint and a place for what is wrong with it.
 *
 * @param {"date" | "time"} name
 * @param {string} value
 */
function momentField(name, value) {
  const input = inputOf(name, name, value);
  input.required = true;
  const hint = element("span", "guide-field__hint", word(`${name}_hint`));
  hint.id = `plan-${name}-hint`;
  input.setAttribute("aria-describedby", `${hint.id} plan-${name}-problem`);
  const label = labelOf(name, "guide-field__label");
  return element("div", "guide-field", label, hint, problemOf(name), input);
}

/** @param {string} chosen */
function routeField(chosen) {
  const radios = routes.map((route) => {
    const radio = inputOf("route", "radio", route);
    radio.className = "guide-field__radio";
    radio.id = `plan-${route}`;
    radio.checked = route === chosen || routes.length === 1;
    return element("label", "guide-field__choice", radio, routeNames[route]);
  });
  const legend = element("legend", "guide-field__label", word("route"));
  const group = element("fieldset", "guide-field", legend, problemOf("route"), ...radios);
  group.setAttribute("aria-describedby", "plan-route-problem");
  return group;
}

function tonightFields() {
  const kept = notes().tonight;
  const fields = TONIGHT.flatMap((name) => {
    const input = inputOf(name, "text", kept[name]);
    input.maxLength = NOTE_LENGTH;
    return [labelOf(name, "guide-field__part", `note_${name}`), input];
  });
  const legend = element("legend", "guide-field__label", word("tonight"));
  const hint = element("span", "guide-field__hint", word("tonight_hint"));
  hint.id = "plan-tonight-hint";
  const group = element("fieldset", "guide-field", legend, hint, ...fields);
  group.setAttribute("aria-describedby", hint.id);
  return group;
}

/**
 * @param {string} name
 * @param {string} type
 * @param {string} value
 */
function inputOf(name, type, value) {
  const input = element("input", "guide-field__input");
  input.type = type;
  input.name = name;
  input.id = `plan-${name}`;
  input.value = value;
  return input;
}

/**
 * @param {string} name
 * @param {string} kind - Its class.
 * @param {string} [key] - Of its words.
 */
function labelOf(name, kind, key = name) {
  const label = element("label", kind, word(key));
  label.htmlFor = `plan-${name}`;
  return label;
}

/** @param {string} name */
function problemOf(name) {
  const problem = element("span", "guide-field__problem");
  problem.id = `plan-${name}-problem`;
  return problem;
}

/**
 * @param {HTMLFormElement} form
 * @returns {Entered}
 */
function enteredIn(form) {
  const entered = new FormData(form);
  /** @param {string} name */
  const value = (name) => String(entered.get(name) ?? "").trim();
  return {
    visit: { date: value("date"), time: value("time"), route: value("route") },
    tonight: Object.fromEntries(TONIGHT.map((name) => [name, value(name)])),
  };
}

/**
 * @param {HTMLFormElement} form
 * @param {Entered} entered
 */
function problemsIn(form, { visit }) {
  const problems = problemsOf(visit, routes);
  // A day such as 30 February is not in the value: the browser keeps it to itself.
  for (const name of /** @type {const} */ (["date", "time"])) {
    if (/** @type {HTMLInputElement} */ (form.elements.namedItem(name)).validity.badInput) problems[name] = "impossible";
  }
  return problems;
}

/**
 * Say each problem at its field, and go to the first.
 *
 * @param {HTMLFormElement} form
 * @param {Problems} problems
 */
function show(form, problems) {
  for (const name of /** @type {const} */ (["date", "time", "route"])) {
    const said = problems[name] ? word(`${name}_${problems[name]}`) : "";
    /** @type {HTMLElement} */ (form.querySelector(`#plan-${name}-problem`)).textContent = said;
    for (const input of form.querySelectorAll(`input[name="${name}"]`)) {
      if (said) input.setAttribute("aria-invalid", "true");
      else input.removeAttribute("aria-invalid");
    }
  }
  /** @type {HTMLElement | null} */
  const first = form.querySelector("[aria-invalid]");
  first?.focus({ preventScroll: true });
  // With its label and what is wrong with it, which stand above.
  first?.closest(".guide-field")?.scrollIntoView();
}
