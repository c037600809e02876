// --- Events ------------------------------------------------------------------------------------

// Longer than Firefox takes to close.
const STAY_MS = 10_000;
/** @type {Set<() => void>} */
const stays = new Set();

/**
 * Have something to do for a while, since such a worker is not replaced: see `askToStay` of the client.
 *
 * @returns {Promise<void>}
 */
function stay() {
  return new Promise((resolve) => {
    stays.add(resolve);
    setTimeout(resolve, STAY_MS);
  });
}

function endStays() {
  for (const end of stays) end();
  stays.clear();
}

/** @type {Record<string, string>} */
const TAB_KINDS = { [NETWORK]: "network", [UNKNOWN]: "other" };

/**
 * What the page may truthfully say; a store with holes is mended on the way.
 *
 * @param {ExtendableMessageEvent} event
 */
async function status(event) {
  // The page that was left led to this one, where the reader may want the next version at once.
  endStays();
  const missing = await missingFiles(await caches.open(cacheName));
  const holes = missing.filter((file) => !file.optional);
  // A newer version that waits is whole. Mending this one would keep it waiting: browsers let a
  // worker take over only when the one before has nothing left to do.
  const isWorthMending = holes.length > 0 && !self.registration.waiting;
  if (isWorthMending) event.waitUntil(store().catch(() => {}));
  // It may have been ended while it took over; before that is over, it is not known.
  const hasTakenOver = isInUse() && self.registration.active?.state === "activated";
  if (hasTakenOver) await releaseClosedTabs().catch(() => {});
  const loadedFrom = await versionOfTab(
    /** @type {Client | null} */
    (event.source)?.id, event.data.page);
  return {
    version,
    built,
    urgent,
    total: required.length,
    held: required.length - holes.length,
    size: sizeOf(files) - sizeOf(missing),
    optionalMissing: missing.filter((file) => file.optional).map((file) => decodeURI(file.url)),
    changed: await sizeOfChanges(),
    tab: TAB_KINDS[loadedFrom] ?? (loadedFrom === version ? "current" : "older"),
  };
}

/** @type {Record<string, (event: ExtendableMessageEvent) => Promise<object>>} */
const REQUESTS = {
  status,
  repair: async (event) => {
    await repair().catch(() => {});
    return status(event);
  },
};

self.addEventListener("install", (event) => event.waitUntil(install()));

self.addEventListener("activate", (event) => event.waitUntil(activate()));

self.addEventListener("message", (event) => {
  const { type } = event.data ?? {};
  if (type === "activate") event.waitUntil(self.skipWaiting());
  if (type === "stay") event.waitUntil(stay());
  if (!Object.hasOwn(REQUESTS, type)) return;
  const answer = Promise.resolve(REQUESTS[type](event));
  event.waitUntil(answer.then((value) => event.ports[0].postMessage(value)));
});

// A content policy that the host once sent with this script holds for each of its fetches. A browser
// keeps it as long as the script's bytes are the same; only a page can get the script anew.
self.addEventListener("securitypolicyviolation", (event) => {
  const { disposition } =
    /** @type {SecurityPolicyViolationEvent} */
    (event);
  if (disposition === "enforce") broadcast({ type: "barred" });
});

self.addEventListener("fetch", (event) => {
  const url = new URL(event.request.url);
  const isOurs = url.origin === scope.origin && url.pathname.startsWith(scope.pathname);
  if (!isOurs || event.request.method !== "GET") return;
  // Never in a copy. Material's instant navigation asks for it on each page, and a browser lets no
  // new version take over while the old worker awaits an answer.
  if (url.href === `${scope.href}sitemap.xml`) return;
  // By this a page asks what it had before there was a worker: `identity.js` of the client.
  if (event.request.cache === "only-if-cached") return;
  if (url.searchParams.has(NETWORK_QUERY)) {
    rememberTab(event, NETWORK);
    return;
  }
  const answer = event.request.mode === "navigate" ? answerPage : answerPart;
  event.respondWith(answer(event, url));
});
