// The reader's settings. They are attributes of <html>, which settings.css and routes.css answer to.
//
// A line in the page's head (overrides/partials/settings.html) sets the same attributes before the
// first paint; this file keeps and changes them.

import { onChange, read, write } from "../kept/storage.js";

const FEATURE = "settings";
const VERSION = 1;

/**
 * @typedef {object} Settings
 * @property {string} route - Show only this one: "drip", "shot", "spray" or "lozenge"; "" for all.
 * @property {"normal" | "large" | "largest"} size - Of the text.
 * @property {"phone" | "light" | "dark"} colors - Those that the phone is set to, or always these.
 * @property {boolean} calm - Muted colors.
 * @property {boolean} sources - Show the numbers of sources in the text.
 * @property {boolean} keys - Single keys lead to the search and to other pages (frame/keys.js).
 */

/**
 * The values that a setting may have; the first is what holds until the reader chooses.
 *
 * @type {{[Name in keyof Settings]: Settings[Name][]}}
 */
export const VALUES = {
  route: ["", "drip", "shot", "spray", "lozenge"],
  size: ["normal", "large", "largest"],
  colors: ["phone", "light", "dark"],
  calm: [false, true],
  sources: [false, true],
  keys: [true, false],
};

/**
 * The settings that hold now. A value that this version does not know is taken as not set.
 *
 * @returns {Settings}
 */
export function settings() {
  /** @type {Record<string, unknown>} */
  const kept = read(FEATURE, VERSION, {});
  return /** @type {Settings} */ (Object.fromEntries(
    Object.entries(VALUES).map((/** @type {[string, unknown[]]} */ [name, values]) => [
      name,
      values.includes(kept[name]) ? kept[name] : values[0],
    ]),
  ));
}

/**
 * Change settings, at once and for later.
 *
 * @param {Partial<Settings>} changes
 * @returns {boolean} Whether they are kept. If not, tell the reader with `sayNotKept`.
 */
export function saveSettings(changes) {
  return write(FEATURE, VERSION, { ...settings(), ...changes });
}

/**
 * Call back after settings have changed, here or in another tab.
 *
 * @param {() => void} callback
 */
export function onSettingsChange(callback) {
  onChange(FEATURE, callback);
}

function apply() {
  for (const [name, value] of Object.entries(settings())) {
    const isSet = value !== VALUES[/** @type {keyof Settings} */ (name)][0];
    if (isSet) document.documentElement.setAttribute(`data-guide-${name}`, String(value));
    else document.documentElement.removeAttribute(`data-guide-${name}`);
  }
}

onChange(FEATURE, apply);

/** On every page: follow what other tabs, or the page before this one, have changed. */
export function start() {
  apply();
}
