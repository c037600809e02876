// The words of the sections: how much of a query each section has, and where.

import { wordsOf } from "./terms.js";

/** A word of the title says more than one of the first sentence, and that more than the rest. */
const TITLE = 1;
const ANSWER = 0.6;
const REST = 0.35;

/**
 * @param {Pick<import("./engine.js").Doc, "title" | "text" | "words">[]} docs
 * @param {import("./terms.js").Language} language
 */
export function createTexts(docs, { stem, skip }) {
  /** @type {Map<string, Map<number, number>>} By stem the docs and the weight there. */
  const placesOf = new Map();
  /** @type {Map<string, string>} */
  const stems = new Map();
  /**
   * @param {string} word
   * @param {number} doc
   * @param {number} weight
   */
  const add = (word, doc, weight) => {
    if (skip.has(word)) return;
    if (!stems.has(word)) stems.set(word, stem(word));
    const term = /** @type {string} */ (stems.get(word));
    if (!placesOf.has(term)) placesOf.set(term, new Map());
    const found = /** @type {Map<number, number>} */ (placesOf.get(term));
    if ((found.get(doc) ?? 0) < weight) found.set(doc, weight);
  };
  docs.forEach(({ title, text, words }, doc) => {
    for (const word of wordsOf(title)) add(word, doc, TITLE);
    for (const word of wordsOf(text)) add(word, doc, ANSWER);
    for (const word of words?.split(" ") ?? []) add(word, doc, REST);
  });
  /** @param {string} term */
  const rarity = (term) => Math.log(1 + docs.length / (placesOf.get(term)?.size ?? docs.length));

  return {
    /** The words that the sections have, each with its stem. */
    words: stems,

    /**
     * How much of a query each section has, from 0 to 1.
     *
     * @param {Map<string, number>} terms - See `createParser`.
     * @returns {Map<number, number>} By the number of the doc.
     */
    matches(terms) {
      /** @type {Map<number, number>} */
      const found = new Map();
      let whole = 0;
      for (const [term, sure] of terms) {
        const weight = rarity(term) * sure;
        whole += weight;
        for (const [doc, place] of placesOf.get(term) ?? []) {
          found.set(doc, (found.get(doc) ?? 0) + weight * place);
        }
      }
      return new Map([...found].map(([doc, sum]) => [doc, sum / whole]));
    },
  };
}
