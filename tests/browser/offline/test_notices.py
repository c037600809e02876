"""A new version never stands in the way of help, of a voice, or of the hours after a session."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from mkdocs_pwa_testing.page import LOOK_FOR_UPDATE, UPDATE_WAITS, open_and_save, until
from mkdocs_pwa_testing.server import StaticServer

from ..helpers.fakes import SPEECH

pytestmark = pytest.mark.offline

VOICE = '{"name": "On phone", "lang": "en_US", "localService": true, "default": false}'
NOTICE = ".mkdocs-pwa"


@pytest.fixture
def page(steady_phone: BrowserContext, server: StaticServer, next_site: Path) -> Iterator[Page]:
    """The saved guide with the next version waiting, and the server gone."""
    steady_phone.add_init_script(f"{SPEECH}; speech.voices = [{VOICE}]")
    page = open_and_save(steady_phone, server.url)
    server.folder = next_site
    assert page.evaluate(LOOK_FOR_UPDATE) is None
    until(page, UPDATE_WAITS)
    server.stop()
    yield page


def offered(page: Page) -> None:
    """Wait until this page knows of the version: the worker has been asked, and has answered."""
    page.wait_for_load_state("networkidle")
    until(page, UPDATE_WAITS)


@pytest.mark.parametrize("address", ["help/", "help/suicide/", "help/warning-signs/", "after/now/"])
def test_no_notice_on_pages_of_help_nor_in_the_hours_after(
    page: Page, server: StaticServer, address: str
) -> None:
    page.goto(server.url + address)
    offered(page)
    page.evaluate("dispatchEvent(new Event('offline'))")
    expect(page.locator(NOTICE)).to_be_empty()


def test_a_notice_waits_until_the_voice_is_done(page: Page, server: StaticServer) -> None:
    page.goto(f"{server.url}before/food-and-drink/")
    expect(page.locator(NOTICE)).to_contain_text("A new version is ready")
    page.get_by_role("button", name="Later").click()
    page.get_by_role("button", name="Read aloud").click()
    page.evaluate("dispatchEvent(new Event('offline'))")
    expect(page.locator(NOTICE)).to_be_empty()
    page.get_by_role("button", name="Stop", exact=True).click()
    expect(page.locator(NOTICE)).to_contain_text("You are offline")


def test_a_half_typed_plan_stays_over_a_new_version(page: Page, server: StaticServer) -> None:
    page.goto(f"{server.url}before/plan/")
    page.get_by_label("Day of your session").fill("2026-12-24")
    page.get_by_role("radio", name="Drip", exact=True).check()
    page.get_by_role("button", name="Use it now").click()
    expect(page.get_by_role("button", name="Use it now")).to_have_count(0)
    expect(page.get_by_label("Day of your session")).to_have_value("2026-12-24")
    expect(page.get_by_role("radio", name="Drip", exact=True)).to_be_checked()
