// --- The reader's leave ------------------------------------------------------------------------

const cachePrefix = `mkdocs-pwa:${root.pathname}:`;

/**
 * Up to the last colon, for another site's folder may begin with one: see the worker.
 *
 * @param {string} name
 */
const isOurCache = (name) => name.slice(0, name.lastIndexOf(":") + 1) === cachePrefix;

// Shared with the worker, so in its cache: `ask` if the reader saves data, `agreed` the bytes that
// may be fetched all the same, until they are stored, `full` the version there was no room for,
// `removed` if the reader has taken the copy away.
const items = {
  open: () => caches.open(`${cachePrefix}state`),
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

// The size that stands before the reader, in bytes; 0 if there is no question.
let askedSize = 0;
let askedVersion = "";

/**
 * The reader wants the copy: nothing stands in its way any more, but for a size that was not named.
 * How much there is to fetch, only the worker of the version that the host has now can tell.
 */
async function saveNow() {
  clearNotice();
  await items.remove("removed");
  await items.remove("full");
  await items.set("agreed", String(askedSize));
  await items.remove(`spent=${askedVersion}`);
  askedSize = 0;
  await checkQuietly({ asked: true });
  // Where there is no new version, files of one that is here may be missing.
  if (watched?.waiting) offerUpdate(watched, watched.waiting);
  else if (watched && current && !isSaved()) tellWhatIsSaved(watched);
}

/** Tell the worker that is to come whether the reader saves data, before it looks for leave. */
async function noteSavingOfData() {
  if (savesData()) await items.set("ask", "1");
  else await items.remove("ask");
}

/**
 * A worker waits for leave: the reader saves data, or there is much to fetch.
 *
 * @param {SizedNews} news
 */
async function askForLeave({ version, size }) {
  stopTrying();
  [askedSize, askedVersion] = [size, version];
  const saved = current?.version ?? (await items.get("active"));
  const isUpdate = saved !== undefined && saved !== version;
  const text = isUpdate
    ? fill("askUpdate", { size: sizeText(size) })
    : fill("ask", { size: sizeText(size) });
  if (isUpdate) {
    updateNote = text;
    showState({});
  } else sayInPage(text);
  if (later.said === version) return;
  notice(text, [
    { label: isUpdate ? fill("download") : fill("save"), first: true, action: saveNow },
    { label: fill("later"), action: () => sayLater(version) },
  ]);
}

/** Take the copy from this phone. The worker goes when the last tab of the guide is closed. */
async function removeCopy() {
  stopTrying();
  if (watched) await watched.unregister();
  const names = await caches.keys();
  await Promise.all(names.filter(isOurCache).map((name) => caches.delete(name)));
  // Else the next page would save it all again.
  await items.set("removed", "1");
  watched = undefined;
  current = null;
  updateNote = "";
  sayInPage(fill("removed"));
}
