// Finds a row of "what is usual when" for a reader who cannot look through tables now. It shows
// what the page says of one effect; it asks nothing about the reader and judges nothing.
//
//   <div data-usual-picker></div> on the page that has the tables

import { onSettingsChange, settings } from "./settings.js";
import { text } from "./strings.js";
import { effectsOf, find, readBands } from "./usual-table.js";
import { createCard, createFrame, createList, createNone } from "./usual-view.js";

/** @typedef {{band?: number, effect?: number}} Choice - What the reader has chosen so far. */
/** @typedef {{title: string, said?: string, parts: Element[]}} Step - What is shown then. */

// Beside whatever else a page may keep in its place in the history.
const KEY = "usual";

/** @param {HTMLElement} place */
export function start(place) {
  const article = place.closest("article");
  const bands = readBands(article);
  const frame = createFrame(article);
  place.append(...frame.parts);
  document.documentElement.classList.add("guide-has-picker");

  const { field, title } = frame;
  const steps = createSteps(article, bands, (choice) => {
    history.pushState({ ...history.state, [KEY]: choice }, "");
    show();
    title.focus();
  });
  const show = () => {
    const choice = choiceIn(history.state, bands);
    showStep(frame, choice, stepFor(steps, choice, field.value.trim()));
  };
  field.addEventListener("input", show);
  addEventListener("popstate", () => {
    show();
    title.focus();
  });
  onSettingsChange(show);
  show();
  if (location.hash === `#${place.id}`) openLarge(article);
}

/** What the reader had chosen at this place in the history. */
function choiceIn(state, bands) {
  const { band, effect } = state?.[KEY] ?? {};
  // Kept from a version of the page with more rows.
  if (!bands[band]) return {};
  return bands[band].effects[effect] ? { band, effect } : { band };
}

/** @returns {Step} */
function stepFor(steps, { band, effect }, question) {
  if (effect !== undefined) return steps.card(band, effect);
  if (question !== "") return steps.answer(question);
  return band === undefined ? steps.times() : steps.effects(band);
}

function showStep({ field, title, said, back, content }, { band, effect }, step) {
  field.parentElement.hidden = effect !== undefined;
  back.hidden = band === undefined;
  title.textContent = step.title;
  said.textContent = step.said ?? "";
  content.replaceChildren(...step.parts);
}

/** @param {(choice: Choice) => void} choose */
function createSteps(article, bands, choose) {
  const listOf = (choices, noteOf) =>
    createList(
      choices.map((choice) => ({
        words: bands[choice.band].effects[choice.effect].name,
        note: noteOf(bands[choice.band]),
        action: () => choose(choice),
      })),
    );
  return {
    times() {
      const items = bands.map(({ name }, band) => ({ words: name, note: "", action: () => choose({ band }) }));
      return { title: text("usual_when"), parts: [createList(items)] };
    },
    effects(band) {
      const choices = effectsOf(bands, band, settings().route);
      return { title: bands[band].name, parts: [listOf(choices, () => "")] };
    },
    card(band, effect) {
      const chosen = bands[band].effects[effect];
      return { title: chosen.name, parts: createCard(article, bands[band], chosen) };
    },
    answer(question) {
      const title = text("usual_found");
      const found = find(bands, question, settings().route);
      if (found.length === 0) return { title, said: text("usual_none"), parts: createNone(article) };
      const said = text("usual_count", { count: found.length });
      return { title, said, parts: [listOf(found, ({ name }) => name)] };
    },
  };
}

/** Opened from the page for the hours after: usual-picker.css shows the picker alone. */
function openLarge(article) {
  const back = article.querySelector(".guide-back__link");
  back.href = new URL("../../after/now/", import.meta.url).href;
  back.textContent = text("usual_to_now");
  // The browser went to a place that has moved up since.
  scrollTo(0, 0);
}
