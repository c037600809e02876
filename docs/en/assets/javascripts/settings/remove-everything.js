// Removes from the phone what the reader has entered and, if they ask for it, the saved guide.
//
// In two steps and in the page: a dialog of the browser's own cannot say what will be removed.

import { everything, onAnyChange, removeAll } from "../kept/storage.js";
import { button, element, liveRegion } from "../page/elements.js";
import { text } from "../page/strings.js";
import { keptList } from "./kept-list.js";
import { hasSavedGuide, removeSavedGuide } from "./saved-guide.js";

/** @param {HTMLElement} place */
export function start(place) {
  const kept = element("p", "guide-remove__kept");
  const said = liveRegion("guide-remove__said");
  said.tabIndex = -1;
  const first = button("guide-remove__button", text("remove"), () => ask(true));
  const guide = guideChoice();
  const yes = button("guide-remove__button guide-remove__button--yes", text("remove_yes"), () => removeIt());
  const no = button("guide-remove__button", text("remove_no"), () => ask(false));
  const question = element("div", "guide-remove__question", guide.label, no, yes);
  question.setAttribute("role", "group");
  question.setAttribute("aria-label", text("remove"));
  place.append(kept, said, first, question);

  const show = async () => {
    const list = keptList(everything(), text);
    kept.textContent = list.length > 0 ? text("kept", { list: list.join(", ") }) : text("kept_nothing");
    guide.label.hidden = !(await hasSavedGuide());
  };

  /**
   * Ask, or take the question back.
   *
   * @param {boolean} isAsked
   */
  async function ask(isAsked) {
    // The guide may have been saved since, and nothing is to move once the buttons are there.
    if (isAsked) await show();
    first.hidden = isAsked;
    question.hidden = !isAsked;
    guide.box.checked = false;
    if (isAsked) said.textContent = "";
    // Not the button that removes: a second tap or key press too many must do nothing.
    (isAsked ? no : first).focus();
  }

  async function removeIt() {
    const list = keptList(everything(), text);
    const withGuide = guide.box.checked;
    removeAll();
    const lines = [list.length > 0 ? text("removed", { list: list.join(", ") }) : text("removed_nothing")];
    if (withGuide) lines.push(text((await removeSavedGuide()) ? "removed_guide" : "removed_guide_not"));
    await show();
    await ask(false);
    said.textContent = lines.join(" ");
    said.focus();
  }

  question.hidden = true;
  onAnyChange(show);
  show();
}

function guideChoice() {
  const box = element("input", "guide-setting__choice");
  box.type = "checkbox";
  box.autocomplete = "off";
  const label = element("label", "guide-setting__label", box, element("span", "", text("remove_guide")));
  return { label, box };
}
