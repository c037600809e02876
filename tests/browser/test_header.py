"""The header."""

from __future__ import annotations

from playwright.sync_api import Browser

from mkdocs_pwa.testing.fixtures import SMALL_PHONE
from mkdocs_pwa.testing.server import StaticServer


def test_its_titles_change_without_motion(browser: Browser, shared_server: StaticServer) -> None:
    context = browser.new_context(viewport=SMALL_PHONE, service_workers="block")
    page = context.new_page()
    page.goto(f"{shared_server.url}before/drip/")
    page.evaluate("scrollTo(0, 600)")
    page.locator(".md-header__title--active").wait_for()
    properties = page.locator(".md-header__topic").evaluate_all(
        "topics => topics.map((topic) => getComputedStyle(topic).transitionProperty)"
    )
    assert properties == ["none", "none"]
    context.close()
