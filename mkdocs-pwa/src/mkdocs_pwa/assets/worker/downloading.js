// --- Downloading -------------------------------------------------------------------------------

const POOL_SIZE = 4;
const RETRY_DELAYS_MS = [0, 500, 2500];

/**
 * Fetch one file, as it is stored; reject unless its bytes are the published ones.
 *
 * @param {Listed} file
 * @param {number[]} [delays] - Milliseconds before each attempt.
 */
async function download(file, delays = RETRY_DELAYS_MS) {
  let failure;
  for (const [attempt, delay] of delays.entries()) {
    await wait(delay);
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

/**
 * @param {Listed} file
 * @param {RequestCache} cache
 */
async function fetchVerified(file, cache) {
  // The browser checks `integrity` over the decoded body. Without it Chromium, Firefox and WebKit
  // all keep truncated bodies and sign-in pages as good.
  const response = await fetch(file.url, { integrity: file.integrity, cache, mode: "same-origin" });
  return asStored(file, await response.blob());
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
