// --- Storing -----------------------------------------------------------------------------------

const POOL_SIZE = 4;
const RETRY_DELAYS_MS = [0, 500, 2500];
// Chromium ends an install event after 300 s; stopping before that says where it stopped.
const INSTALL_LIMIT_MS = 240_000;
const FULL_FOR_MS = 24 * 3600_000;

/** The phone has no room. Browsers name the error in different ways, so the place of it decides. */
class NoRoom extends Error {}

/** Fetch one file; reject unless its bytes are the published ones. */
async function download(file, delays = RETRY_DELAYS_MS) {
  let failure;
  for (const [attempt, delay] of delays.entries()) {
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

/** The files of this version that its cache does not hold. */
async function missingFiles(cache) {
  const held = new Set((await cache.keys()).map((request) => request.url));
  return files.filter((file) => !held.has(file.url));
}

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
  const missing = await missingFiles(cache);
  const queue = [...missing.filter((file) => !file.optional), ...missing.filter((file) => file.optional)];
  const otherNames = (await ourCacheNames()).filter((name) => name !== cacheName);
  const others = await Promise.all(otherNames.map((name) => caches.open(name)));
  let done = required.length - missing.filter((file) => !file.optional).length;
  const report = (type, values) => broadcast({ type, version, done, total: required.length, ...values });

  await report("progress");
  const worker = async () => {
    for (let file = queue.shift(); file; file = queue.shift()) {
      if (performance.now() > deadline) throw new Error("out of time");
      try {
        const response = (await fromOtherVersion(file, others)) ?? (await download(file));
        await keep(cache, file, response);
      } catch (error) {
        if (error instanceof NoRoom) queue.length = 0;
        if (!file.optional || error instanceof NoRoom) throw error;
        continue;
      }
      if (file.optional) continue;
      done += 1;
      await report("progress");
    }
  };
  const results = await Promise.allSettled(Array.from({ length: POOL_SIZE }, worker));
  const failures = results.filter((result) => result.status === "rejected").map(({ reason }) => reason);
  if (failures.some((reason) => reason instanceof NoRoom)) {
    await giveUpForNow();
    await report("full", { size: sizeOf(missing) });
  } else if (failures.length > 0) {
    await report("paused");
  }
  if (failures.length > 0) throw failures[0];
  // Another worker of ours, or the browser, may have deleted the cache in the meantime.
  const lost = (await missingFiles(await caches.open(cacheName))).filter((file) => !file.optional);
  if (lost.length > 0) throw new Error(`${lost.length} files were deleted while they were stored`);
}

async function keep(cache, file, response) {
  try {
    await cache.put(file.url, response);
  } catch (error) {
    throw new NoRoom(error.message);
  }
}

/** A stage that cannot be finished only takes room from the version in use. */
async function giveUpForNow() {
  if ((await readItem("active")) === version) return;
  await caches.delete(cacheName);
  // Else each visit would fetch all of it again, only to throw it away again.
  await writeItem("full", `${version} ${Date.now()} ${sizeOf(files)}`);
}

/** Why this version may not be fetched now, or null. */
async function obstacle() {
  if (await readItem("removed")) return "removed";
  const [full, since] = ((await readItem("full")) ?? "").split(" ");
  const age = Date.now() - Number(since);
  // A clock that was set back must not keep a phone from saving for ever.
  if (full === version && age >= 0 && age < FULL_FOR_MS) return "full";
  const mustAsk = self.registration.active && (await readItem("ask"));
  if (mustAsk && (await readItem("allowed")) !== version) return "ask";
  return null;
}

async function install() {
  const reason = await obstacle();
  if (!reason) return store();
  await broadcast({ type: reason, version, done: 0, total: required.length, size: sizeOf(files) });
  throw new Error(`not fetched: ${reason}`);
}

/** Read every stored file again, throw away what is not as published, and fetch what is missing. */
async function repair() {
  const cache = await caches.open(cacheName);
  for (const file of files) {
    const stored = await cache.match(file.url);
    if (stored && (await integrityOf(stored)) !== file.integrity) await cache.delete(file.url);
  }
  await store();
}

async function integrityOf(response) {
  const digest = await crypto.subtle.digest("SHA-256", await response.arrayBuffer());
  return `sha256-${btoa(String.fromCharCode(...new Uint8Array(digest)))}`;
}
