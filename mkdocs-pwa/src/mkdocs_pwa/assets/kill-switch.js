// Takes the saved copy away again: it replaces the worker at the same address for good, since a
// worker whose file is gone is never removed by a browser.
/* mkdocs-pwa:kill-switch */

const scope = new URL(self.registration.scope);
// Several sites may share one origin: only caches that carry our scope are ours to delete.
const prefix = `mkdocs-pwa:${scope.pathname}:`;
// Up to the last colon, for another site's folder may begin with one: `/:b/` below `/`.
/** @param {string} name */
const isOurCache = (name) => name.slice(0, name.lastIndexOf(":") + 1) === prefix;

async function deleteOurCaches() {
  const names = (await caches.keys()).filter(isOurCache);
  await Promise.all(names.map((name) => caches.delete(name)));
}

async function remove() {
  const pages = await self.clients.matchAll({ type: "window" });
  // The worker must go even where the caches cannot be deleted.
  await deleteOurCaches().catch(() => {});
  await self.registration.unregister();
  // After it, so that the pages load from the network; a page that was closed rejects.
  await Promise.allSettled(pages.map((page) => page.navigate(page.url)));
  // A page or a worker that has just been left may have opened its notes again (seen in WebKit).
  await deleteOurCaches().catch(() => {});
}

self.addEventListener("install", (event) => event.waitUntil(self.skipWaiting()));

self.addEventListener("activate", (event) => event.waitUntil(remove()));
