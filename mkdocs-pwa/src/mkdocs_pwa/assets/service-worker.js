// The worker of one version of the site. It stores every file of that version, verified, and
// answers only from that store.
//
// The update rule: a new version is fetched and verified in the background and takes over when
// the reader taps the notice or when the last tab of the guide has been closed, never before.

const {
  version = "unbuilt",
  entries = [],
  base = "/",
  notFound = null,
  lang = "en",
  messages = {},
} = {/* mkdocs-pwa:build */};

const scope = new URL(self.registration.scope);
// Several sites may share one origin: a cache is ours only if its name carries our scope.
const prefix = `mkdocs-pwa:${scope.pathname}:`;
const cacheName = prefix + version;
const stateName = `${prefix}state`;

// Says which bytes a stored response holds, so that the next version can take them over.
const INTEGRITY_HEADER = "x-mkdocs-pwa-integrity";
// Stands in every page that we packed; a Wi-Fi sign-in page does not have it.
const PAGE_MARKER = "data-mkdocs-pwa";
// A page opened with this query is left to the network, and so is all that it asks for.
const NETWORK_QUERY = "mkdocs-pwa-network";

const POOL_SIZE = 4;
const RETRY_DELAYS_MS = [0, 500, 2500];
const UNKNOWN_PAGE_LIMIT_MS = 4000;

const files = entries.map(([url, sha256, size]) => ({
  url: new URL(url, scope).href,
  integrity: `sha256-${sha256}`,
  size,
}));
const fileAt = new Map(files.map((file) => [plainPath(new URL(file.url).pathname), file]));

/** A path as it is read: one address may be asked for as `a(1)/` and as `a%281%29/`. */
function plainPath(pathname) {
  try {
    return decodeURIComponent(pathname);
  } catch {
    return pathname;
  }
}

const wait = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

// --- Storing -----------------------------------------------------------------------------------

/** Fetch one file; reject unless its bytes are the published ones. */
async function download(file) {
  let failure;
  for (const [attempt, delay] of RETRY_DELAYS_MS.entries()) {
    await wait(delay);
    try {
      // The browser checks `integrity` over the decoded body. Without it Chromium, Firefox and
      // WebKit all keep truncated bodies and sign-in pages as good.
      const response = await fetch(file.url, {
        integrity: file.integrity,
        // A retry goes past the HTTP cache, which may itself hold the bad bytes.
        cache: attempt === 0 ? "no-cache" : "reload",
        mode: "same-origin",
      });
      return await storable(response, file);
    } catch (error) {
      failure = error;
    }
  }
  throw failure;
}

/** A copy without the `redirected` flag, which browsers refuse to show as a page. */
async function storable(response, file) {
  const headers = new Headers(response.headers);
  // The body is already decoded; these two describe it as it was on the wire.
  headers.delete("content-encoding");
  headers.delete("content-length");
  headers.set(INTEGRITY_HEADER, file.integrity);
  return new Response(await response.blob(), { status: 200, headers });
}

/** The same bytes at the same address in another version's cache, or undefined. */
async function fromOtherVersion(file, others) {
  for (const other of others) {
    const stored = await other.match(file.url);
    if (stored?.headers.get(INTEGRITY_HEADER) === file.integrity) return stored;
  }
  return undefined;
}

async function ourCacheNames() {
  return (await caches.keys()).filter((name) => name.startsWith(prefix) && name !== stateName);
}

/** The files of this version that its cache does not hold. */
async function missingFiles(cache) {
  const held = new Set((await cache.keys()).map((request) => request.url));
  return files.filter((file) => !held.has(file.url));
}

/**
 * Bring this version's cache to completeness, from other versions and from the network.
 * What is stored before a failure stays, so the next attempt fetches only the rest.
 */
