"""Saved once, what Zensical has laid out is there with the server gone."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from mkdocs_pwa_testing.fixtures import StartPhone
from mkdocs_pwa_testing.page import open_and_save
from mkdocs_pwa_testing.server import StaticServer

pytestmark = [pytest.mark.browser, pytest.mark.offline, pytest.mark.xdist_group("zensical")]


@pytest.fixture
def phone(start_phone: StartPhone, zensical_site: Path) -> Iterator[tuple[Page, str]]:
    """A phone that has saved the guide and is on again with no server to reach; its address."""
    with StaticServer(zensical_site, base="/guide/") as server:
        with start_phone() as context:
            open_and_save(context, server.url)
        server.stop()
        with start_phone() as context:
            yield context.pages[0], server.url


def test_an_unvisited_page_opens_works_and_is_found_by_search(phone: tuple[Page, str]) -> None:
    page, url = phone
    said: list[str] = []
    page.on("console", lambda message: said.append(message.text))
    page.goto(f"{url}before/drip/")
    expect(page.get_by_role("heading", level=1)).to_be_visible()
    box = page.get_by_role("checkbox").first
    box.check()
    page.reload()
    expect(box).to_be_checked()

    page.get_by_role("button", name="Search").click()
    page.get_by_role("textbox", name="Search").fill("can I drive")
    page.locator(".md-search-result__item").get_by_role("link").first.click()
    expect(page.get_by_role("heading", name="drive").first).to_be_visible()
    assert [text for text in said if "Content Security Policy" in text] == []


def test_the_skip_link_leads_to_the_text(phone: tuple[Page, str]) -> None:
    page, url = phone
    page.goto(f"{url}help/")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.closest('article') !== null")
