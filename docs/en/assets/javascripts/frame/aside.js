// Takes parts of the page out of reach while something lies over them: for keys, taps and screen
// readers alike. The help bar always stays in reach.

/** Which covers keep a part out of reach. @type {Map<HTMLElement, Set<string>>} */
const covered = new Map();

/**
 * @param {string} cover - Name of what lies over the parts.
 * @param {boolean} isOpen
 * @param {string} parts - Selector.
 */
export function setAside(cover, isOpen, parts) {
  for (const part of /** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll(parts))) {
    const covers = covered.get(part) ?? new Set();
    if (isOpen) covers.add(cover);
    else covers.delete(cover);
    covered.set(part, covers);
    part.inert = covers.size > 0;
  }
}
