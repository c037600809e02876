// Understands the words of a query: as known words, each with how sure that is.

import { allowedSlips, nearest } from "./spelling.js";
import { isWord, wordsOf } from "./terms.js";

/** @typedef {(term: string, sure: number) => void} Add - Keeps the surest. */

const PREFIX = 0.7;
const SHORTEST_PREFIX = 3;
const SHORTEST_PART = 3;
/** More than any question has: a text that was pasted. Each word is compared with all that are known. */
const MOST_WORDS = 40;

/**
 * @param {import("./terms.js").Language} language
 * @param {Map<string, string>} known - The words that the guide has, each with its stem.
 * @param {(length: number) => number} [slipsIn] - How many slips a word of so many letters may have;
 *   one that may have none is taken as it is.
 * @returns {(query: string) => Map<string, number>} Known stems with how sure they are, up to 1.
 */
export function createParser({ stem, skip, kept = [] }, known, slipsIn = allowedSlips) {
  const stems = new Set(known.values());
  const skipped = new Set([...skip].map(stem));
  /**
   * @param {string} word
   * @param {boolean} isLast
   */
  const readOne = (word, isLast) => {
    const stemmed = stem(word);
    /** @type {Map<string, number>} */
    const found = new Map();
    /** @type {Add} */
    const add = (term, sure) => found.set(term, Math.max(found.get(term) ?? 0, sure));
    if (stems.has(stemmed)) add(stemmed, 1);
    if (isLast && word.length >= SHORTEST_PREFIX) {
      // It may still be in the making.
      for (const [longer, term] of known) {
        if (longer.startsWith(word) && !kept.includes(longer)) add(term, (PREFIX * word.length) / longer.length);
      }
    }
    const most = slipsIn(word.length);
    if (found.has(stemmed) || skip.has(word) || most === 0) return found;
    const parts = split(word);
    if (parts) parts.forEach((part) => add(part, 0.9));
    else for (const [near, sure] of nearest(word, known.keys(), most)) add(/** @type {string} */ (known.get(near)), sure);
    return found;
  };

  /**
   * "drugtest" is "drug test".
   *
   * @param {string} word
   */
  const split = (word) => {
    for (let at = SHORTEST_PART; at <= word.length - SHORTEST_PART; at += 1) {
      const parts = [word.slice(0, at), word.slice(at)].map(stem);
      if (parts.every((part) => stems.has(part))) return parts;
    }
    return null;
  };

  return (query) => {
    const words = wordsOf(query).filter(isWord).slice(0, MOST_WORDS);
    /** @type {Map<string, number>} */
    const terms = new Map();
    /** @type {Add} */
    const add = (term, sure) => terms.set(term, Math.max(terms.get(term) ?? 0, sure));
    words.forEach((word, index) => {
      for (const [term, sure] of readOne(word, index === words.length - 1)) add(term, sure);
      // "breast feeding" is "breastfeeding".
      const joined = index > 0 && stem(words[index - 1] + word);
      if (joined && stems.has(joined)) add(joined, 1);
    });
    // What is left of an unknown question, "what is …", is no question.
    const telling = words.filter((word) => !skip.has(word));
    const isKnown = telling.length === 0 || [...terms.keys()].some((term) => !skipped.has(term));
    return isKnown ? terms : new Map();
  };
}
