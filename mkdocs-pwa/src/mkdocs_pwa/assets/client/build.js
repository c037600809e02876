// Registers the worker and tells the reader, truthfully and quietly, what is saved.
//
// A page may hold places for the texts; without them one notice at the foot of the page is used.
// They are listed in the README.

/**
 * What pack.py writes in place of the marker.
 *
 * @typedef {object} ClientData
 * @property {Record<string, Record<string, string>>} messages - By language, then by key.
 * @property {string} styles - CSS.
 */

/** @type {Partial<ClientData>} */
const { messages = {}, styles = "" } = {/* mkdocs-pwa:client */};

const root = new URL("../", import.meta.url);
const language = document.documentElement.lang.toLowerCase();
const texts = messages[language] ?? messages[language.split("-")[0]] ?? messages.en ?? {};

/**
 * @param {string} key
 * @param {Record<string, unknown>} [values]
 */
const fill = (key, values = {}) =>
  (texts[key] ?? "").replace(/\{(\w+)\}/g, (_, name) => String(values[name]));

/**
 * Bytes in the reader's own way of writing numbers, as in `1.2 MB`.
 *
 * @param {number} bytes
 */
function sizeText(bytes) {
  const unit = bytes < 1e3 ? "byte" : bytes < 1e5 ? "kilobyte" : "megabyte";
  /** @type {Intl.NumberFormatOptions} */
  const options = {
    style: "unit",
    unit,
    // Short, a byte is "byte" also where there are many.
    unitDisplay: unit === "byte" ? "long" : "short",
    maximumFractionDigits: unit === "megabyte" ? 1 : 0,
  };
  const amount = bytes / { byte: 1, kilobyte: 1e3, megabyte: 1e6 }[unit];
  return new Intl.NumberFormat(language || "en", options).format(amount);
}

/**
 * A day such as `2026-11-22`, or a time in milliseconds, as the reader writes it.
 *
 * @param {string | number} value
 * @param {Intl.DateTimeFormatOptions} [options]
 */
function dateText(value, options = { dateStyle: "long" }) {
  // At noon, so that no time zone moves it to the day before.
  const date = new Date(typeof value === "string" ? `${value}T12:00:00` : value);
  return date.toLocaleString(language || "en", options);
}

/**
 * Browser storage, or this page's memory where the reader has blocked it.
 *
 * @param {() => Storage} open
 * @param {string} name
 */
function remembered(open, name) {
  const key = `${root.pathname}:mkdocs-pwa-${name}:1`;
  /** @type {string | null} */
  let inMemory = null;
  return {
    get() {
      try {
        return open().getItem(key) ?? inMemory;
      } catch {
        return inMemory;
      }
    },
    /** @param {string} value */
    set(value) {
      inMemory = value;
      try {
        open().setItem(key, value);
      } catch {
        // Remembered until the page is left.
      }
    },
  };
}

/** Before the page's own styles, which may change ours, and without a request. */
function addStyles() {
  const style = document.createElement("style");
  style.textContent = styles;
  document.head.prepend(style);
  // A content policy of the host's, which does not know their hash, stops these, but never a sheet
  // that a script makes (Safari from 16.4).
  if (style.sheet || !document.adoptedStyleSheets) return;
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(styles);
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
}

/**
 * @param {string} name
 * @returns {NodeListOf<HTMLElement>}
 */
const places = (name) => document.querySelectorAll(`[data-mkdocs-pwa-${name}]`);
