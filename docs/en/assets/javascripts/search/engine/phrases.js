// Everyday words and phrases: what a query is about, and how much of it that explains.

import { isWord, wordsOf } from "./terms.js";

/** A skip word explains little of a query, but without it the phrase is not whole: "want more". */
const SKIP = 0.15;
const SKIP_IN_PHRASE = 0.5;

/** @typedef {{topic: string, stems: string[], weight: number}} Phrase */

/**
 * @param {Record<string, string>} topics - By id its words and phrases, with commas between them.
 * @param {import("./terms.js").Language} language
 * @param {string} [harmless] - Phrases that hold one of danger and are of none, with commas between
 *   them: who "cant see clearly" is not blind.
 */
export function createPhrases(topics, { stem, skip }, harmless = "") {
  /** @type {Map<string, Phrase[]>} */
  const phrasesWith = new Map();
  /** @type {Map<string, string>} */
  const words = new Map();
  // Single letters are passed over in queries: "wish i was dead". What is then left of "a and e"
  // says nothing.
  /** @param {string} phrase */
  const tellingOf = (phrase) => {
    const all = wordsOf(phrase);
    const left = all.filter(isWord);
    return left.length < all.length && left.every((word) => skip.has(word)) ? [] : left;
  };
  /** @param {string} word */
  const stemmed = (word) => {
    const made = stem(word);
    words.set(word, made);
    return made;
  };
  const skipped = new Set([...skip].map(stem));
  /** @param {string} phrase */
  const stemsOf = (phrase) => [...new Set(tellingOf(phrase).map(stemmed))];
  const all = Object.entries(topics).flatMap(([topic, list]) =>
    list.split(",").map((phrase) => ({ topic, stems: stemsOf(phrase), weight: 0 })),
  );
  const ofNone = harmless.split(",").map(stemsOf).filter((stems) => stems.length > 0);
  for (const phrase of all) {
    for (const term of phrase.stems) {
      if (!phrasesWith.has(term)) phrasesWith.set(term, []);
      phrasesWith.get(term)?.push(phrase);
    }
  }
  const count = Object.keys(topics).length;
  /** @type {Map<string, number>} */
  const weights = new Map();
  for (const [term, phrases] of phrasesWith) {
    const rare = Math.log(1 + count / new Set(phrases.map(({ topic }) => topic)).size);
    weights.set(term, rare);
  }
  /** @param {string} term */
  const inPhrase = (term) => /** @type {number} */ (weights.get(term)) * (skipped.has(term) ? SKIP_IN_PHRASE : 1);
  /** @param {string} term */
  const inQuery = (term) => (weights.get(term) ?? 0) * (skipped.has(term) ? SKIP : 1);
  for (const phrase of all) phrase.weight = phrase.stems.reduce((sum, term) => sum + inPhrase(term), 0);

  return {
    /** The words of all phrases, each with its stem. */
    words,

    /**
     * How well each topic explains a query, from 0 to 1.
     *
     * Each word counts with the phrase of the topic that the query has most of.
     *
     * @param {Map<string, number>} terms
     * @returns {Map<string, number>}
     */
    topicsOf(terms) {
      /** @type {Map<string, Map<string, number>>} */
      const best = new Map();
      for (const [term, sure] of terms) {
        for (const phrase of phrasesWith.get(term) ?? []) {
          const value = inQuery(term) * sure * coverage(phrase, terms);
          const ofTopic = best.get(phrase.topic) ?? new Map();
          ofTopic.set(term, Math.max(ofTopic.get(term) ?? 0, value));
          best.set(phrase.topic, ofTopic);
        }
      }
      const whole = [...terms.keys()].reduce((sum, term) => sum + inQuery(term), 0);
      return new Map([...best].map(([topic, values]) => [topic, total(values) / (whole || 1)]));
    },

    /**
     * The topics of which a query has a whole phrase, and not only within a harmless one.
     *
     * @param {Map<string, number>} terms
     * @param {number} surest - How sure each word must be.
     * @returns {Set<string>}
     */
    wholeIn(terms, surest) {
      const candidates = [...terms.keys()].flatMap((term) => phrasesWith.get(term) ?? []);
      /** @param {string[]} stems */
      const isWhole = (stems) => stems.every((term) => (terms.get(term) ?? 0) >= surest);
      const said = ofNone.filter(isWhole);
      /** @param {string[]} stems */
      const isWithin = (stems) =>
        said.some((longer) => longer.length > stems.length && stems.every((term) => longer.includes(term)));
      const found = candidates.filter(({ stems }) => isWhole(stems) && !isWithin(stems));
      return new Set(found.map(({ topic }) => topic));
    },
  };

  /**
   * @param {Phrase} phrase
   * @param {Map<string, number>} terms
   */
  function coverage({ stems, weight }, terms) {
    const found = stems.reduce((sum, term) => sum + (terms.has(term) ? inPhrase(term) : 0), 0);
    return found / weight;
  }
}

/** @param {Map<string, number>} values */
const total = (values) => [...values.values()].reduce((sum, value) => sum + value, 0);
