// Text within HTML.

/** @type {Record<string, string>} */
const SIGNS = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };

/**
 * @param {string} text
 * @returns {string}
 */
export function escaped(text) {
  return text.replace(/[&<>"]/g, (sign) => SIGNS[sign]);
}
