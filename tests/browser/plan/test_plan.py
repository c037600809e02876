"""What a plan says."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from mkdocs_pwa_testing.server import Answer, StaticServer

from ..helpers.kept import keep_elsewhere, kept
from ..helpers.planning import denver, fill_plan, line, make_plan, open_phone


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


def test_a_plan_lists_its_times_by_day(page: Page, site_url: str) -> None:
    make_plan(page, site_url)
    days = page.get_by_role("heading", level=3).filter(has_text="November")
    expect(days).to_have_text(
        ["Monday, November 23", "Tuesday, November 24", "Wednesday, November 25"]
    )
    times = page.locator(".guide-plan time").all_inner_texts()
    assert [" ".join(time.split()) for time in times] == [
        "10:30 am",
        "4:30 am",
        "8:30 am",
        "10:15 am",
        "10:30 am",
        "12:10 pm",
        "12:10 pm",
        "7:00 am",
        "12:10 pm",
        "12:10 pm",
    ]
    expect(line(page, "Stop food").locator("time")).to_have_attribute(
        "datetime", "2026-11-24T04:30"
    )


def test_the_next_thing_is_marked_with_a_word(page: Page, site_url: str) -> None:
    make_plan(page, site_url)
    expect(page.get_by_text("Next", exact=True)).to_have_count(1)
    expect(line(page, "Next Stop alcohol")).to_be_visible()


def test_no_line_says_that_driving_is_allowed(page: Page, site_url: str) -> None:
    page.clock.set_fixed_time(denver(30, 12))
    make_plan(page, site_url)
    expect(line(page, "Do not drive before 12:10 pm")).to_contain_text(
        "and not before a full night's sleep"
    )
    words = page.locator(".guide-plan").inner_text()
    assert not re.search(r"\b(can|may) (now )?drive\b", words)
    about = [part for part in words.split("\n") if "drive" in part.lower()]
    assert all("not drive" in part.lower() for part in about), about


def test_the_clinics_words_on_tablets_stand_beside_a_warning(page: Page, site_url: str) -> None:
    make_plan(page, site_url)
    pills = line(page, "Your pills that day")
    expect(pills).to_contain_text("Take your usual tablets with a sip of water")
    expect(pills).to_contain_text("Do not stop a prescribed medicine by yourself.")


def test_a_nose_spray_is_asked_about_for_the_spray_only(page: Page, site_url: str) -> None:
    make_plan(page, site_url)
    expect(line(page, "Stop other nose sprays")).to_have_count(0)
    page.get_by_role("button", name="Change").click()
    fill_plan(page, route="Nasal spray")
    expect(line(page, "Stop other nose sprays").locator("time")).to_have_text("9:30 am")


def test_an_adult_stays_until_the_morning_and_not_until_an_hour_of_the_night(
    page: Page, site_url: str
) -> None:
    make_plan(page, site_url)
    expect(
        line(page, "Your adult stays with you until the morning, 7:00 am or later")
    ).to_be_visible()


def test_a_lozenge_is_not_begun_before_someone_is_there(page: Page, site_url: str) -> None:
    make_plan(page, site_url, route="Lozenge")
    session = page.locator("[data-entry=session]")
    expect(session).to_contain_text("Do not start until a sober adult is with you.")
    page.get_by_role("button", name="Change").click()
    fill_plan(page, route="Drip")
    expect(session).not_to_contain_text("sober adult")


def test_two_hours_before_it_is_too_late_for_some_rules(page: Page, site_url: str) -> None:
    page.clock.set_fixed_time(denver(24, 8, 20))
    make_plan(page, site_url)
    food = line(page, "Stop food")
    expect(food).to_contain_text("It is past this time. Do not eat now.")
    expect(food).to_contain_text("If you ate after 4:30 am, call your clinic.")
    expect(food.get_by_role("link", name="Call your clinic: (202) 555-0134")).to_have_attribute(
        "href", "tel:2025550134"
    )
    expect(line(page, "Stop alcohol")).to_contain_text(
        "after yesterday, 10:30 am, or drink most days, call your clinic"
    )
    expect(line(page, "Next Stop water and other clear drinks")).to_be_visible()


def test_a_session_long_past_offers_a_new_plan(page: Page, site_url: str) -> None:
    page.clock.set_fixed_time(denver(30, 12))
    make_plan(page, site_url)
    expect(page.get_by_text("This session is past.")).to_be_visible()
    page.get_by_role("button", name="Plan a new session").click()
    expect(page.get_by_label("Day of your session")).to_have_value("")
    fill_plan(page, day="2026-12-08")
    expect(page.get_by_role("heading", name="Tuesday, December 8, 10:30 am")).to_be_visible()


def test_rules_after_the_session_follow_its_real_end(page: Page, site_url: str) -> None:
    page.clock.set_fixed_time(denver(24, 14))
    make_plan(page, site_url)
    ended = round(denver(24, 13).timestamp() * 1000)
    visit = kept(page, "visits")["current"]
    keep_elsewhere(page, "session", {"visit": visit, "ended": ended}, version=2)
    expect(line(page, "Do not drive before 1:00 pm")).to_be_visible()


# Clocks


def test_another_zone_than_the_phones_is_said(browser: Browser, server: StaticServer) -> None:
    server.fault = in_zone("America/Denver")
    page = open_phone(browser, timezone_id="America/New_York")
    make_plan(page, server.url)
    expect(
        page.get_by_text("These are clinic times (Denver). Your phone has another time.")
    ).to_be_visible()
    expect(line(page, "Stop food").locator("time")).to_have_text("4:30 am")
    page.context.close()


def test_the_clinics_own_zone_is_not_worth_a_word(browser: Browser, server: StaticServer) -> None:
    server.fault = in_zone("America/Denver")
    page = open_phone(browser, timezone_id="America/Boise")
    make_plan(page, server.url)
    expect(page.get_by_text("These are clinic times")).to_have_count(0)
    page.context.close()


def test_a_plan_keeps_its_times_when_its_reader_travels(browser: Browser, site_url: str) -> None:
    home = open_phone(browser)
    make_plan(home, site_url)
    state = home.context.storage_state()
    home.context.close()
    away = open_phone(browser, timezone_id="Asia/Tokyo", storage_state=state)
    away.goto(f"{site_url}before/plan/")
    expect(away.get_by_text("These are clinic times (Denver).")).to_be_visible()
    expect(line(away, "Stop food").locator("time")).to_have_text("4:30 am")
    away.context.close()


def in_zone(zone: str):  # type: ignore[no-untyped-def]
    """The site as the clinic would build it with its time zone in the clinic file."""

    def fault(path: str, answer: Answer) -> Answer:
        body = answer.body.replace(b'"zone":""', f'"zone":"{zone}"'.encode())
        return Answer(answer.status, answer.content_type, body, answer.headers)

    return fault


def test_a_time_that_the_change_of_clocks_leaves_out_is_to_be_checked(
    page: Page, site_url: str
) -> None:
    make_plan(page, site_url, day="2027-03-14", time="02:30")
    expect(page.get_by_text("The clocks change at that hour.")).to_be_visible()
    expect(page.get_by_role("heading", name="3:30 am")).to_be_visible()


def test_noon_and_midnight_have_names(page: Page, site_url: str) -> None:
    make_plan(page, site_url, time="18:00")
    expect(line(page, "Stop food").locator("time")).to_have_text("12:00 pm (noon)")
    page.get_by_role("button", name="Change").click()
    fill_plan(page, time="22:20")
    expect(line(page, "Your session ends, not before").locator("time")).to_have_text(
        "12:00 am (midnight)"
    )


def test_british_clinics_have_clocks_of_24_hours(browser: Browser, server: StaticServer) -> None:
    def british(path: str, answer: Answer) -> Answer:
        body = answer.body.replace(
            b'"locale":"en-US","hour12":true', b'"locale":"en-GB","hour12":false'
        )
        return Answer(answer.status, answer.content_type, body, answer.headers)

    server.fault = british
    page = open_phone(browser)
    make_plan(page, server.url, time="14:30")
    expect(page.get_by_role("heading", level=2).first).to_have_text(
        "Drip, Tuesday 24 November, 14:30"
    )
    page.context.close()
