// --- The bundle --------------------------------------------------------------------------------

// All files in one, so that the first copy takes one request: `repeats.py` says how it is written.
// Nothing in it is trusted: each file is stored only if its bytes are the published ones. So it may
// be unpacked while it comes, and what came before a connection was lost is kept.

const STALL_LIMIT_MS = 20_000;
const MEMORY = 4_000_000;
// What a request costs beside its body, in bytes.
const REQUEST_COST = 400;
// For the line before a file, which says what it repeats.
const LINE = 1000;

/** @typedef {ReturnType<typeof byteReader>} ByteReader */

/** @param {Listed[]} list */
const bundled = (list) => list.filter((file) => file.sent > 0);

/**
 * Whether the bundle is the smaller download, where this engine can unpack it at all.
 *
 * @param {Listed[]} list
 */
function isBundleWorth(list) {
  if (!bundle || typeof DecompressionStream !== "function") return false;
  const single = bundled(list).reduce((sum, file) => sum + file.sent + REQUEST_COST, 0);
  return single > bundle.size + REQUEST_COST;
}

/**
 * Store what is missing from the bundle, again as long as an attempt brings files.
 *
 * @param {Set<Listed>} missing
 * @param {number} deadline - As `performance.now()` tells it.
 * @param {Save} save
 */
async function storeFromBundle(missing, deadline, save) {
  // It brought nothing, and then there was no leave to fetch file by file: that comes first now.
  if ((await readItem("barren")) === version) return;
  for (let before = Infinity; missing.size < before && isBundleWorth([...missing]); ) {
    before = missing.size;
    try {
      await unpackBundle(missing, deadline, save);
    } catch (error) {
      // For any other reason the rest is fetched file by file.
      if (error instanceof NoRoom) throw error;
    }
    if (missing.size === before) await writeItem("barren", version);
  }
}

/**
 * @param {Set<Listed>} missing
 * @param {number} deadline
 * @param {Save} save
 */
async function unpackBundle(missing, deadline, save) {
  const controller = new AbortController();
  try {
    const request = fetch(new URL(
      /** @type {Bundle} */
      (bundle).url, scope), {
      signal: controller.signal,
      // The browser would keep it for nothing.
      cache: "no-store",
      mode: "same-origin",
    });
    const response = await inTime(request, deadline);
    if (!response.ok) throw new Error(`bundle: the answer ${response.status}`);
    await counted(response, sizeOf(files) + files.length * LINE, async (body) => {
      const source = byteReader(await unpacked(body, deadline), deadline);
      let before = new Uint8Array(0);
      const memory = { bytes: new Uint8Array(MEMORY), size: 0 };
      while ([...missing].some((file) => file.sent > 0)) {
        const [number, ...steps] = JSON.parse(await source.line());
        const file = files[number];
        before = await nextFile(source, file, steps, before, memory);
        if (!missing.has(file)) continue;
        if ((await integrityOf(before)) !== file.integrity) throw new Error("bundle: other bytes");
        await save(file, asStored(file, before));
      }
    });
  } finally {
    controller.abort();
  }
}

/**
 * A host may have said that the file is compressed, and then the browser has unpacked it.
 *
 * @param {ReadableStream<Uint8Array<ArrayBuffer>>} body
 * @param {number} deadline
 */
async function unpacked(body, deadline) {
  const [first, rest] = body.tee();
  const reader = first.getReader();
  const { value } = await inTime(reader.read(), deadline);
  reader.cancel().catch(() => {});
  const isGzip = value?.[0] === 0x1f;
  return isGzip ? rest.pipeThrough(new DecompressionStream("gzip")) : rest;
}

/**
 * Put a file together from what is new in it and what it repeats.
 *
 * @param {ByteReader} source
 * @param {Listed} file
 * @param {number[]} steps - Threes: see `repeats.py`.
 * @param {Uint8Array} before - The file before it.
 * @param {{bytes: Uint8Array, size: number}} memory
 */
async function nextFile(source, file, steps, before, memory) {
  let size = 0;
  for (let i = 0; i < steps.length; i += 3) size += steps[i] + Math.abs(steps[i + 2]);
  // Before room is made for what only the bundle says.
  if (size !== file.size) throw new Error("bundle: another length");
  const bytes = new Uint8Array(size);
  const known = memory.size;
  let [to, at, past] = [0, 0, 0];
  for (let i = 0; i < steps.length; i += 3) {
    const [length, skip, copy] = steps.slice(i, i + 3);
    const added = await source.take(length);
    bytes.set(added, to);
    memory.bytes.set(added.subarray(0, MEMORY - memory.size), memory.size);
    memory.size = Math.min(MEMORY, memory.size + length);
    at += length;
    to += length;
    if (copy < 0) {
      past += skip;
      bytes.set(memory.bytes.subarray(past, Math.min(past - copy, known)), to);
      past -= copy;
    } else {
      at += skip;
      bytes.set(before.subarray(at, at + copy), to);
      at += copy;
    }
    to += Math.abs(copy);
  }
  return bytes;
}

/**
 * What a promise gives, unless nothing comes for too long or the install has to end.
 *
 * @template Value
 * @param {Promise<Value>} promise
 * @param {number} deadline
 * @returns {Promise<Value>}
 */
function inTime(promise, deadline) {
  /** @type {number | undefined} */
  let timer;
  const limit = Math.min(STALL_LIMIT_MS, deadline - performance.now());
  /** @type {Promise<never>} */
  const late = new Promise((_, reject) => {
    timer = setTimeout(() => reject(new Error("bundle: nothing came")), limit);
  });
  return Promise.race([promise, late]).finally(() => clearTimeout(timer));
}

/**
 * Lines and bytes of a stream, one after the other.
 *
 * @param {ReadableStream<Uint8Array<ArrayBuffer>>} stream
 * @param {number} deadline
 */
function byteReader(stream, deadline) {
  const reader = stream.getReader();
  let chunk = new Uint8Array(0);
  const more = async () => {
    const { done, value } = await inTime(reader.read(), deadline);
    if (done) throw new Error("bundle: expected more files");
    chunk = value;
  };
  /** @param {number} count */
  const taken = (count) => {
    const part = chunk.subarray(0, count);
    chunk = chunk.subarray(count);
    return part;
  };
  return {
    /** @param {number} count */
    async take(count) {
      const bytes = new Uint8Array(count);
      for (let at = 0; at < count; ) {
        if (chunk.length === 0) await more();
        const part = taken(count - at);
        bytes.set(part, at);
        at += part.length;
      }
      return bytes;
    },
    async line() {
      let text = "";
      for (;;) {
        if (chunk.length === 0) await more();
        const end = chunk.indexOf(10);
        text += String.fromCharCode(...taken(end < 0 ? Math.min(chunk.length, 4096) : end));
        if (end >= 0) break;
      }
      taken(1);
      return text;
    },
  };
}
