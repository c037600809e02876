"""When not to drive: one answer, the same wherever a reader looks."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import datetime

import pytest
from playwright.sync_api import Browser, Page, expect

from mkdocs_pwa_testing.server import Answer, StaticServer

from ..helpers.kept import keep_elsewhere, keep_plan
from ..helpers.planning import denver, fill_plan, make_plan, open_phone

DRIP = {"id": "a", "date": "2026-11-24", "time": "10:30", "zone": "", "route": "drip"}
PLACES = ["", "after/", "after/now/", "after/driving-work-decisions/", "before/plan/"]
UNTIL = (
    "Do not drive before {}, without a full night's sleep, or if you do not feel clear and steady."
)
LATER = " Later if your session ends later."


@pytest.fixture
def page(browser: Browser, shared_server: StaticServer) -> Iterator[Page]:
    page = open_phone(browser, denver(24, 16))
    page.goto(shared_server.url)
    yield page
    page.context.close()


def millis(moment: datetime) -> int:
    return round(moment.timestamp() * 1000)


def assert_answer(page: Page, site: str, words: str) -> None:
    for place in PLACES:
        page.goto(site + place)
        expect(page.get_by_role("article").get_by_text(words).first).to_be_visible()


def test_after_a_session_every_page_gives_the_same_time(
    page: Page, shared_server: StaticServer
) -> None:
    keep_plan(page, DRIP)
    assert_answer(page, shared_server.url, UNTIL.format("tomorrow, 12:10 pm") + LATER)
    page.goto(f"{shared_server.url}after/sheet/")
    expect(
        page.get_by_text(
            "Do not drive for at least 24 hours. Not before Wednesday, November 25, 12:10 pm"
        )
    ).to_be_visible()


def test_the_readers_own_word_moves_it_on_every_page(
    page: Page, shared_server: StaticServer
) -> None:
    keep_plan(page, DRIP, {"visit": "a", "ended": millis(denver(24, 15, 30))})
    assert_answer(page, shared_server.url, UNTIL.format("tomorrow, 3:30 pm"))
    page.goto(f"{shared_server.url}after/sheet/")
    expect(
        page.get_by_text(
            "Do not drive for at least 24 hours. Not before Wednesday, November 25, 3:30 pm"
        )
    ).to_be_visible()


def test_next_noon_no_page_speaks_of_another_day(page: Page, shared_server: StaticServer) -> None:
    keep_plan(page, DRIP, {"visit": "a", "ended": millis(denver(24, 15, 30))})
    page.clock.set_fixed_time(denver(25, 12))
    for place in PLACES:
        page.goto(shared_server.url + place)
        article = page.get_by_role("article")
        expect(article.get_by_text(UNTIL.format("today, 3:30 pm")).first).to_be_visible()
        expect(article.get_by_text(re.compile("Ask again tomorrow"))).to_have_count(0)


def test_three_days_later_no_page_says_not_today(page: Page, shared_server: StaticServer) -> None:
    keep_plan(page, DRIP)
    page.clock.set_fixed_time(denver(27, 12))
    assert_answer(page, shared_server.url, "It is after Wed, Nov 25, 12:10 pm.")


def test_an_answer_left_open_changes_with_the_readers_word(
    page: Page, shared_server: StaticServer
) -> None:
    keep_plan(page, DRIP)
    page.goto(f"{shared_server.url}after/driving-work-decisions/")
    expect(page.get_by_text(UNTIL.format("tomorrow, 12:10 pm"))).to_be_visible()
    word = {"visit": "a", "ended": millis(denver(24, 15, 30))}
    keep_elsewhere(page, "session", word, version=2)
    expect(page.get_by_text(UNTIL.format("tomorrow, 3:30 pm"))).to_be_visible()


def test_the_next_plan_leaves_this_night_on_the_sheet(
    page: Page, shared_server: StaticServer
) -> None:
    keep_plan(page, DRIP)
    page.goto(f"{shared_server.url}before/plan/")
    page.get_by_role("button", name="Plan a new session").click()
    fill_plan(page, day="2026-12-10", time="14:30")
    assert_answer(page, shared_server.url, UNTIL.format("tomorrow, 12:10 pm") + LATER)
    page.goto(f"{shared_server.url}after/sheet/")
    expect(page.get_by_text("Not before Wednesday, November 25, 12:10 pm")).to_be_visible()
    expect(page.get_by_text("December")).to_have_count(0)


def test_the_sheet_waits_for_the_next_session_too(page: Page, shared_server: StaticServer) -> None:
    # Made last, and so the one that the sheet is about; yesterday's plan was for the day after.
    make_plan(page, shared_server.url, day="2026-11-25", time="09:00")
    next_day = {**DRIP, "id": "b", "date": "2026-11-25", "time": "11:00"}
    page.evaluate(
        """(visits) => localStorage.setItem(
          "/:visits:1", JSON.stringify({ visits, current: visits[0].id }))""",
        [DRIP, next_day],
    )
    assert_answer(page, shared_server.url, UNTIL.format("Thu, Nov 26, 12:40 pm"))
    page.goto(f"{shared_server.url}after/sheet/")
    expect(
        page.get_by_text(
            "Do not drive for at least 24 hours. Not before Thursday, November 26, 12:40 pm"
        )
    ).to_be_visible()


def test_without_a_plan_the_sheet_has_the_answer_to_the_readers_word(
    page: Page, shared_server: StaticServer
) -> None:
    word = {"visit": "", "ended": millis(denver(24, 15, 30))}
    keep_elsewhere(page, "session", word, version=2)
    page.goto(f"{shared_server.url}after/sheet/")
    expect(
        page.get_by_text(
            "Do not drive for at least 24 hours. Not before Wednesday, November 25, 3:30 pm"
        )
    ).to_be_visible()


def test_the_next_session_leaves_what_holds_after_the_last(
    page: Page, shared_server: StaticServer
) -> None:
    keep_plan(page, DRIP)
    page.goto(f"{shared_server.url}before/plan/")
    page.get_by_role("button", name="Change").tap()
    fill_plan(page, day="2026-12-08")
    expect(page.get_by_role("heading", name="Tuesday, December 8, 10:30 am")).to_be_visible()
    assert_answer(page, shared_server.url, UNTIL.format("tomorrow, 12:10 pm") + LATER)


def test_from_its_beginning_a_session_can_be_followed_by_the_next(
    page: Page, shared_server: StaticServer
) -> None:
    keep_plan(page, DRIP)
    page.clock.set_fixed_time(denver(24, 11))
    page.goto(f"{shared_server.url}before/plan/")
    page.get_by_role("button", name="Plan a new session").tap()
    expect(page.get_by_label("Day of your session")).to_have_value("")


# --- Where the clinic does not say how long the medicine takes ---


@pytest.fixture
def silent(server: StaticServer) -> StaticServer:
    """The site of a clinic that has not said how long the medicine takes."""

    def fault(path: str, answer: Answer) -> Answer:
        body, count = re.subn(rb'"session_length":\d+', b'"session_length":null', answer.body)
        assert count or b'"session_length"' not in answer.body
        return Answer(answer.status, answer.content_type, body, answer.headers)

    server.fault = fault
    return server


def test_without_a_length_the_sheets_times_stay_blank_until_it_is_told(
    browser: Browser, silent: StaticServer
) -> None:
    page = open_phone(browser, denver(24, 9))
    make_plan(page, silent.url)
    expect(page.get_by_text("Say when it has ended, and you get these times")).to_be_visible()
    expect(page.get_by_text("How long the medicine takes", exact=False)).to_be_visible()
    page.goto(f"{silent.url}after/sheet/")
    blank = page.locator("[data-blank=no_driving]")
    expect(page.get_by_role("button", name="Print")).to_be_visible()
    expect(blank).to_be_empty()
    page.clock.set_fixed_time(denver(24, 15))
    page.goto(f"{silent.url}after/now/")
    page.get_by_role("button", name="Just now").tap()
    page.goto(f"{silent.url}after/sheet/")
    expect(blank).to_have_text("Wednesday, November 25, 3:00 pm")
    page.context.close()


def test_without_a_length_and_a_word_nobody_is_given_a_time(
    browser: Browser, silent: StaticServer
) -> None:
    page = open_phone(browser, denver(24, 16))
    page.goto(silent.url)
    keep_plan(page, DRIP)
    assert_answer(page, silent.url, "Do not drive. Not today. Ask again tomorrow")
    page.context.close()
