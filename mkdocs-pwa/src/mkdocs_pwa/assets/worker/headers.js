// --- Beside the bytes --------------------------------------------------------------------------

// A hash proves bytes, but not what a host says of them. What it once said wrongly would be said on
// this phone for ever: so the type of a file is the packed one, whatever came, and nothing else that
// the host said is kept. Not even what only protects: `x-frame-options: DENY`, sent once, would stop
// the site's own frames. What a page needs of it the page carries itself: its content policy and
// its referrer policy. A frame of another site never gets to the copy, as browsers keep a store of
// its own for each site that holds the frame.
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

/** @param {Listed} file */
const headersOf = (file) => ({ "content-type": file.type, [INTEGRITY_HEADER]: file.integrity });

/**
 * A file as it is stored. Of what held it before, a network or another version, come the bytes alone.
 *
 * @param {Listed} file
 * @param {BodyInit} bytes
 */
const asStored = (file, bytes) => new Response(bytes, { status: 200, headers: headersOf(file) });

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
function asAnswer(stored, type) {
  /** @type {Record<string, string>} */
  const headers = { "content-type": type };
  const integrity = stored.headers.get(INTEGRITY_HEADER);
  if (integrity) headers[INTEGRITY_HEADER] = integrity;
  return hasJust(headers, stored) ? stored : new Response(stored.body, { status: 200, headers });
}
