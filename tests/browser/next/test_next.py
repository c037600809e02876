"""The next thing to do, on the start page."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import datetime

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from mkdocs_pwa_testing.server import StaticServer

from ..helpers.axe import assert_nothing_found_in_light_and_dark
from ..helpers.planning import DAYS_BEFORE, denver, make_plan, open_phone

CHOICES = ["I have had my session", "Before my session", "I am worried", "I am with someone"]


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    page = open_phone(browser)
    yield page
    page.context.close()


def next_line(page: Page) -> Locator:
    return page.get_by_role("article").get_by_role("link", name=re.compile("^Next"))


def look_at(page: Page, now: datetime, site: str) -> None:
    page.clock.set_fixed_time(now)
    page.goto(site)


def choices_at(page: Page) -> list[float]:
    boxes = [
        page.get_by_role("article").get_by_role("link", name=choice).bounding_box()
        for choice in CHOICES
    ]
    return [box["y"] for box in boxes if box]


@pytest.mark.parametrize(
    ("now", "words"),
    [
        (denver(20, 19), "Next, Mon, Nov 23, 10:30 am: Stop alcohol"),
        (denver(23, 9), "Next, today, 10:30 am: Stop alcohol"),
        (denver(23, 22), "Next, tomorrow, 4:30 am: Stop food"),
        (denver(24, 10), "Next, today, 10:15 am: Be there"),
        (denver(24, 10, 45), "Next, today, 12:10 pm: Your adult is there to take you home"),
    ],
)
def test_the_next_thing_leads_to_the_plan(
    page: Page, shared_server: StaticServer, now: datetime, words: str
) -> None:
    make_plan(page, shared_server.url)
    look_at(page, now, shared_server.url)
    expect(next_line(page)).to_have_text(words)
    next_line(page).click()
    expect(page.get_by_role("heading", name="My plan")).to_be_visible()


def test_after_the_session_the_next_thing_is_the_page_for_it(
    page: Page, shared_server: StaticServer
) -> None:
    make_plan(page, shared_server.url)
    look_at(page, denver(24, 13), shared_server.url)
    expect(next_line(page)).to_have_text("Next: rest. Open your page for today.")
    next_line(page).click()
    expect(page).to_have_url(f"{shared_server.url}after/now/")


def test_there_is_nothing_when_the_plan_is_over(page: Page, shared_server: StaticServer) -> None:
    make_plan(page, shared_server.url)
    look_at(page, denver(24, 13), shared_server.url)
    expect(next_line(page)).to_be_visible()
    look_at(page, denver(27, 12), shared_server.url)
    page.wait_for_load_state("networkidle")
    expect(next_line(page)).to_have_count(0)


def test_it_follows_a_plan_made_in_another_tab(page: Page, shared_server: StaticServer) -> None:
    page.goto(shared_server.url)
    page.wait_for_load_state("networkidle")
    expect(next_line(page)).to_have_count(0)
    other = page.context.new_page()
    other.clock.set_fixed_time(DAYS_BEFORE)
    make_plan(other, shared_server.url)
    expect(next_line(page)).to_contain_text("Stop alcohol")


def test_it_moves_none_of_the_choices_and_is_above_the_fold(
    page: Page, shared_server: StaticServer
) -> None:
    page.goto(shared_server.url)
    before = choices_at(page)
    make_plan(page, shared_server.url)
    look_at(page, denver(24, 10), shared_server.url)
    expect(next_line(page)).to_be_visible()
    assert choices_at(page) == before
    line = next_line(page).bounding_box()
    bar = page.get_by_role("navigation", name="Help").bounding_box()
    assert line is not None
    assert bar is not None
    assert line["height"] >= 44
    assert line["y"] + line["height"] <= bar["y"]


def test_axe_finds_nothing_beside_the_line(page: Page, shared_server: StaticServer) -> None:
    make_plan(page, shared_server.url)
    look_at(page, denver(24, 10), shared_server.url)
    expect(next_line(page)).to_be_visible()
    assert_nothing_found_in_light_and_dark(page)


def test_who_has_no_visit_does_not_load_what_works_out_a_plan(
    page: Page, shared_server: StaticServer
) -> None:
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url.rpartition("/")[2]))
    page.goto(shared_server.url)
    page.wait_for_load_state("networkidle")
    assert "next.js" in asked
    assert "times.js" not in asked
