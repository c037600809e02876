"""What search knows of each page: its sections, with answers, topics, routes and words."""

from __future__ import annotations

import html
import re
from collections.abc import Callable, Collection, Iterable, Mapping
from typing import Any

from guide.search.plain import words_of
from guide.search.sections import Section

_TAG = re.compile(r"<[^>]+>")
_NO_ROUTE: tuple[str, ...] = ()


def search_pages(
    docs: Iterable[Mapping[str, Any]],
    skip: Collection[str],
    sections_of: Callable[[str], Mapping[str, Section]],
    topics_of: Callable[[str], Collection[str]],
) -> dict[str, list[dict[str, Any]]]:
    """Return the sections of each page by its address, the page itself first.

    Args:
        docs: what MkDocs' search plugin wrote of all pages and their sections.
        skip: words that say little by themselves.
        sections_of: the sections of a page, by its address within the site: `before/drip/`.
        topics_of: the topics of the front matter of a page, by its address.

    The text of a section becomes the words that its title and its answer do not have, each once:
    the place of a word in the text is not needed to find it, and this is what makes the data small.
    """
    pages: dict[str, list[dict[str, Any]]] = {}
    for doc in docs:
        address, _, name = doc["location"].partition("#")
        section = sections_of(address).get(name, Section())
        entry = {
            "id": name,
            "title": doc["title"],
            "text": html.escape(section.answer, quote=False),
            "topics": [*topics_of(address)] if not name else section.topics,
            "route": " ".join(_routes(address, section)),
            "words": " ".join(sorted(_bag(doc, section.answer, skip))),
        }
        known = {key: value for key, value in entry.items() if value or key in ("title", "text")}
        pages.setdefault(address, []).append(known)
    return pages


def _bag(doc: Mapping[str, Any], answer: str, skip: Collection[str]) -> set[str]:
    return set(_words(doc["text"])).difference(_words(doc["title"]), _words(answer), skip)


def _words(text: str) -> list[str]:
    return words_of(html.unescape(_TAG.sub(" ", text)))


def _routes(address: str, section: Section) -> Collection[str]:
    """Those of the block it stands in, or of the checklist of one route."""
    last = address.rstrip("/").rpartition("/")[2]
    return section.routes or ([last] if last in ("drip", "shot", "spray", "lozenge") else _NO_ROUTE)
