"""What a phone has stored, compared with what was published."""

from __future__ import annotations

from pathlib import Path
from urllib.parse import unquote

from mkdocs_pwa_testing.engines import Engine

_STORED = """
(async () => {
  const names = (await caches.keys())
    .filter((name) => name.startsWith("mkdocs-pwa:") && !name.endsWith(":state"));
  const found = [];
  for (const name of names) {
    const cache = await caches.open(name);
    for (const request of await cache.keys()) {
      const response = await cache.match(request);
      found.push([name, new URL(request.url).pathname, await response.text()]);
    }
  }
  return found;
})()
"""
_TEXTS = (".html", ".css", ".js", ".txt", ".webmanifest")


def stored(phone: Engine) -> list[tuple[str, str, str]]:
    """Cache, path and text of everything that is stored."""
    return [(name, path, text) for name, path, text in phone.js(_STORED)]


def wrong_bytes(phone: Engine, *published: Path) -> list[str]:
    """The paths under which something is stored that none of the folders holds."""
    wrong = []
    for _, path, text in stored(phone):
        files = [_file(folder, unquote(path)) for folder in published]
        if not any(file.is_file() for file in files) or files[0].suffix not in _TEXTS:
            continue
        if text not in [file.read_text("utf-8") for file in files if file.is_file()]:
            wrong.append(path)
    return wrong


def _file(folder: Path, path: str) -> Path:
    return folder / path.lstrip("/") / ("index.html" if path.endswith("/") else "")
