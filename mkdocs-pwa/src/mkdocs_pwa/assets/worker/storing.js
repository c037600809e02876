// --- Storing -----------------------------------------------------------------------------------

// Chromium ends an install event after 300 s; stopping before that says where it stopped.
const INSTALL_LIMIT_MS = 240_000;
const FULL_FOR_MS = 24 * 3600_000;
// Who has agreed to a size has agreed to a little more: another version may be out since then.
const MARGIN = 1.1;

/** The phone has no room. Browsers name the error in different ways, so the place of it decides. */
class NoRoom extends Error {}

/** @typedef {() => Promise<{type: string, size: number} | null>} Hindrance */

/** @typedef {(file: Listed, response: Response) => Promise<void>} Save */

/** Of all other versions that are stored, whole or not. */
async function otherVersions() {
  const names = (await ourCacheNames()).filter((name) => name !== cacheName);
  return Promise.all(names.map((name) => caches.open(name)));
}

/**
 * The bytes of these files that none of the caches has.
 *
 * @param {Listed[]} list
 * @param {Cache[]} others
 */
async function sizeToFetch(list, others) {
  const taken = await Promise.all(list.map((file) => fromOtherVersion(file, others)));
  return sizeOf(list.filter((_, index) => !taken[index]));
}

/**
 * The same bytes at the same address in another version's cache, or undefined.
 *
 * @param {Listed} file
 * @param {Cache[]} others
 */
async function fromOtherVersion(file, others) {
  for (const other of others) {
    const stored = await other.match(file.url);
    if (stored?.headers.get(INTEGRITY_HEADER) === file.integrity) return stored;
  }
  return undefined;
}

/**
 * The files of this version that its cache does not hold.
 *
 * @param {Cache} cache
 */
async function missingFiles(cache) {
  const held = new Set((await cache.keys()).map((request) => request.url));
  return files.filter((file) => !held.has(file.url));
}

/** @type {Promise<void> | undefined} */
let storing;

/** Bring this version's cache to completeness; one run serves all who ask for it. */
function store() {
  storing ??= storeMissing().finally(() => {
    storing = undefined;
  });
  return storing;
}

/** What is stored before a failure stays, so the next attempt fetches only the rest. */
async function storeMissing() {
  const deadline = performance.now() + INSTALL_LIMIT_MS;
  const cache = await caches.open(cacheName);
  const missing = new Set(await missingFiles(cache));
  const size = sizeOf([...missing]);
  let done = required.length - [...missing].filter((file) => !file.optional).length;
  /**
   * @param {string} type
   * @param {object} [values]
   */
  const report = (type, values) => broadcast({ type, version, done, total: required.length, ...values });
  /** @type {Save} */
  const save = async (file, response) => {
    await keep(cache, file, response);
    missing.delete(file);
    if (file.optional) return;
    done += 1;
    await report("progress");
  };
  await readSpent();
  /** @type {Hindrance} */
  const hindrance = async () => (missing.size > 0 ? obstacle([...missing]) : null);
  const found = await hindrance();
  if (found) {
    if (missing.size === files.length) await caches.delete(cacheName);
    await report(found.type, found);
    throw new Error(`not fetched: ${found.type}`);
  }
  try {
    if ((await readItem("active")) !== version) await writeItem("stage", version);
    await report("progress");
    await takeFromOtherVersions(missing, deadline, save);
    await storeFromBundle(missing, deadline, save);
    await storeOneByOne(missing, deadline, save, hindrance);
  } catch (error) {
    await noteSpent();
    if (error instanceof NoRoom) await giveUpForNow();
    // With no leave for another attempt the page is not to try again by itself.
    const found = error instanceof NoRoom ? { type: "full", size } : await hindrance();
    await report(found?.type ?? "paused", found ?? { size });
    throw error;
  }
  // Another worker of ours, or the browser, may have deleted the cache in the meantime.
  const lost = (await missingFiles(await caches.open(cacheName))).filter((file) => !file.optional);
  if (lost.length > 0) throw new Error(`${lost.length} files were deleted while they were stored`);
  // The leave was for these files.
  const state = await openState();
  await Promise.all(["agreed", SPENT].map((key) => state.delete(itemUrl(key))));
}

/**
 * @param {Set<Listed>} missing
 * @param {number} deadline - As `performance.now()` tells it.
 * @param {Save} save
 */
