// Finds the known words that a misspelt one may be: against the words of the guide itself.

/** How near a known word is, by the slips between them; more slips are another word. */
const NEARNESS = [1, 0.8, 0.5];

/**
 * The number of slips between two words: a letter changed, missing, too much, or two swapped
 * (optimal string alignment).
 *
 * @param {string} one
 * @param {string} other
 * @param {number} most - Above it the number is not exact.
 * @returns {number}
 */
export function slips(one, other, most) {
  if (Math.abs(one.length - other.length) > most) return most + 1;
  /** @type {number[]} */
  let before = [];
  let last = Array.from({ length: other.length + 1 }, (_, index) => index);
  for (let i = 1; i <= one.length; i += 1) {
    const row = [i];
    let least = i;
    for (let j = 1; j <= other.length; j += 1) {
      const change = one[i - 1] === other[j - 1] ? 0 : 1;
      row[j] = Math.min(last[j] + 1, row[j - 1] + 1, last[j - 1] + change);
      const swapped = i > 1 && j > 1 && one[i - 1] === other[j - 2] && one[i - 2] === other[j - 1];
      if (swapped) row[j] = Math.min(row[j], before[j - 2] + 1);
      least = Math.min(least, row[j]);
    }
    if (least > most) return most + 1;
    before = last;
    last = row;
  }
  return last[other.length];
}

/**
 * How many slips a word may have: short words are too like each other.
 *
 * @param {number} length
 */
export function allowedSlips(length) {
  if (length < 4) return 0;
  return length < 7 ? 1 : 2;
}

/**
 * The nearest known words.
 *
 * @param {string} word - Not a known one.
 * @param {Iterable<string>} known
 * @param {number} most - How many slips it may have.
 * @returns {[string, number][]} Each with its nearness, between 0 and 1; only the nearest ones.
 */
export function nearest(word, known, most) {
  let fewest = most;
  /** @type {[string, number][]} */
  let found = [];
  for (const candidate of known) {
    if (candidate.length < 3) continue;
    const number = slips(word, candidate, fewest);
    if (number > fewest) continue;
    if (number < fewest) found = [];
    fewest = number;
    // People seldom miss the first letter.
    found.push([candidate, NEARNESS[number] * (candidate[0] === word[0] ? 1 : 0.7)]);
  }
  return found;
}
