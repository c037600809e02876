// Fetches what search knows: the words of topics, and the pages in parts, so that an edit of one page
// changes one small file.

/**
 * What search knows besides the sections, as guide/search/index.py wrote it.
 *
 * @typedef {object} OwnGuide
 * @property {Record<string, string>} topics - By id the words and phrases, with commas between them.
 * @property {Record<string, string>} effects - The same for what is usual after a session.
 * @property {{over?: string, high?: string, other?: string}} readings - See `createReadings`.
 * @property {string} harmless - See `createPhrases`.
 * @property {string[]} helpFirst - The topics that put help first, the more pressing one last.
 * @property {Record<string, string>} routes - What readers call each.
 * @property {string} forRoutes - "Only for {routes}".
 */

/** @typedef {OwnGuide & import("./terms.js").LanguageWords} Guide */

/** As in guide/search/parts.py. */
const PARTS = 8;
// Not by page/site.js: the page's own file has it, which a worker cannot run.
const FOLDER = new URL("../../../../search/", import.meta.url);

/** @returns {Promise<{guide: Guide, docs: import("./engine.js").Doc[]}>} */
export async function loadData() {
  const parts = Array.from({ length: PARTS }, (_, number) => fetched(`part-${number}.json`));
  const [{ config }, ...pages] = await Promise.all([fetched("search_index.json"), ...parts]);
  return { guide: config.guide, docs: docsOf(pages) };
}

/** @typedef {Omit<import("./engine.js").Doc, "location"> & {id: string}} Section - "" for the page. */

/**
 * The sections of all pages, in one order however these are divided: of two that answer as well, the
 * first one is shown first.
 *
 * @param {Record<string, Section[]>[]} parts - In each the sections of pages by their address, as
 *   guide/search/pages.py wrote them.
 * @returns {import("./engine.js").Doc[]}
 */
export function docsOf(parts) {
  /** @type {[string, Section[]][]} */
  const pages = Object.entries(Object.assign({}, ...parts));
  pages.sort(([one], [other]) => (one < other ? -1 : 1));
  return pages.flatMap(([address, sections]) =>
    sections.map(({ id, ...rest }) => ({ location: id ? `${address}#${id}` : address, ...rest })),
  );
}

/**
 * @param {string} name
 * @returns {Promise<any>} What JSON holds.
 */
async function fetched(name) {
  const address = new URL(name, FOLDER);
  const answer = await fetch(address);
  if (!answer.ok) throw new Error(`${address}: expected what search knows, found ${answer.status}`);
  return answer.json();
}
