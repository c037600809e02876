"""What comes in vain counts as well: no host makes a phone fetch the same again and again."""

from __future__ import annotations

import gzip
import random
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from mkdocs_pwa_testing import faults
from mkdocs_pwa_testing.fixtures import StartPhone
from mkdocs_pwa_testing.page import LOOK_FOR_UPDATE, UPDATE_WAITS, until, wait_until_saved
from mkdocs_pwa_testing.server import Answer, Fault, StaticServer

MakeSite = Callable[..., Path]

# Alone it may be fetched unasked, twice it may not.
FILM = random.Random(1).randbytes(9_000_000)
LIMIT = 10_000_000
QUESTION = "Save this guide for use with no signal? It needs 9 MB."
UPDATE_QUESTION = "A new version is out. It needs 9 MB."


def wrong(answer: Answer) -> Answer:
    # Not to come from the browser's own cache.
    headers = {**answer.headers, "Cache-Control": "no-store"}
    return Answer(200, answer.content_type, answer.body[:-1] + b"!", headers)


def spoiling(spoil: Callable[[Answer], Answer]) -> Fault:
    """The film, alone or in the bundle, never comes right."""
    return lambda path, answer: spoil(answer) if path.endswith((".mp4", ".bin")) else answer


def no_worker_is_busy(page: Page) -> None:
    until(page, "navigator.serviceWorker.getRegistration().then((found) => !found?.installing)")


def asked(page: Page, words: str) -> None:
    expect(page.locator(".mkdocs-pwa")).to_contain_text(words)
    no_worker_is_busy(page)


def agree(page: Page, label: str) -> None:
    page.locator(".mkdocs-pwa").get_by_role("button", name=label).click()


def film_bytes(server: StaticServer) -> int:
    return sum(size for path, size in server.sent.items() if path.endswith((".mp4", ".bin")))


@pytest.mark.parametrize("spoil", [wrong, faults.shorter_than_announced], ids=["wrong", "cut"])
def test_a_large_file_that_an_update_never_gets_right_is_asked_about_and_comes_when_mended(
    phone: Page, server: StaticServer, make_site: MakeSite, spoil: Callable[[Answer], Answer]
) -> None:
    phone.clock.install()
    phone.goto(server.url)
    wait_until_saved(phone)
    phone.wait_for_load_state("networkidle")
    server.folder = make_site("next", extra={"film.mp4": FILM})
    server.sent.clear()
    server.fault = spoiling(spoil)
    phone.evaluate(LOOK_FOR_UPDATE)
    asked(phone, UPDATE_QUESTION)
    # All attempts that a page makes by itself.
    phone.clock.fast_forward(30 * 60_000)
    phone.evaluate(LOOK_FOR_UPDATE)
    no_worker_is_busy(phone)
    assert film_bytes(server) <= LIMIT
    server.fault = None
    agree(phone, "Download")
    until(phone, UPDATE_WAITS)
    expect(phone.get_by_role("button", name="Use it now")).to_be_visible()


def test_a_first_copy_with_a_large_file_that_is_wrong_is_asked_about_also_after_a_restart(
    start_phone: StartPhone, make_site: MakeSite
) -> None:
    with StaticServer(make_site(extra={"film.mp4": FILM})) as server:
        server.fault = spoiling(wrong)
        for _ in range(2):
            with start_phone() as context:
                page = context.pages[0]
                page.goto(server.url)
                asked(page, QUESTION)
                page.evaluate("dispatchEvent(new Event('online'))")
                asked(page, QUESTION)
        assert film_bytes(server) <= LIMIT
        with start_phone() as context:
            page = context.pages[0]
            page.goto(server.url)
            asked(page, QUESTION)
            server.fault = None
            agree(page, "Save")
            wait_until_saved(page)


def test_who_agrees_while_it_is_still_wrong_is_asked_again(
    phone: Page, make_site: MakeSite
) -> None:
    with StaticServer(make_site(extra={"film.mp4": FILM}, bundle=False)) as server:
        server.fault = spoiling(wrong)
        phone.goto(server.url)
        asked(phone, QUESTION)
        before = film_bytes(server)
        agree(phone, "Save")
        # As much as was agreed to, and what may come without a question.
        until(phone, "navigator.serviceWorker.getRegistration().then((found) => !found)")
        asked(phone, QUESTION)
        assert before < film_bytes(server) <= before + 1.1 * len(FILM) + LIMIT


