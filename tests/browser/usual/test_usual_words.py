"""In "Is this usual?" plain words find their row and words of danger help, with no network."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import BrowserContext, Page, Playwright, expect

from mkdocs_pwa_testing.chromium import ARGUMENTS
from mkdocs_pwa_testing.page import open_and_save
from mkdocs_pwa_testing.screens import phone
from mkdocs_pwa_testing.server import StaticServer

from ...usual.words import DANGER, UNKNOWN, Word, read_table

# One worker has all of them, so that no word is asked twice.
pytestmark = [pytest.mark.offline, pytest.mark.xdist_group("what words lead to")]

#: Types a word and returns what the picker shows.
_SHOWN = """
(word) => {
  const picker = document.querySelector("#usual-now");
  const field = picker.querySelector("input");
  field.value = word;
  field.dispatchEvent(new Event("input"));
  const shown = (selector) =>
    [...picker.querySelectorAll(selector)].filter((found) => found.checkVisibility());
  return {
    title: picker.querySelector("h2").textContent,
    said: picker.querySelector("[role=status]").textContent,
    rows: shown("li > button").map((row) => row.firstChild.data),
    calls: shown(".guide-usual__content a[href^='tel:']").map((link) => link.getAttribute("href")),
    lists: shown(".guide-card").map((card) => card.innerText),
  };
}
"""
#: What each row and each line of the page is about, by its words.
_TOPICS = """
() => Object.fromEntries(
  [...document.querySelectorAll("td[data-topics], li[data-topics]")].map((cell) => {
    const copy = cell.cloneNode(true);
    copy.querySelectorAll("sup").forEach((mark) => mark.remove());
    const words = copy.textContent.replace(/\\s+/g, " ").trim();
    return [words[0].toUpperCase() + words.slice(1), cell.dataset.topics.split(" ")];
  }),
)
"""


@dataclass(frozen=True)
class Answer:
    """A word with what the picker showed."""

    word: Word
    shown: dict[str, Any]
    topics: list[str]

    @property
    def led_to(self) -> list[str]:
        if "You can get help" in self.shown["said"]:
            return ["suicidal"]
        if "may be an emergency" in self.shown["said"]:
            return ["emergency"]
        return self.topics or [UNKNOWN]

    @property
    def is_right(self) -> bool:
        return self.word.leads_to in self.led_to


@pytest.fixture(scope="module")
def answers(
    playwright: Playwright, executable: str, site: Path, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[list[Answer]]:
    """All words asked once, for all tests of this file."""
    context: BrowserContext = playwright.chromium.launch_persistent_context(
        tmp_path_factory.mktemp("profile"),
        executable_path=executable,
        args=ARGUMENTS,
        **phone(),
    )
    with StaticServer(site) as server:
        page = open_and_save(context, server.url)
        address = server.url
    page.goto(f"{address}after/usual/#usual-now")
    wait_for_words(page)
    topics = page.evaluate(_TOPICS)
    found = []
    for word in read_table():
        shown = page.evaluate(_SHOWN, word.word)
        first = shown["rows"][0] if shown["rows"] else None
        found.append(Answer(word, shown, topics[first] if first else []))
    yield found
    context.close()


def wait_for_words(page: Page) -> None:
    """Type a word that is known, until it is."""
    page.get_by_label("Type a word").fill("sleepy")
    expect(page.locator("#usual-now").get_by_role("button", name="Sleepy")).to_be_visible()


def test_every_tuned_word_finds_its_row_or_says_honestly_that_it_does_not(
    answers: list[Answer],
) -> None:
    tuned = [answer for answer in answers if not answer.word.is_kept_aside]
    missed = [(a.word.word, a.word.leads_to, a.led_to) for a in tuned if not a.is_right]
    assert missed == []


def test_95_of_100_words_kept_aside_find_it_too(answers: list[Answer]) -> None:
    # Which ones fail is not shown: they would not be kept aside any more.
    kept = [answer for answer in answers if answer.word.is_kept_aside]
    assert sum(answer.is_right for answer in kept) / len(kept) >= 0.95


def test_every_word_of_danger_leads_to_its_help(answers: list[Answer]) -> None:
    danger = [answer for answer in answers if answer.word.leads_to in DANGER]
    assert len(danger) >= 60
    assert [(a.word.word, a.led_to) for a in danger if not a.is_right] == []


def test_words_of_suicide_call_the_crisis_line_and_show_no_list_that_is_about_something_else(
    answers: list[Answer],
) -> None:
    for answer in answers:
        if answer.led_to == ["suicidal"]:
            assert answer.shown["calls"] == ["tel:988", "tel:911"], answer.word
            assert answer.shown["rows"] == answer.shown["lists"] == [], answer.word


def test_words_of_an_emergency_call_it_first_and_show_no_usual_effect(
    answers: list[Answer],
) -> None:
    for answer in answers:
        if answer.led_to == ["emergency"]:
            assert answer.shown["calls"][0] == "tel:911", answer.word
            assert answer.shown["rows"] == [], answer.word


def test_a_word_that_is_not_known_calls_the_clinic_first_and_then_shows_the_signs(
    answers: list[Answer],
) -> None:
    unknown = [answer for answer in answers if answer.led_to == [UNKNOWN]]
    assert unknown
    for answer in unknown:
        assert answer.shown["title"] == "We do not know these words", answer.word
        assert answer.shown["calls"][-1] == "tel:911", answer.word
        assert "tel:911" not in answer.shown["calls"][:-1], answer.word
        assert len(answer.shown["calls"]) >= 2, answer.word
        assert [card.split("\n")[0] for card in answer.shown["lists"]] == ["Call 911 now if:"]


def test_there_are_150_words_and_a_third_of_them_is_kept_aside() -> None:
    words = read_table()
    kept = sum(word.is_kept_aside for word in words)
    assert len({word.word for word in words}) == len(words) >= 150
    assert 0.28 < kept / len(words) < 0.39
