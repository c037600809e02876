// Where the guide stands: a clinic may host it in any folder.

/** Path of the site on its host, with a slash at its end. */
export const sitePath = new URL("../../../", import.meta.url).pathname;

/**
 * Address of a page or file of this guide.
 *
 * @param {string} path - From the start page: "before/plan/".
 * @returns {string}
 */
export const siteUrl = (path) => sitePath + path;
