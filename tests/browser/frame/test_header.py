"""The header."""

from __future__ import annotations

from playwright.sync_api import Browser, expect

from mkdocs_pwa_testing.screens import phone
from mkdocs_pwa_testing.server import StaticServer


def test_its_titles_change_without_motion(browser: Browser, shared_server: StaticServer) -> None:
    context = browser.new_context(**phone(), service_workers="block")
    page = context.new_page()
    page.goto(f"{shared_server.url}before/drip/")
    page.evaluate("scrollTo(0, 600)")
    page.locator(".md-header__title--active").wait_for()
    times = page.locator(".md-header__topic").evaluate_all(
        "topics => topics.map((topic) => getComputedStyle(topic).transitionDuration)"
    )
    assert times == ["0s", "0s"]
    context.close()


def test_it_tells_where_the_page_is_while_its_heading_is_out_of_sight(
    browser: Browser, shared_server: StaticServer
) -> None:
    context = browser.new_context(**phone(), service_workers="block")
    page = context.new_page()
    page.goto(f"{shared_server.url}before/drip/")
    site, title = page.locator(".md-header__topic").all()
    expect(site).to_have_css("opacity", "1")
    page.evaluate("scrollTo(0, 600)")
    expect(title).to_have_css("opacity", "1")
    expect(site).to_have_css("opacity", "0")
    expect(page.get_by_role("banner")).not_to_have_css("box-shadow", "none")
    page.evaluate("scrollTo(0, 0)")
    expect(site).to_have_css("opacity", "1")
    context.close()
