// --- The reader's leave ------------------------------------------------------------------------

// Shared with the worker, so in its cache: `ask` if the reader saves data, `allowed` the version
// that may be fetched all the same, `full` the one there was no room for, `removed` if the reader
// has taken the copy away.
const items = {
  open: () => caches.open(`mkdocs-pwa:${root.pathname}:state`),
  /** @param {string} key */
  async get(key) {
    const stored = await (await this.open()).match(`${root.href}?${key}`);
    return stored?.text();
  },
  /**
   * @param {string} key
   * @param {string} value
   */
  async set(key, value) {
    await (await this.open()).put(`${root.href}?${key}`, new Response(value));
  },
  /** @param {string} key */
  async remove(key) {
    await (await this.open()).delete(`${root.href}?${key}`);
  },
};

const savesData = () => navigator.connection?.saveData === true;

/** The version that the host has now, from the list in its worker: { version, size }. */
async function published() {
  const response = await fetch(new URL("sw.js", root), { cache: "no-cache", mode: "same-origin" });
  const list = /\/\* mkdocs-pwa:build \*\/(\{.*\});$/m.exec(await response.text());
  if (!response.ok || !list) throw new Error("sw.js: expected the worker of this site");
  /** @type {{version: string, entries: [string, string, number][]}} */
  const { version, entries } = JSON.parse(list[1]);
  return { version, size: entries.reduce((sum, [, , size]) => sum + size, 0) };
}

/** Whether the first copy may be fetched; asks the reader if that is not clear. */
async function mayStart() {
  if (await items.get("removed")) {
    sayInPage(fill("notSaved"));
    return false;
  }
  if (isSmall && !savesData()) return true;
  const { version, size } = await published();
  if (!savesData() && size <= askAbove) return true;
  if ((await items.get("allowed")) === version) return true;
  const text = fill("ask", { size: sizeText(size) });
  sayInPage(text);
  if (later.said !== version) {
    notice(text, [
      { label: fill("save"), first: true, action: saveNow },
      { label: fill("later"), action: () => sayLater(version) },
    ]);
  }
  return false;
}

/** The reader wants the copy: nothing stands in its way any more. */
async function saveNow() {
  clearNotice();
  await items.remove("removed");
  await items.remove("full");
  await items.set("allowed", (await published()).version);
  await checkQuietly({ asked: true });
}

/** Tell the next version's worker whether the reader saves data, before it looks for leave. */
async function noteSavingOfData() {
  if (savesData()) await items.set("ask", "1");
  else await items.remove("ask");
}

/**
 * A new version's worker waits for leave: the reader saves data, or there is much to fetch.
 *
 * @param {SizedNews} news
 */
function askForUpdate({ version, size }) {
  stopTrying();
  updateNote = fill("askUpdate", { size: sizeText(size) });
  showState({});
  if (later.said === version) return;
  notice(updateNote, [
    { label: fill("download"), first: true, action: saveNow },
    { label: fill("later"), action: () => sayLater(version) },
  ]);
}

/** Take the copy from this phone. The worker goes when the last tab of the guide is closed. */
async function removeCopy() {
  stopTrying();
  if (watched) await watched.unregister();
  const names = await caches.keys();
  const ours = names.filter((name) => name.startsWith(`mkdocs-pwa:${root.pathname}:`));
  await Promise.all(ours.map((name) => caches.delete(name)));
  // Else the next page would save it all again.
  await items.set("removed", "1");
  watched = undefined;
  current = null;
  updateNote = "";
  sayInPage(fill("removed"));
}