def test_a_small_file_that_is_wrong_many_times_is_tried_until_it_is_right(
    phone: Page, make_site: MakeSite
) -> None:
    with StaticServer(make_site(extra={"words.txt": "A line.\n" * 3000}, bundle=False)) as server:
        server.fault = faults.for_path("words.txt", wrong)
        phone.clock.install()
        phone.goto(server.url)
        end = time.monotonic() + 120
        while server.requests.count("words.txt") < 20:
            assert time.monotonic() < end, server.requests
            # To the next attempt.
            phone.clock.fast_forward(5 * 60_000)
            phone.wait_for_timeout(200)
        server.fault = None
        phone.clock.fast_forward(5 * 60_000)
        wait_until_saved(phone)
        expect(phone.locator(".mkdocs-pwa button")).to_have_count(0)


#: Deletes a file from the copy, as a browser does that needs room.
LOSE = """
async (path) => {
  for (const name of await caches.keys()) await (await caches.open(name)).delete(path);
}
"""
WATCH = """<!doctype html><html><head><title>Watch</title></head>
<body><video src="../film.mp4" preload="auto"></video></body></html>"""


def lose(page: Page, path: str) -> None:
    page.evaluate(LOSE, path)


@pytest.mark.parametrize("spoil", [None, wrong], ids=["right", "wrong"])
def test_a_large_file_that_was_deleted_does_not_come_because_a_page_shows_it(
    phone: Page, make_site: MakeSite, spoil: Callable[[Answer], Answer] | None
) -> None:
    # A film of 9 MB that came in vain once may not come again.
    film = FILM if spoil else FILM + FILM
    site = make_site(extra={"film.mp4": film, "watch/index.html": WATCH}, bundle=False)
    with StaticServer(site) as server:
        phone.goto(server.url)
        if film is not FILM:
            asked(phone, "It needs 18 MB.")
            agree(phone, "Save")
        wait_until_saved(phone)
        lose(phone, "/film.mp4")
        server.sent.clear()
        if spoil:
            server.fault = spoiling(spoil)
        for _ in range(3):
            phone.goto(server.url + "watch/")
            expect(phone.locator(".mkdocs-pwa")).to_contain_text(" MB")
        assert film_bytes(server) <= (LIMIT if spoil else 0)
        server.fault = None
        phone.locator(".mkdocs-pwa").get_by_role("button").first.click()
        wait_until_saved(phone)


def test_of_an_answer_that_is_too_long_no_more_is_read_than_the_file_has(
    phone: Page, make_site: MakeSite
) -> None:
    with StaticServer(make_site(extra={"words.txt": "A line.\n"}, bundle=False)) as server:
        long = Answer(200, "text/plain", bytes(60_000_000))
        server.fault = lambda path, answer: long if path == "words.txt" else answer
        phone.goto(server.url)
        expect(phone.get_by_text("Saving stopped at")).to_be_visible()
        assert "words.txt" in server.requests
        assert server.sent["words.txt"] == 0


def test_of_a_bundle_no_more_is_read_than_all_files_are_long(
    phone: Page, make_site: MakeSite
) -> None:
    with StaticServer(make_site()) as server:
        endless = Answer(200, "application/octet-stream", bytes(60_000_000))
        server.fault = lambda path, answer: endless if path.endswith(".bin") else answer
        phone.goto(server.url)
        wait_until_saved(phone)
        assert any(path.endswith(".bin") for path in server.requests)
        assert film_bytes(server) == 0


def test_after_a_bundle_that_brought_nothing_leave_is_for_the_files_themselves(
    phone: Page, make_site: MakeSite
) -> None:
    session = phone.context.new_cdp_session(phone)
    # Who saves data agrees to each byte.
    session.send("Emulation.setDataSaverOverride", {"dataSaverEnabled": True})
    with StaticServer(make_site(extra={"film.mp4": FILM})) as server:
        # One line that does not end.
        barren = Answer(200, "application/octet-stream", gzip.compress(b"[" * len(FILM), 0))
        server.fault = lambda path, answer: barren if path.endswith(".bin") else answer
        phone.goto(server.url)
        asked(phone, QUESTION)
        agree(phone, "Save")
        expect(phone.locator(".mkdocs-pwa")).to_have_text("")
        asked(phone, QUESTION)
        agree(phone, "Save")
        wait_until_saved(phone)
        assert film_bytes(server) < 2.1 * len(FILM)
