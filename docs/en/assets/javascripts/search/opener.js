// Opens and closes the search. What searches is loaded when it is opened for the first time.
//
// On a phone it is a dialog over the page, opened by a button; on a wide screen, a field in the
// header with its results below. The theme's styles hang on a hidden checkbox.

import { setAside } from "../frame/aside.js";
import { text } from "../page/strings.js";

/** All but the search itself and the help bar. */
const BEHIND = "[data-md-component=skip], .md-banner, .md-header__inner > :not(.md-search), .md-main, .guide-footer, .mkdocs-pwa";

const toggle = /** @type {HTMLInputElement} */ (document.getElementById("__search"));
const isWide = matchMedia("(min-width: 60em)");

/** @param {HTMLElement} place - `<div data-search="Its name">` */
export function start(place) {
  const button = /** @type {HTMLElement} */ (document.querySelector("[data-search-open]"));
  const field = /** @type {HTMLInputElement} */ (place.querySelector("input"));
  const dialog = /** @type {HTMLElement} */ (place.querySelector(".md-search__inner"));

  const show = () => {
    const isDialog = toggle.checked && !isWide.matches;
    button.setAttribute("aria-expanded", String(toggle.checked));
    setAside("search", isDialog, BEHIND);
    // The button is the way in: passing by with the Tab key must not open a dialog.
    field.tabIndex = isDialog || isWide.matches ? 0 : -1;
    if (isDialog) {
      dialog.setAttribute("role", "dialog");
      dialog.setAttribute("aria-label", /** @type {string} */ (place.dataset.search));
    } else {
      dialog.removeAttribute("role");
      dialog.removeAttribute("aria-label");
    }
  };
  const open = () => {
    load(place);
    if (toggle.checked) return;
    toggle.checked = true;
    show();
  };
  const close = () => {
    const hadFocus = place.contains(document.activeElement);
    toggle.checked = false;
    show();
    if (!hadFocus) return;
    if (isWide.matches) field.blur();
    else button.focus();
  };

  button.addEventListener("click", () => {
    open();
    // At once: iPhones show their keyboard only for a field that a tap itself leads to.
    field.focus();
  });
  field.addEventListener("focus", open);
  field.addEventListener("input", open);
  place.querySelector("[data-closes-search]")?.addEventListener("click", close);
  // A tap beside the results: a label that lies over the page.
  toggle.addEventListener("change", close);
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && toggle.checked) close();
  });
  place.addEventListener("focusout", ({ relatedTarget }) => {
    if (isWide.matches && relatedTarget && !place.contains(/** @type {Node} */ (relatedTarget))) close();
  });
  // A result on this very page lies behind the search.
  place.addEventListener("click", ({ target }) => {
    /** @type {HTMLAnchorElement | null} */
    const link = /** @type {Element} */ (target).closest("a[href]");
    if (link && link.pathname === location.pathname) close();
  });
  isWide.addEventListener("change", show);
  show();

  const words = new URLSearchParams(location.search).get("q");
  if (words) {
    field.value = words;
    field.focus();
  }
  // It may have been tapped before this was loaded.
  if (document.activeElement === field) open();
}

let isLoading = false;

/** @param {HTMLElement} place */
async function load(place) {
  if (isLoading) return;
  isLoading = true;
  try {
    const box = await import("./box.js");
    box.start(place);
  } catch {
    // The network has gone: the next key tries again.
    isLoading = false;
    /** @type {HTMLElement} */ (place.querySelector("[role=status]")).textContent = text("search_failed");
  }
}
