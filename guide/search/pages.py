"""What search knows of each page: its sections, with answers, topics, routes and words."""

from __future__ import annotations

import html
from collections.abc import Collection, Mapping
from typing import Any

from guide.search.plain import words_of
from guide.search.sections import Section

_NO_ROUTE: tuple[str, ...] = ()


def search_pages(
    pages: Mapping[str, Mapping[str, Section]],
    skip: Collection[str],
    topics: Mapping[str, Collection[str]],
) -> dict[str, list[dict[str, Any]]]:
    """Return what search knows of the sections of each page by its address, the page itself first.

    Args:
        pages: the sections of each page, by its address within the site: `before/drip/`.
        skip: words that say little by themselves.
        topics: those of the first lines of each page, by its address.

    The text of a section becomes the words that its title and its answer do not have, each once:
    the place of a word in the text is not needed to find it, and this is what makes the data small.
    """
    return {
        address: [
            _known(address, name, section, skip, topics.get(address, ()))
            for name, section in sections.items()
        ]
        for address, sections in pages.items()
    }


def _known(
    address: str, name: str, section: Section, skip: Collection[str], topics: Collection[str]
) -> dict[str, Any]:
    entry = {
        "id": name,
        "title": html.escape(section.title.strip(), quote=False),
        "text": html.escape(section.answer, quote=False),
        "topics": section.topics if name else [*topics],
        "route": " ".join(_routes(address, section)),
        "words": " ".join(sorted(_bag(section, skip))),
    }
    return {key: value for key, value in entry.items() if value or key in ("title", "text")}


def _bag(section: Section, skip: Collection[str]) -> set[str]:
    said = (*words_of(section.title), *words_of(section.answer))
    return set(words_of(section.text)).difference(said, skip)


def _routes(address: str, section: Section) -> Collection[str]:
    """Those of the block it stands in, or of the checklist of one route."""
    last = address.rstrip("/").rpartition("/")[2]
    return section.routes or ([last] if last in ("drip", "shot", "spray", "lozenge") else _NO_ROUTE)
