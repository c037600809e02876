"""Tables on a small phone."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from mkdocs_pwa_testing.screens import phone
from mkdocs_pwa_testing.server import StaticServer

# The words of tables that go on in another line, other than those that are for screen readers only.
BROKEN_WORDS = r"""
() => {
  const range = document.createRange();
  const isWhole = (text, { index, 0: { length } }) => {
    range.setStart(text, index);
    range.setEnd(text, index + length);
    const seen = [...range.getClientRects()].filter(({ width }) => width > 0);
    return new Set(seen.map(({ top }) => Math.round(top))).size <= 1;
  };
  const texts = [...document.querySelectorAll(".guide-table :is(th, td:first-child)")]
    .filter((cell) => (cell.closest("thead") ?? cell).clientWidth > 1)
    .flatMap((cell) => {
      const walker = document.createTreeWalker(cell, NodeFilter.SHOW_TEXT);
      const found = [];
      while (walker.nextNode()) found.push(walker.currentNode);
      return found;
    });
  const broken = (text) =>
    [...text.data.matchAll(/\p{L}+/gu)].filter((word) => !isWhole(text, word));
  return texts.flatMap(broken).map(([word]) => word);
}
"""


@pytest.fixture(params=[320, 360])
def page(browser: Browser, request: pytest.FixtureRequest) -> Iterator[Page]:
    context = browser.new_context(**phone(request.param, 640), service_workers="block")
    yield context.new_page()
    context.close()


def with_tables(site: Path) -> list[str]:
    """The addresses of the pages that have a table."""
    pages = sorted(site.rglob("index.html"))
    return [
        f"{page.parent.relative_to(site).as_posix()}/"
        for page in pages
        if "guide-table" in page.read_text("utf-8")
    ]


def test_no_word_is_broken_at_the_head_of_a_row_or_column(
    page: Page, site: Path, shared_server: StaticServer
) -> None:
    addresses = with_tables(site)
    assert "after/driving-work-decisions/" in addresses
    for address in addresses:
        page.goto(shared_server.url + address)
        page.locator("details").evaluate_all("all => all.forEach((one) => (one.open = true))")
        assert page.evaluate(BROKEN_WORDS) == [], address
        width = page.evaluate("document.documentElement.scrollWidth")
        assert width == page.evaluate("innerWidth"), address
