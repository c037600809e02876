"""Saving, interrupted as only Chromium can be asked to here.

Its worker is ended by DevTools, its clock is moved on by Playwright, and its tabs may be closed
while they register: in WebKit an install then stands still (see `engines/webkit.py`).
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from mkdocs_pwa_testing.faults import Gate
from mkdocs_pwa_testing.page import LOOK_FOR_UPDATE, until, wait_until_saved
from mkdocs_pwa_testing.server import Answer, StaticServer

MakeSite = Callable[..., Path]

SAVED = "Saved on this phone. Works with no signal."
NOTHING_IS_BEING_STORED = """
navigator.serviceWorker.getRegistration().then((found) => !found.installing)
"""
STATE = "<div data-mkdocs-pwa-state></div>"


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
