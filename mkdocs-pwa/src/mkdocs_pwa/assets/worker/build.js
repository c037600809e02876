// The worker of one version of the site. It stores every file of that version, verified, and
// answers only from that store.
//
// The update rule: a new version is fetched and verified in the background and takes over when
// the reader taps the notice or when the last tab of the guide has been closed, never before.

/**
 * What pack.py writes in place of the marker.
 *
 * @typedef {object} BuildData
 * @property {string} version
 * @property {string | null} built - The day: "2026-11-22".
 * @property {string | null} urgent - Why this version should not wait.
 * @property {[url: string, sha256: string, size: number][]} entries - All files.
 * @property {string[]} optional - Addresses of those that may be missing.
 * @property {number} askAbove - Bytes; more are asked about first.
 * @property {Record<string, string>} types - By the end of a file's name: `.html`.
 * @property {Record<string, string>} otherTypes - By address, where that does not tell it.
 * @property {Bundle | null} bundle
 * @property {string} base - Path of the site that the 404 page was made for.
 * @property {string | null} notFound - Address of the 404 page.
 * @property {string} lang
 * @property {Record<string, string>} messages
 */

/** @typedef {{url: string, size: number, sent: number[]}} Bundle - `sent`: bytes for each entry. */

/**
 * A file of this version.
 *
 * @typedef {object} Listed
 * @property {string} url
 * @property {string} integrity - "sha256-…".
 * @property {number} size - Bytes.
 * @property {string} type
 * @property {boolean} optional
 * @property {number} sent - Bytes that come for it in the bundle; 0 if it is not there.
 */

/** @type {Partial<BuildData>} */
const {
  version = "unbuilt",
  built = null,
  urgent = null,
  entries = [],
  optional = [],
  askAbove = Infinity,
  types = {},
  otherTypes = {},
  bundle = null,
  base = "/",
  notFound = null,
  lang = "en",
  messages = {},
} = {/* mkdocs-pwa:build */};

const scope = new URL(self.registration.scope);
// Several sites may share one origin: a cache is ours only if its name carries our scope.
const prefix = `mkdocs-pwa:${scope.pathname}:`;
// Up to the last colon, for another site's folder may begin with one: `/:b/` below `/`.
/** @param {string} name */
const isOurCache = (name) => name.slice(0, name.lastIndexOf(":") + 1) === prefix;
const cacheName = prefix + version;
const stateName = `${prefix}state`;

// Says which bytes a stored response holds, so that the next version can take them over.
const INTEGRITY_HEADER = "x-mkdocs-pwa-integrity";
// Stands in every page that we packed; a Wi-Fi sign-in page does not have it.
const PAGE_MARKER = "data-mkdocs-pwa";
// A page opened with this query is left to the network, and so is all that it asks for.
const NETWORK_QUERY = "mkdocs-pwa-network";

/** @type {Listed[]} */
const files = entries.map(([url, sha256, size], number) => ({
  url: new URL(url, scope).href,
  integrity: `sha256-${sha256}`,
  size,
  type: otherTypes[url] ?? typeOfKind(new URL(url, scope).pathname),
  optional: optional.includes(url),
  // About how many bytes come for it, if it is in the bundle.
  sent: bundle?.sent[number] ?? 0,
}));
const required = files.filter((file) => !file.optional);
const fileAt = new Map(files.map((file) => [plainPath(new URL(file.url).pathname), file]));

/**
 * A path as it is read: one address may be asked for as `a(1)/` and as `a%281%29/`.
 *
 * @param {string} pathname
 */
function plainPath(pathname) {
  try {
    return decodeURIComponent(pathname);
  } catch {
    return pathname;
  }
}

/** @param {Listed[]} list */
const sizeOf = (list) => list.reduce((sum, file) => sum + file.size, 0);
/**
 * @param {number} ms
 * @returns {Promise<undefined>}
 */
const wait = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

/**
 * What a promise gives, or undefined if it fails or takes longer than `ms`.
 *
 * @template Value
 * @param {number} ms
 * @param {Promise<Value>} promise
 * @returns {Promise<Value | undefined>}
 */
const within = (ms, promise) => Promise.race([promise.catch(() => undefined), wait(ms)]);

/** @param {object} message */
async function broadcast(message) {
  const windows = await self.clients.matchAll({ type: "window", includeUncontrolled: true });
  for (const client of windows) {
    if (!client.url.startsWith(scope.href)) continue;
    // A site in a folder of this one has a worker and news of its own.
    client.postMessage({ source: "mkdocs-pwa", scope: scope.href, ...message });
  }
}
