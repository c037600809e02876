"""The first save, interrupted in every way that a phone and a network know."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Error, Page, expect

from mkdocs_pwa_testing.faults import Gate
from mkdocs_pwa_testing.page import LOOK_FOR_UPDATE, until, wait_until_saved
from mkdocs_pwa_testing.server import Answer, StaticServer

MakeSite = Callable[..., Path]

SAVED = "Saved on this phone. Works with no signal."
NOTHING_IS_BEING_STORED = """
navigator.serviceWorker.getRegistration().then((found) => !found.installing)
"""
STATE = '<div data-mkdocs-pwa-state></div><a href="two/">Two</a>'


@pytest.mark.fault(1)
def test_a_lost_connection_leaves_a_page_that_says_how_far_saving_got(
    phone: Page, unbundled: StaticServer
) -> None:
    unbundled.fault = lambda path, answer: None if path == "two/" else answer
    phone.goto(unbundled.url)
    expect(phone.get_by_text("Saving stopped at 7 of 8.")).to_be_visible()
    expect(phone.get_by_role("heading", name="Home")).to_be_visible()

    unbundled.fault = None
    unbundled.requests.clear()
    wait_until_saved(phone)
    assert set(unbundled.requests) <= {"two/", "sw.js"}


@pytest.mark.fault(3)
def test_an_update_that_never_comes_keeps_the_old_version_and_is_given_up_quietly(
    phone: Page, make_site: MakeSite
) -> None:
    with StaticServer(make_site(body=STATE)) as server:
        phone.clock.install()
        phone.goto(server.url)
        wait_until_saved(phone)
        server.folder = make_site("next", home="New home", body=STATE)
        broken = Answer(500, "text/html", b"busy")
        # The start page is the only file that differs.
        server.fault = lambda path, answer: broken if path == "" else answer
        server.requests.clear()
        assert phone.evaluate(LOOK_FOR_UPDATE) is None

        given_up = phone.get_by_text("The new version could not be downloaded.")
        while not given_up.is_visible():
            # Over the waits between attempts; each attempt itself takes its time in the worker.
            until(phone, NOTHING_IS_BEING_STORED)
            phone.clock.fast_forward(300_000)
            assert server.requests.count("sw.js") <= 6
        assert server.requests.count("sw.js") >= 2
        expect(phone.get_by_role("heading", name="Home", exact=True)).to_be_visible()


@pytest.mark.fault(4)
def test_an_optional_file_that_is_not_there_is_named_and_stops_nothing(
    phone: Page, make_site: MakeSite
) -> None:
    folder = make_site("sounds", body=STATE, extra={"calm.mp3": b"sound"}, optional=("*.mp3",))
    with StaticServer(folder) as server:
        missing = Answer(404, "text/html", b"not found")
        server.fault = lambda path, answer: missing if path == "calm.mp3" else answer
        phone.goto(server.url)
        wait_until_saved(phone)
        expect(phone.get_by_text(SAVED).first).to_be_visible()
        expect(phone.get_by_text("These files could not be saved.")).to_contain_text("calm.mp3")


@pytest.mark.fault(26)
def test_a_tab_closed_while_saving_loses_nothing(phone: Page, unbundled: StaticServer) -> None:
    gate = unbundled.fault = Gate("two/")
    phone.goto(unbundled.url)
    assert gate.reached.wait(20)
    again = phone.context.new_page()
    phone.close()
    gate.open()
    again.goto(unbundled.url)
    wait_until_saved(again)
    assert unbundled.requests.count("two/") == 1


@pytest.mark.fault(27)
def test_a_worker_that_the_browser_ends_while_saving_is_started_again_by_the_page(
    phone: Page, unbundled: StaticServer
) -> None:
    gate = unbundled.fault = Gate("two/")
    phone.goto(unbundled.url)
    assert gate.reached.wait(20)
    expect(phone.get_by_text("7 of 8")).to_be_visible()
    session = phone.context.new_cdp_session(phone)
    session.send("ServiceWorker.enable")
    unbundled.fault = None
    unbundled.requests.clear()
    # What Chromium does after five minutes.
    session.send("ServiceWorker.stopAllWorkers")
    gate.open()
    wait_until_saved(phone)
    expect(phone.get_by_text(SAVED)).to_be_visible()
    assert set(unbundled.requests) <= {"two/", "sw.js"}


@pytest.mark.fault(28)
def test_a_very_large_site_is_saved_only_when_the_reader_says_so(
    phone: Page, make_site: MakeSite
) -> None:
    pictures = {f"pictures/{number}.txt": f"{number} " * 10000 for number in range(300)}
    with StaticServer(make_site("large", extra=pictures)) as server:
        phone.goto(server.url)
        question = phone.locator(".mkdocs-pwa")
        expect(question).to_contain_text("It needs 10.9 MB.")
        assert phone.evaluate("caches.keys()") in ([], ["mkdocs-pwa:/:state"])
        assert "pictures/7.txt" not in server.requests
        question.get_by_role("button", name="Save").click()
        wait_until_saved(phone)
        server.stop()
        assert phone.evaluate("fetch('pictures/7.txt').then((r) => r.text())").startswith("7 7 ")


@pytest.mark.fault(29)
def test_a_first_visit_without_a_network_leaves_nothing_behind_that_harms_the_next(
    phone: Page, server: StaticServer
) -> None:
    server.stop()
    with pytest.raises(Error, match="ERR_CONNECTION_REFUSED"):
        phone.goto(server.url)
    server.start()
    later = phone.context.new_page()
    later.goto(server.url)
    wait_until_saved(later)


def test_the_progress_counts_up_to_all_files(phone: Page, unbundled: StaticServer) -> None:
    gate = unbundled.fault = Gate("two/")
    phone.goto(unbundled.url)
    expect(phone.get_by_text("Saving for use with no signal: 7 of 8")).to_be_visible()
    gate.open()
    expect(phone.get_by_text(SAVED)).to_be_visible()
    until(phone, "navigator.serviceWorker.controller !== null")
