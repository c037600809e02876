"""The planner's form."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from mkdocs_pwa_testing.server import StaticServer

from ..helpers.planning import (
    DAY,
    TIME,
    denver,
    fill_plan,
    make_plan,
    open_phone,
    show_times,
    title,
)


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    page = open_phone(browser)
    yield page
    page.context.close()


@pytest.fixture
def url(shared_server: StaticServer) -> str:
    return f"{shared_server.url}before/plan/"


@pytest.fixture
def site_url(shared_server: StaticServer) -> str:
    return shared_server.url


def test_what_is_missing_is_said_where_it_is_missing(page: Page, url: str) -> None:
    page.goto(url)
    show_times(page).click()
    day = page.get_by_label("Day of your session")
    expect(day).to_be_focused()
    expect(day).to_have_accessible_description("Choose the day.")
    expect(page.get_by_label("Time of your session")).to_have_accessible_description(
        "The clock at your clinic. Choose the time."
    )
    expect(page.get_by_role("group", name="How you have it")).to_have_accessible_description(
        "Choose one."
    )
    page.get_by_label("Day of your session").fill(DAY)
    show_times(page).click()
    expect(page.get_by_text("Choose the day.")).to_have_count(0)
    expect(page.get_by_label("Time of your session")).to_be_focused()


def test_a_day_that_no_calendar_has_is_said(page: Page, url: str) -> None:
    page.goto(url)
    page.get_by_label("Day of your session").focus()
    page.keyboard.type("02302027")
    show_times(page).click()
    expect(page.get_by_text("The calendar has no such day. Choose another.")).to_be_visible()


def test_the_form_is_filled_with_what_is_known(page: Page, site_url: str) -> None:
    page.goto(f"{site_url}before/plan/")
    page.get_by_label("Who takes me home").fill("Sam")
    fill_plan(page)
    page.reload()
    expect(page.get_by_text("Sam", exact=True)).to_be_visible()
    page.get_by_role("button", name="Change").click()
    expect(page.get_by_label("Day of your session")).to_be_focused()
    expect(page.get_by_label("Day of your session")).to_have_value(DAY)
    expect(page.get_by_label("Time of your session")).to_have_value(TIME)
    expect(page.get_by_role("radio", name="Drip")).to_be_checked()
    expect(page.get_by_label("Who takes me home")).to_have_value("Sam")


def test_going_back_changes_nothing(page: Page, site_url: str) -> None:
    make_plan(page, site_url)
    page.get_by_role("button", name="Change").click()
    page.get_by_label("Time of your session").fill("16:00")
    page.get_by_role("button", name="Go back").click()
    expect(title(page)).to_be_focused()


def test_a_new_visit_starts_with_empty_notes(page: Page, site_url: str) -> None:
    page.clock.set_fixed_time(denver(30, 12))
    page.goto(f"{site_url}before/plan/")
    page.get_by_label("Who takes me home").fill("Sam")
    fill_plan(page)
    page.get_by_role("button", name="Plan a new session").click()
    expect(page.get_by_label("Who takes me home")).to_have_value("")


def test_a_plan_sets_the_route_of_the_guide(page: Page, site_url: str) -> None:
    make_plan(page, site_url, route="Lozenge")
    expect(page.locator("html")).to_have_attribute("data-guide-route", "lozenge")


def test_what_one_is_writing_is_not_taken_away_by_another_tab(page: Page, site_url: str) -> None:
    page.goto(f"{site_url}before/plan/")
    page.get_by_label("Who takes me home").fill("Sam")
    make_plan(page.context.new_page(), site_url)
    expect(page.get_by_label("Who takes me home")).to_have_value("Sam")


def test_a_plan_can_be_made_with_the_keyboard_alone(page: Page, url: str) -> None:
    page.goto(url)
    page.get_by_label("Day of your session").focus()
    # The locale of these tests is that of the US: month, day, year.
    page.keyboard.type("11242026")
    tab_to(page, page.get_by_label("Time of your session"))
    page.keyboard.type("1030AM")
    tab_to(page, page.get_by_role("radio", name="Drip"))
    page.keyboard.press("Space")
    tab_to(page, show_times(page))
    page.keyboard.press("Enter")
    expect(title(page)).to_be_focused()
    tab_to(page, page.get_by_role("button", name="Add to my calendar"))
    with page.expect_download():
        page.keyboard.press("Enter")


def tab_to(page: Page, target: Locator) -> None:
    for _ in range(20):
        page.keyboard.press("Tab")
        if target.evaluate("element => element === document.activeElement"):
            return
    raise AssertionError("never reached with the Tab key")


def test_a_plan_can_be_made_by_touch(browser: Browser, url: str) -> None:
    page = open_phone(browser, has_touch=True, is_mobile=True)
    page.goto(url)
    page.get_by_label("Day of your session").fill(DAY)
    page.get_by_label("Time of your session").fill(TIME)
    page.get_by_role("group", name="How you have it").get_by_text("Drip").tap()
    show_times(page).tap()
    expect(title(page)).to_be_visible()
    page.context.close()
