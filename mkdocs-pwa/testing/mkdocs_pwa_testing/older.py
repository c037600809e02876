"""A phone as an earlier version of this package left it."""

from __future__ import annotations

import json
from pathlib import Path

from mkdocs_pwa.app import worker
from mkdocs_pwa_testing.server import Answer, Fault

#: Until November 2026 a file was stored, and so answered, with all that the host said of it.
_OLDER = """
const entries = %s;
const scope = new URL(registration.scope);
const prefix = `mkdocs-pwa:${scope.pathname}:`;
const urls = entries.map(([url]) => new URL(url, scope).href);

async function install() {
  const cache = await caches.open(`${prefix}older`);
  for (const [number, [, sha256]] of entries.entries()) {
    const integrity = `sha256-${sha256}`;
    const response = await fetch(urls[number], { integrity, cache: "no-cache" });
    const headers = new Headers(response.headers);
    headers.set("x-mkdocs-pwa-integrity", integrity);
    await cache.put(urls[number], new Response(await response.blob(), { headers }));
  }
}

async function activate() {
  const state = await caches.open(`${prefix}state`);
  await state.put(`${scope.href}?active`, new Response("older"));
  await clients.claim();
}

async function answer(request) {
  const cache = await caches.open(`${prefix}older`);
  return (await cache.match(request)) ?? fetch(request);
}

addEventListener("install", (event) => event.waitUntil(install()));
addEventListener("activate", (event) => event.waitUntil(activate()));
addEventListener("fetch", (event) => event.respondWith(answer(event.request)));
addEventListener("message", ({ data, ports }) => {
  if (data.type !== "status") return;
  const [total, held] = [entries.length, entries.length];
  ports[0].postMessage({ version: "older", total, held, optionalMissing: [], tab: "current" });
});
"""


def older_worker(site: Path) -> str:
    """The worker of an earlier version for the files of a packed folder."""
    data = worker.read((site / worker.FILE).read_text("utf-8"), "build")
    assert data
    return _OLDER % json.dumps(data["entries"])


def with_older_worker(site: Path, fault: Fault) -> Fault:
    """A fault at a host whose worker is of an earlier version."""
    script = older_worker(site).encode()
    return lambda path, answer: (
        Answer(200, "text/javascript", script) if path == worker.FILE else fault(path, answer)
    )
