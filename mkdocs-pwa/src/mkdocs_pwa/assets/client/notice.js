// --- The notice --------------------------------------------------------------------------------

const NOTICE_MS = 8000;

// It stands in the flow, behind the text: over the page it would cover what a reader wants to tap,
// and before the text it would move what a reader is about to tap.
const region = document.createElement("div");
region.className = "mkdocs-pwa";
region.setAttribute("role", "status");
const place = places("notice")[0] ?? document.querySelector("main, [role=main]") ?? document.body;
place.append(region);

/**
 * A button of a notice; the first one is the one that most will want.
 *
 * @typedef {{label: string, action: () => unknown, first?: boolean}} Choice
 */

/** @typedef {{stays?: boolean, busy?: boolean, isUrgent?: boolean}} NoticeOptions */

/** @type {number | undefined} */
let noticeTimer;
// What was to be said while the page asked for quiet.
/** @type {{text: string, buttons: Choice[], options: NoticeOptions} | null} */
let held = null;

const isAsking = () => region.querySelector("button") !== null || !!held?.buttons.length;
const isQuiet = () => places("quiet").length > 0;

/**
 * Show one text with its buttons; one that asks nothing goes away by itself.
 *
 * @param {string} text
 * @param {Choice[]} [buttons]
 * @param {NoticeOptions} [options]
 */
function notice(text, buttons = [], options = {}) {
  const { stays = buttons.length > 0, busy = false, isUrgent = false } = options;
  // A question is not taken away from under the reader's finger.
  if (buttons.length === 0 && isAsking()) return;
  if (isQuiet()) {
    held = { text, buttons, options };
    return;
  }
  // What must not be missed stands before the text.
  if (isUrgent) place.prepend(region);
  clearTimeout(noticeTimer);
  // While counting, a screen reader is not to read every number aloud.
  region.setAttribute("aria-busy", String(busy));
  const label = document.createElement("span");
  label.className = "mkdocs-pwa__text";
  label.textContent = text;
  region.replaceChildren(label, ...buttons.map(button));
  if (!stays) noticeTimer = setTimeout(clearNotice, NOTICE_MS);
}

/** Hide what is said while the page asks for quiet, and say what was held back once it no longer does. */
function watchQuiet() {
  const tell = () => {
    region.hidden = isQuiet();
    if (!held || region.hidden) return;
    const { text, buttons, options } = held;
    held = null;
    notice(text, buttons, options);
  };
  const attributeFilter = ["data-mkdocs-pwa-quiet"];
  new MutationObserver(tell).observe(document.body, { attributeFilter, childList: true, subtree: true });
}

function clearNotice() {
  clearTimeout(noticeTimer);
  held = null;
  region.setAttribute("aria-busy", "false");
  region.replaceChildren();
}

/** @param {Choice} choice */
function button({ label, action, first = false }) {
  const element = document.createElement("button");
  element.type = "button";
  element.className = `mkdocs-pwa__button${first ? " mkdocs-pwa__button--first" : ""}`;
  element.textContent = label;
  element.addEventListener("click", action);
  return element;
}

// Said again in pages that a theme puts into this one.
/** @type {string | undefined} */
let lastSaid;

/**
 * Say it in the page's own places; true if there was one.
 *
 * @param {string} text
 * @param {{busy?: boolean}} [options]
 */
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
