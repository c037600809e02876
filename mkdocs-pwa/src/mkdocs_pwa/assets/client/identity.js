// --- What this page is of -----------------------------------------------------------------------

// By this the worker knows a page that it did not answer: a stamp of the page, and each part that came
// past the worker. The host may have changed between two of them, and the HTTP cache may have held an
// old one.
const thisPage = {
  path: location.pathname,
  stamp: document.querySelector("script[data-mkdocs-pwa]")?.dataset.mkdocsPwa,
};

/** @type {Map<string, Promise<string | number | undefined>>} */
const partsPast = new Map();
const partsWatcher = new PerformanceObserver((list) => noteParts(list.getEntries()));
// A page that the worker answers has its parts from there. This is asked as early as can be, and of
// the page: Chromium (156) says of a page that a tap led to that no worker had a part in it.
if (!ownController()) partsWatcher.observe({ type: "resource", buffered: true });

/** @param {PerformanceEntryList} entries */
function noteParts(entries) {
  for (const entry of entries) {
    const part = /** @type {PerformanceResourceTiming} */ (entry);
    const { origin, pathname } = new URL(part.name);
    const isOurs = origin === location.origin && !(ownController() && part.workerStart > 0);
    if (isOurs && isWholePart(part) && !partsPast.has(pathname)) partsPast.set(pathname, contentOf(part));
  }
}

/**
 * Of sound and film there may be a piece only; icons of the tab are no part of the page. No constant:
 * WebKit (seen in WebKitGTK 2.50) tells of what has been loaded while it is still being observed.
 *
 * @param {PerformanceResourceTiming} part
 */
function isWholePart({ initiatorType, responseStatus }) {
  return !/^(?:audio|video|other)$/.test(initiatorType) && responseStatus !== 206 && !(responseStatus >= 400);
}

/**
 * The SHA-256 of a part, as it is in the list of the worker. What the browser has not kept is not
 * fetched again for this: its size has to do.
 *
 * @param {PerformanceResourceTiming} part
 */
async function contentOf({ name, decodedBodySize }) {
  try {
    const kept = await fetch(name, { cache: "only-if-cached", mode: "same-origin" });
    const digest = await crypto.subtle.digest("SHA-256", await kept.arrayBuffer());
    return `sha256-${btoa(String.fromCharCode(...new Uint8Array(digest)))}`;
  } catch {
    return decodedBodySize || undefined;
  }
}

async function pageFacts() {
  noteParts(partsWatcher.takeRecords());
  const parts = [...partsPast].map(async ([path, content]) => [path, await content]);
  return { ...thisPage, parts: (await Promise.all(parts)).filter(([, content]) => content) };
}
