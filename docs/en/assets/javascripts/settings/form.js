// The settings page: each `<div data-setting="size">` gets its buttons. What is chosen holds at once.

import { sayNotKept } from "../kept/not-kept.js";
import { element, liveRegion } from "../page/elements.js";
import { text } from "../page/strings.js";
import { onSettingsChange, saveSettings, settings, VALUES } from "./settings.js";

/** @typedef {import("./settings.js").Settings} Settings */

/** @param {HTMLElement} place - `data-values` may list the values that this clinic has. */
export function start(place) {
  const name = /** @type {keyof Settings} */ (place.dataset.setting);
  /** @type {(Settings[keyof Settings] | undefined)[] | undefined} */
  const offered = place.dataset.values?.split(" ");
  const values = VALUES[name].filter((value) => !offered || !value || offered.includes(value));
  const said = liveRegion("guide-setting__said");
  const choices = values.map((value) => choice(name, value, () => save({ [name]: value })));
  const legend = element("legend", "guide-setting__title", text(`setting_${name}`));
  const group = element("fieldset", "guide-setting", legend, ...choices.map(({ label }) => label), said);
  place.append(group);

  /** @param {Partial<Settings>} change */
  const save = (change) => {
    if (saveSettings(change)) said.textContent = text("setting_kept");
    else sayNotKept(group);
  };
  const show = () => {
    const now = settings()[name];
    for (const { radio, value } of choices) radio.checked = value === now;
  };
  onSettingsChange(show);
  show();
}

/**
 * @param {keyof Settings} name
 * @param {Settings[keyof Settings]} value
 * @param {() => void} action
 */
function choice(name, value, action) {
  const radio = element("input", "guide-setting__choice");
  radio.type = "radio";
  radio.name = `setting_${name}`;
  // Browsers refill forms, which would show what does not hold.
  radio.autocomplete = "off";
  radio.addEventListener("change", action);
  const key = name === "route" ? `route_${value || "all"}_label` : `setting_${name}_${value}`;
  const label = element("label", "guide-setting__label", radio, element("span", "", text(key)));
  return { label, radio, value };
}
