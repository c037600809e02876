// The words that scripts show. They come with the page, in its language.

const element = document.getElementById("guide-strings");
const strings = element ? JSON.parse(element.textContent) : {};

/**
 * A text with its `{names}` filled in.
 *
 * @param {string} key - Name of the text in the section `script` of strings.yml.
 * @param {Record<string, string | number>} [values]
 * @returns {string}
 */
export function text(key, values = {}) {
  return filled(strings[key] ?? "", values);
}

/**
 * Words with their `{names}` filled in.
 *
 * @param {string} words
 * @param {Record<string, string | number>} values
 * @returns {string}
 */
export function filled(words, values) {
  return words.replace(/\{(\w+)\}/g, (_, name) => String(values[name]));
}
