// Finds a row of "what is usual when" for a reader who cannot look through tables now. It shows
// what the page says of one effect; it asks nothing about the reader and judges nothing.
//
//   <div data-usual-picker></div> on the page that has the tables

import { siteUrl } from "../page/site.js";
import { text } from "../page/strings.js";
import { onSettingsChange, settings } from "../settings/settings.js";
import { earlierIn, effectsOf, goesOn, isPast, readBands, readLines, rowOf } from "./table.js";
import { createCard, createFrame, createHelp, createList, createMore, createReading, createUnknown } from "./view.js";

/**
 * What the reader has chosen so far: a time, and an effect, `from` the time whose row it is.
 *
 * @typedef {{band?: number, from?: number, effect?: number}} Choice
 */
/** @typedef {{title: string, said?: string, parts: Element[]}} Step - What is shown then. */

// Beside whatever else a page may keep in its place in the history.
const KEY = "usual";

/** @param {HTMLElement} place */
export function start(place) {
  const article = place.closest("article");
  const bands = [...readBands(article), readLines(article, text("usual_any_day"))];
  const frame = createFrame(article);
  place.append(...frame.parts);
  document.documentElement.classList.add("guide-has-picker");

  const { field, title } = frame;
  const show = () => {
    const choice = choiceIn(history.state, bands);
    showStep(frame, choice, stepFor(steps, choice, field.value.trim()));
  };
  const words = createWords(bands, show);
  const steps = createSteps(article, bands, words, (choice) => {
    history.pushState({ ...history.state, [KEY]: choice }, "");
    show();
    title.focus();
  });
  field.addEventListener("focus", words.load);
  field.addEventListener("input", () => {
    words.load();
    show();
  });
  addEventListener("popstate", () => {
    show();
    title.focus();
  });
  onSettingsChange(show);
  show();
  if (location.hash === `#${place.id}`) openLarge(article);
}

/** The words of the guide: they are fetched when the reader is about to type. */
function createWords(bands, onChange) {
  const choices = bands.flatMap(({ effects }, band) => effects.map((_, effect) => ({ band, effect })));
  const words = { find: null, hasFailed: false, load };
  let loading = null;
  return words;

  function load() {
    loading ??= fetchWords().then(onChange);
  }

  async function fetchWords() {
    try {
      const { createFinder, loadGuide } = await import("./words.js");
      const find = createFinder(await loadGuide(), choices.map((choice) => rowOf(bands, choice)));
      words.find = (question) => {
        const found = find(question);
        return { ...found, rows: found.rows.map((row) => choices[row]) };
      };
    } catch {
      // No network and no copy: the next key tries again.
      loading = null;
    }
    words.hasFailed = words.find === null;
  }
}

/** What the reader had chosen at this place in the history. */
function choiceIn(state, bands) {
  const { band, from = band, effect } = state?.[KEY] ?? {};
  // Kept from a version of the page with more rows.
  if (!bands[band]) return {};
  return bands[from]?.effects[effect] ? { band, from, effect } : { band };
}

/** @returns {Step} */
function stepFor(steps, choice, question) {
  if (choice.effect !== undefined) return steps.card(choice);
  if (question !== "") return steps.answer(question);
  return choice.band === undefined ? steps.times() : steps.effects(choice.band);
}

function showStep({ field, title, said, back, content }, { band, effect }, step) {
  field.parentElement.hidden = effect !== undefined;
  back.hidden = band === undefined;
  title.textContent = step.title;
  said.textContent = step.said ?? "";
  content.replaceChildren(...step.parts);
}

/** @param {(choice: Choice) => void} choose */
function createSteps(article, bands, words, choose) {
  const items = (choices, noteOf = () => "") =>
    choices.map((choice) => ({ words: rowOf(bands, choice).name, note: noteOf(choice), action: () => choose(choice) }));
  const isShown = ({ band, effect }) =>
    effectsOf(bands, band, settings().route).some((choice) => choice.effect === effect);
  const timeOf = (choice) => {
    const time = bands[choice.band].name;
    return goesOn(bands, choice) ? text("usual_or_later", { time }) : time;
  };
  const cardOf = (choice) => {
    const { band, from = band } = choice;
    const when = band === from ? timeOf(choice) : bands[band].name;
    return createCard(article, when, rowOf(bands, choice), isPast(bands, choice));
  };
  const steps = {
    times() {
      const times = bands.filter(({ id }) => id !== "");
      const list = times.map(({ name }, band) => ({ words: name, note: "", action: () => choose({ band }) }));
      return { title: text("usual_when"), parts: [createList(list)] };
    },
    effects(band) {
      const own = items(effectsOf(bands, band, settings().route));
      const earlier = items(earlierIn(bands, band, settings().route));
      return { title: bands[band].name, parts: [createList(own), ...createMore(text("usual_earlier"), earlier)] };
    },
    card: (choice) => ({ title: rowOf(bands, choice).name, parts: cardOf(choice) }),
    answer(question) {
      const title = text("usual_found");
      if (!words.find) {
        return words.hasFailed ? { ...steps.times(), said: text("usual_failed") } : { title, parts: [] };
      }
      const { help, isHighReading, rows } = words.find(question);
      const found = rows.filter(isShown);
      if (help) return { title: text("usual_help"), said: text(`usual_${help}`), parts: createHelp(article, help) };
      if (isHighReading) return createReading(article);
      if (found.length === 0) {
        return { title: text("usual_unknown"), said: text("usual_ask"), parts: createUnknown(article) };
      }
      const said = text("usual_count", { count: found.length });
      const list = createList(items(found, timeOf));
      return { title, said, parts: found.length === 1 ? [list, ...cardOf(found[0])] : [list] };
    },
  };
  return steps;
}

/** Opened from the page for the hours after: usual-picker.css shows the picker alone. */
function openLarge(article) {
  const back = article.querySelector(".guide-back__link");
  back.href = siteUrl("after/now/");
  back.textContent = text("usual_to_now");
  // The browser went to a place that has moved up since.
  scrollTo(0, 0);
}
