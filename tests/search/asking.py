"""Asks the guide's search as a reader does: types into its field and looks at what is shown."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from playwright.sync_api import Page

from .queries import Query

#: Counts the answers, each of which says anew how many results there are.
_COUNT = """
() => {
  window.answers = 0;
  const meta = document.querySelector(".md-search-result__meta");
  new MutationObserver(() => { window.answers += 1; }).observe(meta, { childList: true });
}
"""
#: The best link of each result: that which Enter would open. What is folded away does not count.
_BEST = """
() => [...document.querySelectorAll(".md-search-result__item > [data-best]")]
  .map((link) => link.href)
"""
_NAMED = re.compile(r"<(article|h\d)\b([^>]*)>")
_ATTRIBUTE = re.compile(r'\b(id|data-topics)="([^"]*)"')


@dataclass(frozen=True)
class Answer:
    """A query with what the search showed.

    Attributes:
        query: what was typed.
        rank: the place of the first result with the topic, from 1; 0 if none has it.
        first: the address of the first result within the site; empty if there was none.
    """

    query: Query
    rank: int
    first: str


def open_search(page: Page) -> None:
    """Open the search of the page as a tap on its field does."""
    page.get_by_role("textbox", name="Search").focus()
    page.wait_for_function(
        "() => document.querySelector('.md-search-result__meta').textContent.includes('Type')"
    )
    page.evaluate(_COUNT)


def results_of(page: Page, words: str) -> list[str]:
    """Type words and return the address of the best link of each result that is shown."""
    before = page.evaluate("window.answers")
    page.get_by_role("textbox", name="Search").fill(words)
    page.wait_for_function("before => window.answers > before", arg=before)
    links: list[str] = page.evaluate(_BEST)
    return links


def ask(page: Page, queries: Iterable[Query], site: Path, address: str) -> Iterator[Answer]:
    """Ask each query on an opened page.

    Args:
        page: a page of the guide, with its search open.
        queries: what to ask.
        site: the built folder, to know the topics of what is found.
        address: of the site.
    """
    topics = topics_of_site(site)
    for query in queries:
        found = [link.removeprefix(address) for link in results_of(page, query.query)]
        ranks = [rank for rank, link in enumerate(found, 1) if query.topic in topics[link]]
        yield Answer(query, ranks[0] if ranks else 0, found[0] if found else "")


def topics_of_site(site: Path) -> dict[str, list[str]]:
    """Return the topics of each page and each section, by address within the site."""
    found: dict[str, list[str]] = {}
    for file in site.rglob("index.html"):
        folder = file.parent.relative_to(site).as_posix()
        page = "" if folder == "." else f"{folder}/"
        for tag, attributes in _NAMED.findall(file.read_text(encoding="utf-8")):
            values = dict(_ATTRIBUTE.findall(attributes))
            named = values.get("data-topics", "").split()
            if tag == "article":
                found.setdefault(page, named)
            elif "id" in values:
                found[f"{page}#{values['id']}"] = named
    return found
