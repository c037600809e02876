"""A page that was open before there was a worker is of the version that it was opened in."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from mkdocs_pwa_testing.page import REGISTRATION, until
from mkdocs_pwa_testing.server import Answer, StaticServer

MakeSite = Callable[..., Path]

DATE = "<span data-mkdocs-pwa-version></span>"
PART = "fetch('style.css').then((response) => response.text(), () => 'nothing')"
IN_USE = f"""
{REGISTRATION}.then((found) =>
  found?.active?.state === "activated" && Boolean(navigator.serviceWorker.controller))
"""
OTHER_STYLE = {"style.css": "body{margin:2em}"}


@pytest.fixture
def site(make_site: MakeSite) -> Iterator[StaticServer]:
    with StaticServer(make_site(body=DATE, built="2026-11-22")) as running:
        yield running


def no_worker(path: str, answer: Answer) -> Answer:
    return Answer(503, "text/plain", b"") if path == "sw.js" else answer


def open_before(phone: Page, site: StaticServer, later: Path) -> None:
    """Open the home page while the host has no worker yet; then save what it has by then."""
    site.fault = no_worker
    phone.goto(site.url)
    phone.wait_for_load_state("networkidle")
    site.folder = later
    site.fault = None
    phone.evaluate("dispatchEvent(new Event('online'))")
    until(phone, IN_USE)
    site.stop()


def test_it_is_offered_a_reload_when_another_version_was_saved(
    phone: Page, site: StaticServer, make_site: MakeSite
) -> None:
    later = make_site("later", home="New home", body=DATE, built="2026-12-01")
    open_before(phone, site, later)
    expect(phone.get_by_text("This page is from the older version.")).to_be_visible()
    expect(phone.locator("[data-mkdocs-pwa-version]")).to_have_text("")
    phone.get_by_role("button", name="Reload").click()
    expect(phone.get_by_role("heading", name="New home")).to_be_visible()
    expect(phone.locator("[data-mkdocs-pwa-version]")).to_have_text("Version of December 1, 2026")


def test_it_gets_no_part_of_another_version(
    phone: Page, site: StaticServer, make_site: MakeSite
) -> None:
    open_before(phone, site, make_site("later", home="New home", extra=OTHER_STYLE))
    assert phone.evaluate(PART) == "nothing"


def test_a_page_that_stayed_the_same_is_told_of_other_styles(
    phone: Page, site: StaticServer, make_site: MakeSite
) -> None:
    later = make_site("later", body=DATE, extra=OTHER_STYLE, built="2026-12-01")
    open_before(phone, site, later)
    expect(phone.get_by_text("This page is from the older version.")).to_be_visible()
    expect(phone.locator("[data-mkdocs-pwa-version]")).to_have_text("")


def test_it_is_current_when_its_own_version_was_saved(phone: Page, site: StaticServer) -> None:
    open_before(phone, site, site.folder)
    expect(phone.locator("[data-mkdocs-pwa-version]")).to_have_text("Version of November 22, 2026")
    assert phone.evaluate(PART) == "body{margin:1em}"
    expect(phone.get_by_role("button", name="Reload")).to_have_count(0)


def test_it_is_not_current_either_when_the_worker_was_ended_while_it_took_over(
    phone: Page, site: StaticServer, make_site: MakeSite
) -> None:
    later = make_site("later", home="New home", body=DATE, built="2026-12-01")
    worker = later / "sw.js"
    # What comes after this line is never reached, as when the browser ends the worker there.
    cut = 'await writeItem("active", version);\nawait self.clients.claim();'
    script = worker.read_text("utf-8")
    assert cut in script
    ended = "await self.clients.claim();\nthrow new Error('ended');"
    worker.write_text(script.replace(cut, ended), "utf-8")
    open_before(phone, site, later)
    expect(phone.get_by_text("This page is from the older version.")).to_be_visible()
    expect(phone.locator("[data-mkdocs-pwa-version]")).to_have_text("")
