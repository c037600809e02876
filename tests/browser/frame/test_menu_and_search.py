"""The menu and the search, opened on a phone."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from mkdocs_pwa_testing.screens import phone
from mkdocs_pwa_testing.server import StaticServer

from ..helpers.axe import assert_nothing_found_in_light_and_dark

#: What slides or fades at this moment. Being asked, the browser first brings styles up to date.
MOVING = "document.getAnimations().map(({ effect }) => effect.target.outerHTML)"


@pytest.fixture
def page(browser: Browser, shared_server: StaticServer) -> Iterator[Page]:
    context = browser.new_context(**phone(), service_workers="block")
    page = context.new_page()
    page.goto(f"{shared_server.url}before/drip/")
    yield page
    context.close()


def find(page: Page, words: str) -> None:
    page.get_by_role("textbox", name="Search").focus()
    page.keyboard.type(words)
    expect(page.locator(".md-search-result__item").first).to_be_visible()


def first_link(page: Page) -> Locator:
    return page.get_by_role("navigation", name="Navigation").get_by_role("link", name="Start")


def test_axe_finds_nothing_in_the_open_menu(page: Page) -> None:
    page.get_by_role("button", name="Menu").click()
    expect(first_link(page)).to_be_in_viewport()
    assert_nothing_found_in_light_and_dark(page)


def test_axe_finds_nothing_in_the_results_of_a_search(page: Page) -> None:
    find(page, "drive")
    assert_nothing_found_in_light_and_dark(page)


def test_answers_are_as_large_as_the_text_of_a_page(page: Page) -> None:
    find(page, "drive")
    sizes = page.locator(".md-search-result__article, .md-search-result__article *").evaluate_all(
        "all => all.map((element) => parseFloat(getComputedStyle(element).fontSize))"
    )
    assert len(sizes) > 5
    assert min(sizes) >= 18


def test_help_stays_in_reach_while_searching(page: Page) -> None:
    find(page, "drive")
    call = page.get_by_role("link", name="Emergency")
    call.click(trial=True)


def test_the_menu_says_where_the_reader_is(page: Page) -> None:
    page.get_by_role("button", name="Menu").click()
    here = page.get_by_role("navigation", name="Navigation").get_by_role("link", name="Drip")
    expect(here).to_have_attribute("aria-current", "page")


def test_the_menu_opens_and_closes_with_the_keyboard(page: Page) -> None:
    button = page.get_by_role("button", name="Menu")
    link = first_link(page)
    expect(link).to_have_count(0)
    button.focus()
    page.keyboard.press("Enter")
    expect(button).to_have_attribute("aria-expanded", "true")
    expect(link).to_be_in_viewport()
    page.keyboard.press("Escape")
    expect(button).to_have_attribute("aria-expanded", "false")
    expect(button).to_be_focused()
    expect(link).to_have_count(0)


def test_the_menu_does_not_slide(page: Page) -> None:
    page.get_by_role("button", name="Menu").click()
    assert page.evaluate(MOVING) == []


def test_light_and_dark_change_without_a_fade(page: Page) -> None:
    for scheme in ("dark", "light"):
        page.emulate_media(color_scheme=scheme)
        assert page.evaluate(MOVING) == []


def test_nothing_behind_the_open_menu_is_reached_by_keys(page: Page) -> None:
    page.get_by_role("button", name="Menu").click()
    outside = """() => document.activeElement !== document.body && !document.activeElement.closest(
      ".md-sidebar--primary, [data-opens-menu], .guide-help")"""
    for _ in range(20):
        page.keyboard.press("Tab")
        assert not page.evaluate(outside)


def test_a_tap_beside_the_menu_closes_it(page: Page) -> None:
    page.get_by_role("button", name="Menu").click()
    page.mouse.click(340, 300)
    expect(page.get_by_role("button", name="Menu")).to_have_attribute("aria-expanded", "false")
    page.get_by_role("article").get_by_role("link").first.click(trial=True)


def test_the_menu_is_closed_for_those_who_come_back(page: Page) -> None:
    page.get_by_role("button", name="Menu").click()
    first_link(page).click()
    page.go_back()
    expect(page.get_by_role("button", name="Menu")).to_have_attribute("aria-expanded", "false")
    expect(first_link(page)).to_have_count(0)


def test_a_page_made_wide_while_its_menu_is_open_can_be_used(page: Page) -> None:
    page.get_by_role("button", name="Menu").click()
    page.set_viewport_size({"width": 1300, "height": 800})
    page.get_by_role("article").get_by_role("link").first.click(trial=True)


def test_a_result_leads_to_its_page(page: Page) -> None:
    find(page, "pregnant")
    page.locator(".md-search-result__link").first.click()
    expect(page.get_by_role("heading", level=1)).to_be_visible()
    assert "/before/drip/" not in page.url
