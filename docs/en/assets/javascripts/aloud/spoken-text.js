// Finds what there is to read aloud on a page, and where it stands.

import { isHidden } from "../page/elements.js";
import { sentences } from "./sentences.js";

// Nothing to listen to: buttons, fields, numbers of sources, the way back, column names, which
// every cell says itself.
const SILENT = [
  "script, style, svg, sup, button, input, select, textarea, form, thead, details:not([open])",
  "[hidden], [aria-hidden='true'], [role='status'], [role='group'], .guide-back, .guide-sources",
  ".guide-usual__label",
].join(", ");

/** @typedef {{node: Text, start: number, end: number}} Part - Characters of one text node. */

/** @typedef {{words: string, parts: Part[]}} Piece - What is spoken, and where it stands. */

/**
 * The pieces of a page in reading order.
 *
 * @param {HTMLElement} article
 * @param {string} language
 * @returns {Piece[]}
 */
export function spokenText(article, language) {
  return blocksOf(article).flatMap(({ element, nodes }) => {
    const text = nodes.map((node) => node.data).join("");
    return sentences(text, language).map(({ start, end }, index) => ({
      words: (index === 0 ? labelOf(element) : "") + text.slice(start, end).replace(/\s+/g, " "),
      parts: partsOf(nodes, start, end),
    }));
  });
}

/**
 * The text nodes that are shown, those of one paragraph, item or cell together.
 *
 * @param {HTMLElement} article
 */
function blocksOf(article) {
  const walker = document.createTreeWalker(article, NodeFilter.SHOW_TEXT | NodeFilter.SHOW_ELEMENT, (node) =>
    node instanceof Element && (node.matches(SILENT) || isHidden(node))
      ? NodeFilter.FILTER_REJECT
      : NodeFilter.FILTER_ACCEPT,
  );
  /** @type {{element: HTMLElement, nodes: Text[]}[]} */
  const blocks = [];
  while (walker.nextNode()) {
    const node = walker.currentNode;
    if (!(node instanceof Text) || node.data.trim() === "") continue;
    const element = blockOf(/** @type {HTMLElement} */ (node.parentElement));
    const last = blocks.at(-1);
    if (last?.element === element) last.nodes.push(node);
    else blocks.push({ element, nodes: [node] });
  }
  return blocks;
}

/** @param {HTMLElement} element */
function blockOf(element) {
  let block = element;
  while (getComputedStyle(block).display.startsWith("inline")) block = /** @type {HTMLElement} */ (block.parentElement);
  return block;
}

/**
 * A cell alone says little: "2 hours" is heard as "Usually gone by: 2 hours".
 *
 * @param {HTMLElement} block
 */
function labelOf(block) {
  const isFirst = !block.previousElementSibling;
  return block.matches("td[data-label]") && !isFirst ? `${block.dataset.label}: ` : "";
}

/**
 * @param {Text[]} nodes
 * @param {number} start
 * @param {number} end
 */
function partsOf(nodes, start, end) {
  /** @type {Part[]} */
  const parts = [];
  let offset = 0;
  for (const node of nodes) {
    const from = Math.max(start - offset, 0);
    const to = Math.min(end - offset, node.data.length);
    if (from < to) parts.push({ node, start: from, end: to });
    offset += node.data.length;
  }
  return parts;
}
