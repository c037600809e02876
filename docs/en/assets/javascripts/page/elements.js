// The small elements that several features add to a page, and what they ask of those that are there.

/**
 * @template {keyof HTMLElementTagNameMap} T
 * @param {T} tag
 * @param {string} className
 * @param {...(Node | string)} content
 * @returns {HTMLElementTagNameMap[T]}
 */
export function element(tag, className, ...content) {
  const made = document.createElement(tag);
  made.className = className;
  made.append(...content);
  return made;
}

/**
 * @param {string} className
 * @param {string} words
 * @param {(event: MouseEvent) => void} action - On a tap, a click or the keyboard.
 * @returns {HTMLButtonElement}
 */
export function button(className, words, action) {
  const made = element("button", className, words);
  made.type = "button";
  made.addEventListener("click", action);
  return made;
}

/**
 * Words for screen readers too: a live region has to be in the page before it says something.
 *
 * @param {string} className
 * @returns {HTMLParagraphElement}
 */
export function liveRegion(className) {
  const made = element("p", className);
  made.setAttribute("role", "status");
  return made;
}

/**
 * A copy without the numbers of sources, which lead nowhere elsewhere, and without the marks of headings.
 *
 * @template {Element} T
 * @param {T} original
 * @returns {T}
 */
export function plainCopy(original) {
  const copy = /** @type {T} */ (original.cloneNode(true));
  for (const mark of copy.querySelectorAll("sup, .headerlink")) mark.remove();
  return copy;
}

/**
 * The words of an element on one line, as its plain copy has them.
 *
 * @param {Element} element
 * @returns {string}
 */
export function plainWords(element) {
  return plainCopy(element).textContent.replace(/\s+/g, " ").trim();
}

/**
 * Whether a style sheet hides an element itself: for the reader's route, on this screen, or by a fold.
 *
 * @param {Element} element
 * @returns {boolean}
 */
export function isHidden(element) {
  return getComputedStyle(element).display === "none";
}