async function takeFromOtherVersions(missing, deadline, save) {
  const others = await otherVersions();
  await inPool([...missing], deadline, async (file) => {
    const stored = await fromOtherVersion(file, others);
    if (stored) await save(file, asStored(file, await stored.blob()));
  });
}

/**
 * @param {Set<Listed>} missing
 * @param {number} deadline - As `performance.now()` tells it.
 * @param {Save} save
 * @param {Hindrance} hindrance
 */
async function storeOneByOne(missing, deadline, save, hindrance) {
  if (await hindrance()) throw new Error("came in vain");
  await (await openState()).delete(itemUrl("barren"));
  const inOrder = [...missing].sort((a, b) => Number(a.optional) - Number(b.optional));
  await inPool(inOrder, deadline, async (file) => {
    try {
      await save(file, await download(file, RETRY_DELAYS_MS, hindrance));
    } catch (error) {
      if (!file.optional || error instanceof NoRoom) throw error;
    }
  });
}

/**
 * @param {Cache} cache
 * @param {Listed} file
 * @param {Response} response
 */
async function keep(cache, file, response) {
  try {
    await cache.put(file.url, response);
  } catch (error) {
    throw new NoRoom(String(error));
  }
}

/** A stage that cannot be finished only takes room from the version in use. */
async function giveUpForNow() {
  if ((await readItem("active")) === version) return;
  await caches.delete(cacheName);
  // Else each visit would fetch all of it again, only to throw it away again.
  await writeItem("full", `${version} ${Date.now()} ${sizeOf(files)}`);
}

/**
 * Why these files may not be fetched now, with the size to name; or null. It is decided here alone,
 * for whatever a page once knew, the host may have another version by now.
 *
 * @param {Listed[]} list - What is missing.
 */
async function obstacle(list) {
  if (await readItem("removed")) return { type: "removed", size: 0 };
  const [full, since] = ((await readItem("full")) ?? "").split(" ");
  const age = Date.now() - Number(since);
  // A clock that was set back must not keep a phone from saving for ever.
  if (full === version && age >= 0 && age < FULL_FOR_MS) return { type: "full", size: sizeOf(files) };
  const agreed = Number((await readItem("agreed")) ?? 0) * MARGIN;
  const unasked = (await readItem("ask")) ? 0 : askAbove;
  // Who has agreed to a size need not be asked again for what could have come without a question.
  /** @param {number} size */
  const isCovered = (size) => size <= Math.max(agreed, unasked) && spent - coming + size <= agreed + unasked;
  if (isCovered(sizeOf(list))) return null;
  const size = await sizeToFetch(list, await otherVersions());
  return isCovered(size) ? null : { type: "ask", size };
}

async function install() {
  await store();
  // Else the first page that asks for it would have to wait.
  await sizeOfChanges();
}

/**
 * The bytes of this version that the version in use does not have. Worked out once, as each stored
 * file has to be opened for it: at 3,000 files that takes seconds.
 */
async function sizeOfChanges() {
  const active = await readItem("active");
  if (active === version) return 0;
  const [of, from, known] = ((await readItem("changed")) ?? "").split(" ");
  if (of === version && from === active) return Number(known);
  // The browser may have deleted the note of it.
  const others = active ? [await caches.open(prefix + active)] : await otherVersions();
  const size = await sizeToFetch(files, others);
  await writeItem("changed", `${version} ${active} ${size}`);
  return size;
}

/** Read every stored file again, throw away what is not as published, and fetch what is missing. */
async function repair() {
  const cache = await caches.open(cacheName);
  for (const file of files) {
    const stored = await cache.match(file.url);
    if (!stored) continue;
    const bytes = await stored.arrayBuffer();
    if ((await integrityOf(bytes)) !== file.integrity) await cache.delete(file.url);
    else if (!hasJust(headersOf(file), stored)) {
      // Without room it stays as it is: it is put right in each answer.
      await cache.put(file.url, asStored(file, bytes)).catch(() => {});
    }
  }
  await store();
}

/** @param {BufferSource} bytes */
async function integrityOf(bytes) {
  const digest = await crypto.subtle.digest("SHA-256", bytes);
  return `sha256-${btoa(String.fromCharCode(...new Uint8Array(digest)))}`;
}
