// The switch for the numbers of sources in the text, beside the list that they lead to.

import { button } from "./elements.js";
import { sayNotKept } from "./keep.js";
import { onSettingsChange, saveSettings, settings } from "./settings.js";
import { text } from "./strings.js";

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
