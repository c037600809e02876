"""A page's Markdown as a reader meets it: sections by heading id, and single sentences."""

from __future__ import annotations

import re

from markdown.extensions.toc import slugify

from guide.pages.front_matter import FrontMatterError, read_page_text

_HEADING = re.compile(r"^#{1,6} +(.+?)(?: *(?<!\{)\{(?:[^{}]*?#([\w-]+))?[^{}]*\})? *$")
_UNSEEN = re.compile(
    r"\[\^[^\]]*\]"  # references to sources
    r"|\]\([^)]*\)"  # targets of links
    r"|(?<!\{)\{(?:[#.]|data-)[^{}]*\}"  # names of items, classes of choices, topics
    r"|(?<=- )\[[ x]\]"  # boxes of checklists
    r"|^/{3,} (?:checklist|picture|route)\b.*$"  # names, not titles
    r"|^/{3,}.*?(?:\||$)"  # marks of blocks; their titles are read
    r"|^#+ "
    r"|^:(?= )"  # marks of definitions
)
# A new thought begins at each of these, with no full stop before it.
_STARTS = re.compile(r"#|///|[-*|:] |\d+\. ")


def without_front_matter(text: str) -> str:
    """Return what follows the front matter of a page."""
    try:
        return "\n".join(read_page_text(text).body)
    except FrontMatterError:
        return text


def plain(markdown: str) -> str:
    """Return Markdown as its words only, on one line with single spaces."""
    lines = (_UNSEEN.sub("", line) for line in markdown.splitlines())
    return " ".join(" ".join(lines).replace("[", "").split())


def sections(text: str) -> dict[str, str]:
    """Return the words of each section by the id of its heading, from a page's whole text.

    A section ends at the next heading of any level. Ids are those of the toc extension:
    the explicit one, or the heading's slug.
    """
    found: dict[str, list[str]] = {}
    lines: list[str] = []
    for line in without_front_matter(text).splitlines():
        heading = _HEADING.match(line)
        if heading:
            title, name = heading.groups()
            lines = found.setdefault(name or slugify(plain(title), "-"), [])
        else:
            lines.append(line)
    return {name: plain("\n".join(content)) for name, content in found.items()}


def sentences(text: str) -> list[str]:
    """Return each sentence of a page's whole text; a title, a list item and a row stand alone."""
    blocks: list[list[str]] = [[]]
    for line in without_front_matter(text).splitlines():
        if not line.strip() or _STARTS.match(line):
            blocks.append([])
        blocks[-1].append(line)
    joined = (plain("\n".join(block)) for block in blocks)
    return [part for block in joined for part in re.split(r"(?<=[.!?]) +", block) if part]
