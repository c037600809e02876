// Reads "what is usual when" from the tables of the page: one band of time a table.

/**
 * One effect in one band of time.
 *
 * @typedef {object} Effect
 * @property {string} name - "Sleepy".
 * @property {{label: string, words: string}[]} notes - The other cells: until when, and whom to call.
 * @property {string[]} routes - The only ones that have it; none for all.
 */

/** @typedef {{name: string, effects: Effect[]}} Band */

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
      name: wordsOf(headingBefore(table)),
      effects: [...table.querySelectorAll("tbody tr")].map(effectOf),
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
 * The effects in which each word of a question is found.
 *
 * @param {Band[]} bands
 * @param {string} question
 * @param {string} route - Show only its effects; "" for all.
 * @returns {{band: number, effect: number}[]}
 */
export function find(bands, question, route) {
  const words = question.toLowerCase().split(/\s+/).filter(Boolean);
  return bands
    .flatMap((_, band) => effectsOf(bands, band, route))
    .filter(({ band, effect }) => {
      const name = bands[band].effects[effect].name.toLowerCase();
      return words.every((word) => name.includes(word));
    });
}

function effectOf(row) {
  const [name, ...others] = row.querySelectorAll("td");
  return {
    name: wordsOf(name),
    notes: others.map((cell) => ({ label: cell.dataset.label, words: wordsOf(cell) })),
    routes: (row.dataset.route ?? "").split(" ").filter(Boolean),
  };
}

const headingsOf = (table) => [...table.querySelectorAll("th")].map(wordsOf).join("|");

function headingBefore(table) {
  let element = table;
  while (element && !element.matches("h2")) element = element.previousElementSibling;
  return element;
}

/** The words of an element without the numbers of sources. */
function wordsOf(element) {
  const copy = element?.cloneNode(true);
  copy?.querySelectorAll("sup, .headerlink").forEach((mark) => mark.remove());
  return copy?.textContent.replace(/\s+/g, " ").trim() ?? "";
}
