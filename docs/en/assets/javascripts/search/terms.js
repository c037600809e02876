// Cuts what people write into words, and takes off their endings.

const SHORTEST = 3;

/**
 * The words of a text, small, without accents and apostrophes: "Can’t" is "cant".
 *
 * @param {string} text
 * @returns {string[]}
 */
export function wordsOf(text) {
  const plain = text.normalize("NFKD").toLowerCase().replace(/[\p{M}'’‘`´]/gu, "");
  return plain.match(/[\p{L}\p{N}]+/gu) ?? [];
}

/**
 * A function that makes the forms of a word one: "drives" and "driving" become "driv".
 *
 * @param {string[]} endings - The first that fits is taken off, if enough of the word is left.
 * @returns {(word: string) => string}
 */
export function createStemmer(endings) {
  const stem = (word) => {
    const fits = (ending) => word.endsWith(ending) && word.length - ending.length >= SHORTEST;
    const ending = endings.find(fits);
    // Once more, since "driveing" is written too, and "drive" has an ending of its own.
    if (ending) return stem(word.slice(0, word.length - ending.length));
    // "stopp" of "stopped" is the "stop" of "stops"; figures keep theirs.
    return word.length > SHORTEST ? word.replace(/(\p{L})\1$/u, "$1") : word;
  };
  return stem;
}
