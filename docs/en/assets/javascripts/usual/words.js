// Finds rows of "what is usual when" by the guide's own search words, with slips and endings
// understood. Loaded when the reader first types.
//
// Words of danger come before any row, and a word that is not understood is not guessed at.

import { siteUrl } from "../page/site.js";
import { createHelpFirst, SURE } from "../search/engine/help-first.js";
import { createPhrases } from "../search/engine/phrases.js";
import { createParser } from "../search/engine/query.js";
import { createReadings } from "../search/engine/reading.js";
import { languageOf, wordsOf } from "../search/engine/terms.js";
import { createTexts } from "../search/engine/texts.js";

/** What the words of the rows count beside what they are about. */
const TEXT = 0.35;
/** What a whole phrase of a topic adds, when each of its words is at least as sure as this. */
const WHOLE = 0.6;
const CERTAIN = 0.8;
/** Effects are told apart more finely than topics. */
const FINER = 0.05;
/** A topic named later at a row is less what it is about. */
const LATER = 0.04;
/** A row below this was guessed from half of what was typed. */
const LEAST = 0.4;
/** Words that another topic explains so much better are not about any row. */
const ELSEWHERE = 1.25;
/** Rows far behind the first one are noise. */
const BEHIND = 0.5;

/** @typedef {import("../search/engine/data.js").Guide} Guide */
/** @typedef {{name: string, topics: string[]}} Row */

/**
 * @typedef {object} Found
 * @property {string} help - The topic of danger that the words tell of; "" for none.
 * @property {boolean} isHighReading - They have a reading of high blood pressure.
 * @property {number[]} rows - Numbers of the rows, the best first, and as they were given when as
 *   good; empty when the words are not understood, or when there is help.
 */

/**
 * @param {Guide} guide - What guide/search/index.py wrote.
 * @param {Row[]} rows - In the order of the page.
 * @returns {(question: string) => Found}
 */
export function createFinder(guide, rows) {
  const language = languageOf(guide);
  const phrases = createPhrases({ ...guide.topics, ...guide.effects }, language, guide.harmless);
  const texts = createTexts(rows.map(({ name }) => ({ title: name, text: "" })), language);
  const read = createParser(language, new Map([...texts.words, ...phrases.words]));
  const hasRow = new Set(rows.flatMap(({ topics }) => topics));
  const urgent = Object.fromEntries(guide.helpFirst.map((topic) => [topic, guide.topics[topic]]));
  // It knows fewer words, so a misspelt one is nearer to those of danger.
  const helpFirst = createHelpFirst({ ...guide, topics: urgent });
  const { high, other = "" } = guide.readings;
  /** @param {string} question */
  const wholeIn = (question) => phrases.wholeIn(read(question), SURE);
  const readingOf = createReadings(guide.readings, (question) => wholeIn(question).has(other));

  return (question) => {
    const whole = wholeIn(question);
    const help = guide.helpFirst.findLast((topic) => whole.has(topic)) ?? "";
    const found = worse(help, helpFirst(question));
    if (found) return { help: found, isHighReading: false, rows: [] };
    const reading = readingOf(question);
    return { help: "", isHighReading: reading === high && high !== "", rows: ranked(question, reading) };
  };

  /**
   * @param {string} one
   * @param {string} two
   */
  function worse(one, two) {
    return guide.helpFirst.indexOf(one) > guide.helpFirst.indexOf(two) ? one : two;
  }

  /**
   * @param {string} question
   * @param {string} reading - The topic of one; "" for none.
   */
  function ranked(question, reading) {
    const terms = read(question);
    const topics = phrases.topicsOf(terms);
    // A word may also be the beginning of others, which takes from what it explains.
    for (const topic of phrases.wholeIn(terms, CERTAIN)) topics.set(topic, /** @type {number} */ (topics.get(topic)) + WHOLE);
    if (reading) topics.set(other, 1);
    const byText = textOfTopics(texts.matches(terms));
    const scores = rows.map(({ topics: own }) =>
      Math.max(0, ...own.map((topic, place) => scoreOf(topic, topics, byText) * (1 - LATER * place))),
    );
    const best = Math.max(0, ...scores);
    const sure = reading ? 1 : understood(question);
    const elsewhere = Math.max(0, ...[...topics].map(([topic, value]) => (hasRow.has(topic) ? 0 : value)));
    // "High temperature" is of an illness, not of feeling high.
    if (best * sure < LEAST || elsewhere > best * ELSEWHERE) return [];
    const numbers = rows.map((_, number) => number).filter((number) => scores[number] >= best * BEHIND);
    return numbers.sort((one, two) => scores[two] - scores[one]);
  }

  /**
   * @param {string} topic
   * @param {Map<string, number>} topics
   * @param {Map<string, number>} byText
   */
  function scoreOf(topic, topics, byText) {
    const sure = topics.get(topic) ?? 0;
    return sure * (topic in guide.effects ? 1 + FINER : 1) + TEXT * (byText.get(topic) ?? 0);
  }

  /**
   * Rows of one effect stand together, however each is worded.
   *
   * @param {Map<number, number>} matches
   */
  function textOfTopics(matches) {
    /** @type {Map<string, number>} */
    const found = new Map();
    for (const [row, share] of matches) {
      const [topic] = rows[row].topics;
      found.set(topic, Math.max(found.get(topic) ?? 0, share));
    }
    return found;
  }

  /**
   * The share of the telling words that the guide knows.
   *
   * @param {string} question
   */
  function understood(question) {
    const telling = wordsOf(question).filter((word) => !language.skip.has(word));
    if (telling.length === 0) return 1;
    return telling.filter((word) => read(word).size > 0).length / telling.length;
  }
}

/** @returns {Promise<Guide>} What the guide knows of words. Throws without a network or a copy. */
export async function loadGuide() {
  const address = siteUrl("search/search_index.json");
  const answer = await fetch(address);
  if (!answer.ok) throw new Error(`${address}: expected what search knows, found ${answer.status}`);
  return (await answer.json()).config.guide;
}
