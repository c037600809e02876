// The place between the number of results and the results: whom to call, when the words tell of
// danger, and ways on, when there is no result. The rest of the search is the theme's.

import { element } from "../elements.js";
import { onSettingsChange, settings } from "../settings.js";
import { siteUrl } from "../storage.js";
import { filled } from "../strings.js";
import { createHelpFirst, FIRST } from "./help-first.js";
import { tellRoute } from "./route-channel.js";
import { wordsOf } from "./terms.js";

/** Whom the card calls, first things first. */
const CALLS = { emergency: ["emergency", "crisis"], suicidal: ["crisis", "emergency"], none: ["clinic"] };

/** The theme's Enter opens the link with the highest of these: never one of this place. */
const LAST = "-1";

/** @param {HTMLElement} place */
export function start(place) {
  onSettingsChange(tellRoute(() => settings().route));

  const field = document.querySelector(".md-search__input");
  const meta = place.previousElementSibling;
  const list = place.nextElementSibling;
  const { translations } = JSON.parse(document.getElementById("__config").textContent);
  const sayingNone = translations["search.result.none"];
  let panel = null;
  let shown = "";

  const show = () => {
    const query = field.value.trim();
    // The theme answers after a while: until then, what there was goes on.
    const isEmpty = query !== "" && meta.textContent === sayingNone;
    const topic = query && (panel.helpFirst(query) || topicOf(list, panel));
    const state = topic || (isEmpty ? `none ${query}` : "");
    if (state === shown) return;
    shown = state;
    place.replaceChildren(...(topic ? helpCard(panel, topic) : isEmpty ? waysOn(panel, query) : []));
  };

  // Each answer says anew how many results there are; the list changes before this is called.
  new MutationObserver(() => panel && show()).observe(meta, { childList: true });
  field.addEventListener("input", () => panel && show());
  // With no result the theme would open the first link it finds, and that may be a call.
  field.addEventListener("keydown", (event) => {
    if (event.key !== "Enter" || list.childElementCount > 0) return;
    event.preventDefault();
    event.stopPropagation();
  });

  const load = async () => {
    const answer = await fetch(siteUrl("search/panel.json"));
    const words = await answer.json();
    panel = { ...words, helpFirst: createHelpFirst(words) };
    show();
  };
  field.addEventListener("focus", load, { once: true });
  if (document.activeElement === field) load();
}

/** The worker knows more words, and finds more misspelt ones: help is then its first result. */
function topicOf(list, { topics }) {
  const score = Number(list.querySelector("[data-md-score]")?.dataset.mdScore ?? 0);
  return Object.keys(topics)[Math.floor(score / FIRST) - 1] ?? "";
}

function helpCard({ help, calls }, topic) {
  return [element("p", "guide-search__title", help[topic]), ...buttons(calls, CALLS[topic])];
}

function waysOn({ none, understood, next, skip, common, calls }, query) {
  const words = wordsOf(query);
  const telling = words.filter((word) => !skip.includes(word));
  const looked = (telling.length > 0 ? telling : words).join(", ");
  const links = common.map(({ title, url }) => {
    const link = element("a", "guide-search__link", element("span", "", title));
    link.href = siteUrl(url);
    link.firstElementChild.dataset.mdScore = LAST;
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

function buttons(calls, names) {
  const holder = document.createElement("template");
  // Built from the clinic file: no word of the query is in it.
  holder.innerHTML = names.map((name) => calls[name]).join("");
  for (const number of holder.content.querySelectorAll("a > :first-child")) {
    number.dataset.mdScore = LAST;
  }
  return [...holder.content.children];
}
