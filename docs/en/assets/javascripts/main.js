// Starts each feature on the elements that ask for it. A page without scripts reads in full.

import { start as startChecklist } from "./checklist.js";
import { start as startMenuButton } from "./menu-button.js";

const features = {
  "[data-checklist]": startChecklist,
  "[data-opens]": startMenuButton,
};

for (const [selector, start] of Object.entries(features)) {
  for (const element of document.querySelectorAll(selector)) start(element);
}
