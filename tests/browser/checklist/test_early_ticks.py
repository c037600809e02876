"""Ticking before the list's script is there: on a slow line, and by a reader soon gone again."""

from __future__ import annotations

import json
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Locator, Page, Route, expect

from mkdocs_pwa_testing.fixtures import StartPhone
from mkdocs_pwa_testing.screens import phone
from mkdocs_pwa_testing.server import StaticServer

SCRIPT = "**/checklist.js"
EARLY = "/:early-ticks:1"


@pytest.fixture
def held() -> list[Route]:
    """Requests for the list's script, none of them answered yet."""
    return []


@pytest.fixture
def page(browser: Browser, shared_server: StaticServer, held: list[Route]) -> Iterator[Page]:
    context = browser.new_context(**phone(), service_workers="block")
    page = context.new_page()
    page.route(SCRIPT, lambda route: held.append(route))
    page.goto(f"{shared_server.url}after/drip/", wait_until="domcontentloaded")
    yield page
    page.unroute_all(behavior="ignoreErrors")
    context.close()


def block(page: Page) -> Locator:
    return page.locator("[data-checklist]").first


def box(page: Page, number: int = 0) -> Locator:
    return block(page).get_by_role("checkbox").nth(number)


def leave_and_come_back(page: Page) -> None:
    """Leave before the script was answered; it answers on the next page."""
    page.unroute(SCRIPT)
    page.reload()
    expect(block(page).get_by_role("status")).to_contain_text("done")


def test_the_tick_stays_when_the_script_comes(page: Page, held: list[Route]) -> None:
    box(page).check()
    expect(block(page).get_by_role("status")).to_have_count(0)
    for route in held:
        route.continue_()
    expect(block(page).get_by_role("status")).to_contain_text("1 of")
    expect(box(page)).to_be_checked()


def test_the_tick_is_kept_though_the_page_is_left_at_once(page: Page) -> None:
    box(page, 1).check()
    leave_and_come_back(page)
    expect(block(page).get_by_role("status")).to_contain_text("1 of")
    expect(box(page, 1)).to_be_checked()


def test_a_tick_taken_back_is_not_kept(page: Page) -> None:
    box(page, 0).check()
    box(page, 1).check()
    box(page, 0).uncheck()
    leave_and_come_back(page)
    expect(box(page, 0)).not_to_be_checked()
    expect(box(page, 1)).to_be_checked()


def test_the_tick_joins_those_of_the_current_visit(page: Page) -> None:
    kept = {
        "/:visits:1": {"visits": [{"id": "a"}, {"id": "b"}], "current": "b"},
        "/:checklist:2": {"a": {"drip-first-day-rest": ["x"]}, "b": {"other": ["y"]}},
    }
    for key, value in kept.items():
        page.evaluate("([key, text]) => localStorage.setItem(key, text)", [key, json.dumps(value)])
    box(page).check()
    item = page.locator("[data-item]").first.get_attribute("data-item")
    leave_and_come_back(page)
    assert json.loads(page.evaluate("localStorage.getItem('/:checklist:2')")) == {
        "a": {"drip-first-day-rest": ["x"]},
        "b": {"other": ["y"], "drip-first-day-rest": [item]},
    }
    assert page.evaluate("key => localStorage.getItem(key)", EARLY) is None


def test_once_taken_over_it_can_be_cleared_for_good(page: Page) -> None:
    box(page).check()
    leave_and_come_back(page)
    box(page).uncheck()
    page.reload()
    expect(block(page).get_by_role("status")).to_contain_text("0 of")
    expect(box(page)).not_to_be_checked()


@pytest.mark.parametrize(
    "text",
    ["[]", "7", "{", '{"drip-first-day-rest": 7}', '{"drip-first-day-rest": ["ride"]}', "null"],
)
def test_what_is_not_readable_does_no_harm(page: Page, text: str) -> None:
    errors: list[str] = []
    page.on("pageerror", lambda error: errors.append(str(error)))
    page.evaluate("([key, text]) => localStorage.setItem(key, text)", [EARLY, text])
    box(page).check()
    leave_and_come_back(page)
    box(page, 1).check()
    page.reload()
    expect(box(page, 1)).to_be_checked()
    assert errors == []


def test_it_is_counted_among_what_is_kept_and_removed_with_it(
    page: Page, shared_server: StaticServer
) -> None:
    box(page).check()
    page.goto(f"{shared_server.url}about/settings/")
    place = page.locator("[data-remove-everything]")
    expect(place).to_contain_text("1 tick")
    page.get_by_role("button", name="Remove everything from this phone").click()
    page.get_by_role("button", name="Yes, remove it all").click()
    expect(place.get_by_role("status")).to_have_text("Removed: 1 tick.")
    assert page.evaluate("localStorage.length") == 0


def test_it_outlives_the_phone_being_switched_off_at_once(
    start_phone: StartPhone, shared_server: StaticServer
) -> None:
    with start_phone() as context:
        page = context.pages[0]
        page.route(SCRIPT, lambda route: None)
        page.goto(f"{shared_server.url}after/drip/", wait_until="domcontentloaded")
        box(page).check()
    with start_phone() as context:
        page = context.pages[0]
        page.goto(f"{shared_server.url}after/drip/")
        expect(box(page)).to_be_checked()