async function store() {
  const cache = await caches.open(cacheName);
  const queue = await missingFiles(cache);
  const otherNames = (await ourCacheNames()).filter((name) => name !== cacheName);
  const others = await Promise.all(otherNames.map((name) => caches.open(name)));
  let done = files.length - queue.length;
  const report = (type) => broadcast({ type, version, done, total: files.length, size: totalSize() });

  await report("progress");
  const worker = async () => {
    for (let file = queue.shift(); file; file = queue.shift()) {
      const response = (await fromOtherVersion(file, others)) ?? (await download(file));
      await cache.put(file.url, response);
      done += 1;
      await report("progress");
    }
  };
  const results = await Promise.allSettled(Array.from({ length: POOL_SIZE }, worker));
  const failures = results.filter((result) => result.status === "rejected");
  if (failures.length === 0) return;

  const full = failures.some(({ reason }) => reason?.name === "QuotaExceededError");
  // A stage that can never be finished only takes room from the version in use.
  if (full && (await loadState()).active !== version) await caches.delete(cacheName);
  await report(full ? "full" : "paused");
  throw failures[0].reason;
}

function totalSize() {
  return files.reduce((sum, file) => sum + file.size, 0);
}

async function broadcast(message) {
  const windows = await self.clients.matchAll({ type: "window", includeUncontrolled: true });
  for (const client of windows) {
    if (client.url.startsWith(scope.href)) client.postMessage({ source: "mkdocs-pwa", ...message });
  }
}

// --- Versions ----------------------------------------------------------------------------------

// { active: the version in use, tabs: { client id: older version that the tab was loaded from } }.
// In a cache, since the browser stops an idle worker and forgets its variables.
let knownState;

async function loadState() {
  const stored = await (await caches.open(stateName)).match(scope.href);
  return stored ? stored.json() : { active: null, tabs: {} };
}

/** Read once a start: only the active worker writes it. */
const readState = () => (knownState ??= loadState());

async function writeState(state) {
  knownState = Promise.resolve(state);
  const cache = await caches.open(stateName);
  await cache.put(scope.href, new Response(JSON.stringify(state)));
}

/** Take over; tabs that were loaded from the version before keep its files until they close. */
async function activate() {
  const state = await loadState();
  if (state.active && state.active !== version) {
    for (const client of await self.clients.matchAll({ type: "all" })) {
      state.tabs[client.id] ??= state.active;
    }
  }
  state.active = version;
  await writeState(state);
  await self.clients.claim();
  // A version that is being stored right now must not lose its stage; the next activation tidies.
  if (!self.registration.installing) await deleteCachesExcept([version, ...Object.values(state.tabs)]);
}

async function deleteCachesExcept(versions) {
  const kept = new Set(versions.map((name) => prefix + name));
  const names = await ourCacheNames();
  await Promise.all(names.filter((name) => !kept.has(name)).map((name) => caches.delete(name)));
}

/** Forget tabs that have closed and delete the versions that only they still needed. */
async function releaseClosedTabs() {
  const state = await readState();
  const before = Object.entries(state.tabs);
  if (before.length === 0) return;
  const open = await self.clients.matchAll({ type: "all", includeUncontrolled: true });
  const openIds = new Set(open.map((client) => client.id));
  state.tabs = Object.fromEntries(before.filter(([id]) => openIds.has(id)));
  const needed = new Set([version, ...Object.values(state.tabs)]);
  await writeState(state);
  const released = before.map(([, older]) => older).filter((older) => !needed.has(older));
  await Promise.all(released.map((older) => caches.delete(prefix + older)));
}

/** The older version that a tab was loaded from, or null for the one in use. */
async function olderVersionOf(clientId) {
  return (clientId && (await readState()).tabs[clientId]) || null;
}

// --- Answering ---------------------------------------------------------------------------------

/** The file that an address stands for, in every spelling that static hosts give it. */
function fileFor(pathname) {
  const path = plainPath(pathname);
  return fileAt.get(path.replace(/\/index\.html$/, "/")) ?? fileAt.get(path) ?? fileAt.get(`${path}.html`);
}

async function answerPage(event, url) {
  event.waitUntil(releaseClosedTabs());
  const file = fileFor(url.pathname);
  if (file) return answerFile(file, () => builtInPage(url, "broken", 503));
  // Relative links only work from the form with a slash, so the reader has to be sent there.
  if (fileAt.has(`${plainPath(url.pathname)}/`)) return Response.redirect(`${url.pathname}/${url.search}`, 302);
  return answerUnknownPage(event, url);
}

/** From the store; if the browser has evicted the file, from the network if it is the same file. */
async function answerFile(file, fallback) {
  const cache = await caches.open(cacheName);
  const stored = await cache.match(file.url);
  if (stored) return stored;
  try {
    const response = await download(file);
    // The reader gets the page even if the phone has no room to keep it.
    await cache.put(file.url, response.clone()).catch(() => {});
    return response;
  } catch {
    return fallback();
  }
}

