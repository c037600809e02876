// Opens and closes the menu of a phone from a real button, which a keyboard and a screen reader can
// use. Until this has run, a label does it without scripts.
//
//   <button data-opens-menu aria-expanded="false" hidden>

import { setAside } from "./aside.js";

const toggle = /** @type {HTMLInputElement} */ (document.getElementById("__drawer"));
// There the menu stands beside the text, always.
const isWide = matchMedia("(min-width: 76.25em)");

/** All but the menu, its button and the help bar. */
const BEHIND = "[data-md-component=skip], .md-banner, .md-header__inner > :not([data-opens-menu]), .md-content, .md-sidebar--secondary, .guide-footer";

/** @param {HTMLButtonElement} button */
export function start(button) {
  const show = () => {
    button.setAttribute("aria-expanded", String(toggle.checked));
    setAside("menu", toggle.checked, BEHIND);
  };
  const close = () => {
    toggle.checked = false;
    show();
  };
  /** @type {HTMLElement} */ (document.querySelector(".guide-menu-label")).hidden = true;
  button.hidden = false;

  button.addEventListener("click", () => {
    toggle.checked = !toggle.checked;
    show();
  });
  // A tap beside the menu: a label that lies over the page.
  toggle.addEventListener("change", show);
  document.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || !toggle.checked) return;
    close();
    button.focus();
  });
  // Whoever comes back to this page has chosen already.
  addEventListener("pagehide", close);
  isWide.addEventListener("change", close);
  show();
}
