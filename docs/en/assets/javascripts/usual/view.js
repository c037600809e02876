// What the picker of "what is usual when" shows. Cards and buttons to call are copies of the page's.

import { button, element, liveRegion, plainCopy } from "../page/elements.js";
import { siteUrl } from "../page/site.js";
import { text } from "../page/strings.js";

/** @typedef {import("./table.js").Effect} Effect */
/** @typedef {import("./table.js").Band} Band */
const EMERGENCY = ".guide-card--emergency";
/** @param {string} whom */
const CALL = (whom) => `.guide-action__button--${whom}`;
const ACTION = ".guide-action";
/**
 * Whom words of danger call, first things first; the same as in the search.
 *
 * @type {Record<string, string[]>}
 */
const CALLS = { emergency: ["emergency", "crisis"], suicidal: ["crisis", "emergency"] };

/** @typedef {{words: string, note: string, action: () => void}} Item */

/**
 * The parts that stay: help with thoughts of suicide is the first thing in every state.
 *
 * @param {HTMLElement} article
 */
export function createFrame(article) {
  const help = element("a", "guide-usual__suicide", text("usual_suicide"));
  help.href = siteUrl("help/suicide/");
  const title = element("h2", "guide-usual__title");
  title.tabIndex = -1;
  const field = element("input", "guide-usual__field");
  field.type = "search";
  field.autocomplete = "off";
  const label = element("label", "guide-usual__label", text("usual_type"), field);
  const content = element("div", "guide-usual__content");
  const back = button("guide-usual__back", text("usual_back"), () => history.back());
  const emergency = element("div", "guide-usual__emergency", ...copies(article, EMERGENCY));
  const said = liveRegion("guide-usual__said");
  const parts = [help, label, title, said, content, back, emergency];
  return { title, field, said, back, content, parts };
}

/** @param {Item[]} items */
export function createList(items) {
  const rows = items.map(({ words, note, action }) => {
    const choice = button("guide-usual__choice", words, action);
    if (note) choice.append(" ", element("span", "guide-usual__note", note));
    return element("li", "guide-usual__item", choice);
  });
  const list = element("ul", "guide-usual__list", ...rows);
  list.setAttribute("role", "list");
  return list;
}

/**
 * A list below words that say what it has.
 *
 * @param {string} words
 * @param {Item[]} items
 */
export function createMore(words, items) {
  return items.length > 0 ? [element("p", "guide-usual__band", words), createList(items)] : [];
}

/**
 * What the page says of one effect, in its own words.
 *
 * @param {HTMLElement} article
 * @param {string} when - The time at which the reader looks for it.
 * @param {Effect} effect
 * @param {boolean} isPast - Most have it no longer: whom to call comes first.
 */
export function createCard(article, when, { notes }, isPast) {
  const call = noteCard("call", notes[notes.length - 1]);
  call.append(...callOf(article, "clinic"));
  const usual = notes.slice(0, -1).map((note) => noteCard("usual", note));
  const band = element("p", "guide-usual__band", when);
  return isPast ? [band, element("p", "guide-usual__past", text("usual_past")), call, ...usual] : [band, ...usual, call];
}

/**
 * For words of danger: the call before anything else. The signs of an emergency do not speak of
 * suicide, so they stand with an emergency only.
 *
 * @param {HTMLElement} article
 * @param {string} topic - "emergency" or "suicidal".
 */
export function createHelp(article, topic) {
  const signs = topic === "emergency" ? copies(article, EMERGENCY) : [];
  // The button stands above, where no one has to look for it.
  for (const action of signs.flatMap((card) => [...card.querySelectorAll(ACTION)])) action.remove();
  return [helpOf(...CALLS[topic].flatMap((whom) => callOf(article, whom)), ...signs)];
}

/**
 * For words that are not understood. They may be those of a warning.
 *
 * @param {HTMLElement} article
 */
export function createUnknown(article) {
  return [helpOf(...callOf(article, "clinic"), ...copies(article, EMERGENCY))];
}

/**
 * What the page says of a high reading of blood pressure, with the signs that make it an emergency.
 *
 * @param {HTMLElement} article
 * @returns {{title: string, parts: Element[]}}
 */
export function createReading(article) {
  const heading = /** @type {HTMLElement} */ (article.querySelector("[data-topics^='high-reading']"));
  const parts = [];
  for (let next = heading.nextElementSibling; next && !next.matches("h2, h3"); next = next.nextElementSibling) {
    parts.push(namelessCopy(next));
  }
  return { title: heading.textContent, parts: [helpOf(...parts, ...copies(article, EMERGENCY))] };
}

/**
 * The frame's own card of signs gives way to it.
 *
 * @param {...Node} parts
 */
const helpOf = (...parts) => element("div", "guide-usual__help", ...parts);

/**
 * @param {HTMLElement} article
 * @param {string} whom
 */
const callOf = (article, whom) => copies(article, CALL(whom), ACTION);

/**
 * @param {string} kind
 * @param {{label: string, words: string}} note
 */
function noteCard(kind, { label, words }) {
  const title = element("h3", "guide-card__title", `${label}:`);
  return element("div", `guide-card guide-card--${kind}`, title, element("p", "guide-usual__words", words));
}

/**
 * The first of its kind on the page, with what is around it.
 *
 * @param {HTMLElement} article
 * @param {string} selector
 * @param {string} [around]
 */
function copies(article, selector, around = selector) {
  // Never one of our own copies: what they were made from is not in the picker.
  const original = article.querySelector(`:scope > :not(.guide-usual) ${selector}, :scope > ${selector}`);
  return original ? [namelessCopy(/** @type {Element} */ (original.closest(around)))] : [];
}

/**
 * Plain, and without names, which a page has once.
 *
 * @param {Element} original
 */
function namelessCopy(original) {
  const copy = plainCopy(original);
  for (const named of [copy, ...copy.querySelectorAll("[id]")]) named.removeAttribute("id");
  return copy;
}
