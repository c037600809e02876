"""The screen stays on while a voice reads, or the reader is told to keep it on."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from mkdocs_pwa_testing.page import until
from mkdocs_pwa_testing.screens import phone
from mkdocs_pwa_testing.server import StaticServer

from ..helpers.axe import assert_nothing_found_in_light_and_dark
from ..helpers.fakes import SCREEN, SPEECH
from .test_read_aloud import ON_PHONE, begin

WORDS = "Keep the screen on. When it turns off, the voice stops."
NO_LOCK = "Object.defineProperty(navigator, 'wakeLock', { value: undefined })"
REFUSED = "screenLock.isRefused = true"

Open = Callable[..., Page]


@pytest.fixture
def open_page(browser: Browser, shared_server: StaticServer) -> Iterator[Open]:
    """Open a page on a phone with a voice and a screen that can be kept on."""
    context = browser.new_context(**phone(), service_workers="block")

    def opened(before: str = "", address: str = "after/now/") -> Page:
        page = context.new_page()
        page.add_init_script(f"{SPEECH}; {SCREEN}; speech.voices = {json.dumps([ON_PHONE])}")
        page.add_init_script(before)
        page.goto(shared_server.url + address)
        expect(begin(page)).to_be_visible()
        return page

    yield opened
    context.close()


def words(page: Page) -> Locator:
    return page.get_by_text(WORDS)


def start(page: Page) -> None:
    begin(page).tap()
    until(page, "screenLock.held === 1")


def button(page: Page, name: str) -> Locator:
    return page.get_by_role("button", name=name)


def test_it_is_asked_for_when_a_voice_begins_and_not_before(open_page: Open) -> None:
    page = open_page()
    assert page.evaluate("screenLock.asked") == 0
    start(page)
    assert page.evaluate("screenLock.asked") == 1
    expect(words(page)).to_have_count(0)


def test_one_lock_holds_from_sentence_to_sentence(open_page: Open) -> None:
    page = open_page()
    start(page)
    button(page, "Slower").tap()
    for _ in range(3):
        until(page, "speech.queue.length")
        page.evaluate("speech.end()")
    assert page.evaluate("[screenLock.asked, screenLock.held]") == [1, 1]


@pytest.mark.parametrize("name", ["Stop", "Pause"])
def test_a_voice_that_is_stopped_lets_it_go(open_page: Open, name: str) -> None:
    page = open_page()
    start(page)
    button(page, name).tap()
    until(page, "screenLock.held === 0")


def test_the_end_of_the_page_lets_it_go(open_page: Open) -> None:
    page = open_page()
    start(page)
    while page.evaluate("speech.queue.length"):
        page.evaluate("speech.end()")
    until(page, "screenLock.held === 0")


def test_a_voice_that_fails_lets_it_go(open_page: Open) -> None:
    page = open_page()
    start(page)
    page.evaluate("speech.fail()")
    until(page, "screenLock.held === 0")


def test_leaving_the_page_lets_it_go(open_page: Open) -> None:
    page = open_page()
    start(page)
    page.evaluate("addEventListener('pagehide', () => (sessionStorage.held = screenLock.held))")
    page.get_by_role("link", name="Is this usual?").tap()
    page.wait_for_url("**/usual/**")
    assert page.evaluate("sessionStorage.held") == "0"


def test_go_on_asks_again(open_page: Open) -> None:
    page = open_page()
    start(page)
    button(page, "Pause").tap()
    until(page, "screenLock.held === 0")
    button(page, "Go on").tap()
    until(page, "screenLock.held === 1")


def test_a_reader_who_comes_back_and_goes_on_has_it_again(open_page: Open) -> None:
    page = open_page()
    start(page)
    page.evaluate("screenLock.turn(true)")
    expect(button(page, "Go on")).to_be_visible()
    page.evaluate("screenLock.turn(false)")
    button(page, "Go on").tap()
    until(page, "screenLock.held === 1")
    expect(words(page)).to_have_count(0)


def test_an_answer_that_comes_after_the_stop_is_let_go(open_page: Open) -> None:
    page = open_page("screenLock.answer = new Promise((give) => { screenLock.give = give })")
    begin(page).tap()
    until(page, "screenLock.asked === 1")
    button(page, "Stop").tap()
    page.evaluate("screenLock.give()")
    until(page, "screenLock.given.length === 1 && screenLock.held === 0")
    expect(words(page)).to_have_count(0)


@pytest.mark.parametrize("fault", [NO_LOCK, REFUSED], ids=["no such thing", "refused"])
@pytest.mark.parametrize("address", ["after/now/", "after/usual/", "help/"])
def test_where_it_cannot_be_held_the_reader_is_told(
    open_page: Open, fault: str, address: str
) -> None:
    page = open_page(fault, address)
    begin(page).tap()
    expect(words(page)).to_be_visible()
    line, control = words(page).bounding_box(), button(page, "Stop").bounding_box()
    assert line is not None
    assert control is not None
    assert 0 <= control["y"] - line["y"] - line["height"] < 24
    assert page.evaluate("innerWidth") == 360
    button(page, "Stop").tap()
    expect(words(page)).to_be_hidden()


def test_a_phone_that_takes_it_back_says_so(open_page: Open) -> None:
    page = open_page()
    start(page)
    page.evaluate("screenLock.end()")
    expect(words(page)).to_be_visible()


def test_an_icon_on_an_old_iphone_says_so_though_the_lock_was_given(open_page: Open) -> None:
    page = open_page(
        "Object.defineProperty(navigator, 'standalone', { value: true });"
        "delete globalThis.cookieStore"
    )
    begin(page).tap()
    expect(words(page)).to_be_visible()


def test_axe_finds_nothing_in_the_words(open_page: Open) -> None:
    page = open_page(NO_LOCK)
    begin(page).tap()
    expect(words(page)).to_be_visible()
    assert_nothing_found_in_light_and_dark(page)


# --- The module alone ---


@pytest.fixture
def module(browser: Browser, source_server: StaticServer) -> Iterator[Page]:
    """A page that holds the lock, with what it was told in `answers`."""
    context = browser.new_context(**phone(), service_workers="block")
    page = context.new_page()
    page.add_init_script(SCREEN)
    page.goto(f"{source_server.url}help/")
    page.evaluate(
        """async () => {
          const { createWakeLock } = await import("../assets/javascripts/aloud/wake-lock.js");
          window.answers = [];
          window.wakeLock = createWakeLock((isKept) => answers.push(isKept));
          wakeLock.hold();
        }"""
    )
    until(page, "screenLock.held === 1")
    yield page
    context.close()


def test_it_is_asked_for_again_when_the_page_is_seen_again(module: Page) -> None:
    module.evaluate("screenLock.turn(true)")
    assert module.evaluate("screenLock.held") == 0
    module.evaluate("screenLock.turn(false)")
    until(module, "screenLock.held === 1")
    assert module.evaluate("answers") == [True, True]


def test_it_is_not_asked_for_again_once_let_go(module: Page) -> None:
    module.evaluate("wakeLock.release(); screenLock.turn(true); screenLock.turn(false)")
    assert module.evaluate("[screenLock.asked, screenLock.held]") == [1, 0]
