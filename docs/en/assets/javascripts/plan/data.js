// The clinic's rules and the planner's words, which come with the page.

import { filled } from "../page/strings.js";

const { rules, words, route_names } = JSON.parse(/** @type {HTMLElement} */ (document.getElementById("guide-plan")).textContent);

/**
 * What `plan_rules` in guide/macros/plan_rules.py gives.
 *
 * @type {{routes: Record<string, import("./times.js").RouteRules>, zone: string, locale: string,
 *   hour12: boolean, phone: string, dial: string, night: string, night_dial: string,
 *   numbers: string}} `numbers` is a text with all of the clinic's.
 */
export const clinic = rules;

/** What readers call the routes, by name. @type {Record<string, string>} */
export const routeNames = route_names;

/**
 * Words of the planner with their `{names}` filled in.
 *
 * @param {string} key - Name of the words in the section `plan` of strings.yml.
 * @param {Record<string, string>} [values]
 * @returns {string} Empty where there are no such words.
 */
export function word(key, values = {}) {
  return filled(words[key] ?? "", values);
}
