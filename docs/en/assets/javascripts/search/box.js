// The field and the list of results: asks the worker while the reader types, and moves by keys.

import { text } from "../page/strings.js";
import { onSettingsChange, settings } from "../settings/settings.js";
import { createAsker } from "./asker.js";
import { createGuidance } from "./guidance.js";
import { BEST, resultList } from "./results.js";

/** What can be moved to with the arrow keys: no link that is folded away. */
const STOPS = "a[href]:not(details:not([open]) a), summary";

/** @param {HTMLElement} place - `<div data-search>` */
export function start(place) {
  const field = /** @type {HTMLInputElement} */ (place.querySelector("input"));
  const meta = /** @type {HTMLElement} */ (place.querySelector("[role=status]"));
  const list = /** @type {HTMLElement} */ (place.querySelector("ol"));
  const guidance = createGuidance(/** @type {HTMLElement} */ (place.querySelector("[data-search-panel]")));
  let opensBest = false;

  /**
   * @param {string} query
   * @param {import("./engine/engine.js").Found[][]} groups
   */
  const answered = (query, groups) => {
    meta.replaceChildren(countOf(groups.length));
    list.replaceChildren(...resultList(groups));
    guidance.show(query, groups);
    if (opensBest) openBest();
  };
  const failed = () => meta.replaceChildren(text("search_failed"));
  const asker = createAsker(answered, failed);

  const ask = () => {
    const query = field.value.trim();
    opensBest = false;
    guidance.show(query, null);
    if (query) {
      asker.ask(query, settings().route);
      return;
    }
    asker.forget();
    meta.replaceChildren(text("search_ready"));
    list.replaceChildren();
  };
  const openBest = () => {
    opensBest = false;
    list.querySelector(`[${BEST}]`)?.click();
  };

  field.addEventListener("input", ask);
  field.form?.addEventListener("submit", (event) => {
    event.preventDefault();
    // What is shown may still be the answer to fewer letters.
    if (asker.isWaiting()) opensBest = true;
    else openBest();
  });
  field.form?.addEventListener("reset", (event) => {
    // A browser would empty the field only after this.
    event.preventDefault();
    field.value = "";
    field.focus();
    ask();
  });
  place.addEventListener("keydown", (event) => moveByKey(event, field, place));
  onSettingsChange(ask);
  ask();
}

/** @param {number} count */
function countOf(count) {
  if (count === 0) return text("search_none");
  return count === 1 ? text("search_one") : text("search_many", { count });
}

/**
 * Up and down go through the field and all that can be opened, round and round; whatever writes or
 * moves in the field leads back to it.
 *
 * @param {KeyboardEvent} event
 * @param {HTMLElement} field
 * @param {HTMLElement} place
 */
function moveByKey(event, field, place) {
  const { key, altKey, ctrlKey, metaKey } = event;
  if (altKey || ctrlKey || metaKey || event.isComposing) return;
  if (key === "ArrowDown" || key === "ArrowUp") {
    const stops = [field, .../** @type {NodeListOf<HTMLElement>} */ (place.querySelectorAll(STOPS))];
    const step = key === "ArrowDown" ? 1 : -1;
    const from = Math.max(0, stops.indexOf(/** @type {HTMLElement} */ (document.activeElement)));
    event.preventDefault();
    stops[(from + step + stops.length) % stops.length].focus();
  } else if (isWriting(key) && document.activeElement?.matches(STOPS)) {
    field.focus();
  }
}

/**
 * A space presses what has the focus.
 *
 * @param {string} key
 */
const isWriting = (key) => (key.length === 1 && key !== " ") || ["Backspace", "Home", "End"].includes(key);
