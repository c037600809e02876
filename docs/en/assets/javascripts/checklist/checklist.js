// Keeps the ticks of a checklist on the phone, for the current visit, and says how many are done.
//
//   <div data-checklist="drip-ahead"> … <li data-item="ride"> … <input type="checkbox">

import { sayNotKept } from "../kept/not-kept.js";
import { onTicksChange, saveTicks, ticksOf } from "../kept/tick-store.js";
import { currentVisit, onVisitChange } from "../kept/visit-store.js";
import { text } from "../page/strings.js";
import { startOnce as startVisitBar } from "./visit-bar.js";

/** @param {HTMLElement} block */
export function start(block) {
  // From here on ticks are kept below, and no longer by the line in the page's head.
  block.dataset.started = "";
  startVisitBar(block);
  const list = /** @type {string} */ (block.dataset.checklist);
  const boxes = new Map(
    [...block.querySelectorAll("[data-item]")].map((item) => [
      /** @type {string} */ (item.dataset.item),
      /** @type {HTMLInputElement} */ (item.querySelector("input")),
    ]),
  );
  const { bar, progress, clear } = createBar();
  block.prepend(bar);

  /** @returns {string[]} */
  const ticked = () => [...boxes].filter(([, box]) => box.checked).map(([item]) => item);

  const show = () => {
    const done = ticked().length;
    const words = text("progress", { done, total: boxes.size });
    bar.style.setProperty("--guide-done", String(done / boxes.size));
    // Only a change is read aloud, not every look at what is kept.
    if (progress.textContent !== words) progress.textContent = words;
    clear.hidden = done === 0 && !clear.dataset.undo;
  };
  const load = () => {
    const done = new Set(ticksOf(list));
    for (const [item, box] of boxes) box.checked = done.has(item);
    show();
  };
  // The boxes that are here and no other: ticks of items that are gone are let go.
  const save = () => {
    if (!saveTicks(list, ticked())) sayNotKept(block);
    show();
  };

  for (const box of boxes.values()) {
    box.addEventListener("change", () => {
      forgetUndo(clear);
      save();
    });
  }
  clear.addEventListener("click", () => {
    const undo = clear.dataset.undo;
    const items = undo ? JSON.parse(undo) : [];
    const before = ticked();
    for (const [item, box] of boxes) box.checked = items.includes(item);
    if (undo) forgetUndo(clear);
    else offerUndo(clear, before);
    save();
  });
  onTicksChange(load);
  onVisitChange(() => {
    // What was cleared belongs to the visit before.
    if (clear.dataset.visit !== currentVisit().id) forgetUndo(clear);
    load();
  });
  // What a reader faster than the script has ticked was put by for it (tick-store.js), but for
  // phones that keep nothing: there it is only in the page.
  const early = ticked();
  load();
  if (early.length > 0) {
    for (const item of early) /** @type {HTMLInputElement} */ (boxes.get(item)).checked = true;
    save();
  }
}

function createBar() {
  const bar = document.createElement("div");
  bar.className = "guide-checklist__bar";
  const progress = document.createElement("p");
  progress.className = "guide-checklist__progress";
  progress.setAttribute("role", "status");
  const clear = document.createElement("button");
  clear.type = "button";
  clear.className = "guide-checklist__clear";
  clear.textContent = text("clear");
  bar.append(progress, clear);
  return { bar, progress, clear };
}

/**
 * @param {HTMLButtonElement} button
 * @param {string[]} items
 */
function offerUndo(button, items) {
  button.dataset.undo = JSON.stringify(items);
  button.dataset.visit = currentVisit().id;
  button.textContent = text("undo");
}

/** @param {HTMLButtonElement} button */
function forgetUndo(button) {
  delete button.dataset.undo;
  button.textContent = text("clear");
}
