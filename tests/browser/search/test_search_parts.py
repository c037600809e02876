"""What search knows comes in parts, and is as if it had come in one."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from guide.search.parts import PATHS
from mkdocs_pwa_testing.screens import phone
from mkdocs_pwa_testing.server import Answer, StaticServer

from ...search.data import pages_of
from ...search.queries import read_queries

_ANSWERS = """
async ([base, pages, queries]) => {
  const scripts = `${base}assets/javascripts/search/engine/`;
  const { docsOf, loadData } = await import(`${scripts}data.js`);
  const { createEngine } = await import(`${scripts}engine.js`);
  const loaded = await loadData();
  const other = { ...loaded, docs: docsOf(pages) };
  return [loaded, other].map((data) => {
    const engine = createEngine(data);
    return queries.map((query) => JSON.stringify(engine.search(query)));
  });
}
"""
_ORDER = """
async ([base, parts]) => {
  const { docsOf } = await import(`${base}assets/javascripts/search/engine/data.js`);
  return docsOf(parts).map(({ location }) => location);
}
"""


@pytest.fixture
def page(browser: Browser, source_server: StaticServer) -> Iterator[Page]:
    context = browser.new_context(**phone(), service_workers="block")
    page = context.new_page()
    page.goto(source_server.url)
    yield page
    context.close()


def test_parts_answer_every_query_as_one_file_with_all_pages_does(
    page: Page, source_server: StaticServer, site: Path
) -> None:
    queries = [query.query for query in read_queries("en")]
    backwards = dict(reversed(pages_of(site).items()))
    parts, one = page.evaluate(_ANSWERS, [source_server.url, [backwards], queries])
    assert parts == one
    assert len(set(parts)) > len(queries) / 4


def test_pages_are_in_the_order_of_their_addresses_whichever_part_they_are_in(
    page: Page, source_server: StaticServer
) -> None:
    parts = [
        {"b/": [{"title": "B"}, {"id": "2", "title": "Two"}, {"id": "1", "title": "One"}]},
        {},
        {"c/": [{"title": "C"}], "": [{"title": "Start"}], "a/": [{"title": "A"}]},
    ]
    found = page.evaluate(_ORDER, [source_server.url, parts])
    assert found == ["", "a/", "b/", "b/#2", "b/#1", "c/"]


def test_no_file_of_the_search_data_waits_for_another(
    browser: Browser, server: StaticServer
) -> None:
    sent: set[str] = set()
    all_parts = threading.Event()

    def index_last(path: str, answer: Answer) -> Answer:
        sent.add(path)
        if sent.issuperset(PATHS):
            all_parts.set()
        if path == "search/search_index.json":
            all_parts.wait(10)
        return answer

    context = browser.new_context(**phone(), service_workers="block")
    page = context.new_page()
    page.goto(server.url)
    server.fault = index_last
    page.get_by_role("textbox", name="Search").focus()
    page.keyboard.type("drive")
    expect(page.locator(".md-search-result__item").first).to_be_visible(timeout=30_000)
    assert all_parts.is_set()
    context.close()
