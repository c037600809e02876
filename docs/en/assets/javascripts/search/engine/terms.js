// Cuts what people write into words, and takes off their endings.

/**
 * What search-words.yml says of the words of a language.
 *
 * @typedef {object} LanguageWords
 * @property {string[]} endings - The first that fits is taken off.
 * @property {string[]} skip - Words that say little by themselves.
 * @property {string[]} kept - Words that keep their endings.
 */

/**
 * What has to be known of a language to understand a query.
 *
 * @typedef {object} Language
 * @property {(word: string) => string} stem
 * @property {Set<string>} skip - Words that say little by themselves.
 * @property {string[]} [kept] - Words that no beginning of them is taken for.
 */

const SHORTEST = 3;
/** Longer than any word: a key that stuck, or an address. Cutting it into parts takes for ever. */
export const LONGEST = 30;

/**
 * A single letter is one that slipped in, or the first of a word to come.
 *
 * @param {string} word
 */
export const isWord = (word) => word.length <= LONGEST && (word.length > 1 || /\p{N}/u.test(word));

/**
 * The words of a text, small, without accents and apostrophes: "Can’t" is "cant". The same as in
 * guide/search/plain.py, by which the words of the sections are written.
 *
 * @param {string} text
 * @returns {string[]}
 */
export function wordsOf(text) {
  // Before anything is taken apart: "´" would be a space and an accent.
  const bare = text.replace(/['’‘`´]/g, "");
  const plain = bare.normalize("NFKD").toLowerCase().replace(/\p{M}/gu, "");
  return plain.match(/[\p{L}\p{N}]+/gu) ?? [];
}

/**
 * A function that makes the forms of a word one: "drives" and "driving" become "driv".
 *
 * @param {string[]} endings - The first that fits is taken off, if enough of the word is left.
 * @param {string[]} [kept] - Words that keep theirs.
 * @returns {(word: string) => string}
 */
export function createStemmer(endings, kept = []) {
  /**
   * @param {string} word
   * @returns {string}
   */
  const stem = (word) => {
    if (kept.includes(word)) return word;
    /** @param {string} ending */
    const fits = (ending) => word.endsWith(ending) && word.length - ending.length >= SHORTEST;
    const ending = endings.find(fits);
    // Once more, since "driveing" is written too, and "drive" has an ending of its own.
    if (ending) return stem(word.slice(0, word.length - ending.length));
    // "stopp" of "stopped" is the "stop" of "stops"; figures keep theirs.
    return word.length > SHORTEST ? word.replace(/(\p{L})\1$/u, "$1") : word;
  };
  return stem;
}

/**
 * @param {LanguageWords} words
 * @returns {Language}
 */
export function languageOf({ endings, skip, kept }) {
  return { stem: createStemmer(endings, kept), skip: new Set(skip), kept };
}
