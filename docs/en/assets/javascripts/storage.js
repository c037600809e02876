// All that the guide keeps on the phone goes through here, so that one place knows every key.

// Several guides may share one origin: a key begins with the path of its own site.
const site = new URL("../../", import.meta.url).pathname;

const keyOf = (feature, version) => `${site}:${feature}:${version}`;

/**
 * Read what a feature has kept.
 *
 * @template T
 * @param {string} feature - Name of the feature, such as "checklist".
 * @param {number} version - Version of the shape of its data.
 * @param {T} fallback - Returned when nothing, or nothing readable, is kept.
 * @returns {T}
 */
export function read(feature, version, fallback) {
  try {
    return JSON.parse(localStorage.getItem(keyOf(feature, version))) ?? fallback;
  } catch {
    return fallback;
  }
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
  const text = JSON.stringify(value);
  try {
    localStorage.setItem(keyOf(feature, version), text);
    // Where site data is blocked a stand-in takes the call and forgets with the page.
    return localStorage instanceof Storage;
  } catch {
    return false;
  }
}
