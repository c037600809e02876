"""The search data: what the theme's search fetches, made smaller and given topics and answers."""

from __future__ import annotations

import html
import re
from collections.abc import Callable, Collection, Mapping
from typing import Any

from guide.search.sections import Section
from guide.search.words import Words

_TAG = re.compile(r"<[^>]+>")
_WORD = re.compile(r"[^\W_]+")
_NO_ROUTE: tuple[str, ...] = ()


def search_index(
    stock: Mapping[str, Any],
    words: Words,
    sections_of: Callable[[str], Mapping[str, Section]],
    topics_of: Callable[[str], Collection[str]],
    route_names: Mapping[str, str],
    for_routes: str,
) -> dict[str, Any]:
    """Return the search data of the guide.

    Args:
        stock: what MkDocs' search plugin wrote.
        words: the everyday words.
        sections_of: the sections of a page, by its address within the site: `before/drip/`.
        topics_of: the topics of the front matter of a page, by its address.
        route_names: what readers call each route.
        for_routes: what a result for some routes only says, with `{routes}`.

    The text of a section becomes the words that its title and its answer do not have, and these
    are kept by word: the place of a word in the text is not needed to find it, and this is what
    makes the data small.
    """
    docs: list[dict[str, Any]] = []
    places: dict[str, list[int]] = {}
    for doc in stock["docs"]:
        address, _, name = doc["location"].partition("#")
        section = sections_of(address).get(name, Section())
        topics = [*topics_of(address)] if not name else section.topics
        for word in _bag(doc, section.answer, words):
            places.setdefault(word, []).append(len(docs))
        docs.append(_entry(doc, section, topics, _routes(address, section)))
    guide = {
        "topics": {name: ", ".join(phrases) for name, phrases in words.topics.items()},
        "helpFirst": list(words.help_first),
        "skip": list(words.skip),
        "endings": list(words.endings),
        "routes": dict(route_names),
        "forRoutes": for_routes,
        "words": " ".join(sorted(places)),
        "places": [_steps(places[word]) for word in sorted(places)],
    }
    # Our own scripts search, and the packer asks for the language; the stock settings go.
    return {"config": {"lang": stock["config"]["lang"], "guide": guide}, "docs": docs}


def search_panel(
    words: Words, strings: Mapping[str, Any], calls: Mapping[str, str]
) -> dict[str, Any]:
    """Return what the call card above the results needs, fetched when a reader begins to search.

    Args:
        words: the everyday words; those of the topics that put help first go into it.
        strings: the section `search` of the interface's words.
        calls: buttons as HTML, by whom they reach.
    """
    return {
        "topics": {name: ", ".join(words.topics[name]) for name in words.help_first},
        "skip": list(words.skip),
        "endings": list(words.endings),
        "calls": dict(calls),
        **{name: strings[name] for name in ("help", "none", "understood", "next", "common")},
    }


def _entry(
    doc: Mapping[str, Any],
    section: Section,
    topics: list[str],
    routes: Collection[str],
) -> dict[str, Any]:
    entry: dict[str, Any] = {
        "location": doc["location"],
        "title": doc["title"],
        "text": html.escape(section.answer, quote=False),
    }
    if topics:
        entry["topics"] = topics
    if routes:
        entry["route"] = " ".join(routes)
    return entry


def _bag(doc: Mapping[str, Any], answer: str, words: Words) -> set[str]:
    return set(_words(doc["text"])).difference(_words(doc["title"]), _words(answer), words.skip)


def _steps(numbers: list[int]) -> str:
    """Rising numbers as the steps between them, which are small and compress well."""
    before = [0, *numbers]
    return " ".join(str(number - last) for last, number in zip(before, numbers, strict=False))


def _words(text: str) -> list[str]:
    plain = html.unescape(_TAG.sub(" ", text)).lower().replace("’", "").replace("'", "")
    return _WORD.findall(plain)


def _routes(address: str, section: Section) -> Collection[str]:
    """Those of the block it stands in, or of the checklist of one route."""
    last = address.rstrip("/").rpartition("/")[2]
    return section.routes or ([last] if last in ("drip", "shot", "spray", "lozenge") else _NO_ROUTE)
