// --- The 404 page in another folder ------------------------------------------------------------

// A host shows it at any depth, so it alone has absolute addresses: true only where `site_url` says
// that the site is. A site in several languages may have one in each folder. They are changed in
// attributes, and in JSON, which no browser runs. Scripts and styles stay as they are, since the
// page's content policy allows them by their hashes.

const TAG = /<!--[^]*?(?:-->|$)|<([a-z][^\s/>]*)/gi;
// Browsers take what stands in these as text, whatever it looks like.
const RAW = new Set(["script", "style", "textarea", "title", "xmp", "iframe", "noembed", "noframes"]);
const ATTRIBUTE = /[\s/]*([^\s/>][^\s/>=]*)(?:\s*=\s*("[^"]*"|'[^']*'|[^\s"'>][^\s>]*))?/y;
const CODE = /^(?:style|on.*)$/i;
const JSON_TYPE = /^["']?\s*application\/(?:[\w.]+\+)?json/i;
const LISTS = /^(?:imagesrcset|srcset)$/i;

/**
 * A file as it is right in the folder that this site is in.
 *
 * @param {Listed} file
 * @param {Response} response
 */
async function inThisFolder(file, response) {
  if (base === scope.pathname || !file.url.endsWith("/404.html")) return response;
  // A letter for each byte, and back: a page may be in a charset that only the browser finds out.
  const html = byteLetters(await response.arrayBuffer());
  const moved = relocated(html, byteLetters(new TextEncoder().encode(base)), scope.pathname);
  const bytes = Uint8Array.from(moved, (letter) => letter.charCodeAt(0));
  return new Response(bytes, { headers: { "content-type": file.type } });
}

/** @param {ArrayBuffer | Uint8Array<ArrayBuffer>} bytes */
const byteLetters = (bytes) =>
  Array.from(new Uint8Array(bytes), (byte) => String.fromCharCode(byte)).join("");

/**
 * A page with the site's own addresses moved from one root, as in `/planned/`, to another.
 *
 * @param {string} html
 * @param {string} from
 * @param {string} to
 */
function relocated(html, from, to) {
  const root = `${from.replace(/[.*+?^${}()|[\]\\]/g, "\\$&")}(?!/)`;
  /**
   * @param {string} text
   * @param {RegExp} before
   */
  const moved = (text, before) => text.replace(before, (_, found) => found + to);
  const first = new RegExp(`^(["']?\\s*)${root}`);
  const inList = new RegExp(`(^["']?\\s*|,\\s*)${root}`, "g");
  const inJson = new RegExp(`(")${root}`, "g");
  let [written, at] = ["", 0];
  /**
   * @param {number} start
   * @param {number} end
   * @param {string} text
   */
  const write = (start, end, text) => {
    written += html.slice(at, start) + text;
    at = end;
  };
  TAG.lastIndex = 0;
  for (let tag = TAG.exec(html); tag; tag = TAG.exec(html)) {
    if (!tag[1]) continue;
    let isJson = false;
    ATTRIBUTE.lastIndex = TAG.lastIndex;
    for (let found = ATTRIBUTE.exec(html); found; found = ATTRIBUTE.exec(html)) {
      TAG.lastIndex = ATTRIBUTE.lastIndex;
      const [whole, name, value] = found;
      if (!value || CODE.test(name)) continue;
      const end = found.index + whole.length;
      write(end - value.length, end, moved(value, LISTS.test(name) ? inList : first));
      isJson ||= /^type$/i.test(name) && JSON_TYPE.test(value);
    }
    if (!RAW.has(tag[1].toLowerCase())) continue;
    const [start, end] = [TAG.lastIndex, endOf(tag[1], html, TAG.lastIndex)];
    if (isJson) write(start, end, moved(html.slice(start, end), inJson));
    TAG.lastIndex = end;
  }
  return written + html.slice(at);
}

/**
 * @param {string} name
 * @param {string} html
 * @param {number} start
 */
function endOf(name, html, start) {
  const tag = new RegExp(`</${name}`, "gi");
  tag.lastIndex = start;
  return tag.exec(html)?.index ?? html.length;
}
