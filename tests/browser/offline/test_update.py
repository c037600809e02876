"""A new version takes over when the reader says so, and no tick is lost."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from guide.search.parts import part_of
from mkdocs_pwa_testing.fixtures import StartPhone
from mkdocs_pwa_testing.page import open_and_save, until
from mkdocs_pwa_testing.server import StaticServer

from ...conftest import NEW, OLD

pytestmark = pytest.mark.offline

HAS_WAITING = "navigator.serviceWorker.getRegistration().then(r => Boolean(r && r.waiting))"


def test_one_tab_takes_the_new_version_and_the_other_goes_on_working(
    steady_phone: BrowserContext, server: StaticServer, next_site: Path
) -> None:
    first = open_and_save(steady_phone, f"{server.url}before/drip/")
    first.get_by_role("checkbox").first.check()
    second = steady_phone.new_page()
    second.goto(server.url)

    server.folder = next_site
    second.reload()
    expect(second.get_by_role("heading", name=OLD)).to_be_visible()
    second.get_by_role("button", name="Use it now").click()
    expect(second.get_by_role("heading", name=NEW)).to_be_visible()

    # The other tab still gets what it was loaded with, though the server no longer has it.
    server.stop()
    expect(first.get_by_text("This page is from the older version.")).to_be_visible()
    assert old_home_seen_from(first, server) == OLD
    first.get_by_role("button", name="Reload").click()
    expect(first.get_by_role("checkbox").first).to_be_checked()
    assert old_home_seen_from(first, server) == NEW


def old_home_seen_from(page: Page, server: StaticServer) -> str:
    """The heading of the start page as the tab's own requests see it."""
    html = page.evaluate("url => fetch(url).then(response => response.text())", server.url)
    return NEW if NEW in html else OLD


def test_reloading_alone_changes_nothing(
    steady_phone: BrowserContext, server: StaticServer, next_site: Path
) -> None:
    page = open_and_save(steady_phone, server.url)
    server.folder = next_site
    page.reload()
    until(page, HAS_WAITING)
    page.reload()
    expect(page.get_by_role("heading", name=OLD)).to_be_visible()


def test_a_new_version_starts_after_the_last_tab_was_closed(
    start_phone: StartPhone, server: StaticServer, next_site: Path
) -> None:
    with start_phone() as context:
        page = open_and_save(context, server.url)
        server.folder = next_site
        page.reload()
        until(page, HAS_WAITING)
    server.stop()
    with start_phone() as context:
        page = context.pages[0]
        page.goto(server.url)
        expect(page.get_by_role("heading", name=NEW)).to_be_visible()


def test_an_update_fetches_only_what_changed(
    steady_phone: BrowserContext, server: StaticServer, next_site: Path
) -> None:
    page = open_and_save(steady_phone, server.url)
    server.folder = next_site
    server.sent.clear()
    page.reload()
    until(page, HAS_WAITING)
    # Chromium itself asks for the icon, to see whether the site can be installed.
    sent = {path: size for path, size in server.sent.items() if "pwa/icon-" not in path}
    changed = {"": "index.html", part_of(""): part_of("")}
    whole = {path: (next_site / file).stat().st_size for path, file in changed.items()}
    # Once by the browser, which looks for a new version after a page was opened.
    worker = (next_site / "sw.js").stat().st_size
    assert sent == {**whole, "sw.js": worker}
