// --- The notice --------------------------------------------------------------------------------

const NOTICE_MS = 8000;

const region = document.createElement("div");
region.className = "mkdocs-pwa";
region.setAttribute("role", "status");
document.body.append(region);

let noticeTimer;

const isAsking = () => region.querySelector("button") !== null;

/** Show one text with its buttons; one that asks nothing goes away by itself. */
function notice(text, buttons = [], { stays = buttons.length > 0, busy = false } = {}) {
  // A question is not taken away from under the reader's finger.
  if (buttons.length === 0 && isAsking()) return;
  clearTimeout(noticeTimer);
  // While counting, a screen reader is not to read every number aloud.
  region.setAttribute("aria-busy", String(busy));
  const label = document.createElement("span");
  label.className = "mkdocs-pwa__text";
  label.textContent = text;
  region.replaceChildren(label, ...buttons.map(button));
  if (!stays) noticeTimer = setTimeout(clearNotice, NOTICE_MS);
}

function clearNotice() {
  clearTimeout(noticeTimer);
  region.setAttribute("aria-busy", "false");
  region.replaceChildren();
}

function button({ label, action, first = false }) {
  const element = document.createElement("button");
  element.type = "button";
  element.className = `mkdocs-pwa__button${first ? " mkdocs-pwa__button--first" : ""}`;
  element.textContent = label;
  element.addEventListener("click", action);
  return element;
}

// Said again in pages that a theme puts into this one.
let lastSaid;

/** Say it in the page's own places; true if there was one. */
function sayInPage(text, { busy = false } = {}) {
  lastSaid = text;
  const found = [...places("saved"), ...places("state")];
  for (const place of places("saved")) {
    place.setAttribute("role", "status");
    place.setAttribute("aria-busy", String(busy));
    place.textContent = text;
  }
  showState({ text, busy });
  return found.length > 0;
}
