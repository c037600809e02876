// --- What is saved -----------------------------------------------------------------------------

// At 3,000 files a slow phone takes a second to list what it holds, and longer if it is busy.
const ANSWER_LIMIT_MS = 20_000;
// As long as it takes to read and fetch everything.
const REPAIR_LIMIT_MS = 300_000;
const toldFull = remembered(() => sessionStorage, "full");

/**
 * What a worker says of its copy: see `status` of the worker.
 *
 * @typedef {object} Status
 * @property {string} version
 * @property {string | null} built - The day: "2026-11-22".
 * @property {string | null} urgent - Why its version should not wait.
 * @property {number} total - Files.
 * @property {number} held - Files of them that are stored.
 * @property {number} size - Bytes that are stored.
 * @property {string[]} optionalMissing - Addresses.
 * @property {number} changed - Bytes that the version in use does not have.
 * @property {"current" | "network" | "older" | "other"} tab - What this page was loaded from.
 */

/** @typedef {{version: string, done: number, total: number}} News - How many files are stored. */
/** @typedef {News & {size: number}} SizedNews - And how many bytes are to be fetched. */

// What the worker in use says; null until it has been asked.
/** @type {Status | null} */
let current = null;
let sawProgress = false;
// The most files that an attempt has stored, by version.
/** @type {Map<string, number>} */
const reached = new Map();
let gotFurther = false;

/**
 * Whether a worker has said what it holds, and misses nothing.
 *
 * @param {Status | null | undefined} status
 */
const isWhole = (status) => !!status && status.held === status.total;

const isSaved = () => isWhole(current);

/**
 * What a worker says of its copy; undefined if it does not answer, or is that of another tool.
 *
 * @param {ServiceWorker} worker
 * @param {string} type
 * @param {object} [values]
 * @param {number} [limit] - Milliseconds.
 * @returns {Promise<Status | undefined>}
 */
function ask(worker, type, values = {}, limit = ANSWER_LIMIT_MS) {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    // Another tool may answer what it does not know, with anything. No copy of ours has no files.
    port1.onmessage = ({ data }) => resolve(data?.total > 0 ? data : undefined);
    setTimeout(resolve, limit);
    worker.postMessage({ type, ...values }, [port2]);
  });
}

/** @param {ServiceWorkerRegistration} registration */
async function tellWhatIsSaved(registration) {
  if (!registration.active) return;
  // The worker of another tool never answers.
  const limit = (await items.get("active")) ? ANSWER_LIMIT_MS : ANSWER_LIMIT_MS / 5;
  const status = await ask(registration.active, "status", { page: await pageFacts() }, limit);
  if (!status) return;
  current = status;
  if (isSaved()) showSaved();
  else showState({});
  showVersion();
  if (status.tab === "older" || status.tab === "other") offerReload(status.tab);
}

function showSaved() {
  const inPage = sayInPage(fill("saved"));
  // Said once, where the reader has seen the counting begin; not on every page after.
  if (sawProgress && !inPage) notice(`${fill("saved")} ${installSteps()}`.trim(), installButtons());
  sawProgress = false;
}

/**
 * Whether news is about the copy that the reader relies on, not about a later version.
 *
 * @param {News} data
 */
const isFirstSave = (data) => !ownController() || data.version === current?.version;

/** @param {ServiceWorker} worker */
function isOfThisSite(worker) {
  return worker.scriptURL.split("?")[0] === new URL("sw.js", root).href;
}

/** The worker that answers this page, unless it is that of a site in a folder above. */
function ownController() {
  const worker = navigator.serviceWorker?.controller;
  return worker && isOfThisSite(worker) ? worker : null;
}

/** @param {News} data */
function showProgress(data) {
  if (data.done > (reached.get(data.version) ?? data.done)) gotFurther = true;
  reached.set(data.version, Math.max(data.done, reached.get(data.version) ?? 0));
  // With a saved copy in use this is an update, which the reader need not watch.
  if (!isFirstSave(data) || isSaved()) return;
  if (data.done === data.total) {
    if (watched) tellWhatIsSaved(watched);
    return;
  }
  sawProgress = true;
  const text = fill("saving", data);
  if (!sayInPage(text, { busy: true })) notice(text, [], { stays: true, busy: true });
}

/** @param {News} data */
function showPaused(data) {
  if (isFirstSave(data) && !isSaved()) tell(fill("paused", data));
}

/**
 * Said in full once a session; retrying by itself would fetch all of it again.
 *
 * @param {SizedNews} data
 */
function showFull(data) {
  stopTrying();
  const first = isFirstSave(data) && !isSaved();
  const text = fill(first ? "full" : "updateFull", { size: sizeText(data.size) });
  if (!first) updateNote = text;
  if (first) sayInPage(text);
  else showState({});
  if (toldFull.get() === data.version) return;
  toldFull.set(data.version);
  notice(text);
}

/** @param {string} text */
function tell(text) {
  if (!sayInPage(text)) notice(text);
}
