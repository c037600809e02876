// --- Downloading -------------------------------------------------------------------------------

const POOL_SIZE = 4;
const RETRY_DELAYS_MS = [0, 500, 2500];

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
        // What the page has just loaded need not come again, however old it may be: its hash is
        // right. A retry goes past the HTTP cache, which may itself hold the bad bytes.
        cache: attempt > 0 ? "reload" : self.registration.active ? "no-cache" : "force-cache",
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

/** Do some of a list at once; those under way are finished before a failure is thrown. */
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
