// Single keys for readers with a keyboard: to the search, and to the pages before and after.
//
// Whoever speaks to the computer presses such keys by mistake, so they can be switched off on the
// settings page (https://www.w3.org/WAI/WCAG22/Understanding/character-key-shortcuts.html).

import { settings } from "../settings/settings.js";

const SEARCH = ["/", "s", "f"];
/** @type {Record<string, string>} */
const LINKS = { p: "prev", ",": "prev", n: "next", ".": "next" };

/** @param {HTMLElement} field - Of the search. */
export function start(field) {
  addEventListener("keydown", (event) => {
    if (!isAlone(event) || !settings().keys) return;
    if (SEARCH.includes(event.key)) {
      event.preventDefault();
      field.focus();
    } else if (event.key in LINKS) {
      /** @type {HTMLLinkElement | null} */
      const link = document.head.querySelector(`link[rel=${LINKS[event.key]}]`);
      if (link) location.assign(link.href);
    }
  });
}

/**
 * Whether a key is pressed by itself, and not to write something or within the search.
 *
 * @param {KeyboardEvent} event
 */
function isAlone({ altKey, ctrlKey, metaKey, defaultPrevented, target }) {
  if (altKey || ctrlKey || metaKey || defaultPrevented) return false;
  return !(target instanceof Element && target.closest("input, select, textarea, [data-search]"));
}
