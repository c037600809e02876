"""Between the builder and search: reads the sources and the built pages, writes the search data."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from guide.errors import PageError
from guide.pages.address import address_of
from guide.pages.front_matter import PageText
from guide.search.index import search_guidance, search_index
from guide.search.pages import search_pages
from guide.search.parts import search_parts
from guide.search.sections import read_sections
from guide.search.topics import topic_problems
from guide.search.words import FILE, Words, read_words
from guide.texts import read_text

_INDEX = "search/search_index.json"
# Where builders put what their own search knows, other than at our place.
_OF_BUILDERS = ("search.json",)
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
    language: str,
    calls: Mapping[str, str],
) -> None:
    """Write the search data of a built site, in parts, in place of what its builder wrote.

    Args:
        site: the built folder.
        texts: the pages by their paths.
        words: the everyday words.
        strings: all words of the interface.
        language: of the pages.
        calls: see `search_guidance`.
    """
    searched = {
        address_of(path): [topic for _, topic in page.topics]
        for path, page in texts.items()
        if not (page.values.get("search") or {}).get("exclude")
    }
    sections = {
        address: read_sections((site / address / "index.html").read_text(encoding="utf-8"))
        for address in sorted(searched)
    }
    interface = strings["search"]
    for path in _OF_BUILDERS:
        (site / path).unlink(missing_ok=True)
    index = search_index(language, words, strings["routes"], interface["for_routes"])
    _write(site / _INDEX, index)
    for path, part in search_parts(search_pages(sections, words.skip, searched)).items():
        _write(site / path, part)
    _write(site / _GUIDANCE, search_guidance(words, interface, calls))


def _write(file: Path, data: Any) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(json.dumps(data, ensure_ascii=False, separators=(",", ":")), encoding="utf-8")
