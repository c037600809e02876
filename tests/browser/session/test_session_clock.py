"""How long ago the session was: told by the reader or by the plan, and never a countdown."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, BrowserContext, Locator, Page, expect

from mkdocs_pwa_testing.screens import phone
from mkdocs_pwa_testing.server import StaticServer

from ..helpers.clinic_clock import ZONE
from ..helpers.kept import keep_plan, kept

# By the clocks of the clinic, and of the phone beside it.
NOW = "2026-11-24T13:00:00-07:00"

#: Ends at 10:40 by its plan, and at 16:10.
MORNING = {"id": "a", "date": "2026-11-24", "time": "09:00", "zone": "", "route": "drip"}
AFTERNOON = {**MORNING, "time": "14:30"}


@pytest.fixture
def context(browser: Browser) -> Iterator[BrowserContext]:
    context = browser.new_context(**phone(), timezone_id=ZONE, service_workers="block")
    yield context
    context.close()


@pytest.fixture
def page(context: BrowserContext, shared_server: StaticServer) -> Page:
    page = context.new_page()
    page.clock.install(time=NOW)
    page.goto(f"{shared_server.url}after/now/")
    expect(just_now(page)).to_be_visible()
    return page


def just_now(page: Page) -> Locator:
    return page.get_by_role("button", name="Just now")


def tell_end(page: Page, time: str) -> None:
    page.get_by_role("button", name="Earlier").tap()
    page.get_by_label("It ended at").fill(time)
    page.get_by_role("button", name="Save").tap()


def test_the_time_since_is_told_after_one_tap(page: Page) -> None:
    just_now(page).tap()
    expect(page.get_by_text("Your session has just ended")).to_be_visible()
    page.clock.fast_forward("01:00")
    expect(page.get_by_text("1 minute since your session", exact=True)).to_be_visible()
    page.clock.fast_forward("01:19:00")
    expect(page.get_by_text("1 hour 20 minutes since your session", exact=True)).to_be_visible()


def test_the_time_since_is_kept(page: Page) -> None:
    tell_end(page, "11:40")
    expect(page.get_by_text("1 hour 20 minutes since your session", exact=True)).to_be_visible()
    page.reload()
    expect(page.get_by_text("1 hour 20 minutes since your session", exact=True)).to_be_visible()


def test_a_time_a_little_ahead_is_now(page: Page) -> None:
    # Of two clocks one is some minutes ahead.
    tell_end(page, "13:05")
    expect(page.get_by_text("Your session has just ended")).to_be_visible()


def test_a_time_that_is_still_to_come_was_yesterday_if_the_reader_says_so(page: Page) -> None:
    tell_end(page, "17:30")
    question = page.get_by_role("group", name="Did it end yesterday, 5:30 pm?")
    expect(question.get_by_role("button", name="Yes")).to_be_focused()
    assert kept(page, "session", 2) is None
    question.get_by_role("button", name="Yes").tap()
    expect(page.get_by_text("19 hours 30 minutes since your session", exact=True)).to_be_visible()


def test_who_takes_morning_for_evening_is_asked(page: Page) -> None:
    tell_end(page, "00:30")
    question = page.get_by_role("group", name="Did it end today, 12:30 am?")
    question.get_by_role("button", name="No, another time").tap()
    expect(page.get_by_label("It ended at")).to_be_focused()
    page.get_by_label("It ended at").fill("12:30")
    page.get_by_role("button", name="Save").tap()
    expect(page.get_by_text("30 minutes since your session", exact=True)).to_be_visible()


def test_just_after_midnight_the_evening_before_counts(
    context: BrowserContext, shared_server: StaticServer
) -> None:
    page = context.new_page()
    page.clock.install(time="2026-11-25T00:10:00-07:00")
    page.goto(f"{shared_server.url}after/now/")
    tell_end(page, "23:50")
    expect(page.get_by_text("20 minutes since your session", exact=True)).to_be_visible()


def test_it_counts_hours_that_pass_when_the_clocks_go_back(
    browser: Browser, shared_server: StaticServer
) -> None:
    context = browser.new_context(**phone(), service_workers="block", timezone_id="America/Denver")
    page = context.new_page()
    # 3:30 on the night when 1 o'clock came twice, by a clock one hour behind daylight time.
    page.clock.install(time="2026-11-01T10:30:00Z")
    page.goto(f"{shared_server.url}after/now/")
    tell_end(page, "00:30")
    expect(page.get_by_text("4 hours since your session", exact=True)).to_be_visible()
    context.close()


def test_after_a_day_it_asks_anew(page: Page) -> None:
    just_now(page).tap()
    page.clock.fast_forward("24:00:00")
    page.reload()
    expect(just_now(page)).to_be_visible()


def test_an_end_ahead_of_the_clock_is_asked_anew(page: Page) -> None:
    page.evaluate(
        "localStorage.setItem('/:session:1', JSON.stringify({ ended: Date.now() + 6e5 }))"
    )
    page.reload()
    expect(just_now(page)).to_be_visible()


def test_what_cannot_be_read_is_asked_anew(page: Page) -> None:
    page.evaluate("""localStorage.setItem("/:session:1", '{"ended":"soon"}')""")
    page.reload()
    expect(just_now(page)).to_be_visible()


def test_the_time_can_be_corrected(page: Page) -> None:
    just_now(page).tap()
    page.get_by_role("button", name="Change").tap()
    page.get_by_label("It ended at").fill("10:00")
    page.keyboard.press("Enter")
    since = page.get_by_text("3 hours since your session", exact=True)
    expect(since).to_be_focused()


def test_whoever_thinks_better_of_a_correction_keeps_the_time(page: Page) -> None:
    just_now(page).tap()
    change = page.get_by_role("button", name="Change")
    for way_back in ("Go back", "Escape"):
        change.tap()
        page.get_by_label("It ended at").fill("10:00")
        if way_back == "Escape":
            page.keyboard.press(way_back)
        else:
            page.get_by_role("button", name=way_back).tap()
        expect(page.get_by_text("Your session has just ended")).to_be_visible()
        expect(change).to_be_focused()


def test_whoever_taps_earlier_by_mistake_gets_back_to_the_question(page: Page) -> None:
    earlier = page.get_by_role("button", name="Earlier")
    earlier.tap()
    page.get_by_role("button", name="Go back").tap()
    expect(just_now(page)).to_be_visible()
    expect(earlier).to_be_focused()


def test_a_plan_for_today_tells_it_until_the_reader_does(page: Page) -> None:
    keep_plan(page, MORNING)
    page.reload()
    expect(
        page.get_by_text(re.compile(r"^About .+ since your session, by your plan$"))
    ).to_be_visible()
    page.get_by_role("button", name="Change").tap()
    page.get_by_label("It ended at").fill("12:00")
    page.get_by_role("button", name="Save").tap()
    expect(page.get_by_text("1 hour since your session", exact=True)).to_be_visible()


# --- What was tapped too early, or by mistake ---


def test_a_word_before_the_planned_hour_is_asked_about(page: Page) -> None:
    keep_plan(page, AFTERNOON)
    page.reload()
    just_now(page).tap()
    question = page.get_by_role("group", name="Has it ended?")
    expect(question).to_be_visible()
    expect(page.get_by_text("By your plan, your session begins today, 2:30 pm.")).to_be_visible()
    page.clock.set_fixed_time("2026-11-24T16:30:00-07:00")
    page.reload()
    expect(page.get_by_text("About 20 minutes since your session, by your plan")).to_be_visible()
    expect(page.get_by_text("You said it ended today, 1:00 pm.")).to_be_visible()


def test_not_yet_takes_the_early_word_back(page: Page) -> None:
    keep_plan(page, AFTERNOON)
    page.reload()
    just_now(page).tap()
    page.get_by_role("button", name="Not yet").tap()
    expect(page.get_by_text("Come back to this page when your session has ended.")).to_be_focused()
    assert kept(page, "session", 2) is None


def test_yes_is_another_session_than_the_planned_one(page: Page) -> None:
    keep_plan(page, AFTERNOON)
    page.reload()
    just_now(page).tap()
    page.get_by_role("button", name="Yes, it has").tap()
    expect(page.get_by_text("Your session has just ended")).to_be_visible()
    page.clock.set_fixed_time("2026-11-24T16:30:00-07:00")
    page.reload()
    expect(page.get_by_text("About 20 minutes since your session, by your plan")).to_be_visible()


def test_a_tap_is_undone_with_one_tap(page: Page) -> None:
    just_now(page).tap()
    page.get_by_role("button", name="Undo").tap()
    expect(just_now(page)).to_be_focused()
    expect(page.get_by_role("button", name="Undo")).to_have_count(0)
    assert kept(page, "session", 2) is None


def test_undo_brings_back_what_was_said_before(page: Page) -> None:
    tell_end(page, "11:40")
    page.get_by_role("button", name="Change").tap()
    page.get_by_label("It ended at").fill("12:50")
    page.get_by_role("button", name="Save").tap()
    expect(page.get_by_text("10 minutes since your session", exact=True)).to_be_visible()
    page.get_by_role("button", name="Undo").tap()
    expect(page.get_by_text("1 hour 20 minutes since your session", exact=True)).to_be_focused()


def test_a_session_that_lasts_longer_than_planned_has_not_ended(page: Page) -> None:
    keep_plan(page, MORNING)
    page.reload()
    page.get_by_role("button", name="Change").tap()
    page.get_by_role("button", name="Not yet").tap()
    page.reload()
    expect(page.get_by_text("By your plan, your session began today, 9:00 am.")).to_be_visible()
    expect(just_now(page)).to_be_visible()


def test_an_end_before_the_planned_one_waits_for_it(page: Page) -> None:
    keep_plan(page, {**MORNING, "time": "12:00"})
    page.reload()
    just_now(page).tap()
    expect(page.get_by_text("By your plan, your session ends at 1:40 pm or later.")).to_be_visible()


def test_what_an_older_guide_kept_is_understood(page: Page) -> None:
    # It did not know which visit a word was about.
    page.evaluate(
        "localStorage.setItem('/:session:1', JSON.stringify({ ended: Date.now() - 36e5 }))"
    )
    page.reload()
    expect(page.get_by_text("1 hour since your session", exact=True)).to_be_visible()


# --- For readers of all kinds ---


def test_the_passing_minutes_are_not_called_out(page: Page) -> None:
    just_now(page).tap()
    since = page.get_by_text("Your session has just ended")
    assert (
        since.evaluate("since => since.closest('[aria-live], [role=status], [role=timer]')") is None
    )


def test_a_reader_on_the_button_keeps_it_as_minutes_pass(page: Page) -> None:
    just_now(page).tap()
    change = page.get_by_role("button", name="Change")
    change.focus()
    page.clock.fast_forward("05:00")
    expect(page.get_by_text("5 minutes since your session", exact=True)).to_be_visible()
    expect(change).to_be_focused()


def test_it_works_with_the_keyboard_alone(page: Page) -> None:
    just_now(page).focus()
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(page.get_by_label("It ended at")).to_be_focused()
    page.keyboard.type("1215PM")
    page.keyboard.press("Enter")
    expect(page.get_by_text("45 minutes since your session", exact=True)).to_be_focused()
