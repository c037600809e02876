// What the checker of types is to know beside its own list of what browsers have.

interface ParentNode {
  // Hooks are attributes of HTML elements, which have `dataset` and `hidden`.
  querySelector(selectors: `[data-${string}]`): HTMLElement | null;
  querySelectorAll(selectors: `[data-${string}]`): NodeListOf<HTMLElement>;
}

interface Element {
  // A copy is of the same kind.
  cloneNode(subtree?: boolean): this;
}

interface Document {
  /** Chromium: whether the page is being made ready for a link that is only being touched. */
  readonly prerendering?: boolean;
}

interface Navigator {
  /** Safari on iPhones: whether the page was opened from an icon on the home screen. */
  readonly standalone?: boolean;
}
