"""A packed folder in, findings out: is what phones will save whole, and is it all there is?"""

import base64
import hashlib
import json
import struct
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from mkdocs_pwa.app import manifest, worker
from mkdocs_pwa.checking.bundle import bundle_findings
from mkdocs_pwa.copy.precache import Entry, url_of, version
from mkdocs_pwa.copy.site import as_text, open_site, pages
from mkdocs_pwa.findings import Finding
from mkdocs_pwa.html import head
from mkdocs_pwa.html.place import place
from mkdocs_pwa.policy.origins import foreign_addresses

_PACK_AGAIN = "Run `mkdocs-pwa pack` on the folder as the last step of the build."


def check(site_dir: Path) -> list[Finding]:
    """Every fault of a packed folder; none if readers will get a whole and closed copy.

    Raises:
        PackError: there is no such folder, or it has no home page.
    """
    site = open_site(site_dir)
    script = as_text(site.get(worker.FILE, b""))
    if not worker.is_worker(script):
        return [Finding("error", worker.FILE, _not_packed(script))]
    data = worker.read(script, "build") or {}
    entries = read_entries(data)
    if entries is None:
        text = f"expected a list of files, found one that cannot be read. {_PACK_AGAIN}"
        return [Finding("error", worker.FILE, text)]
    saved = {entry.url for entry in entries}
    return [
        *entry_findings(site, entries, data.get("version")),
        *page_findings(site, entries, data.get("excluded") or []),
        *manifest_findings(site),
        *bundle_findings(site, entries, data, _PACK_AGAIN),
        *(Finding("warning", path, text) for path, text in foreign_addresses(site, saved)),
    ]


def entry_findings(
    site: Mapping[str, bytes], entries: list[Entry], listed_version: object
) -> Iterator[Finding]:
    """Faults of the list of files: each must be in the folder, byte for byte."""
    paths = {url_of(path): path for path in site}
    for entry in entries:
        path = paths.get(entry.url)
        if path is None:
            text = f"expected the file for '{entry.url}', found none. {_PACK_AGAIN}"
            yield Finding("error", worker.FILE, text)
        elif _sha256(site[path]) != entry.sha256:
            text = (
                "expected the bytes that were packed, found others, so no phone will save the "
                f"site. {_PACK_AGAIN}"
            )
            yield Finding("error", path, text)
    if listed_version != version(entries):
        text = f"expected version {version(entries)}, found {listed_version}. {_PACK_AGAIN}"
        yield Finding("error", worker.FILE, text)


def page_findings(
    site: Mapping[str, bytes], entries: list[Entry], excluded: list[str]
) -> Iterator[Finding]:
    """Faults of the pages: each must be saved, unless left out on purpose, and have its tags."""
    saved = {entry.url for entry in entries}
    for path in pages(site):
        html = as_text(site[path])
        is_excluded = url_of(path) in excluded
        if url_of(path) not in saved and not is_excluded:
            text = f"expected every page to be saved, found this one missing. {_PACK_AGAIN}"
            yield Finding("error", path, text)
        count = len(head.blocks(html))
        if count == 0 and place(html) is None:
            text = (
                "expected a page with <head>, found none, so it cannot be installed from. "
                "Write a whole page, or list it under exclude."
            )
            if not is_excluded:
                yield Finding("warning", path, text)
        elif count != 1:
            text = f"expected the tags of mkdocs-pwa once, found them {count} times. {_PACK_AGAIN}"
            yield Finding("error", path, text)


def manifest_findings(site: Mapping[str, bytes]) -> Iterator[Finding]:
    """Faults of the manifest and its icons."""
    try:
        icons = json.loads(site[manifest.FILE])["icons"]
        named = [(icon["src"], icon["sizes"]) for icon in icons]
    except (KeyError, ValueError, TypeError):
        text = f"expected a manifest with icons, found none that can be read. {_PACK_AGAIN}"
        yield Finding("error", manifest.FILE, text)
        return
    for src, sizes in named:
        found = _png_size(site.get(src, b""))
        if found != sizes:
            text = f"expected a PNG of {sizes} pixels, found {found or 'none'}. {_PACK_AGAIN}"
            yield Finding("error", src, text)


def _not_packed(script: str) -> str:
    if worker.is_kill_switch(script):
        return f"expected a packed site, found one that removes saved copies. {_PACK_AGAIN}"
    if script:
        return (
            "expected a packed site, found a sw.js that mkdocs-pwa did not write. "
            "Remove it from the site: only one worker can serve it."
        )
    return f"expected a packed site, found no sw.js. {_PACK_AGAIN}"


def read_entries(data: dict[str, Any]) -> list[Entry] | None:
    """The list of files in a worker's data; None if it cannot be read."""
    try:
        return [Entry(str(url), str(sha256), int(size)) for url, sha256, size in data["entries"]]
    except (KeyError, ValueError, TypeError):
        return None


def _sha256(content: bytes) -> str:
    return base64.b64encode(hashlib.sha256(content).digest()).decode("ascii")


def _png_size(content: bytes) -> str | None:
    """Width and height from the header that every PNG begins with, as in `192x192`."""
    if len(content) < 24 or not content.startswith(b"\x89PNG\r\n\x1a\n"):
        return None
    width, height = struct.unpack(">II", content[16:24])
    return f"{width}x{height}"
