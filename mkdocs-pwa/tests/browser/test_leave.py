"""No more than 10 MB come to a phone whose reader has not agreed to that size."""

from __future__ import annotations

import random
from collections.abc import Callable
from pathlib import Path

from playwright.sync_api import Page, expect

from mkdocs_pwa_testing.faults import Gate
from mkdocs_pwa_testing.page import LOOK_FOR_UPDATE, UPDATE_WAITS, until, wait_until_saved
from mkdocs_pwa_testing.server import Answer, StaticServer

MakeSite = Callable[..., Path]

FILM = random.Random(1).randbytes(11_000_000)
MORE = random.Random(2).randbytes(12_000_000)
QUESTION = "Save this guide for use with no signal? It needs 11 MB."
UPDATE_QUESTION = "A new version is out. It needs 11 MB."
EVICT_THE_STATE = """
caches.keys()
  .then((names) => names.filter((name) => name.endsWith(":state")))
  .then((names) => Promise.all(names.map((name) => caches.delete(name))))
"""
EVICT_THE_FILM = """
caches.keys()
  .then((names) => Promise.all(names.map((name) => caches.open(name))))
  .then((all) => Promise.all(all.map((cache) => cache.delete("film.mp4"))))
"""
STATE = "<div data-mkdocs-pwa-state></div>"


def films(server: StaticServer) -> list[str]:
    """The large files that were sent: alone, or in the bundle."""
    return [path for path, size in server.sent.items() if size > 10_000_000]


def no_worker_is_busy(page: Page) -> None:
    """What was decided has been done."""
    until(page, "navigator.serviceWorker.getRegistration().then((found) => !found?.installing)")


def look_for_update(page: Page) -> None:
    assert page.evaluate(LOOK_FOR_UPDATE) in (None, "TypeError")


def agree(page: Page, label: str) -> None:
    page.locator(".mkdocs-pwa").get_by_role("button", name=label).click()


def asked(page: Page, words: str) -> None:
    expect(page.locator(".mkdocs-pwa")).to_contain_text(words)


def test_a_cut_first_save_does_not_go_on_with_a_large_version_unasked(
    phone: Page, make_site: MakeSite
) -> None:
    with StaticServer(make_site(bundle=False)) as server:
        server.fault = lambda path, answer: None if path == "two/" else answer
        phone.goto(server.url)
        expect(phone.get_by_text("Saving stopped at")).to_be_visible()
        server.folder = make_site("next", extra={"film.mp4": FILM}, bundle=False)
        # Attempts by themselves come later and later.
        phone.evaluate("dispatchEvent(new Event('online'))")
        asked(phone, QUESTION)
        server.fault = None
        no_worker_is_busy(phone)
        assert films(server) == []
        agree(phone, "Save")
        wait_until_saved(phone)
        assert len(films(server)) == 1


def test_a_second_tab_that_brings_a_large_version_asks(phone: Page, make_site: MakeSite) -> None:
    with StaticServer(make_site(bundle=False)) as server:
        gate = Gate("two/")

        def cut_in_time(path: str, answer: Answer) -> Answer | None:
            return None if gate(path, answer) and path == "two/" else answer

        server.fault = cut_in_time
        phone.goto(server.url)
        assert gate.reached.wait(20)
        server.folder = make_site("next", extra={"film.mp4": FILM}, bundle=False)
        second = phone.context.new_page()
        second.goto(server.url)
        gate.open()
        asked(second, QUESTION)
        no_worker_is_busy(second)
        assert films(server) == []


def test_the_first_copy_after_another_tools_is_asked_about(
    phone: Page, make_site: MakeSite
) -> None:
    folder = make_site(extra={"film.mp4": FILM})
    ours = (folder / "sw.js").read_bytes()
    with StaticServer(folder) as server:
        (folder / "sw.js").write_text("addEventListener('fetch', () => {});", "utf-8")
        phone.goto(server.url)
        until(phone, "navigator.serviceWorker.getRegistration().then((r) => Boolean(r?.active))")
        (folder / "sw.js").write_bytes(ours)
        phone.evaluate("localStorage.clear()")
        phone.reload()
        asked(phone, QUESTION)
        no_worker_is_busy(phone)
        assert films(server) == []


