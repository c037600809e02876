// Shows only the parts of a page that are for the reader's route. Showing all is always one tap.
//
//   <div class="guide-route" data-route="drip shot">   <tr data-route="spray">
//
// routes.css hides them, by the route that <html> carries; so nothing flashes.

import { sayNotKept } from "../kept/not-kept.js";
import { button, element, isHidden } from "../page/elements.js";
import { linkTarget } from "../page/link-target.js";
import { text } from "../page/strings.js";
import { onSettingsChange, saveSettings, settings, VALUES } from "./settings.js";

const MARKED = "article :is(.guide-route, tr, li:not(.guide-choices__item), p)[data-route]";

let isStarted = false;

/** Called for each marked part; the first one starts the filter of the page. */
export function start() {
  if (isStarted) return;
  isStarted = true;
  const parts = /** @type {HTMLElement[]} */ ([...document.querySelectorAll(MARKED)]);
  const routes = routesOf(parts);
  const { bar, now, choices, all } = createBar(routes);
  placeFor(parts[0]).before(bar);

  /** @param {import("./settings.js").Settings["route"]} route */
  const choose = (route) => {
    for (const part of parts) delete part.dataset.shown;
    if (!saveSettings({ route })) sayNotKept(bar);
  };
  for (const choice of choices) {
    choice.addEventListener("click", () => {
      choose(choice.value);
      all.focus();
    });
  }
  all.addEventListener("click", () => {
    choose("");
    choices[0].focus();
  });

  const show = () => {
    const { route } = settings();
    const words = text(`routes_showing_${route || "all"}`);
    if (now.textContent !== words) now.textContent = words;
    // Without a choice to make there is nothing to show.
    bar.hidden = !parts.some(isHidden) && (Boolean(route) || routes.length < 2);
    all.hidden = !route;
    for (const choice of choices) choice.hidden = Boolean(route);
  };
  onSettingsChange(show);
  show();

  const reveal = () => showTarget(parts);
  addEventListener("hashchange", reveal);
  reveal();
}

/**
 * In the order in which readers see them everywhere.
 *
 * @param {HTMLElement[]} parts
 */
function routesOf(parts) {
  const marked = new Set(parts.flatMap((part) => part.dataset.route?.split(" ")));
  return VALUES.route.filter((route) => marked.has(route));
}

/** @param {string[]} routes */
function createBar(routes) {
  const now = element("p", "guide-route-filter__now");
  now.setAttribute("role", "status");
  const choices = routes.map((route) => {
    const made = button("guide-route-filter__button", text(`route_${route}_label`), () => {});
    made.value = route;
    return made;
  });
  const all = button("guide-route-filter__button", text("routes_show_all"), () => {});
  const bar = element("div", "guide-route-filter", now, ...choices, all);
  bar.setAttribute("role", "group");
  bar.setAttribute("aria-label", text("routes_filter"));
  return { bar, now, choices, all };
}

/**
 * The bar cannot stand within a table or a list, nor within a part that it may hide.
 *
 * @param {HTMLElement} part
 */
function placeFor(part) {
  const article = part.closest("article");
  /** @type {HTMLElement} */
  let place = part;
  while (place.parentElement !== article) place = /** @type {HTMLElement} */ (place.parentElement);
  return place;
}

/**
 * A link to a line that is hidden shows the part with that line.
 *
 * @param {HTMLElement[]} parts
 */
function showTarget(parts) {
  const target = linkTarget();
  const hidden = parts.filter((part) => target && part.contains(target) && isHidden(part));
  for (const part of hidden) part.dataset.shown = "";
  if (hidden.length > 0) target?.scrollIntoView();
}
