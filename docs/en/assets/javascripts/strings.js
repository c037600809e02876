// The words that scripts show. They come with the page, in its language.

const element = document.getElementById("guide-strings");
const strings = element ? JSON.parse(element.textContent) : {};

/**
 * A text with its `{names}` filled in.
 *
 * @param {string} key - Name of the text in strings.yml.
 * @param {Record<string, string | number>} [values]
 * @returns {string}
 */
export function text(key, values = {}) {
  return (strings[key] ?? "").replace(/\{(\w+)\}/g, (_, name) => String(values[name]));
}
