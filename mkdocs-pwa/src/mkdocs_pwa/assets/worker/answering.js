// --- Answering ---------------------------------------------------------------------------------

const NETWORK_LIMIT_MS = 4000;

/**
 * What one address may be called by a static host, best first.
 *
 * @param {string} pathname
 */
function spellings(pathname) {
  const path = plainPath(pathname);
  return [path.replace(/\/index\.html$/, "/"), path, `${path}.html`];
}

/** @param {string} pathname */
const fileFor = (pathname) => spellings(pathname).map((path) => fileAt.get(path)).find(Boolean);

/**
 * @param {FetchEvent} event
 * @param {URL} url
 */
async function answerPage(event, url) {
  event.waitUntil(releaseClosedTabs().catch(() => {}));
  const file = fileFor(url.pathname);
  if (!file) {
    // Relative links only work from the form with a slash, so the reader has to be sent there.
    const isFolder = fileAt.has(`${plainPath(url.pathname)}/`);
    if (isFolder) return Response.redirect(`${url.pathname}/${url.search}`, 302);
    return answerFromNetwork(event, url, () => notFoundPage(event, url));
  }
  const page = await answerFile(file);
  if (page) {
    rememberTab(event, version);
    return ranged(event.request, page);
  }
  // The browser has deleted it, and the network has another version or none.
  event.waitUntil(self.registration.update().catch(() => {}));
  return answerFromNetwork(event, url, () => builtInPage(url, "broken", 503));
}

/**
 * From the store; if the browser has evicted the file, from the network if it is the same file.
 *
 * @param {Listed} file
 */
async function answerFile(file) {
  const cache = await caches.open(cacheName);
  const stored = await cache.match(file.url);
  if (stored) return inThisFolder(file, asAnswer(stored, file.type));
  const response = await within(NETWORK_LIMIT_MS, lostFile(file, cache));
  return response && inThisFolder(file, response);
}

/**
 * A file that the browser has deleted, from the network and into the store again, also when it comes too
 * late for the page that asked. A large one needs leave: a page may show it that is opened by chance.
 *
 * @param {Listed} file
 * @param {Cache} cache
 */
async function lostFile(file, cache) {
  if (file.size > LARGE) {
    if (!storing) await readSpent();
    if (await obstacle([file])) return undefined;
  }
  const response = await download(file, [0]);
  // The reader gets the page even if the phone has no room to keep it.
  if (!(await readItem("removed"))) await cache.put(file.url, response.clone()).catch(() => {});
  return response;
}

/**
 * A page that the saved copy does not have: newer than the copy, of something else at this host, or
 * not there at all. All its parts come from the network as well.
 *
 * @param {FetchEvent} event
 * @param {URL} url
 * @param {() => Response | Promise<Response>} otherwise
 */
async function answerFromNetwork(event, url, otherwise) {
  const response = await within(NETWORK_LIMIT_MS, fetchPage(event, url));
  if (!response || response.status === 404) return otherwise();
  if (response.type === "opaqueredirect") return builtInPage(url, "missing", 502);
  if (response.redirected) return Response.redirect(response.url, 302);
  const isRefused = isHtml(response) && !(await isToBeShown(response, url));
  if (isRefused) return builtInPage(url, "missing", 502);
  rememberTab(event, NETWORK);
  return response;
}

/**
 * A redirect to another host is what a Wi-Fi sign-in does; here it is an error.
 *
 * @param {FetchEvent} event
 * @param {URL} url
 */
const fetchPage = (event, url) =>
  fetch(url.href, { mode: "same-origin", cache: "no-cache" }).catch(() => fetch(event.request));

/**
 * Whether a browser shows it as a page. The names of types are the same in capitals.
 *
 * @param {Response} response
 */
const isHtml = (response) =>
  /^\s*(text\/html|application\/xhtml\+xml)\b/i.test(response.headers.get("content-type") ?? "");

/**
 * Whether HTML from the network is no sign-in page and no half of a page.
 *
 * Where we have a page of our own, only one of ours will do. A host may have other things beside us,
 * which are not ours to judge: they are shown unless a sign-in answers for our own files too.
 *
 * @param {Response} response
 * @param {URL} url
 */
async function isToBeShown(response, url) {
  const html = await response.clone().text().catch(() => null);
  // It was cut off on its way.
  if (html === null) return false;
  if (fileFor(url.pathname) || html.includes(PAGE_MARKER)) return isWholePageOfOurs(html);
  return response.ok && !(await isSignIn());
}

