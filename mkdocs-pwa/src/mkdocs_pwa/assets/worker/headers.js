// --- Beside the bytes --------------------------------------------------------------------------

// A hash proves bytes, but not what a host says of them. What it once said wrongly would be said on
// this phone for ever: so the type of a file is the packed one, whatever came, and of the host's
// headers only those are kept that can neither stop a part of a page nor make anything else of it.
//   x-content-type-options, x-frame-options, frame-ancestors, referrer-policy
// Not kept, though it is for security: the rest of a content policy, which each page carries
// itself, and permissions, which may switch off what a page offers. Others hide pages (content-
// disposition, refresh), load more (link), or tell of one answer (content-encoding, vary, etag).
const KEPT_HEADERS = ["referrer-policy", "x-content-type-options", "x-frame-options"];
/**
 * The type of each file of a kind, which is the end of its name.
 *
 * @param {string} pathname
 * @param {string} [otherwise]
 */
function typeOfKind(pathname, otherwise = "application/octet-stream") {
  const path = plainPath(pathname).replace(/\/$/, "/index.html");
  return types[/[^/](\.[^./]*)$/.exec(path)?.[1].toLowerCase() ?? ""] ?? otherwise;
}

/**
 * The type of a file of another version, whose list this worker does not have.
 *
 * @param {Response} stored
 * @param {string} pathname
 */
function typeInOtherVersion(stored, pathname) {
  const found = stored.headers.get("content-type") ?? undefined;
  const usual = typeOfKind(pathname, found);
  // Its charset may be another than that of most files.
  return found?.split(";")[0] === usual.split(";")[0] ? found : usual;
}

// What the host has sent with a verified file last; undefined until it is read.
/** @type {Record<string, string> | undefined} */
let hostHeaders;

async function keptHeaders() {
  hostHeaders ??= JSON.parse((await readItem("headers").catch(() => null)) ?? "{}");
  return hostHeaders;
}

/**
 * Remember what the host says of its pages, from an answer with verified bytes.
 *
 * @param {Headers} headers
 */
async function noteHeaders(headers) {
  /** @type {Record<string, string>} */
  const kept = {};
  for (const name of KEPT_HEADERS) if (headers.has(name)) kept[name] = headers.get(name) ?? "";
  const framing = (headers.get("content-security-policy") ?? "").match(/\bframe-ancestors\b[^;,]*/gi);
  if (framing) kept["content-security-policy"] = framing.join(", ");
  const text = JSON.stringify(kept);
  if (text === JSON.stringify(await keptHeaders())) return;
  hostHeaders = kept;
  await writeItem("headers", text);
}

/** @param {Listed} file */
async function headersOf(file) {
  return { ...(await keptHeaders()), "content-type": file.type, [INTEGRITY_HEADER]: file.integrity };
}

/**
 * A file as it is stored. Of what held it before, a network or another version, come the bytes alone.
 *
 * @param {Listed} file
 * @param {BodyInit} bytes
 */
async function asStored(file, bytes) {
  return new Response(bytes, { status: 200, headers: await headersOf(file) });
}

/**
 * Whether a response has these headers and no others.
 *
 * @param {Record<string, string>} headers
 * @param {Response} response
 */
function hasJust(headers, response) {
  const found = [...response.headers];
  const isSame = found.every(([name, value]) => headers[name] === value);
  return isSame && found.length === Object.keys(headers).length;
}

/**
 * A stored response as it is answered, whoever stored it: an older version of us kept all headers.
 *
 * @param {Response} stored
 * @param {string} type
 */
async function asAnswer(stored, type) {
  /** @type {Record<string, string>} */
  const headers = { ...(await keptHeaders()), "content-type": type };
  const integrity = stored.headers.get(INTEGRITY_HEADER);
  if (integrity) headers[INTEGRITY_HEADER] = integrity;
  return hasJust(headers, stored) ? stored : new Response(stored.body, { status: 200, headers });
}

/** Ask the host anew what it says of its pages; without a network all stays as it is. */
async function renewHeaders() {
  const home = fileAt.get(plainPath(scope.pathname));
  if (home) await within(NETWORK_LIMIT_MS, fetchVerified(home, "reload"));
}
