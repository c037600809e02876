// The copy of the guide that is saved on the phone, to be removed when the reader asks for it.

import { siteUrl } from "../page/site.js";

const CACHES = `mkdocs-pwa:${siteUrl("")}:`;
// What mkdocs-pwa remembers, such as that the reader has taken the copy away.
const STATE = `${CACHES}state`;

/**
 * Whether a cache is the guide's: up to the last colon, for another site's folder may begin with one.
 *
 * @param {string} name
 */
const isOurCache = (name) => name.slice(0, name.lastIndexOf(":") + 1) === CACHES;

/**
 * Remove it, and do not save it again until the reader asks. Other sites of the same origin, even
 * within this one's folder, keep theirs.
 *
 * @returns {Promise<boolean>} Whether it is gone.
 */
export async function removeSavedGuide() {
  try {
    await askToRemove();
    return !(await hasSavedGuide());
  } catch {
    return false;
  }
}

/** @returns {Promise<boolean>} Whether there is a copy, or the beginning of one. */
export async function hasSavedGuide() {
  try {
    return (await caches.keys()).some((name) => isOurCache(name) && name !== STATE);
  } catch {
    // Blocked, or a site without https: nothing can be saved there.
    return false;
  }
}

/** mkdocs-pwa's own client does it, since it would else save the guide again on the next page. */
async function askToRemove() {
  /** @type {Promise<unknown> | undefined} */
  let removed;
  const detail = { waitUntil: (/** @type {Promise<unknown>} */ promise) => { removed = promise; } };
  dispatchEvent(new CustomEvent("mkdocs-pwa:remove", { detail }));
  await removed;
}
