// What is kept on the phone, as a list in words: "2 visits, 9 ticks, 1 note". No page in sight.

import { countEarly, countTicks, ticksFrom } from "../kept/ticks.js";
import { stateFrom } from "../kept/visits.js";
import { FEATURE as SESSION } from "../session/word.js";

/**
 * @param {{feature: string, version: number, value: unknown}[]} kept - As storage.js lists it.
 * @param {(key: string, values?: Record<string, number>) => string} text
 * @returns {string[]} One entry a kind of data, without those of which there is none.
 */
export function keptList(kept, text) {
  const counts = { visits: 0, ticks: 0, notes: 0 };
  const others = new Set();
  for (const { feature, value } of kept) {
    if (feature === "visits") counts.visits += stateFrom(value).visits.length;
    else if (feature === "checklist") counts.ticks += ticksIn(value);
    else if (feature === "early-ticks") counts.ticks += countEarly(value);
    else if (feature === "note") counts.notes += notesIn(value);
    else if (feature === SESSION || feature === "settings") others.add(`kept_${feature}`);
    else others.add("kept_other");
  }
  const counted = Object.entries(counts)
    .filter(([, count]) => count > 0)
    .map(([name, count]) => text(`kept_${name}_${count === 1 ? "one" : "many"}`, { count }));
  return [...counted, ...[...others].sort().map((key) => text(key))];
}

/** @param {unknown} value */
function ticksIn(value) {
  const ticks = ticksFrom(value);
  return Object.keys(ticks).reduce((sum, visit) => sum + countTicks(ticks, visit), 0);
}

/**
 * Each line that the reader wrote is a note; the id of their visit is none.
 *
 * @param {unknown} value
 * @returns {number}
 */
function notesIn(value) {
  if (typeof value === "string") return value ? 1 : 0;
  const parts = Object.entries(value ?? {}).filter(([name]) => name !== "visit");
  return parts.reduce((sum, [, part]) => sum + notesIn(part), 0);
}
