// --- Versions ----------------------------------------------------------------------------------

// What has to outlive this worker, which the browser stops when it is idle, in a cache of its own:
//   active         the version in use
//   stage          the version that is being fetched, or was when fetching was cut
//   tab=<client>   the version that a tab was loaded from, NETWORK, UNKNOWN or UNASKED
//   spent=<version>   the bytes that have come for it, until it is whole
//   barren         the version whose bundle brought nothing, until it is fetched file by file
//   changed        how many bytes of a version another does not have
//   ask, agreed, full, removed: see consent.js of the client
// One item each, since two workers write while one takes over from the other.
const NETWORK = "network";
// A page that was open before the worker, and is of no version that is stored: no part fits it.
const UNKNOWN = "unknown";
// A page that was open before the worker, and has not said yet what it is of.
const UNASKED = "unasked";
const PAGE_ANSWER_LIMIT_MS = 1000;

/** @param {string} key */
const itemUrl = (key) => `${scope.href}?${key}`;
const openState = () => caches.open(stateName);

/** @param {string} key */
async function readItem(key) {
  const stored = await (await openState()).match(itemUrl(key));
  return stored?.text();
}

/**
 * Full storage must not stop a worker from answering, so failing here is no error.
 *
 * @param {string} key
 * @param {string} value
 */
async function writeItem(key, value) {
  try {
    await (await openState()).put(itemUrl(key), new Response(value));
  } catch {
    // What matters now is in `tabs` as well.
  }
}

async function ourCacheNames() {
  return (await caches.keys()).filter((name) => isOurCache(name) && name !== stateName);
}

/** @typedef {[path: string, content: string | number]} LoadedPart - Its SHA-256, or its size in bytes. */
/** @typedef {{path: string, stamp?: string, parts: LoadedPart[]}} PageFacts - `pageFacts` of the client. */

// As far as this worker knows: client id to version.
/** @type {Map<string, string>} */
const tabs = new Map();
// When this worker answered for a client that is still being loaded.
/** @type {Map<string, number>} */
const loadingSince = new Map();
const LOADING_LIMIT_MS = 60_000;

/**
 * Note which version a page, or a worker that a page starts, is loaded from.
 *
 * @param {FetchEvent} event
 * @param {string} loadedFrom
 */
function rememberTab(event, loadedFrom) {
  const id = event.resultingClientId;
  if (!id) return;
  tabs.set(id, loadedFrom);
  loadingSince.set(id, performance.now());
  event.waitUntil(writeItem(`tab=${id}`, loadedFrom));
}

/**
 * The version that a tab was loaded from.
 *
 * A page that was open before the worker says itself what it is: `told` if it has, else it is asked.
 *
 * @param {string | undefined} id
 * @param {PageFacts} [told]
 * @returns {Promise<string>}
 */
async function versionOfTab(id, told) {
  if (!id) return version;
  const noted = tabs.get(id);
  if (noted) return noted;
  const known = await readItem(`tab=${id}`);
  if (known === version) tabs.set(id, known);
  if (known && known !== UNASKED) return known;
  const before = await readItem("active");
  // A worker is also asked while it waits, when the one in use is another.
  if (!isInUse()) return before ?? NETWORK;
  // All that were open are noted before this worker is "active", and what asks for parts later is of
  // its own version: a page that a tap led to may ask for them under another id than it was answered
  // for (seen in Chromium). But a page that came past the worker, or was on its way when the worker
  // began, tells its own as well; so only what it says of itself is noted.
  if (!known && before === version && !told) return version;
  const found = await (told ? identified(told, before) : identifiedOnce(id, before));
  // Nobody knows what the tab is from, so nothing is promised of it.
  if (!found) return NETWORK;
  tabs.set(id, found);
  await writeItem(`tab=${id}`, found);
  return found;
}

const isInUse = () => {
  const state = self.serviceWorker?.state;
  return state ? state.startsWith("activat") : !self.registration.waiting;
};

// Its parts ask at the same time, and one answer serves them all.
/** @type {Map<string, Promise<string | undefined>>} */
const askedPages = new Map();

/**
 * @param {string} id
 * @param {string | undefined} before
 */
function identifiedOnce(id, before) {
  if (!askedPages.has(id)) askedPages.set(id, askPage(id).then((page) => identified(page, before)));
  return askedPages.get(id);
}

/**
 * What a page says of itself (see `pageFacts` of the client), or undefined if it does not answer.
 *
 * @param {string} id
 * @returns {Promise<PageFacts | undefined>}
 */
async function askPage(id) {
  const client = await self.clients.get(id);
  if (client?.type !== "window") return undefined;
  const { port1, port2 } = new MessageChannel();
  const answer = new Promise((resolve) => {
    port1.onmessage = ({ data }) => resolve(data);
  });
  client.postMessage({ source: "mkdocs-pwa", scope: scope.href, type: "identify" }, [port2]);
  return within(PAGE_ANSWER_LIMIT_MS, answer);
}

/**
 * The stored version that a page is from, NETWORK, UNKNOWN, or undefined if nobody can tell.
 *
 * @param {PageFacts | undefined} page
 * @param {string | undefined} before
 * @returns {Promise<string | undefined>}
 */
