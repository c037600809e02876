// Shows a code that opens the companion's page on another phone. Drawn here, since only the
// browser knows the address that this copy of the guide is served from; no network is needed.
//
//   <div data-companion-code></div>

import { button, element } from "./page/elements.js";
import { siteUrl } from "./page/site.js";
import { text } from "./page/strings.js";
import { correction, generate } from "./vendor/lean-qr.js";

const SVG = "http://www.w3.org/2000/svg";

/** The white edge that a reader of codes needs, in modules (ISO/IEC 18004). */
const QUIET = 4;

const address = new URL(siteUrl("with-you/"), location.href).href;

/** @param {HTMLElement} place */
export function start(place) {
  const caption = element("figcaption", "", text("companion_how"));
  const figure = element("figure", "guide-companion__figure", drawCode(address), caption);
  const toggle = button("guide-companion__button", text("companion_show"), () => show(figure.hidden));
  /** @param {HTMLElement["hidden"]} isShown */
  const show = (isShown) => {
    figure.hidden = !isShown;
    toggle.setAttribute("aria-expanded", String(isShown));
    if (isShown) figure.scrollIntoView({ block: "nearest" });
  };
  show(false);
  place.append(toggle, figure);
}

/** @param {string} url */
function drawCode(url) {
  // Level Q still reads with a quarter of it hidden by a glare or a crack.
  const level = { minCorrectionLevel: correction.Q, maxCorrectionLevel: correction.Q };
  const code = generate(url, level);
  const size = code.size + 2 * QUIET;
  const svg = document.createElementNS(SVG, "svg");
  svg.setAttribute("class", "guide-companion__code");
  svg.setAttribute("viewBox", `${-QUIET} ${-QUIET} ${size} ${size}`);
  svg.setAttribute("shape-rendering", "crispEdges");
  svg.setAttribute("role", "img");
  svg.setAttribute("aria-label", text("companion_code"));
  const path = document.createElementNS(SVG, "path");
  path.setAttribute("d", pathOf(code));
  svg.append(path);
  return svg;
}

/**
 * A square for each dark module.
 *
 * @param {import("./vendor/lean-qr.js").Bitmap2D} code
 */
function pathOf(code) {
  let path = "";
  for (let y = 0; y < code.size; y += 1) {
    for (let x = 0; x < code.size; x += 1) {
      if (code.get(x, y)) path += `M${x} ${y}h1v1h-1z`;
    }
  }
  return path;
}
