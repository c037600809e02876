// The place between the number of results and the results: whom to call, when the words tell of
// danger, and ways on, when there is no result.

import { element } from "../page/elements.js";
import { siteUrl } from "../page/site.js";
import { filled } from "../page/strings.js";
import { createHelpFirst } from "./engine/help-first.js";
import { LONGEST, wordsOf } from "./engine/terms.js";

/**
 * What guide/search/index.py wrote for this place, with a way to tell who looks for help.
 *
 * @typedef {object} Guidance
 * @property {(query: string) => string} helpFirst - See `createHelpFirst`.
 * @property {(query: string) => string} poisonIn - "poison" where somebody may have had too much.
 * @property {Record<string, string>} topics - Those that put help first.
 * @property {string} harmless - See `createPhrases`.
 * @property {string[]} skip
 * @property {Record<string, string>} calls - Buttons as HTML, by whom they reach.
 * @property {Record<string, string>} help - The title of each card, by topic.
 * @property {string} none
 * @property {string} understood - "Searched for {words}".
 * @property {string} next
 * @property {{title: string, url: string}[]} common - Pages that many look for.
 */

/**
 * Whom the card calls, first things first.
 *
 * @type {Record<string, string[]>}
 */
const CALLS = {
  emergency: ["emergency", "crisis"],
  poison: ["emergency", "poison", "crisis"],
  suicidal: ["crisis", "emergency"],
  none: ["clinic"],
};

/** @typedef {import("./engine/engine.js").Found[][] | null} Groups - Null until there is an answer. */

/**
 * @param {HTMLElement} place
 * @returns {{show: (query: string, groups: Groups) => void}} `show`
 *   is called when the reader has typed, with null, and again with what was found.
 */
export function createGuidance(place) {
  /** @type {Guidance | null} */
  let guidance = null;
  let shown = "";
  let query = "";
  /** @type {Groups} */
  let groups = null;

  const show = () => {
    if (!guidance) return;
    const topic = query && (guidance.helpFirst(query) || topicOf(groups));
    const isEmpty = query !== "" && groups?.length === 0;
    const card = (topic === "emergency" && guidance.poisonIn(query)) || topic;
    const state = card || (isEmpty ? `none ${query}` : "");
    if (state === shown) return;
    shown = state;
    place.replaceChildren(...(card ? helpCard(guidance, card) : isEmpty ? waysOn(guidance, query) : []));
  };
  const load = async () => {
    try {
      const answer = await fetch(siteUrl("search/guidance.json"));
      const words = await answer.json();
      const poisonIn = createHelpFirst({ ...words, topics: { poison: words.poison } });
      guidance = { ...words, helpFirst: createHelpFirst(words), poisonIn };
    } catch {
      // The network has gone: the next key tries again.
      loading = null;
      return;
    }
    show();
  };
  /** @type {Promise<void> | null} */
  let loading = load();

  return {
    show(words, found) {
      query = words;
      // Until there is an answer, what there was goes on.
      groups = words ? (found ?? groups) : null;
      show();
      loading ??= load();
    },
  };
}

/**
 * The worker knows more words, and finds more misspelt ones: help is then its first result.
 *
 * @param {Groups} groups
 */
function topicOf(groups) {
  return groups?.[0]?.find(({ help }) => help)?.help ?? "";
}

/**
 * @param {Guidance} guidance
 * @param {string} card - A topic that puts help first, or "poison", which has the title of an emergency.
 */
function helpCard({ help, calls }, card) {
  return [element("p", "guide-search__title", help[card] ?? help.emergency), ...buttons(calls, CALLS[card])];
}

/**
 * @param {Guidance} guidance
 * @param {string} query
 */
function waysOn({ none, understood, next, skip, common, calls }, query) {
  const words = wordsOf(query);
  const telling = words.filter((word) => !skip.includes(word));
  const looked = (telling.length > 0 ? telling : words).map(shortened).join(", ");
  const links = common.map(({ title, url }) => {
    const link = element("a", "guide-search__link", element("span", "", title));
    link.href = siteUrl(url);
    return element("li", "", link);
  });
  const list = element("ul", "guide-search__links", ...links);
  // Safari takes a list without bullets for none.
  list.setAttribute("role", "list");
  return [
    element("p", "guide-search__title", none),
    ...(looked ? [element("p", "guide-search__line", filled(understood, { words: looked }))] : []),
    ...buttons(calls, CALLS.none),
    element("p", "guide-search__line", next),
    list,
  ];
}

/**
 * @param {Record<string, string>} calls
 * @param {string[]} names
 */
function buttons(calls, names) {
  const holder = document.createElement("template");
  // Built from the clinic file: no word of the query is in it.
  // A country's poison line may be its emergency number, which stands there already.
  holder.innerHTML = [...new Set(names.map((name) => calls[name]))].join("");
  return [...holder.content.children];
}

/** @param {string} word */
const shortened = (word) => (word.length > LONGEST ? `${word.slice(0, LONGEST)} …` : word);
