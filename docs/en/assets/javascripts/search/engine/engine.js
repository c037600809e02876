// Answers a query with sections of the guide: by topic first, by the words of the text second.

import { escaped } from "./escaped.js";
import { SURE } from "./help-first.js";
import { createPhrases } from "./phrases.js";
import { createParser } from "./query.js";
import { createReadings } from "./reading.js";
import { languageOf } from "./terms.js";
import { createTexts } from "./texts.js";

/** What the words of the text count beside the topic. */
const TEXT = 0.35;
/** A topic named later at a heading is less what it is about. */
const LATER = 0.04;
/** What a reading of blood pressure gives the section that it is for: more than words can. */
const READING = 2;
/** More than any other score: what the page of help gets, once for each place of its topic. */
const FIRST = 10;
/** Results far behind the first one are noise. */
const LEAST = 0.2;
const MOST_PAGES = 10;

/**
 * @typedef {object} Doc
 * @property {string} location - `after/usual/#day`.
 * @property {string} title - HTML.
 * @property {string} text - HTML: its first sentence.
 * @property {string[]} [topics]
 * @property {string} [route] - Names with spaces between; none for all.
 * @property {string} [words] - Those of the rest of its text, with spaces between.
 */

/**
 * @typedef {object} Found
 * @property {string} location
 * @property {string} title - HTML.
 * @property {string} text - HTML.
 * @property {number} score - Best first; 0 for a page that is only named above its sections.
 * @property {string} help - The topic for which this page of help comes before all; "" for none.
 */

/** @typedef {{doc: Doc, fit: number, help: string}} Scored - `fit`: how well it answers. */

/**
 * @param {{guide: import("./data.js").Guide, docs: Doc[]}} data - What guide/search/index.py wrote, and all sections.
 */
export function createEngine({ guide, docs }) {
  const language = languageOf(guide);
  const phrases = createPhrases(guide.topics, language, guide.harmless);
  const texts = createTexts(docs, language);
  const read = createParser(language, new Map([...texts.words, ...phrases.words]));
  const pages = new Map(docs.filter(isPage).map((doc) => [doc.location, doc]));
  const readings = guide.readings ?? {};
  const readingOf = createReadings(readings, (query) => phrases.wholeIn(read(query), SURE).has(readings.other ?? ""));

  return {
    /**
     * @param {string} query - As the reader typed it.
     * @param {string} route - The reader's; "" for all.
     * @returns {Found[][]} For each page its sections, and itself.
     */
    search(query, route = "") {
      const terms = read(query);
      const first = phrases.wholeIn(terms, SURE);
      const urgent = guide.helpFirst.filter((topic) => first.has(topic));
      const found = ranked(terms, urgent, readingOf(query)).filter(({ doc }) => isFor(doc, route));
      const least = (found[0]?.fit ?? 0) * LEAST;
      return grouped(found.filter((each) => scoreOf(each) >= least));
    },
  };

  /**
   * @param {Map<string, number>} terms
   * @param {string[]} urgent
   * @param {string} reading - The topic of one; "" for none.
   */
  function ranked(terms, urgent, reading) {
    const topics = phrases.topicsOf(terms);
    const matches = texts.matches(terms);
    const scored = docs.map((doc, index) => ({
      doc,
      fit:
        topicScore(doc, topics) +
        TEXT * (matches.get(index) ?? 0) +
        (reading && doc.topics?.[0] === reading ? READING : 0),
      help: (isPage(doc) && urgent.find((topic) => topic === doc.topics?.[0])) || "",
    }));
    return scored.filter((each) => scoreOf(each) > 0).sort((one, other) => scoreOf(other) - scoreOf(one));
  }

  /**
   * The page of help comes before everything else, that of the more pressing topic first.
   *
   * @param {Scored} scored
   */
  function scoreOf({ fit, help }) {
    return fit + FIRST * (guide.helpFirst.indexOf(help) + 1);
  }

  /**
   * @param {Doc} doc
   * @param {Map<string, number>} topics
   */
  function topicScore(doc, topics) {
    const own = doc.topics ?? [];
    return Math.max(0, ...own.map((topic, index) => (topics.get(topic) ?? 0) * (1 - LATER * index)));
  }

  /** @param {Scored[]} found */
  function grouped(found) {
    /** @type {Map<string, Found[]>} */
    const groups = new Map();
    for (const each of found) {
      const address = each.doc.location.split("#")[0];
      if (!groups.has(address) && groups.size === MOST_PAGES) continue;
      groups.set(address, [...(groups.get(address) ?? []), item(each.doc, scoreOf(each), each.help)]);
    }
    for (const [address, items] of groups) {
      // A page's title stands above its sections.
      if (!items.some(isPage)) items.push(item(/** @type {Doc} */ (pages.get(address)), 0));
    }
    return [...groups.values()];
  }

  /**
   * @param {Doc} doc
   * @param {number} score
   * @param {string} [help]
   * @returns {Found}
   */
  function item(doc, score, help = "") {
    const { location, title, text, route } = doc;
    const names = route?.split(" ").map((name) => guide.routes[name]).join(", ");
    const label = names && guide.forRoutes.replace("{routes}", names);
    const shown = label ? `<span class="guide-found-route">${escaped(label)}</span> ${text}` : text;
    return { location, title, text: shown, score, help };
  }
}

/** @param {{location: string}} section */
const isPage = ({ location }) => !location.includes("#");

/**
 * @param {Doc} doc
 * @param {string} wanted - A route; "" for all.
 */
function isFor({ route }, wanted) {
  return !wanted || !route || route.split(" ").includes(wanted);
}
