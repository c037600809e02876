// Folded parts of a page: opened for a link that leads into them, and for paper.

import { linkTarget } from "../page/link-target.js";

let isStarted = false;

/** Called for each fold; the first one starts it for the page. */
export function start() {
  if (isStarted) return;
  isStarted = true;
  addEventListener("hashchange", openForLink);
  openForLink();

  /** @type {HTMLDetailsElement[]} */
  let opened = [];
  addEventListener("beforeprint", () => {
    opened = /** @type {HTMLDetailsElement[]} */ ([...document.querySelectorAll(".md-content details:not([open])")]);
    for (const fold of opened) fold.open = true;
  });
  addEventListener("afterprint", () => {
    for (const fold of opened) fold.open = false;
  });
}

function openForLink() {
  const target = linkTarget();
  const closed = folds(target).filter(({ open }) => !open);
  for (const fold of closed) fold.open = true;
  if (closed.length > 0) target?.scrollIntoView();
}

/**
 * Those around an element, and itself.
 *
 * @param {Element | null} element
 * @returns {HTMLDetailsElement[]}
 */
function folds(element) {
  const fold = element?.closest("details");
  return fold ? [fold, ...folds(fold.parentElement)] : [];
}
