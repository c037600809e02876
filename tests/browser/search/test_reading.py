"""A reading of blood pressure leads to what to do about it, as far as it is one and is high."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from mkdocs_pwa_testing.screens import phone
from mkdocs_pwa_testing.server import StaticServer

_TOPIC_OF = """
async ([words, query]) => {
  const { createReadings } = await import("../assets/javascripts/search/engine/reading.js");
  return createReadings(words, (text) => /bp|pressure/.test(text))(query);
}
"""


@pytest.fixture
def page(browser: Browser, source_server: StaticServer) -> Iterator[Page]:
    context = browser.new_context(**phone(), service_workers="block")
    page = context.new_page()
    page.goto(f"{source_server.url}help/")
    yield page
    context.close()


@pytest.fixture
def words(site: Path) -> dict[str, str]:
    index = json.loads((site / "search/search_index.json").read_text(encoding="utf-8"))
    readings: dict[str, str] = index["config"]["guide"]["readings"]
    return readings


HIGH = ["190/125", "180/120", "180 over 120", "BP 200 / 110", "185/100", "150/120", "190\\110"]
HIGH += [
    "190 125",
    "190-125",
    "bp 190",
    "pressure was 210 then 160",
    "first 150/90, now 185/95",
    "190over100",
]
OTHER = ["110/70", "120/80", "165 over 95", "179/119", "90/60", "bp is 140/90 today"]
NONE = [
    "24/7",
    "190",
    "100 50 mg",
    "555-0134",
    "020 7946 0018",
    "2026-11-27",
    "12/25",
    "2026/11/27",
    "27/11/2026",
    "1/2",
    "blood pressure pill 200 mg",
]
NONE += ["400/200", "100/120", "bp", "5 over 3", "200", "bp in 2026"]


@pytest.mark.parametrize(
    ("query", "topic"),
    [
        *((query, "high-reading") for query in HIGH),
        *((query, "blood-pressure") for query in OTHER),
        *((query, "") for query in NONE),
    ],
)
def test_two_numbers_are_a_reading_if_a_cuff_can_show_them(
    page: Page, words: dict[str, str], query: str, topic: str
) -> None:
    assert page.evaluate(_TOPIC_OF, [words, query]) == topic


@pytest.fixture
def best(browser: Browser, shared_server: StaticServer) -> Iterator[Callable[[str], Locator]]:
    """Asks the search of the start page; gives the best section of the first result."""
    context = browser.new_context(**phone(), service_workers="block")
    page = context.new_page()
    page.goto(shared_server.url)

    def ask(query: str) -> Locator:
        page.get_by_role("button", name="Search").first.tap()
        page.get_by_role("textbox", name="Search").fill(query)
        return page.locator(".md-search-result__item").first.locator("[data-best]")

    yield ask
    context.close()


@pytest.mark.parametrize("query", ["190/125", "180 over 120", "bp 200/110"])
def test_a_high_reading_leads_first_to_what_to_do_about_it(
    best: Callable[[str], Locator], query: str
) -> None:
    expect(best(query)).to_contain_text("180/120 or more")


@pytest.mark.parametrize("query", ["110/70", "150/95"])
def test_a_lower_reading_is_not_promised_as_high(
    best: Callable[[str], Locator], query: str
) -> None:
    found = best(query)
    expect(found).to_contain_text("lood pressure")
    expect(found).not_to_contain_text("180/120")
