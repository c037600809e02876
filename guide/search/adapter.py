"""Between the builder and search: reads the sources and the built pages, writes the search data."""

from __future__ import annotations

import functools
import json
from collections.abc import Collection, Mapping
from pathlib import Path
from typing import Any

from guide.errors import PageError
from guide.pages.front_matter import PageText
from guide.search.index import search_guidance, search_index
from guide.search.pages import search_pages
from guide.search.parts import search_parts
from guide.search.sections import Section, read_sections
from guide.search.topics import topic_problems
from guide.search.words import FILE, Words, read_words
from guide.texts import read_text

_INDEX = "search/search_index.json"
_GUIDANCE = "search/guidance.json"


def read_checked_words(docs: Path, texts: Mapping[str, PageText]) -> Words:
    """Read the everyday words beside the pages.

    Args:
        docs: the folder of the pages.
        texts: all pages by their paths, also those that a clinic leaves out.

    Raises:
        PageError: if the file, or a topic that a page names, is not as it should be.
    """
    words = read_words(read_text(docs / FILE))
    problems = topic_problems(texts, words.topics, words.effects)
    if problems:
        raise PageError("\n".join(problems))
    return words


def write_search_data(
    site: Path,
    texts: Mapping[str, PageText],
    words: Words,
    strings: Mapping[str, Any],
    calls: Mapping[str, str],
) -> None:
    """Give the search data of a built site its topics and answers, in parts.

    Args:
        site: the built folder.
        texts: the pages by their paths.
        words: the everyday words.
        strings: all words of the interface.
        calls: see `search_guidance`.
    """
    file = site / _INDEX
    stock = json.loads(file.read_text(encoding="utf-8"))

    @functools.cache
    def sections_of(address: str) -> Mapping[str, Section]:
        return read_sections((site / address / "index.html").read_text(encoding="utf-8"))

    def topics_of(address: str) -> Collection[str]:
        page = texts.get(f"{address.rstrip('/')}.md") or texts[f"{address}index.md"]
        return [topic for _, topic in page.topics]

    interface = strings["search"]
    pages = search_pages(stock["docs"], words.skip, sections_of, topics_of)
    _write(file, search_index(stock, words, strings["routes"], interface["for_routes"]))
    for path, part in search_parts(pages).items():
        _write(site / path, part)
    _write(site / _GUIDANCE, search_guidance(words, interface, calls))


def _write(file: Path, data: Any) -> None:
    file.write_text(json.dumps(data, ensure_ascii=False, separators=(",", ":")), encoding="utf-8")
