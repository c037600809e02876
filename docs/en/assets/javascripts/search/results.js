// The results as the theme shows them: for each page its title, the sections that answer best, and
// the others folded away.

import { element } from "../page/elements.js";
import { siteUrl } from "../page/site.js";
import { text } from "../page/strings.js";

/** The attribute of the link in each result that answers best. */
export const BEST = "data-best";

/** @typedef {import("./engine/engine.js").Found} Found */

/**
 * @param {import("./engine/engine.js").Found[][]} groups - By page; the page itself is among its sections.
 * @returns {HTMLLIElement[]}
 */
export function resultList(groups) {
  return groups.map(resultOf);
}

/** @param {Found[]} group */
function resultOf(group) {
  const best = Math.max(...group.map(({ score }) => score));
  const page = /** @type {Found} */ (group.find(isPage));
  const sections = group.filter((found) => found !== page);
  const shown = [page, ...sections.filter(({ score }) => score === best)];
  const more = sections.filter(({ score }) => score < best);
  // What a page begins with says little beside the section that answers.
  const links = shown.map((found) => linkTo(found, found !== page || shown.length === 1));
  links[shown.findIndex(({ score }) => score === best)].setAttribute(BEST, "");
  return element("li", "md-search-result__item", ...links, ...(more.length > 0 ? [fold(more)] : []));
}

/** @param {Found[]} more */
function fold(more) {
  const count = more.length;
  const words = count === 1 ? text("search_more_one") : text("search_more_many", { count });
  const summary = document.createElement("summary");
  // The theme's styles are those of a block within it.
  const line = document.createElement("div");
  line.textContent = words;
  summary.append(line);
  return element("details", "md-search-result__more", summary, ...more.map((found) => linkTo(found, true)));
}

/**
 * @param {Found} found
 * @param {boolean} hasText
 */
function linkTo(found, hasText) {
  const article = element("div", "md-search-result__article md-typeset");
  const title = document.createElement(isPage(found) ? "h1" : "h2");
  // Both are of the guide's own pages: no word of the query is in them.
  title.innerHTML = found.title;
  if (isPage(found)) article.append(element("div", "md-search-result__icon md-icon"));
  article.append(title);
  if (hasText) article.insertAdjacentHTML("beforeend", found.text);
  const link = element("a", "md-search-result__link", article);
  // For tools that compare sites: what stands for an answer.
  link.dataset.searchHit = "";
  link.href = siteUrl(found.location);
  return link;
}

/** @param {Found} found */
const isPage = ({ location }) => !location.includes("#");
