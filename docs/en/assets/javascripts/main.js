// Starts each feature on the elements that ask for it, and loads only what the page has.
// A page without scripts reads in full.

// On every page: the build writes these into this file, for a request costs more than their lines.
import * as readAloud from "./aloud/read-aloud.js";
import * as clinicNow from "./clinic/clinic-now.js";
import * as due from "./due.js";
import * as colors from "./frame/colors.js";
import * as header from "./frame/header.js";
import * as keys from "./frame/keys.js";
import * as menu from "./frame/menu.js";
import * as opener from "./search/opener.js";
import * as settings from "./settings/settings.js";

/**
 * What starts on the elements of a selector. Each script knows what kind of element its own are.
 *
 * @type {Record<string, () => Promise<{start: (element: any) => void}>>}
 */
const features = {
  ":root": async () => settings,
  "#guide-opening": async () => clinicNow,
  "[data-opens-menu]": async () => menu,
  "[data-colors]": async () => colors,
  "[data-search]": async () => opener,
  "[data-title]": async () => header,
  ".md-search__input": async () => keys,
  ".md-content details": () => import("./frame/folds.js"),
  "[data-checklist]": () => import("./checklist/checklist.js"),
  ".md-content :is(.guide-route, tr, li:not(.guide-choices__item), p)[data-route]": () => import("./settings/route-filter.js"),
  ".guide-sources, [data-show-sources]": () => import("./settings/show-sources.js"),
  "[data-setting]": () => import("./settings/form.js"),
  "[data-remove-everything]": () => import("./settings/remove-everything.js"),
  "[data-session]": () => import("./session/clock.js"),
  "[data-driving]": () => import("./session/driving-line.js"),
  "[data-my-note]": () => import("./session/my-note.js"),
  "[data-usual-picker]": () => import("./usual/picker.js"),
  "[data-companion-code]": () => import("./companion-code.js"),
  "article": async () => readAloud,
  "[data-plan]": () => import("./plan/page.js"),
  "[data-next]": () => import("./next/next.js"),
  "[data-sheet]": () => import("./plan/sheet.js"),
  "[data-due]": async () => due,
};

// A page may be made ready for a link that is only being touched. Until it is seen it counts no
// time and keeps nothing, and what it reads then is as the reader left it.
/** @type {Promise<Event | void>} */
const seen = new Promise((resolve) => {
  if (document.prerendering) document.addEventListener("prerenderingchange", resolve, { once: true });
  else resolve();
});

for (const [selector, load] of Object.entries(features)) {
  const elements = document.querySelectorAll(selector);
  if (elements.length === 0) continue;
  Promise.all([load(), seen]).then(([{ start }]) => elements.forEach((element) => start(element)));
}

// Only a wide screen has room for it.
if (matchMedia("(min-width: 60em)").matches) {
  import("./frame/contents.js").then(({ start }) => /** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll(".md-sidebar--secondary")).forEach(start));
}
