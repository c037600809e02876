// The ticks of all checklists as one value: { "drip-ahead": ["ride", "plan"] }. No page in sight.

/** @typedef {Record<string, string[]>} Ticks */

/**
 * The ticks after an item was ticked or cleared.
 *
 * @param {Ticks} ticks
 * @param {string} list - Name of the checklist.
 * @param {string} item - Name of the item.
 * @param {boolean} done
 * @returns {Ticks}
 */
export function withTick(ticks, list, item, done) {
  const others = (ticks[list] ?? []).filter((name) => name !== item);
  return withList(ticks, list, done ? [...others, item] : others);
}

/**
 * The ticks with those of one list replaced; a list without ticks is left out.
 *
 * @param {Ticks} ticks
 * @param {string} list
 * @param {string[]} items
 * @returns {Ticks}
 */
export function withList(ticks, list, items) {
  const rest = Object.fromEntries(Object.entries(ticks).filter(([name]) => name !== list));
  return items.length > 0 ? { ...rest, [list]: items } : rest;
}
