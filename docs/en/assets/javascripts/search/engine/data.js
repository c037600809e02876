// Fetches what search knows: the words of topics, and the pages in parts, so that an edit of one page
// changes one small file.

/** As in guide/search/parts.py. */
const PARTS = 8;
// Not by page/site.js: the page's own file has it, which a worker cannot run.
const FOLDER = new URL("../../../../search/", import.meta.url);

/** @returns {Promise<{guide: object, docs: import("./engine.js").Doc[]}>} */
export async function loadData() {
  const parts = Array.from({ length: PARTS }, (_, number) => fetched(`part-${number}.json`));
  const [{ config }, ...pages] = await Promise.all([fetched("search_index.json"), ...parts]);
  return { guide: config.guide, docs: docsOf(pages) };
}

/**
 * The sections of all pages, in one order however these are divided: of two that answer as well, the
 * first one is shown first.
 *
 * @param {Record<string, object[]>[]} parts - In each the sections of pages by their address, as
 *   guide/search/pages.py wrote them.
 * @returns {import("./engine.js").Doc[]}
 */
export function docsOf(parts) {
  const pages = Object.entries(Object.assign({}, ...parts));
  pages.sort(([one], [other]) => (one < other ? -1 : 1));
  return pages.flatMap(([address, sections]) =>
    sections.map(({ id, ...rest }) => ({ location: id ? `${address}#${id}` : address, ...rest })),
  );
}

async function fetched(name) {
  const address = new URL(name, FOLDER);
  const answer = await fetch(address);
  if (!answer.ok) throw new Error(`${address}: expected what search knows, found ${answer.status}`);
  return answer.json();
}
