// Makes the small elements that several features add to a page.

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
