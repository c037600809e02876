// The ticks of all checklists as one value. No page and no storage in sight.

/** @typedef {Record<string, string[]>} Ticks - Of one visit, by list: `{"drip-ahead": ["ride"]}`. */
/** @typedef {Record<string, Ticks>} AllTicks - By the id of the visit. */

/**
 * What was kept, as far as it is readable: parts of the wrong kind are left out.
 *
 * @param {unknown} value
 * @returns {AllTicks}
 */
export function ticksFrom(value) {
  const visits = entriesOf(value).map(([visit, lists]) => [visit, listsFrom(lists)]);
  return Object.fromEntries(visits.filter(([, lists]) => Object.keys(lists).length > 0));
}

/**
 * The ticks with those of one list of a visit replaced; what has no ticks is left out.
 *
 * @param {AllTicks} all
 * @param {string} visit
 * @param {string} list
 * @param {string[]} items
 * @returns {AllTicks}
 */
export function withList(all, visit, list, items) {
  const { [list]: _, ...others } = all[visit] ?? {};
  const lists = items.length > 0 ? { ...others, [list]: items } : others;
  return Object.keys(lists).length > 0 ? { ...all, [visit]: lists } : withoutTicksOf(all, visit);
}

/**
 * The ticks of a visit with what was ticked before there was a script to keep it.
 *
 * @param {AllTicks} all
 * @param {string} visit
 * @param {unknown} early - By list and item, whether it is ticked: `{"drip-ahead": {"ride": true}}`.
 *   Parts of the wrong kind are left out.
 * @returns {AllTicks}
 */
export function withEarly(all, visit, early) {
  return entriesOf(early).reduce((ticks, [list, boxes]) => {
    const untouched = (ticks[visit]?.[list] ?? []).filter((item) => !Object.hasOwn(boxes ?? {}, item));
    return withList(ticks, visit, list, [...untouched, ...tickedIn(boxes)]);
  }, all);
}

/**
 * How many boxes were ticked before there was a script to keep it.
 *
 * @param {unknown} early - As of `withEarly`.
 * @returns {number}
 */
export function countEarly(early) {
  return entriesOf(early).reduce((sum, [, boxes]) => sum + tickedIn(boxes).length, 0);
}

/**
 * The ticks without those of a visit.
 *
 * @param {AllTicks} all
 * @param {string} visit
 * @returns {AllTicks}
 */
export function withoutTicksOf(all, visit) {
  const { [visit]: _, ...others } = all;
  return others;
}

/**
 * How many boxes of a visit are ticked, in all lists.
 *
 * @param {AllTicks} all
 * @param {string} visit
 * @returns {number}
 */
export function countTicks(all, visit) {
  return Object.values(all[visit] ?? {}).reduce((sum, items) => sum + items.length, 0);
}

/**
 * @param {unknown} value
 * @returns {Ticks}
 */
function listsFrom(value) {
  const lists = entriesOf(value).map(([list, items]) => [
    list,
    Array.isArray(items) ? items.filter((item) => typeof item === "string") : [],
  ]);
  return Object.fromEntries(lists.filter(([, items]) => items.length > 0));
}

/** @param {unknown} boxes - By item, whether it is ticked. */
const tickedIn = (boxes) =>
  entriesOf(boxes)
    .filter(([, isTicked]) => isTicked === true)
    .map(([item]) => item);

/**
 * @param {unknown} value
 * @returns {[string, any][]} Of no object, none.
 */
const entriesOf = (value) =>
  typeof value === "object" && value !== null ? Object.entries(value) : [];
