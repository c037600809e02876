// All that the guide keeps on the phone goes through here, so that one place knows every key.
//
// Keys are `<site path>:<feature>:<version>`. What cannot be kept, since storage is blocked or
// full, lasts until the page is left; the caller is told and tells the reader (not-kept.js).

import { sitePath } from "../page/site.js";

// Several guides may share one origin: a key begins with the path of its own site.
const prefix = `${sitePath}:`;

/**
 * @param {string} feature
 * @param {number} version
 */
const keyOf = (feature, version) => `${prefix}${feature}:${version}`;

// Before the guide had scripts of its own for it, the theme kept the colors: "/guide/.__palette".
/** @param {string} key */
const isOurs = (key) => key.startsWith(prefix) || key.startsWith(`${sitePath}.__`);

// No feature has a name like this.
const ANY = "*";

/** @typedef {{feature: string, version: number}} Parts - Of a key. */

/** What could not be kept, by key. @type {Map<string, string>} */
const unkept = new Map();

/** @type {Map<string, Set<() => void>>} */
const watchers = new Map();

/**
 * Functions that bring older data to the next version: `{1: (one) => two, 2: (two) => three}`.
 *
 * @typedef {Record<number, (old: any) => unknown>} Migrations
 */

/**
 * Read what a feature has kept.
 *
 * Data of an older version is brought up to date and kept anew, once; the old is then removed.
 *
 * @template T
 * @param {string} feature - Name of the feature, such as "checklist".
 * @param {number} version - Version of the shape of its data.
 * @param {T} fallback - Returned when nothing, or nothing readable, is kept.
 * @param {Migrations} [migrations]
 * @returns {T} As it was kept: the caller checks that its shape is what it expects.
 */
export function read(feature, version, fallback, migrations = {}) {
  const value = parsed(keyOf(feature, version));
  if (value !== undefined) return value;
  for (let older = version - 1; older > 0; older -= 1) {
    const old = migrations[older] && parsed(keyOf(feature, older));
    if (old !== undefined) return migrated(feature, older, version, old, migrations) ?? fallback;
  }
  return fallback;
}

/**
 * Keep data for a feature.
 *
 * @param {string} feature - Name of the feature.
 * @param {number} version - Version of the shape of its data.
 * @param {unknown} value - Anything that JSON can hold.
 * @returns {boolean} Whether it will still be there on the next page. The caller tells the reader.
 */
export function write(feature, version, value) {
  const key = keyOf(feature, version);
  const text = JSON.stringify(value);
  const isKept = stored(key, text);
  if (isKept) unkept.delete(key);
  else unkept.set(key, text);
  notify(feature);
  return isKept;
}

/**
 * Remove what a feature has kept, in every version.
 *
 * @param {string} feature
 */
export function remove(feature) {
  for (const key of keys().filter((name) => partsOf(name)?.feature === feature)) drop(key);
  notify(feature);
}

/**
 * Remove everything of this site: what its features have kept, and what a tab remembers. Other
 * sites of the same origin keep theirs.
 */
export function removeAll() {
  const features = new Set(everything().map(({ feature }) => feature));
  for (const feature of features) remove(feature);
  for (const store of stores()) {
    for (const key of Object.keys(store).filter(isOurs)) store.removeItem(key);
  }
}

/**
 * Everything that this site's features have kept; other sites of the same origin are not seen.
 *
 * @returns {{feature: string, version: number, value: unknown}[]}
 */
export function everything() {
  return keys().map((key) => ({ .../** @type {Parts} */ (partsOf(key)), value: parsed(key) }));
}

/**
 * Call back after a feature's data has changed: here, in another tab, or while this page was put
 * away by the back button. The callback reads; it must not write the same feature.
 *
 * @param {string} feature
 * @param {() => void} callback
 */
export function onChange(feature, callback) {
  if (!watchers.has(feature)) watchers.set(feature, new Set());
  watchers.get(feature)?.add(callback);
}

/**
 * Call back after the data of any feature has changed, as with `onChange`.
 *
 * @param {() => void} callback
 */
export function onAnyChange(callback) {
  onChange(ANY, callback);
}

addEventListener("storage", ({ key }) => {
  // No key: all was cleared at once.
  if (key === null) notifyAll();
  else if (key.startsWith(prefix)) notify(partsOf(key)?.feature);
});
// A page that the back button brings back has missed what other pages did.
addEventListener("pageshow", notifyAll);

/** @param {string | undefined} feature - None: the key is that of no feature. */
function notify(feature) {
  for (const name of [feature, ANY]) watchers.get(/** @type {string} */ (name))?.forEach((callback) => callback());
}

function notifyAll() {
  for (const callbacks of watchers.values()) callbacks.forEach((callback) => callback());
}

/**
 * @param {string} key
 * @returns {any} What JSON holds; undefined where nothing readable is kept.
 */
function parsed(key) {
  try {
    return JSON.parse(/** @type {string} */ (unkept.get(key) ?? localStorage.getItem(key))) ?? undefined;
  } catch {
    return undefined;
  }
}

/**
 * @param {string} key
 * @param {string} text
 * @returns {boolean}
 */
function stored(key, text) {
  try {
    localStorage.setItem(key, text);
    // Where site data is blocked a stand-in takes the call and forgets with the page.
    return localStorage instanceof Storage;
  } catch {
    return false;
  }
}

/**
 * @param {string} feature
 * @param {number} from
 * @param {number} to
 * @param {any} old - In the shape of version `from`.
 * @param {Migrations} migrations
 * @returns {any} In the shape of version `to`; undefined if it cannot be read.
 */
function migrated(feature, from, to, old, migrations) {
  let value = old;
  try {
    for (let version = from; version < to; version += 1) value = migrations[version](value);
  } catch {
    // Data that no function expects. It stays where it is, for a later version that can read it.
    return undefined;
  }
  if (write(feature, to, value)) localStorage.removeItem(keyOf(feature, from));
  return value;
}

/** @param {string} key */
function drop(key) {
  unkept.delete(key);
  for (const store of stores()) store.removeItem(key);
}

/** Both of the browser's, or none where site data is blocked. */
function stores() {
  try {
    return [localStorage, sessionStorage];
  } catch {
    return [];
  }
}

/** Keys of this site's features, in order. */
function keys() {
  const names = new Set([...unkept.keys(), ...stores().slice(0, 1).flatMap(Object.keys)]);
  return [...names].filter((name) => name.startsWith(prefix) && partsOf(name) !== null).sort();
}

/**
 * @returns {Parts | null} Null for a key of something else.
 * @param {string} key
 */
function partsOf(key) {
  const match = /^([a-z-]+):(\d+)$/.exec(key.slice(prefix.length));
  return match && { feature: match[1], version: Number(match[2]) };
}