def test_an_update_is_asked_about_also_where_the_notes_beside_the_copy_are_gone(
    phone: Page, server: StaticServer, make_site: MakeSite
) -> None:
    phone.goto(server.url)
    wait_until_saved(phone)
    phone.wait_for_load_state("networkidle")
    server.folder = make_site("next", extra={"film.mp4": FILM})
    phone.evaluate(EVICT_THE_STATE)
    look_for_update(phone)
    asked(phone, UPDATE_QUESTION)
    no_worker_is_busy(phone)
    assert films(server) == []
    agree(phone, "Download")
    asked(phone, "A new version is ready (11 MB).")


def test_a_large_file_that_the_browser_has_deleted_comes_back_only_with_leave(
    phone: Page, make_site: MakeSite
) -> None:
    with StaticServer(make_site(extra={"film.mp4": FILM}, body=STATE)) as server:
        phone.goto(server.url)
        agree(phone, "Save")
        wait_until_saved(phone)
        phone.evaluate(EVICT_THE_FILM)
        server.sent.clear()
        phone.goto(f"{server.url}two/")
        asked(phone, QUESTION)
        phone.get_by_role("button", name="Repair").click()
        expect(phone.get_by_text(QUESTION).first).to_be_visible()
        asked(phone, QUESTION)
        assert films(server) == []
        agree(phone, "Save")
        wait_until_saved(phone)
        assert films(server) == ["film.mp4"]


def test_leave_for_one_size_is_no_leave_for_a_larger_one(phone: Page, make_site: MakeSite) -> None:
    with StaticServer(make_site(extra={"film.mp4": FILM})) as server:
        phone.goto(server.url)
        asked(phone, QUESTION)
        server.folder = make_site("next", extra={"film.mp4": FILM, "more.mp4": MORE})
        agree(phone, "Save")
        asked(phone, "Save this guide for use with no signal? It needs 23 MB.")
        no_worker_is_busy(phone)
        assert films(server) == []
        agree(phone, "Save")
        wait_until_saved(phone)


def test_leave_for_one_update_is_no_leave_for_a_larger_one(
    phone: Page, server: StaticServer, make_site: MakeSite
) -> None:
    phone.goto(server.url)
    wait_until_saved(phone)
    phone.wait_for_load_state("networkidle")
    server.folder = make_site("next", extra={"film.mp4": FILM})
    look_for_update(phone)
    asked(phone, UPDATE_QUESTION)
    server.folder = make_site("after", extra={"film.mp4": FILM, "more.mp4": MORE})
    agree(phone, "Download")
    asked(phone, "A new version is out. It needs 23 MB.")
    no_worker_is_busy(phone)
    assert films(server) == []


def test_leave_holds_for_what_was_cut_and_for_a_word_more_but_not_for_the_next_film(
    phone: Page, server: StaticServer, make_site: MakeSite
) -> None:
    phone.goto(server.url)
    wait_until_saved(phone)
    phone.wait_for_load_state("networkidle")
    server.folder = make_site("next", extra={"film.mp4": FILM}, bundle=False)
    look_for_update(phone)
    asked(phone, UPDATE_QUESTION)
    server.folder = make_site("word", home="A word more", extra={"film.mp4": FILM}, bundle=False)
    tries: list[str] = []

    def cut_once(path: str, answer: Answer) -> Answer | None:
        if path == "film.mp4":
            tries.append(path)
        # Every attempt of the first install.
        return None if path == "film.mp4" and len(tries) <= 3 else answer

    server.fault = cut_once
    agree(phone, "Download")
    until(phone, UPDATE_WAITS)
    assert len(tries) == 4
    phone.get_by_role("button", name="Use it now").click()
    expect(phone.get_by_role("heading", name="A word more")).to_be_visible()
    server.sent.clear()
    server.folder = make_site("last", extra={"film.mp4": FILM[::-1]})
    look_for_update(phone)
    asked(phone, UPDATE_QUESTION)
    no_worker_is_busy(phone)
    assert films(server) == []
