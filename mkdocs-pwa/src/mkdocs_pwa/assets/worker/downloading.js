// --- Downloading -------------------------------------------------------------------------------

const POOL_SIZE = 4;
const RETRY_DELAYS_MS = [0, 500, 2500];

/**
 * Fetch one file, as it is stored; reject unless its bytes are the published ones.
 *
 * @param {Listed} file
 * @param {number[]} [delays] - Milliseconds before each attempt.
 * @param {Hindrance} [hindrance] - Of another attempt.
 */
async function download(file, delays = RETRY_DELAYS_MS, hindrance) {
  let failure;
  for (const [attempt, delay] of delays.entries()) {
    await wait(delay);
    if (attempt > 0 && (await hindrance?.())) break;
    try {
      // What the page has just loaded need not come again, however old it may be: its hash is
      // right. A retry goes past the HTTP cache, which may itself hold the bad bytes.
      const cache = attempt > 0 ? "reload" : self.registration.active ? "no-cache" : "force-cache";
      return await fetchVerified(file, cache);
    } catch (error) {
      failure = error;
    }
  }
  throw failure;
}

// A page may ask for what is being stored at that moment.
/** @type {Map<string, Promise<ArrayBuffer>>} */
const underWay = new Map();

/**
 * @param {Listed} file
 * @param {RequestCache} cache
 */
async function fetchVerified(file, cache) {
  const { url } = file;
  const bytes = underWay.get(url) ?? verifiedBytes(file, cache).finally(() => underWay.delete(url));
  underWay.set(url, bytes);
  return asStored(file, await bytes);
}

/**
 * @param {Listed} file
 * @param {RequestCache} cache
 */
async function verifiedBytes(file, cache) {
  const response = await fetch(file.url, { cache, mode: "same-origin" });
  const bytes = await counted(response, file.size, (body) => new Response(body).arrayBuffer());
  // Chromium, Firefox and WebKit all give truncated bodies and sign-in pages as good. `integrity` would
  // have the browser look, but it does not tell how many bytes came in vain.
  if ((await integrityOf(bytes)) !== file.integrity) throw new Error(`bytes: ${file.url}`);
  return bytes;
}

/**
 * Do some of a list at once; those under way are finished before a failure is thrown.
 *
 * @param {Listed[]} queue
 * @param {number} deadline - As `performance.now()` tells it.
 * @param {(file: Listed) => Promise<void>} task
 */
async function inPool(queue, deadline, task) {
  const worker = async () => {
    for (let file = queue.shift(); file; file = queue.shift()) {
      if (performance.now() > deadline) throw new Error("out of time");
      try {
        await task(file);
      } catch (error) {
        if (error instanceof NoRoom) queue.length = 0;
        throw error;
      }
    }
  };
  const results = await Promise.allSettled(Array.from({ length: POOL_SIZE }, worker));
  const failures = results.filter((result) => result.status === "rejected").map(({ reason }) => reason);
  const failure = failures.find((reason) => reason instanceof NoRoom) ?? failures[0];
  if (failure) throw failure;
}
