// The colors of the phone, light ones or dark ones: which of them hold, and the switch between them.
// Before the first paint, a line of script in the page does the same (overrides/partials/colors.html).

import { onSettingsChange, saveSettings, settings, VALUES } from "../settings/settings.js";

/** @typedef {import("../settings/settings.js").Settings} Settings */

const isDarkPhone = matchMedia("(prefers-color-scheme: dark)");

/** @param {HTMLElement} place - `<div data-colors>` with a `<button data-while="light">` for each. */
export function start(place) {
  const buttons = [...place.querySelectorAll("[data-while]")];
  const bars = /** @type {HTMLMetaElement[]} */ ([...document.querySelectorAll("meta[name=theme-color]")]);
  // What the browser's own bar is in the light and in the dark.
  const usual = bars.map(({ content }) => content);
  const inLight = bars.find(({ media }) => media.includes("light"))?.content;
  const inDark = bars.find(({ media }) => media.includes("dark"))?.content;

  const show = () => {
    const { colors } = settings();
    const isDark = colors === "phone" ? isDarkPhone.matches : colors === "dark";
    document.body.setAttribute("data-md-color-scheme", isDark ? "slate" : "default");
    for (const button of buttons) button.hidden = button.dataset.while !== colors;
    bars.forEach((bar, index) => {
      const chosen = colors === "phone" ? usual[index] : isDark ? inDark : inLight;
      if (chosen) bar.content = chosen;
    });
  };
  for (const button of buttons) {
    button.addEventListener("click", () => {
      const next = (VALUES.colors.indexOf(/** @type {Settings["colors"]} */ (button.dataset.while)) + 1) % VALUES.colors.length;
      if (!saveSettings({ colors: VALUES.colors[next] })) tellNotKept();
      buttons.find(({ hidden }) => !hidden)?.focus();
    });
  }
  isDarkPhone.addEventListener("change", show);
  onSettingsChange(show);
  show();
}

async function tellNotKept() {
  const { sayNotKept } = await import("../kept/not-kept.js");
  sayNotKept(/** @type {HTMLElement} */ (document.querySelector("article")));
}
