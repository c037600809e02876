"""Between the builder and search: reads the sources and the built pages, writes the search data."""

from __future__ import annotations

import functools
import json
from collections.abc import Collection, Mapping
from pathlib import Path
from typing import Any

from guide.errors import PageError
from guide.search.index import search_guidance, search_index
from guide.search.pages import search_pages
from guide.search.parts import search_parts
from guide.search.sections import Section, read_sections
from guide.search.topics import topic_problems
from guide.search.words import FILE, Words, read_words
from guide.texts import load_yaml

_INDEX = "search/search_index.json"
_GUIDANCE = "search/guidance.json"


def read_checked_words(docs: Path) -> Words:
    """Read the everyday words beside the pages.

    Raises:
        PageError: if the file, or a topic that a page names, is not as it should be.
    """
    words = read_words((docs / FILE).read_text(encoding="utf-8"))
    pages = {
        path.relative_to(docs).as_posix(): path.read_text(encoding="utf-8")
        for path in docs.rglob("*.md")
    }
    problems = topic_problems(pages, words.topics, words.effects)
    if problems:
        raise PageError("\n".join(problems))
    return words


def write_search_data(
    site: Path, docs: Path, words: Words, strings: Mapping[str, Any], calls: Mapping[str, str]
) -> None:
    """Give the search data of a built site its topics and answers, in parts.

    Args:
        site: the built folder.
        docs: the folder of the pages.
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
        source = docs / f"{address.rstrip('/')}.md"
        return _front_matter(source if source.is_file() else docs / address / "index.md")

    texts = strings["search"]
    pages = search_pages(stock["docs"], words.skip, sections_of, topics_of)
    _write(file, search_index(stock, words, strings["routes"], texts["for_routes"]))
    for path, part in search_parts(pages).items():
        _write(site / path, part)
    _write(site / _GUIDANCE, search_guidance(words, texts, calls))


def _front_matter(source: Path) -> Collection[str]:
    head = source.read_text(encoding="utf-8").split("---\n", 2)[1]
    topics: list[str] = (load_yaml(head) or {}).get("topics", [])
    return topics


def _write(file: Path, data: Any) -> None:
    file.write_text(json.dumps(data, ensure_ascii=False, separators=(",", ":")), encoding="utf-8")