/** A page that this version does not list: newer than the saved copy, or not there at all. */
async function answerUnknownPage(event, url) {
  const limit = wait(UNKNOWN_PAGE_LIMIT_MS).then(() => undefined);
  const response = await Promise.race([fetch(event.request).catch(() => undefined), limit]);
  if (!response || response.status === 404) return notFoundPage(url);
  if (response.type === "opaqueredirect" || !isHtml(response)) return response;
  if ((await response.clone().text()).includes(PAGE_MARKER)) return response;
  return builtInPage(url, "missing", 502);
}

const isHtml = (response) => (response.headers.get("content-type") ?? "").startsWith("text/html");

async function notFoundPage(url) {
  const file = notFound && fileFor(new URL(notFound, scope).pathname);
  if (!file) return builtInPage(url, "missing", 404);
  const page = await answerFile(file, () => builtInPage(url, "broken", 503));
  if (!page.headers.has(INTEGRITY_HEADER)) return page;
  return new Response(relocated(await page.text()), { status: 404, headers: page.headers });
}

/** The 404 page alone has absolute addresses, true only where `site_url` says that the site is. */
function relocated(html) {
  if (base === scope.pathname) return html;
  const literalBase = base.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
  const address = new RegExp(`(\\b(?:href|src|action)=|["'])${literalBase}(?![/>])`, "g");
  return html.replace(address, (_, before) => before + scope.pathname);
}

async function answerPart(event, url) {
  const older = await olderVersionOf(event.clientId);
  if (older) {
    const stored = await (await caches.open(prefix + older)).match(url.origin + url.pathname);
    if (stored) return stored;
  } else if (await isLeftToNetwork(event.clientId)) {
    return fetch(event.request);
  }
  const file = fileFor(url.pathname);
  return file ? answerFile(file, () => Response.error()) : fetch(event.request);
}

async function isLeftToNetwork(clientId) {
  const client = clientId && (await self.clients.get(clientId));
  return Boolean(client) && new URL(client.url).searchParams.has(NETWORK_QUERY);
}

/** The last resort, with no file needed: what happened, the start page, a way to the network. */
function builtInPage(url, kind, status) {
  const escape = (text) => String(text).replace(/[&<>"]/g, (char) => `&#${char.charCodeAt(0)};`);
  const network = new URL(url);
  network.searchParams.set(NETWORK_QUERY, "");
  const html = `<!doctype html><html lang="${escape(lang)}"><meta charset="utf-8">
<meta name="viewport" content="width=device-width"><title>${escape(messages[`${kind}Title`])}</title>
<h1>${escape(messages[`${kind}Title`])}</h1><p>${escape(messages[`${kind}Text`])}</p>
<p><a href="${escape(scope.pathname)}">${escape(messages.home)}</a></p>
<p><a href="${escape(network.href)}">${escape(messages.tryNetwork)}</a></p></html>`;
  return new Response(html, { status, headers: { "content-type": "text/html; charset=utf-8" } });
}

/** What the page may truthfully say; a store with holes is mended on the way. */
async function status(event) {
  const missing = await missingFiles(await caches.open(cacheName));
  if (missing.length > 0) event.waitUntil(store().catch(() => {}));
  return {
    version,
    total: files.length,
    held: files.length - missing.length,
    size: totalSize(),
    olderTab: Boolean(await olderVersionOf(event.source?.id)),
  };
}

self.addEventListener("install", (event) => event.waitUntil(store()));

self.addEventListener("activate", (event) => event.waitUntil(activate()));

self.addEventListener("message", (event) => {
  if (event.data?.type === "activate") event.waitUntil(self.skipWaiting());
  if (event.data?.type === "status") {
    event.waitUntil(status(event).then((answer) => event.ports[0].postMessage(answer)));
  }
});

self.addEventListener("fetch", (event) => {
  const url = new URL(event.request.url);
  const isOurs = url.origin === scope.origin && url.pathname.startsWith(scope.pathname);
  if (!isOurs || event.request.method !== "GET" || url.searchParams.has(NETWORK_QUERY)) return;
  const answer = event.request.mode === "navigate" ? answerPage : answerPart;
  event.respondWith(answer(event, url));
});