async function identified(page, before) {
  if (!page?.stamp) return undefined;
  const file = fileFor(page.path);
  if (!file) return NETWORK;
  if (!(await storedFile(version, page.path))) return undefined;
  if (await isFrom(page, version)) return version;
  if (!before || before === version || !(await caches.has(prefix + before))) return UNKNOWN;
  return (await isFrom(page, before)) ? before : UNKNOWN;
}

/**
 * Whether an open page, and each part that it has loaded, is that of a stored version.
 *
 * @param {PageFacts} page
 * @param {string} stored
 */
async function isFrom({ path, stamp, parts }, stored) {
  const html = await (await storedFile(stored, path))?.text();
  if (!html?.includes(`${PAGE_MARKER}="${stamp}"`)) return false;
  for (const [part, content] of parts) {
    const found = await storedFile(stored, part);
    if (!found) continue;
    const known = typeof content === "string"
      ? found.headers.get(INTEGRITY_HEADER)
      : (await found.blob()).size;
    if (known !== content) return false;
  }
  return true;
}

/**
 * @param {string} of - Version.
 * @param {string} path
 */
async function storedFile(of, path) {
  const file = fileFor(path);
  if (of !== version) return fileOfVersion(of, path);
  return file && (await caches.open(cacheName)).match(file.url);
}

/** Take over; tabs that were loaded from the version before keep its files until they close. */
async function activate() {
  const before = await readItem("active");
  const open = await self.clients.matchAll({ type: "all", includeUncontrolled: true });
  if (before && before !== version) await Promise.all(open.map(({ id }) => keepVersion(id, before)));
  else if (!before) await Promise.all(open.map(({ id }) => writeItem(`tab=${id}`, UNASKED)));
  // In this order: until "active" is written, whoever finds out that this was cut off goes on with it.
  await self.clients.claim();
  await writeItem("active", version);
  await tidy(await openTabs());
}

/**
 * @param {string} id
 * @param {string} before
 */
async function keepVersion(id, before) {
  const known = await readItem(`tab=${id}`);
  const loadedFrom = known ?? (await identifiedOnce(id, before)) ?? before;
  // In memory as well, for the store may be emptied while the tab is open.
  tabs.set(id, loadedFrom);
  if (!known) await writeItem(`tab=${id}`, loadedFrom);
}

async function openTabs() {
  const open = await self.clients.matchAll({ type: "all", includeUncontrolled: true });
  return new Set(open.map((client) => client.id));
}

/** Forget tabs that have closed and delete the versions that only they still needed. */
async function releaseClosedTabs() {
  const open = await openTabs();
  // The browser may have emptied the store; a worker that is asked for pages is the active one.
  const active = await readItem("active");
  // Or it has ended this worker while it took over.
  if (active !== version) {
    await forget(open, active ? UNASKED : NETWORK);
    await self.clients.claim();
    await writeItem("active", version);
  }
  const state = await openState();
  const ids = (await state.keys()).map(({ url }) => url.split("?tab=")[1]).filter(Boolean);
  // A tab that is being loaded is not among the clients yet.
  /** @param {string} id */
  const isLoading = (id) => performance.now() - (loadingSince.get(id) ?? NaN) < LOADING_LIMIT_MS;
  const closed = ids.filter((id) => !open.has(id) && !isLoading(id));
  if (closed.length === 0) return;
  for (const id of closed) {
    tabs.delete(id);
    loadingSince.delete(id);
    await state.delete(itemUrl(`tab=${id}`));
  }
  await tidy(open);
}

/**
 * Note that the store does not tell which version these tabs were loaded from.
 *
 * @param {Set<string>} open
 * @param {string} loadedFrom
 */
async function forget(open, loadedFrom) {
  for (const id of open) {
    const isKnown = tabs.has(id) || (await readItem(`tab=${id}`));
    if (!isKnown) await writeItem(`tab=${id}`, loadedFrom);
  }
}

/** @param {Set<string>} open */
async function tidy(open) {
  // A version that is being stored right now must lose nothing; the next time tidies.
  if (self.registration.installing || self.registration.waiting) return;
  // What has come of a later version is what fetching it goes on with, after any pause.
  const needed = new Set([cacheName, prefix + (await readItem("stage"))]);
  for (const id of open) needed.add(prefix + (await versionOfTab(id)));
  for (const loadedFrom of tabs.values()) needed.add(prefix + loadedFrom);
  const names = await ourCacheNames();
  await Promise.all(names.filter((name) => !needed.has(name)).map((name) => caches.delete(name)));
}

/** @type {Map<string, Map<string, string>>} */
const olderFiles = new Map();

/**
 * The stored file of another version at a path, or undefined.
 *
 * @param {string} other
 * @param {string} pathname
 */
async function fileOfVersion(other, pathname) {
  const cache = await caches.open(prefix + other);
  if (!olderFiles.has(other)) {
    const urls = (await cache.keys()).map((request) => request.url);
    olderFiles.set(other, new Map(urls.map((url) => [plainPath(new URL(url).pathname), url])));
  }
  const found = spellings(pathname).map((path) => olderFiles.get(other)?.get(path)).find(Boolean);
  if (!found) return undefined;
  const stored = await cache.match(found);
  return stored && asAnswer(stored, typeInOtherVersion(stored, pathname));
}
