// Keeps the ticks of a checklist on the phone and says how many are done.
//
//   <div data-checklist="drip-ahead"> … <li data-item="ride"> … <input type="checkbox">

import { read, write } from "./storage.js";
import { text } from "./strings.js";
import { withList, withTick } from "./ticks.js";

const FEATURE = "checklist";
const VERSION = 1;

/** @param {HTMLElement} block */
export function start(block) {
  const list = block.dataset.checklist;
  const boxes = new Map(
    [...block.querySelectorAll("[data-item]")].map((item) => [
      item.dataset.item,
      item.querySelector("input"),
    ]),
  );
  const { bar, progress, clear } = createBar();
  block.prepend(bar);

  // Read anew each time: the same list may be open in another tab.
  const kept = () => read(FEATURE, VERSION, {});
  const ticked = () => [...boxes].filter(([, box]) => box.checked).map(([item]) => item);

  const show = () => {
    const done = ticked().length;
    bar.style.setProperty("--guide-done", String(done / boxes.size));
    progress.textContent = text("progress", { done, total: boxes.size });
    clear.hidden = done === 0 && !clear.dataset.undo;
  };
  const load = () => {
    const done = new Set(kept()[list]);
    for (const [item, box] of boxes) box.checked = done.has(item);
    show();
  };
  const save = (ticks) => {
    if (!write(FEATURE, VERSION, ticks)) sayNotKept(block);
  };

  for (const [item, box] of boxes) {
    box.addEventListener("change", () => {
      forgetUndo(clear);
      save(withTick(kept(), list, item, box.checked));
      show();
    });
  }
  clear.addEventListener("click", () => {
    const undo = clear.dataset.undo;
    const items = undo ? JSON.parse(undo) : [];
    const before = ticked();
    for (const [item, box] of boxes) box.checked = items.includes(item);
    save(withList(kept(), list, items));
    if (undo) forgetUndo(clear);
    else offerUndo(clear, before);
    show();
  });
  // Another tab, or a page brought back by the back button, which keeps its old boxes.
  addEventListener("storage", load);
  addEventListener("pageshow", load);
  load();
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

function offerUndo(button, items) {
  button.dataset.undo = JSON.stringify(items);
  button.textContent = text("undo");
}

function forgetUndo(button) {
  delete button.dataset.undo;
  button.textContent = text("clear");
}

let saidNotKept = false;

/** Once a page, at the list where it was found out. */
function sayNotKept(block) {
  if (saidNotKept) return;
  saidNotKept = true;
  const note = document.createElement("p");
  note.className = "guide-checklist__warning";
  note.setAttribute("role", "alert");
  note.textContent = text("not_kept");
  block.prepend(note);
}
