// Finds a row of "what is usual when" for a reader who cannot look through tables now. It shows
// what the page says of one effect; it asks nothing about the reader and judges nothing.
//
//   <div data-usual-picker></div> on the page that has the tables

import { siteUrl } from "../page/site.js";
import { text } from "../page/strings.js";
import { onSettingsChange, settings } from "../settings/settings.js";
import { earlierIn, effectsOf, goesOn, isPast, readBands, readLines, rowOf } from "./table.js";
import { createCard, createFrame, createHelp, createList, createMore, createReading, createUnknown } from "./view.js";

/** @typedef {import("./table.js").Band} Band */
/** @typedef {import("./table.js").Choice} Choice */

/**
 * What the reader has chosen so far: nothing, a time, or an effect as well.
 *
 * @typedef {Choice | {band?: number, from?: undefined, effect?: undefined}} Chosen
 */

/**
 * @typedef {object} Words
 * @property {((question: string) => Omit<import("./words.js").Found, "rows"> & {rows: Choice[]}) | null} find -
 *   Null until they are there.
 * @property {boolean} hasFailed
 * @property {() => void} load
 */

/** @typedef {ReturnType<typeof createFrame>} Frame */
/** @typedef {ReturnType<typeof createSteps>} Steps */
/** @typedef {{title: string, said?: string, parts: Element[]}} Step - What is shown then. */

// Beside whatever else a page may keep in its place in the history.
const KEY = "usual";

/** @param {HTMLElement} place */
export function start(place) {
  const article = /** @type {HTMLElement} */ (place.closest("article"));
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

/**
 * The words of the guide: they are fetched when the reader is about to type.
 *
 * @param {Band[]} bands
 * @param {() => void} onChange
 */
function createWords(bands, onChange) {
  const choices = bands.flatMap(({ effects }, band) => effects.map((_, effect) => ({ band, effect })));
  /** @type {Words} */
  const words = { find: null, hasFailed: false, load };
  /** @type {Promise<void> | null} */
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

/**
 * What the reader had chosen at this place in the history.
 *
 * @param {any} state - Of the history.
 * @param {Band[]} bands
 * @returns {Chosen}
 */
function choiceIn(state, bands) {
  const { band, from = band, effect } = state?.[KEY] ?? {};
  // Kept from a version of the page with more rows.
  if (!bands[band]) return {};
  return bands[from]?.effects[effect] ? { band, from, effect } : { band };
}

/**
 * @returns {Step}
 * @param {Steps} steps
 * @param {Chosen} choice
 * @param {string} question
 */
function stepFor(steps, choice, question) {
  if (choice.effect !== undefined) return steps.card(choice);
  if (question !== "") return steps.answer(question);
  return choice.band === undefined ? steps.times() : steps.effects(choice.band);
}

/**
 * @param {Frame} frame
 * @param {Chosen} choice
 * @param {Step} step
 */
function showStep({ field, title, said, back, content }, { band, effect }, step) {
  /** @type {HTMLElement} */ (field.parentElement).hidden = effect !== undefined;
  back.hidden = band === undefined;
  title.textContent = step.title;
  said.textContent = step.said ?? "";
  content.replaceChildren(...step.parts);
}

/**
 * @param {HTMLElement} article
 * @param {Band[]} bands
 * @param {Words} words
 * @param {(choice: Chosen) => void} choose
 */
function createSteps(article, bands, words, choose) {
  /**
   * @param {Choice[]} choices
   * @param {(choice: Choice) => string} [noteOf]
   */
  const items = (choices, noteOf = () => "") =>
    choices.map((choice) => ({ words: rowOf(bands, choice).name, note: noteOf(choice), action: () => choose(choice) }));
  /** @param {Choice} choice */
  const isShown = ({ band, effect }) =>
    effectsOf(bands, band, settings().route).some((choice) => choice.effect === effect);
  /** @param {Choice} choice */
  const timeOf = (choice) => {
    const time = bands[choice.band].name;
    return goesOn(bands, choice) ? text("usual_or_later", { time }) : time;
  };
  /** @param {Choice} choice */
  const cardOf = (choice) => {
    const { band, from = band } = choice;
    const when = band === from ? timeOf(choice) : bands[band].name;
    return createCard(article, when, rowOf(bands, choice), isPast(bands, choice));
  };
  const steps = {
    /** @returns {Step} */
    times() {
      const times = bands.filter(({ id }) => id !== "");
      const list = times.map(({ name }, band) => ({ words: name, note: "", action: () => choose({ band }) }));
      return { title: text("usual_when"), parts: [createList(list)] };
    },
    /**
     * @param {number} band
     * @returns {Step}
     */
    effects(band) {
      const own = items(effectsOf(bands, band, settings().route));
      const earlier = items(earlierIn(bands, band, settings().route));
      return { title: bands[band].name, parts: [createList(own), ...createMore(text("usual_earlier"), earlier)] };
    },
    /**
     * @param {Choice} choice
     * @returns {Step}
     */
    card: (choice) => ({ title: rowOf(bands, choice).name, parts: cardOf(choice) }),
    /**
     * @param {string} question
     * @returns {Step}
     */
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

/**
 * Opened from the page for the hours after: usual-picker.css shows the picker alone.
 *
 * @param {HTMLElement} article
 */
function openLarge(article) {
  const back = /** @type {HTMLAnchorElement} */ (article.querySelector(".guide-back__link"));
  back.href = siteUrl("after/now/");
  back.textContent = text("usual_to_now");
  // The browser went to a place that has moved up since.
  scrollTo(0, 0);
}
