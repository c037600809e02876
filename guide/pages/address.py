"""Where a page is found within the site, whichever builder lays it out."""

from __future__ import annotations


def address_of(path: str) -> str:
    """Return the address of a page within the site: `before/drip/` for `before/drip.md`."""
    folder, _, name = path.removesuffix(".md").rpartition("/")
    parts = [part for part in (folder, "" if name == "index" else name) if part]
    return "".join(f"{part}/" for part in parts)
