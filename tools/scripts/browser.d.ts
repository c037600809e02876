// What the checker of types is to know beside its own list of what browsers have.

interface ParentNode {
  // Hooks are attributes of HTML elements, which have `dataset` and `hidden`.
  querySelector(selectors: `[data-${string}]`): HTMLElement | null;
  querySelectorAll(selectors: `[data-${string}]`): NodeListOf<HTMLElement>;
  querySelector(selectors: `script[data-${string}]`): HTMLScriptElement | null;
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
  /** Chromium. */
  readonly connection?: { readonly saveData?: boolean };
}

/** Chromium: the page may be installed, and a button of its own may ask for it. */
interface BeforeInstallPromptEvent extends Event {
  prompt(): Promise<unknown>;
}

interface WindowEventMap {
  beforeinstallprompt: BeforeInstallPromptEvent;
  /** A button of the site's own, which may wait until the saved copy is gone. */
  "mkdocs-pwa:remove": CustomEvent<{ waitUntil?: (gone: Promise<void>) => void } | null>;
  /** What is on the phone; see the README of mkdocs-pwa. */
  "mkdocs-pwa:status": CustomEvent<{ state: "saved" | "incomplete" | "saving" | "none" }>;
}

/** Material for MkDocs: tells of each page that it puts into the open one. */
declare var document$: { subscribe(callback: () => void): void } | undefined;
