// Finds a row of "what is usual when" for a reader who cannot look through tables now. It shows
// what the page says of one effect; it asks nothing about the reader and judges nothing.
//
//   <div data-usual-picker></div> on the page that has the tables

import { onSettingsChange, settings } from "./settings.js";
import { text } from "./strings.js";
import { find, isOfRoute, readBands } from "./usual-table.js";
import { createCard, createFrame, createList, createNone } from "./usual-view.js";

/** @typedef {{band?: number, effect?: number}} Choice - What the reader has chosen so far. */

// Beside whatever else a page may keep in its place in the history.
const KEY = "usual";

/** @param {HTMLElement} place */
export function start(place) {
  const article = place.closest("article");
  const bands = readBands(article);
  const { title, field, back, content, parts } = createFrame(article);
  place.append(...parts);
  document.documentElement.classList.add("guide-has-picker");

  const show = () => {
    const { band, effect } = choiceIn(history.state);
    const isChoosing = effect === undefined;
    field.parentElement.hidden = !isChoosing;
    back.hidden = band === undefined;
    if (!isChoosing) {
      title.textContent = bands[band].effects[effect].name;
      content.replaceChildren(...createCard(article, bands[band], bands[band].effects[effect]));
    } else if (field.value.trim() !== "") {
      title.textContent = text("usual_found");
      content.replaceChildren(...listOf(find(bands, field.value), true));
    } else if (band === undefined) {
      title.textContent = text("usual_when");
      content.replaceChildren(createList(bands.map(({ name }, index) => choose(name, { band: index }))));
    } else {
      title.textContent = bands[band].name;
      content.replaceChildren(...listOf(bands[band].effects.map((_, index) => ({ band, effect: index }))));
    }
  };
  const listOf = (choices, withBand = false) => {
    const { route } = settings();
    const shown = choices.filter(({ band, effect }) => isOfRoute(bands[band].effects[effect], route));
    if (shown.length === 0) return createNone(article);
    return [
      createList(
        shown.map(({ band, effect }) =>
          choose(bands[band].effects[effect].name, { band, effect }, withBand ? bands[band].name : ""),
        ),
      ),
    ];
  };
  const choose = (words, choice, note = "") => ({
    words,
    note,
    action: () => {
      history.pushState({ ...history.state, [KEY]: choice }, "");
      show();
      title.focus();
    },
  });
  const choiceIn = (state) => {
    const { band, effect } = state?.[KEY] ?? {};
    // Kept from a version of the page with more rows.
    if (!bands[band]) return {};
    return bands[band].effects[effect] ? { band, effect } : { band };
  };

  field.addEventListener("input", () => show());
  addEventListener("popstate", () => {
    show();
    title.focus();
  });
  onSettingsChange(show);
  show();
  if (location.hash === `#${place.id}`) openLarge(article);
}

/** Opened from the page for the hours after: usual-picker.css shows the picker alone. */
function openLarge(article) {
  const back = article.querySelector(".guide-back__link");
  back.href = new URL("../../after/now/", import.meta.url).href;
  back.textContent = text("usual_to_now");
  // The browser went to a place that has moved up since.
  scrollTo(0, 0);
}
