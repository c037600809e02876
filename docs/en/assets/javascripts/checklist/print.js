// Prints a page's checklists with empty boxes for a pen, or with the ticks as they are.
//
// The browser's own "Print" gives empty boxes: a page printed for later is the common case.

import { button } from "../page/elements.js";
import { text } from "../page/strings.js";

/** @returns {HTMLButtonElement[]} */
export function printButtons() {
  return [
    button("guide-visit__button", text("print_empty"), () => print()),
    button("guide-visit__button", text("print_ticked"), printTicked),
  ];
}

function printTicked() {
  const root = document.documentElement;
  root.dataset.guidePrint = "ticked";
  addEventListener("afterprint", () => delete root.dataset.guidePrint, { once: true });
  print();
}
