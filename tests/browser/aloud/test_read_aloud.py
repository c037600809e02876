"""A voice of the phone reads the page."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from mkdocs_pwa_testing.fixtures import SMALL_PHONE
from mkdocs_pwa_testing.page import until
from mkdocs_pwa_testing.screens import phone
from mkdocs_pwa_testing.server import StaticServer

from ..helpers.axe import assert_nothing_found_in_light_and_dark
from ..helpers.fakes import SPEECH
from ..helpers.watch import no_requests

ON_PHONE = {"name": "On phone", "lang": "en_US", "localService": True, "default": False}
REMOTE = {"name": "Remote", "lang": "en-US", "localService": False, "default": True}
GERMAN = {"name": "German", "lang": "de-DE", "localService": True, "default": False}

Open = Callable[..., Page]


@pytest.fixture
def open_with(browser: Browser, shared_server: StaticServer) -> Iterator[Open]:
    """Open a page on a phone with these voices."""
    context = browser.new_context(**phone(), service_workers="block")

    def open_page(
        voices: list[dict[str, Any]], address: str = "after/now/", before: str = ""
    ) -> Page:
        page = context.new_page()
        page.add_init_script(f"{SPEECH}; speech.voices = {json.dumps(voices)}; {before}")
        page.goto(shared_server.url + address)
        page.wait_for_load_state("networkidle")
        return page

    yield open_page
    context.close()


def begin(page: Page) -> Locator:
    return page.get_by_role("button", name="Read aloud")


def said(page: Page) -> list[str]:
    texts: list[str] = page.evaluate("speech.said.map(({ text }) => text)")
    return texts


def marked(page: Page) -> str:
    """The words that are painted as being read."""
    words: str = page.evaluate(
        """[...CSS.highlights.get("guide-sentence") ?? []].map(String).join("")"""
    )
    return " ".join(words.split())


@pytest.mark.parametrize("voices", [[], [REMOTE], [GERMAN]], ids=["none", "remote", "german"])
def test_without_a_voice_of_the_phone_in_the_language_nothing_is_offered(
    open_with: Open, voices: list[dict[str, Any]]
) -> None:
    page = open_with(voices)
    # The other features of the page have started: this one had its chance.
    expect(page.get_by_role("button", name="Just now")).to_be_visible()
    expect(begin(page)).to_have_count(0)


def test_a_browser_without_speech_shows_no_button(
    browser: Browser, shared_server: StaticServer
) -> None:
    context = browser.new_context(**phone(), service_workers="block")
    page = context.new_page()
    errors: list[str] = []
    page.on("pageerror", lambda error: errors.append(str(error)))
    page.add_init_script("Object.defineProperty(window, 'speechSynthesis', { value: undefined })")
    page.goto(f"{shared_server.url}after/usual/")
    page.wait_for_load_state("networkidle")
    expect(begin(page)).to_have_count(0)
    assert errors == []
    context.close()


def test_a_voice_that_comes_late_is_offered_then(open_with: Open) -> None:
    page = open_with([])
    expect(begin(page)).to_have_count(0)
    page.evaluate(f"speech.arrive({json.dumps([ON_PHONE])})")
    expect(begin(page)).to_have_count(1)
    page.evaluate(f"speech.arrive({json.dumps([ON_PHONE])})")
    expect(begin(page)).to_have_count(1)


def test_a_late_voice_moves_nothing_on_the_page(open_with: Open) -> None:
    page = open_with([], "help/")
    heading = page.get_by_role("heading", level=1)
    before = heading.bounding_box()
    page.evaluate(f"speech.arrive({json.dumps([ON_PHONE])})")
    expect(begin(page)).to_be_visible()
    assert heading.bounding_box() == before


def test_the_voice_of_the_phone_reads_though_a_remote_one_is_the_default(open_with: Open) -> None:
    page = open_with([REMOTE, GERMAN, ON_PHONE])
    begin(page).click()
    assert page.evaluate("speech.said[0].voice") == "On phone"


def test_it_reads_sentence_by_sentence_from_the_top(open_with: Open) -> None:
    page = open_with([ON_PHONE])
    begin(page).click()
    assert said(page) == ["You have had your session."]
    for _ in range(4):
        page.evaluate("speech.end()")
    assert said(page)[1:] == [
        "Rest now.",
        "Do not drive.",
        "Not today.",
        "Ask again tomorrow, after a full night's sleep.",
    ]


def test_one_sentence_is_spoken_at_a_time_and_none_is_long(open_with: Open) -> None:
    page = open_with([ON_PHONE], "after/usual/")
    begin(page).click()
    while page.evaluate("speech.queue.length"):
        assert page.evaluate("speech.queue.length") == 1
        page.evaluate("speech.end()")
    texts = said(page)
    assert len(texts) > 100
    # Slow speech has some 10 characters a second, and silence comes after 15 seconds.
    assert max(map(len, texts)) <= 140 + len("Call the clinic if: ")


def test_the_sentence_being_read_is_marked(open_with: Open) -> None:
    page = open_with([ON_PHONE])
    begin(page).click()
    assert marked(page) == "You have had your session."
    page.evaluate("speech.end()")
    assert marked(page) == "Rest now."
    page.get_by_role("button", name="Stop").click()
    assert marked(page) == ""


def test_a_browser_that_cannot_paint_ranges_marks_with_an_element(open_with: Open) -> None:
    page = open_with([ON_PHONE], "after/usual/", before="delete window.Highlight")
    article = page.get_by_role("article")
    words = article.inner_text()
    html = article.evaluate("article => article.innerHTML.length")
    height = article.evaluate("article => article.offsetHeight")
    begin(page).click()
    seen = []
    for _ in range(8):
        seen.append("".join(page.locator("mark.guide-sentence").all_inner_texts()))
        page.evaluate("speech.end()")
    assert seen == said(page)[:8]
    assert article.evaluate("article => article.offsetHeight") == height
    page.get_by_role("button", name="Stop").click()
    assert page.locator("mark").count() == 0
    assert article.inner_text() == words
    assert article.evaluate("article => article.innerHTML.length") == html


def test_a_cell_is_heard_with_the_name_of_its_column(open_with: Open) -> None:
    page = open_with([ON_PHONE], "after/usual/")
    begin(page).click()
    while "Sleepy" not in said(page):
        page.evaluate("speech.end()")
    page.evaluate("speech.end(); speech.end()")
    assert said(page)[-2:] == [
        "Usually gone by: About 4 hours after a spray",
        "Call the clinic if: You are more sleepy than you were told",
    ]


def test_numbers_of_sources_and_buttons_are_not_read(open_with: Open) -> None:
    page = open_with([ON_PHONE], "after/drip/", before="")
    begin(page).click()
    while page.evaluate("speech.queue.length"):
        page.evaluate("speech.end()")
    texts = said(page)
    assert not any("Where this comes from" in text for text in texts)
    assert not any(text.strip().isdigit() for text in texts)
    assert "Print with empty boxes" not in texts


def test_pause_waits_and_goes_on_with_the_same_sentence(open_with: Open) -> None:
    page = open_with([ON_PHONE])
    begin(page).click()
    page.evaluate("speech.end()")
    page.get_by_role("button", name="Pause").click()
    assert page.evaluate("speech.queue.length") == 0
    assert marked(page) == "Rest now."
    page.get_by_role("button", name="Go on").click()
    assert said(page) == ["You have had your session.", "Rest now.", "Rest now."]
    expect(page.get_by_role("button", name="Pause")).to_be_visible()


def test_slower_holds_from_the_sentence_being_read(open_with: Open) -> None:
    page = open_with([ON_PHONE])
    begin(page).click()
    slower = page.get_by_role("button", name="Slower")
    slower.click()
    expect(slower).to_have_attribute("aria-pressed", "true")
    until(page, "speech.said.length === 2")
    page.evaluate("speech.end()")
    slower.click()
    until(page, "speech.said.length === 4")
    assert page.evaluate("speech.said.map(({ rate }) => rate)") == [1, 0.75, 0.75, 1]
    assert said(page)[-1] == "Rest now."


def test_slower_chosen_in_a_pause_waits_for_the_reader(open_with: Open) -> None:
    page = open_with([ON_PHONE])
    begin(page).click()
    page.get_by_role("button", name="Slower").click()
    page.get_by_role("button", name="Pause").click()
    page.get_by_role("button", name="Slower").click()
    page.get_by_role("button", name="Slower").click()
    page.get_by_role("button", name="Go on").click()
    assert page.evaluate("speech.said.map(({ rate }) => rate)")[-1] == 0.75
    assert page.evaluate("speech.queue.length") == 1


def test_it_stops_on_leaving_the_page(open_with: Open) -> None:
    page = open_with([ON_PHONE])
    begin(page).click()
    page.evaluate("addEventListener('pagehide', () => (sessionStorage.left = speech.queue.length))")
    page.get_by_role("link", name="Is this usual?").click()
    page.wait_for_url("**/usual/**")
    assert page.evaluate("sessionStorage.left") == "0"


def test_speech_left_over_from_the_page_before_is_cut(open_with: Open) -> None:
    page = open_with([], "help/")
    until(page, "speech.cancelled > 0")


def test_it_waits_while_another_app_is_in_front(open_with: Open) -> None:
    page = open_with([ON_PHONE])
    begin(page).click()
    page.evaluate(
        """Object.defineProperty(document, "hidden", { value: true, configurable: true });
        document.dispatchEvent(new Event("visibilitychange"))"""
    )
    assert page.evaluate("speech.queue.length") == 0
    expect(page.get_by_role("button", name="Go on")).to_be_visible()


def test_a_voice_that_fails_can_be_asked_to_go_on(open_with: Open) -> None:
    page = open_with([ON_PHONE])
    begin(page).click()
    page.evaluate("speech.fail()")
    page.get_by_role("button", name="Go on").click()
    assert said(page) == ["You have had your session.", "You have had your session."]


def test_the_end_puts_all_away(open_with: Open) -> None:
    page = open_with([ON_PHONE])
    begin(page).click()
    while page.evaluate("speech.queue.length"):
        page.evaluate("speech.end()")
    expect(page.get_by_role("button", name="Pause")).to_be_hidden()
    expect(begin(page)).to_be_focused()
    assert marked(page) == ""


def test_the_sentence_being_read_stays_on_the_screen(open_with: Open) -> None:
    page = open_with([ON_PHONE], "after/usual/")
    begin(page).click()
    for _ in range(60):
        page.evaluate("speech.end()")
    box = page.evaluate(
        """[...CSS.highlights.get("guide-sentence")][0].getBoundingClientRect().toJSON()"""
    )
    assert box["top"] >= 0
    assert box["bottom"] <= 0.7 * SMALL_PHONE["height"]


def test_it_works_with_the_keyboard_alone(open_with: Open) -> None:
    page = open_with([ON_PHONE])
    begin(page).focus()
    page.keyboard.press("Enter")
    expect(page.get_by_role("button", name="Pause")).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.get_by_role("button", name="Go on")).to_be_focused()
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    expect(page.get_by_role("button", name="Stop")).to_be_focused()
    page.keyboard.press("Space")
    expect(begin(page)).to_be_focused()


@pytest.mark.parametrize("address", ["after/now/", "after/usual/", ""])
def test_axe_finds_nothing_while_reading(open_with: Open, address: str) -> None:
    page = open_with([ON_PHONE], address)
    begin(page).click()
    assert_nothing_found_in_light_and_dark(page)


def test_nothing_is_asked_of_the_network_while_reading(open_with: Open) -> None:
    page = open_with([ON_PHONE])
    with no_requests(page):
        begin(page).click()
        while page.evaluate("speech.queue.length"):
            page.evaluate("speech.end()")


def test_the_controls_lie_above_the_help_bar_and_are_easy_to_hit(open_with: Open) -> None:
    page = open_with([ON_PHONE])
    begin(page).click()
    bar = page.get_by_role("navigation", name="Help").bounding_box()
    assert bar is not None
    for name in ("Pause", "Slower", "Stop"):
        box = page.get_by_role("button", name=name).bounding_box()
        assert box is not None
        assert box["width"] >= 56
        assert box["height"] >= 56
        assert box["y"] + box["height"] <= bar["y"]


@pytest.fixture
def source_page(browser: Browser, source_server: StaticServer) -> Iterator[Page]:
    page = browser.new_page(**phone(), service_workers="block")
    page.goto(f"{source_server.url}help/")
    yield page
    page.close()


def test_sentences_are_found_without_the_segmenter_too(source_page: Page) -> None:
    source_page.evaluate("delete Intl.Segmenter")
    found = source_page.evaluate(
        """async () => {
          const { sentences } = await import("../assets/javascripts/aloud/sentences.js");
          const text = ' Rest now. "Can I drive?" Not today! … ';
          return sentences(text, "en").map(({ start, end }) => text.slice(start, end));
        }"""
    )
    assert found == ["Rest now.", '"Can I drive?"', "Not today!"]


def test_a_long_sentence_is_cut_at_its_commas(source_page: Page) -> None:
    parts = source_page.evaluate(
        """async () => {
          const { sentences } = await import("../assets/javascripts/aloud/sentences.js");
          const text = "Call if one side is weak, ".repeat(8) + "word ".repeat(60) + "end.";
          return sentences(text, "en").map(({ start, end }) => text.slice(start, end));
        }"""
    )
    assert parts[0] == "Call if one side is weak,"
    assert all(len(part) <= 140 for part in parts)
    assert parts[-1].endswith("end.")