/** @param {string} html */
const isWholePageOfOurs = (html) => html.includes(PAGE_MARKER) && /<\/html>\s*$/i.test(html);

/** Whether the network has something else in place of a file that every version of ours has. */
async function isSignIn() {
  const ours = new URL("pwa/client.js", scope);
  const found = await within(NETWORK_LIMIT_MS, fetch(ours, { mode: "same-origin", cache: "no-cache" }));
  // A site that no longer uses this plugin may have left its worker behind.
  if (!found || found.status === 404) return !found;
  return !(await found.text()).includes(PAGE_MARKER);
}

/**
 * @param {FetchEvent} event
 * @param {URL} url
 */
async function notFoundPage(event, url) {
  const file = notFound && fileFor(new URL(notFound, scope).pathname);
  if (!file) return builtInPage(url, "missing", 404);
  const page = await answerFile(file);
  if (!page) return builtInPage(url, "broken", 503);
  rememberTab(event, version);
  return new Response(page.body, { status: 404, headers: page.headers });
}

/**
 * A part of a page, from the version that the page itself is from.
 *
 * @param {FetchEvent} event
 * @param {URL} url
 */
async function answerPart(event, url) {
  const loadedFrom = await versionOfTab(event.clientId);
  // A worker that a page starts asks for its own parts, in its own name.
  if (event.request.destination.endsWith("worker")) rememberTab(event, loadedFrom);
  if (loadedFrom === NETWORK) return fetch(event.request);
  // The page is from a version that neither the store nor, perhaps, the host has any more.
  if (loadedFrom === UNKNOWN) return Response.error();
  const file = fileFor(url.pathname);
  if (loadedFrom !== version) {
    const stored = await fileOfVersion(loadedFrom, url.pathname);
    if (stored) return ranged(event.request, stored);
    // Another version's file of this name would not fit the page.
    return file ? Response.error() : partFromNetwork(event.request);
  }
  if (!file) return partFromNetwork(event.request);
  const part = await answerFile(file);
  return part ? ranged(event.request, part) : Response.error();
}

/**
 * Themes put fetched pages into the open one; a sign-in page must not get there.
 *
 * @param {Request} request
 */
async function partFromNetwork(request) {
  const response = await fetch(request);
  if (!response.ok || !isHtml(response) || response.type === "opaque") return response;
  return (await isToBeShown(response, new URL(request.url))) ? response : Response.error();
}

/**
 * The asked part of a stored file, as players of sound and film want it (RFC 9110, 14.2).
 *
 * @param {Request} request
 * @param {Response} response
 */
async function ranged(request, response) {
  const asked = /^bytes=(\d*)-(\d*)$/.exec(request.headers.get("range") ?? "");
  if (!asked || (!asked[1] && !asked[2])) return response;
  const body = await response.blob();
  const first = asked[1] ? Number(asked[1]) : Math.max(0, body.size - Number(asked[2]));
  const last = asked[1] && asked[2] ? Math.min(Number(asked[2]), body.size - 1) : body.size - 1;
  const headers = new Headers(response.headers);
  if (first > last) {
    headers.set("content-range", `bytes */${body.size}`);
    return new Response(null, { status: 416, headers });
  }
  headers.set("content-range", `bytes ${first}-${last}/${body.size}`);
  headers.set("content-length", String(last - first + 1));
  return new Response(body.slice(first, last + 1, body.type), { status: 206, headers });
}

/**
 * The last resort, with no file needed: what happened, the start page, a way to the network.
 *
 * @param {URL} url
 * @param {string} kind - Of messages.
 * @param {number} status
 */
function builtInPage(url, kind, status) {
  /** @param {string | undefined} text */
  const escape = (text) => String(text).replace(/[&<>"]/g, (char) => `&#${char.charCodeAt(0)};`);
  const network = new URL(url);
  network.searchParams.set(NETWORK_QUERY, "");
  const html = [
    `<!doctype html><html lang="${escape(lang)}"><meta charset="utf-8">`,
    '<meta name="viewport" content="width=device-width">',
    `<title>${escape(messages[`${kind}Title`])}</title>`,
    `<h1>${escape(messages[`${kind}Title`])}</h1><p>${escape(messages[`${kind}Text`])}</p>`,
    `<p><a href="${escape(scope.pathname)}">${escape(messages.home)}</a></p>`,
    `<p><a href="${escape(network.href)}">${escape(messages.tryNetwork)}</a></p></html>`,
  ].join("");
  const headers = {
    "content-type": "text/html; charset=utf-8",
    "content-security-policy": "default-src 'none'",
  };
  return new Response(html, { status, headers });
}
