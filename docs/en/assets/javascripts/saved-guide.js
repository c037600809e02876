// The copy of the guide that is saved on the phone, to be removed when the reader asks for it.

import { siteUrl } from "./storage.js";

const CACHES = `mkdocs-pwa:${siteUrl("")}:`;

/**
 * Remove it. Other sites of the same origin, even within this one's folder, keep theirs.
 *
 * @returns {Promise<boolean>} Whether it is gone.
 */
export async function removeSavedGuide() {
  try {
    // The worker first, since it mends a copy that has holes.
    await (await registration())?.unregister();
    const names = (await caches.keys()).filter((name) => name.startsWith(CACHES));
    await Promise.all(names.map((name) => caches.delete(name)));
    return true;
  } catch {
    return false;
  }
}

/** @returns {Promise<boolean>} Whether there is a copy, or the beginning of one. */
export async function hasSavedGuide() {
  try {
    return (await caches.keys()).some((name) => name.startsWith(CACHES));
  } catch {
    // Blocked, or a site without https: nothing can be saved there.
    return false;
  }
}

async function registration() {
  const all = (await navigator.serviceWorker?.getRegistrations()) ?? [];
  return all.find(({ scope }) => new URL(scope).pathname === siteUrl(""));
}
