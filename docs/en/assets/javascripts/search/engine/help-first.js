// Tells from the words of a query that the reader looks for help. It needs no search index, so that
// the call card is there when the index is not.

import { createPhrases } from "./phrases.js";
import { createParser } from "./query.js";
import { languageOf } from "./terms.js";

/** Every word of a phrase must be at least this sure. */
export const SURE = 0.45;
/** Short words are too like others that are not known here: "diet" is not "die", and "spining", which
 *  is not known here either, is two slips from "seizing". */
/** @param {number} length */
const slipsIn = (length) => (length < 6 ? 0 : length < 8 ? 1 : 2);

/**
 * @param {import("./terms.js").LanguageWords & {topics: Record<string, string>, harmless: string}} words
 *   - Those of the topics that put help first, the more pressing one last.
 * @returns {(query: string) => string} The topic; "" for none.
 */
export function createHelpFirst({ topics, harmless, ...words }) {
  const language = languageOf(words);
  const phrases = createPhrases(topics, language, harmless);
  const read = createParser(language, phrases.words, slipsIn);
  return (query) => {
    const found = phrases.wholeIn(read(query), SURE);
    return Object.keys(topics).findLast((topic) => found.has(topic)) ?? "";
  };
}
