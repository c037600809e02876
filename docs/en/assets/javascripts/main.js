// Starts each feature on the elements that ask for it. A page without scripts reads in full.

import { start as startChecklist } from "./checklist.js";

for (const block of document.querySelectorAll("[data-checklist]")) startChecklist(block);
