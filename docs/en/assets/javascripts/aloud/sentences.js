// Cuts a text into the pieces that are spoken one by one. No page in sight.

/**
 * The longest piece, in characters. Chrome can fall silent for good after about 15 seconds of one
 * piece (https://bugs.chromium.org/p/chromium/issues/detail?id=679437); slow speech has some 10
 * characters a second.
 */
export const LONGEST = 140;

const END_OF_SENTENCE = /[.!?…]+["'”’)\]]*\s+/g;
const END_OF_CLAUSE = /[,;:–]\s+/g;
const SPACE = /\s+/g;

/** @typedef {{start: number, end: number}} Span - `end` is the first character after it. */

/**
 * The sentences of a text, long ones in parts, without the space around them.
 *
 * @param {string} text
 * @param {string} language - Such as "en".
 * @returns {Span[]} In order; pieces without a letter or digit are left out.
 */
export function sentences(text, language) {
  return sentenceEnds(text, language)
    .flatMap((span) => parts(text, span))
    .map((span) => trimmed(text, span))
    .filter(({ start, end }) => /[\p{L}\p{N}]/u.test(text.slice(start, end)));
}

/**
 * @param {string} text
 * @param {string} language
 * @returns {Span[]}
 */
function sentenceEnds(text, language) {
  if (!Intl.Segmenter) return between(text, END_OF_SENTENCE, { start: 0, end: text.length });
  const segments = new Intl.Segmenter(language, { granularity: "sentence" }).segment(text);
  return [...segments].map(({ index, segment }) => ({ start: index, end: index + segment.length }));
}

/**
 * A span cut after each match of a pattern within it.
 *
 * @param {string} text
 * @param {RegExp} pattern
 * @param {Span} span
 * @returns {Span[]}
 */
function between(text, pattern, { start, end }) {
  const cuts = [...text.slice(start, end).matchAll(pattern)].map(
    (match) => start + match.index + match[0].length,
  );
  return [start, ...cuts].map((from, index) => ({ start: from, end: cuts[index] ?? end }));
}

/**
 * A span in parts that are short enough: cut at commas, and where there are none at spaces.
 *
 * @param {string} text
 * @param {Span} span
 */
function parts(text, span) {
  if (span.end - span.start <= LONGEST) return [span];
  return between(text, END_OF_CLAUSE, span).flatMap((clause) =>
    clause.end - clause.start <= LONGEST ? [clause] : packed(between(text, SPACE, clause)),
  );
}

/**
 * Words put together to parts as long as may be.
 *
 * @param {Span[]} words
 */
function packed(words) {
  /** @type {Span[]} */
  const result = [];
  for (const word of words) {
    const last = result.at(-1);
    if (last && word.end - last.start <= LONGEST) last.end = word.end;
    else result.push({ ...word });
  }
  return result;
}

/**
 * @param {string} text
 * @param {Span} span
 */
function trimmed(text, { start, end }) {
  const inner = text.slice(start, end);
  return {
    start: start + (inner.length - inner.trimStart().length),
    end: end - (inner.length - inner.trimEnd().length),
  };
}
