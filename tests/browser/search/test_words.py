"""The words of a query, asked of the module that cuts them: the same as the guide is written by."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page

from mkdocs_pwa_testing.screens import phone
from mkdocs_pwa_testing.server import StaticServer

from ...search.samples import SAMPLES

_WORDS_OF = """
async (text) => {
  const { wordsOf } = await import("../assets/javascripts/search/engine/terms.js");
  return wordsOf(text);
}
"""


@pytest.fixture
def page(browser: Browser, source_server: StaticServer) -> Iterator[Page]:
    context = browser.new_context(**phone(), service_workers="block")
    page = context.new_page()
    page.goto(f"{source_server.url}help/")
    yield page
    context.close()


@pytest.mark.parametrize(("text", "words"), SAMPLES)
def test_a_query_has_the_same_words_as_a_text(page: Page, text: str, words: list[str]) -> None:
    assert page.evaluate(_WORDS_OF, text) == words


def test_a_query_of_very_many_words_is_answered_at_once(page: Page) -> None:
    took = page.evaluate("""async () => {
      const at = "../assets/javascripts/search/engine";
      const { createEngine } = await import(`${at}/engine.js`);
      const { loadData } = await import(`${at}/data.js`);
      const engine = createEngine(await loadData());
      const letters = "abcdefghijklmnopqrstuvwxyz";
      const letter = (digit, n) => letters[Number(digit) + (n % 16)];
      const word = (n) => [...String(n * 7919)].map((digit) => letter(digit, n)).join("") + "q";
      const query = Array.from({ length: 2000 }, (_, n) => word(n)).join(" ");
      const start = performance.now();
      engine.search(query);
      return performance.now() - start;
    }""")
    assert took < 1000
