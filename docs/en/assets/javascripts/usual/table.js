// Reads "what is usual when" from the tables of the page: one band of time a table.

import { plainWords } from "../page/elements.js";

/**
 * One effect in one band of time.
 *
 * @typedef {object} Effect
 * @property {string} name - "Sleepy".
 * @property {{label: string, words: string}[]} notes - The other cells: until when, and whom to call.
 * @property {string[]} routes - The only ones that have it; none for all.
 * @property {string[]} topics - What it is about, by the names of search-words.yml.
 * @property {string} until - The last band in which it is usual, if that is a later one.
 */

/**
 * @typedef {object} Band
 * @property {string} id - "two-hours"; empty for what is of no time.
 * @property {string} name
 * @property {Effect[]} effects
 */

/**
 * An effect: of the band in which it is looked for, and of the row of an earlier one.
 *
 * @typedef {{band: number, from?: number, effect: number}} Choice
 */

/**
 * @param {HTMLElement} article
 * @returns {Band[]} The tables that have the same column headings as the first, in order.
 */
export function readBands(article) {
  const tables = [...article.querySelectorAll("table")];
  const kind = tables[0] && headingsOf(tables[0]);
  return tables
    .filter((table) => headingsOf(table) === kind)
    .map((table) => ({
      id: headingBefore(table).id,
      name: wordsOf(headingBefore(table)),
      effects: /** @type {HTMLTableRowElement[]} */ ([...table.querySelectorAll("tbody tr")]).map(effectOf),
    }));
}

/**
 * The effects of one band.
 *
 * @param {Band[]} bands
 * @param {number} band
 * @param {string} route - Show only its effects; "" for all.
 * @returns {{band: number, effect: number}[]}
 */
export function effectsOf(bands, band, route) {
  return bands[band].effects.flatMap(({ routes }, effect) => {
    const isShown = route === "" || routes.length === 0 || routes.includes(route);
    return isShown ? [{ band, effect }] : [];
  });
}

/**
 * What began in an earlier band and may still be there: until the band that its row names, and once
 * more in the one after, where most have it no longer.
 *
 * @param {Band[]} bands
 * @param {number} band
 * @param {string} route - Show only its effects; "" for all.
 * @returns {{band: number, from: number, effect: number}[]} `from` is the band of its row.
 */
export function earlierIn(bands, band, route) {
  const own = new Set(bands[band].effects.flatMap(({ topics }) => topics));
  return bands.slice(0, band).flatMap((_, from) =>
    effectsOf(bands, from, route)
      .map(({ effect }) => ({ band, from, effect }))
      .filter((choice) => {
        const { topics } = rowOf(bands, choice);
        // The band has a row of its own for it.
        return !own.has(topics[0]) && band <= lastOf(bands, choice) + 1;
      }),
  );
}

/**
 * Whether most have an effect no longer in the band where the reader looks for it.
 *
 * @param {Band[]} bands
 * @param {Choice} choice
 */
export function isPast(bands, choice) {
  return choice.band > lastOf(bands, choice);
}

/**
 * Whether an effect may still be there in a band after its own.
 *
 * @param {Band[]} bands
 * @param {Choice} choice
 */
export function goesOn(bands, choice) {
  return lastOf(bands, choice) > (choice.from ?? choice.band);
}

/**
 * @returns {Effect}
 * @param {Band[]} bands
 * @param {Choice} choice
 */
export function rowOf(bands, { band, from = band, effect }) {
  return bands[from].effects[effect];
}

/**
 * Its own band, unless its row names a later one.
 *
 * @param {Band[]} bands
 * @param {Choice} choice
 */
function lastOf(bands, choice) {
  const { until } = rowOf(bands, choice);
  return Math.max(
    choice.from ?? choice.band,
    bands.findIndex(({ id }) => id === until),
  );
}

/**
 * @param {HTMLTableRowElement} row
 * @returns {Effect}
 */
function effectOf(row) {
  const [name, ...others] = row.querySelectorAll("td");
  return {
    name: wordsOf(name),
    notes: others.map((cell) => ({ label: /** @type {string} */ (cell.dataset.label), words: wordsOf(cell) })),
    routes: listed(row.dataset.route),
    topics: listed(name.dataset.topics),
    until: name.dataset.until ?? "",
  };
}

/**
 * What the page says to call the clinic about on any day: the lines of a list, which have no time.
 *
 * @param {HTMLElement} article
 * @param {string} name - What they have in common.
 * @returns {Band}
 */
export function readLines(article, name) {
  const lines = /** @type {HTMLElement[]} */ ([...article.querySelectorAll(":scope > .guide-card--call li[data-topics]")]);
  return { id: "", name, effects: lines.map(lineOf) };
}

/**
 * @param {HTMLElement} line
 * @returns {Effect}
 */
function lineOf(line) {
  const words = wordsOf(line);
  const label = wordsOf(line.closest(".guide-card")?.querySelector(".guide-card__title")).replace(/:$/, "");
  return {
    name: words[0].toUpperCase() + words.slice(1),
    notes: [{ label, words }],
    routes: [],
    topics: listed(line.dataset.topics),
    until: "",
  };
}

/** @param {string | undefined} names */
const listed = (names) => (names ?? "").split(" ").filter(Boolean);

/** @param {Element} table */
const headingsOf = (table) => [...table.querySelectorAll("th")].map(wordsOf).join("|");

/** @param {Element} table */
function headingBefore(table) {
  let element = table;
  while (!element.matches("h2")) element = /** @type {Element} */ (element.previousElementSibling);
  return element;
}

/** @param {Element | null} [element] */
const wordsOf = (element) => (element ? plainWords(element) : "");
