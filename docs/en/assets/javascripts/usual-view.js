// What the picker of "what is usual when" shows. Cards and buttons to call are copies of the page's.

import { button, element, liveRegion } from "./elements.js";
import { text } from "./strings.js";

/** @typedef {import("./usual-table.js").Effect} Effect */
/** @typedef {import("./usual-table.js").Band} Band */
const EMERGENCY = ".guide-card--emergency";
const CALL_CLINIC = ".guide-action__button--clinic";
const ACTION = ".guide-action";

/** @typedef {{words: string, note: string, action: () => void}} Item */

/**
 * The parts that stay: help with thoughts of suicide is the first thing in every state.
 *
 * @param {HTMLElement} article
 */
export function createFrame(article) {
  const help = element("a", "guide-usual__suicide", text("usual_suicide"));
  help.href = new URL("../../help/suicide/", import.meta.url).href;
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
 * What the page says of one effect, in its own words.
 *
 * @param {HTMLElement} article
 * @param {Band} band
 * @param {Effect} effect
 */
export function createCard(article, band, { notes: [usual, call] }) {
  const clinic = noteCard("call", call);
  clinic.append(...copies(article, CALL_CLINIC, ACTION));
  return [element("p", "guide-usual__band", band.name), noteCard("usual", usual), clinic];
}

/**
 * For words that no row has. They may be those of a warning: "chest pain" is no usual effect.
 *
 * @param {HTMLElement} article
 */
export function createNone(article) {
  return [
    ...copies(article, EMERGENCY),
    element("p", "guide-usual__none", text("usual_none_else")),
    ...copies(article, CALL_CLINIC, ACTION),
  ];
}

function noteCard(kind, { label, words }) {
  const title = element("h3", "guide-card__title", `${label}:`);
  return element("div", `guide-card guide-card--${kind}`, title, element("p", "guide-usual__words", words));
}

/** The first of its kind on the page, with what is around it, but no numbers of sources or names. */
function copies(article, selector, around = selector) {
  // Never one of our own copies: what they were made from is not in the picker.
  const original = article.querySelector(`:scope > :not(.guide-usual) ${selector}, :scope > ${selector}`);
  const found = original?.closest(around).cloneNode(true);
  if (!found) return [];
  for (const mark of found.querySelectorAll("sup")) mark.remove();
  for (const named of found.querySelectorAll("[id]")) named.removeAttribute("id");
  return [found];
}
