// Hands a page's checklists on as text: to another app, else to the clipboard, else to the eye.

import { visitName } from "../kept/visit-name.js";
import { currentVisit } from "../kept/visit-store.js";
import { button, element, plainWords } from "../page/elements.js";
import { text } from "../page/strings.js";
import { checklistText } from "./text.js";

/**
 * @param {(words: string) => void} say - Tells the reader what has become of it.
 * @returns {HTMLButtonElement}
 */
export function shareButton(say) {
  const made = button("guide-visit__button", text("share"), async () => {
    const title = /** @type {HTMLElement} */ (document.querySelector("h1")).textContent.trim();
    const words = pageAsText(title);
    say("");
    made.parentElement?.querySelector(".guide-visit__text")?.remove();
    if (await shared(title, words)) return;
    if (await copied(words)) {
      say(text("share_copied"));
    } else {
      say(text("share_by_hand"));
      showText(words, made);
    }
  });
  return made;
}

/**
 * Whether an app of the phone took it, or the reader thought better of it.
 *
 * @param {string} title
 * @param {string} words
 */
async function shared(title, words) {
  if (!navigator.share) return false;
  try {
    await navigator.share({ title, text: words });
    return true;
  } catch (error) {
    return /** @type {DOMException} */ (error).name === "AbortError";
  }
}

/** @param {string} words */
async function copied(words) {
  try {
    await navigator.clipboard.writeText(words);
    return true;
  } catch {
    // Not allowed, or not there without https.
    return false;
  }
}

/**
 * @param {string} words
 * @param {HTMLElement} place
 */
function showText(words, place) {
  const field = element("textarea", "guide-visit__text");
  field.value = words;
  field.readOnly = true;
  field.rows = 8;
  field.setAttribute("aria-label", text("share_field"));
  place.after(field);
  field.focus();
  field.select();
}

/** @param {string} title */
function pageAsText(title) {
  const year = new Date().getFullYear();
  const visit = visitName(currentVisit(), document.documentElement.lang, year, text);
  const lists = [...document.querySelectorAll("[data-checklist]")].map((block) => ({
    heading: headingBefore(block),
    items: [...block.querySelectorAll("[data-item]")].map((item) => ({
      words: plainWords(item),
      done: /** @type {HTMLInputElement} */ (item.querySelector("input")).checked,
    })),
  }));
  return checklistText(title, visit, lists);
}

/** @param {Element} block */
function headingBefore(block) {
  let before = block.previousElementSibling;
  while (before && !/^H[2-6]$/.test(before.tagName)) before = before.previousElementSibling;
  return before?.textContent.trim() ?? "";
}
