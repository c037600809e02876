"""Built files to the list of what is saved on a phone.

A pipeline: list, classify, look for what is missed, hash, sort. Nothing is dropped in silence:
each file that is left out is named with the reason.
"""

import base64
import hashlib
import posixpath
import unicodedata
from collections.abc import Mapping, Sequence
from html import escape
from typing import NamedTuple
from urllib.parse import quote

from mkdocs_pwa.copy.left_out import INSTALL_ICONS, LeftOut, classify
from mkdocs_pwa.copy.site import as_text, pages
from mkdocs_pwa.html.base import base_address, joined
from mkdocs_pwa.html.references import page_references, site_path
from mkdocs_pwa.warned import Warned


class Entry(NamedTuple):
    """A file to save: its URL from the site's root, base64 SHA-256, and size in bytes."""

    url: str
    sha256: str
    size: int


class Precache(NamedTuple):
    """The entries in the order of their URLs, what is not among them, and what is wrong."""

    entries: list[Entry]
    left_out: list[LeftOut]
    warnings: list[Warned]
    problems: list[str]


def precache(site: Mapping[str, bytes], exclude: Sequence[str] = (), base: str = "/") -> Precache:
    """The list of what is saved.

    Args:
        site: the finished files by path from the site's root.
        exclude: patterns as in a .gitignore file.
        base: the absolute path that the site is built for.
    """
    kept, left_out = classify(site, exclude)
    warnings = [
        *missed_files(site, kept, left_out, base),
        *unusual_names(kept),
        *case_twins(kept),
    ]
    entries = sorted(entry(path, site[path]) for path in kept)
    return Precache(entries, left_out, warnings, [*unreadable_names(kept), *url_clashes(kept)])


def url_of(path: str) -> str:
    """The URL of a file from the site's root, as MkDocs writes it in links."""
    folder, name = posixpath.split(path)
    if name == "index.html":
        path = f"{folder}/" if folder else ""
    return _quoted(path)


def _quoted(path: str) -> str:
    return quote(path, safe="/", errors="surrogateescape")


def url_clashes(paths: Sequence[str]) -> list[str]:
    """A problem for each group of files that a reader would ask for by one URL."""
    by_name: dict[str, list[str]] = {}
    for path in paths:
        by_name.setdefault(unicodedata.normalize("NFC", path), []).append(path)
    return [
        f"{name}: expected one file of this name, found {len(group)} that differ only in how "
        "their accented letters are stored. Delete or rename all but one."
        for name, group in by_name.items()
        if len(group) > 1
    ]


def unusual_names(paths: Sequence[str]) -> list[Warned]:
    """A warning for each name that is not stored in the form that links are written in."""
    text = (
        "expected accented letters stored as one character each (NFC), found letters with "
        "separate accents. Links to it may fail offline. Rename the file."
    )
    return [
        Warned("accents", path, text)
        for path in paths
        if not unicodedata.is_normalized("NFC", path)
    ]


def case_twins(paths: Sequence[str]) -> list[Warned]:
    """A warning for each group of names that some hosts and systems take for one."""
    by_name: dict[str, list[str]] = {}
    for path in paths:
        by_name.setdefault(folded(path), []).append(path)
    return [
        Warned(
            "capitals",
            " and ".join(group),
            f"expected names that differ in more than capitals, found {len(group)} that do not. On "
            "Windows, macOS and some hosts only one of them is left, and then phones cannot save "
            "the site. Rename all but one.",
        )
        for group in by_name.values()
        if len(group) > 1
    ]


def folded(path: str) -> str:
    """A path as file systems compare it that tell no capitals apart.

    They put one letter in place of one ("simple case folding" of Unicode), so a name with "ß" is
    another than one with "ss".
    """
    return "".join(_folded(letter) for letter in path)


def _folded(letter: str) -> str:
    likely = (letter.casefold(), letter.lower())
    return next((small for small in likely if len(small) == 1), letter)


def unreadable_names(paths: Sequence[str]) -> list[str]:
    """A problem for each name that is no text, so that no link can be written to it."""
    return [
        f"{shown(path)}: expected a file name in UTF-8, found other bytes. Rename the file, or "
        "list it under exclude."
        for path in paths
        if not _is_text(path)
    ]


def shown(path: str) -> str:
    """A path as it can be printed, with bytes that are no text as numbers."""
    return path.encode("utf-8", "surrogateescape").decode("utf-8", "backslashreplace")


def _is_text(path: str) -> bool:
    return shown(path) == path


def missed_files(
    site: Mapping[str, bytes], kept: Sequence[str], left_out: Sequence[LeftOut], base: str
) -> list[Warned]:
    """A warning for each file that is left out though a saved page is not whole without it."""
    reasons = {path: reason for path, reason in left_out if path not in INSTALL_ICONS}
    marks = {posixpath.basename(path) for path in reasons}
    marks |= {spelled(mark) for mark in marks for spelled in (_quoted, escape)}
    users: dict[str, list[str]] = {}
    for page in pages(kept):
        html = as_text(site[page])
        # Reading every page of a large site tag by tag would take longer than building it.
        if not any(mark in html for mark in marks):
            continue
        start = base_address(html)
        needed = (joined(start, ref.address) for ref in page_references(html) if ref.needed)
        for path in dict.fromkeys(site_path(address, url_of(page), base) for address in needed):
            if path in reasons:
                users.setdefault(path, []).append(page)
    return [
        Warned(
            f"left out, {reasons[path]}",
            page,
            f"expected every file that a page loads to be saved, found {path} left out "
            f"({reasons[path]}). Offline it is missing. Change exclude, or the page.",
        )
        for path, using in users.items()
        for page in using
    ]


def with_more(paths: Sequence[str]) -> str:
    """The first of some pages, and how many more there are."""
    others = len(paths) - 1
    return paths[0] if not others else f"{paths[0]} and {others} more"


def entry(path: str, content: bytes) -> Entry:
    """A file as an entry of the list."""
    digest = hashlib.sha256(content).digest()
    return Entry(url_of(path), base64.b64encode(digest).decode("ascii"), len(content))


def version(entries: Sequence[Entry]) -> str:
    """16 hex digits that change whenever a URL or a byte changes."""
    lines = sorted(f"{url}\0{sha256}\0{size}\n" for url, sha256, size in entries)
    return hashlib.sha256("".join(lines).encode()).hexdigest()[:16]
