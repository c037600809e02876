// The switch for the numbers of sources in the text, beside the list that they lead to.

import { sayNotKept } from "../kept/not-kept.js";
import { button } from "../page/elements.js";
import { text } from "../page/strings.js";
import { onSettingsChange, saveSettings, settings } from "./settings.js";

/** @param {HTMLElement} place - The fold with a page's sources, or `<div data-show-sources>`. */
export function start(place) {
  const toggle = button("guide-switch", text("sources_switch"), () => {
    if (!saveSettings({ sources: !settings().sources })) sayNotKept(place);
  });
  const summary = place.querySelector("summary");
  if (summary) summary.after(toggle);
  else place.append(toggle);

  const show = () => toggle.setAttribute("aria-pressed", String(settings().sources));
  onSettingsChange(show);
  show();
}
