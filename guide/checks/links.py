"""Links that lead nowhere, or out of the guide."""

from __future__ import annotations

import difflib
import posixpath
import re
from collections.abc import Iterator
from urllib.parse import unquote

from markdown.extensions.toc import slugify, unique

from guide.checks.blocks import Block
from guide.checks.finding import Finding
from guide.checks.page import Guide, Page
from guide.checks.wording.prose import plain

_LINK = re.compile(r"\[[^\]]*\]\(\s*<?([^)\s>]*)>?[^)]*\)|(?:href|src)=\"([^\"]*)\"")
_ADDRESS = re.compile(r"(?:https?|mailto|tel|ftp):[^\s)>\"\]]*|\bwww\.[^\s)>\"\]]*")
_ID = re.compile(r"\{[^}]*#([A-Za-z][\w-]*)[^}]*\}")
_HTML_ID = re.compile(r"\bid=\"([^\"]+)\"")


def check(page: Page, guide: Guide) -> Iterator[Finding]:
    """Find addresses outside the guide, and links to what is not there."""
    for block in page.blocks:
        for match in _ADDRESS.finditer(block.text):
            yield Finding(
                page.file,
                _line(block, match),
                match[0],
                "an address outside the guide, which does not open with no signal. "
                "Put a source in sources.yml and refer to it as [^source-id], and take a phone "
                "number from clinic.yml, such as {{ clinic.phone }}.",
            )
        for match in _LINK.finditer(block.text):
            target = match[1] if match[1] is not None else match[2]
            if _ADDRESS.match(target) or "{{" in target:
                continue
            if problem := _problem(page, target, guide):
                yield Finding(page.file, _line(block, match), target, problem)


def anchors(page: Page) -> set[str]:
    """Return what a link may name after `#`: the ids of headings, as MkDocs makes them."""
    found = {name for block in page.blocks for name in _HTML_ID.findall(block.text)}
    unnamed = []
    for block in page.blocks:
        # The names of items on a checklist are no ids.
        if block.kind in ("heading", "paragraph") and (match := _ID.search(block.text)):
            found.add(match[1])
        elif block.kind == "heading":
            unnamed.append(plain(block.text))
    for heading in unnamed:
        unique(slugify(heading, "-"), found)
    return found


def _problem(page: Page, target: str, guide: Guide) -> str | None:
    path, _, anchor = unquote(target).partition("#")
    if path.startswith("/") or not target:
        help_page = posixpath.relpath("help/index.md", posixpath.dirname(page.path))
        return f"no path from this page. Write the file, such as {help_page}."
    found = posixpath.normpath(posixpath.join(posixpath.dirname(page.path), path))
    found = found if path else page.path
    if found not in guide.files:
        return f"there is no such file. {_nearest(found, page, guide)}"
    if anchor and found in guide.pages:
        known = anchors(guide.pages[found])
        known.update(guide.rules.links.made_by_macros.get(found, []))
        if anchor not in known:
            near = difflib.get_close_matches(anchor, known, n=1)
            hint = f"Did you mean #{near[0]}?" if near else f"Add {{#{anchor}}} to the heading."
            return f"{found} has no heading of that name. {hint}"
    return None


def _nearest(found: str, page: Page, guide: Guide) -> str:
    files = sorted(guide.files)
    name = posixpath.basename(found)
    elsewhere = [file for file in files if posixpath.basename(file) == name != "index.md"]
    near = elsewhere or difflib.get_close_matches(found, files, n=1)
    if not near:
        return "Correct the name, or take the link out."
    return f"Did you mean {posixpath.relpath(near[0], posixpath.dirname(page.path) or '.')}?"


def _line(block: Block, match: re.Match[str]) -> int:
    return block.line + block.text.count("\n", 0, match.start())
