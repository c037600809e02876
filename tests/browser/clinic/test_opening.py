"""Which number of the clinic is answered, at any instant: the module alone, in a real browser."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from playwright.sync_api import Browser, Page

from mkdocs_pwa_testing.screens import phone
from mkdocs_pwa_testing.server import StaticServer

DENVER, LONDON = "America/Denver", "Europe/London"
OFFICE = [[[480, 1080]]] * 5 + [[], []]


@pytest.fixture(scope="module")
def page(browser: Browser, source_server: StaticServer) -> Iterator[Page]:
    # A phone far away: nothing may depend on its own zone.
    context = browser.new_context(**phone(), timezone_id="Asia/Kathmandu", service_workers="block")
    page = context.new_page()
    page.goto(source_server.url)
    yield page
    context.close()


def at(text: str, zone: str = DENVER) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=ZoneInfo(zone))


def opening_at(page: Page, when: datetime, **opening: Any) -> tuple[bool, datetime]:
    """Whether a clinic is open, and until when, by its own wall."""
    data = {"zone": DENVER, "week": OFFICE, "closed": [], **opening}
    found = page.evaluate(
        """async ([data, instant]) => {
            const { openingAt } = await import("/assets/javascripts/clinic/opening.js");
            return openingAt(data, instant);
        }""",
        [data, when.timestamp() * 1000],
    )
    zone = ZoneInfo(data["zone"])
    return found["open"], datetime.fromtimestamp(found["until"] / 1000, zone)


@pytest.mark.parametrize(
    ("now", "is_open", "until"),
    [
        ("2026-12-02 07:59:59", False, "2026-12-02 08:00"),
        ("2026-12-02 08:00", True, "2026-12-02 18:00"),
        ("2026-12-02 17:59:59", True, "2026-12-02 18:00"),
        ("2026-12-02 18:00", False, "2026-12-03 08:00"),
        ("2026-12-02 03:10", False, "2026-12-02 08:00"),
        ("2026-12-04 18:00", False, "2026-12-07 08:00"),  # Friday evening
    ],
)
def test_it_changes_at_the_minute(page: Page, now: str, is_open: bool, until: str) -> None:
    assert opening_at(page, at(now)) == (is_open, at(until))


def test_a_break_is_closed(page: Page) -> None:
    week = [[[480, 720], [780, 960]]] * 7
    assert opening_at(page, at("2026-12-02 12:30"), week=week) == (False, at("2026-12-02 13:00"))


def test_a_night_goes_on_over_midnight(page: Page) -> None:
    week: list[list[list[int]]] = [[]] * 5 + [[[1320, 1800]], []]  # Saturday, 10 pm to 6 am
    for now in ("2026-12-05 22:00", "2026-12-06 00:00", "2026-12-06 05:59"):
        assert opening_at(page, at(now), week=week) == (True, at("2026-12-06 06:00"))
    assert opening_at(page, at("2026-12-06 06:00"), week=week) == (False, at("2026-12-12 22:00"))


def test_times_that_meet_are_one(page: Page) -> None:
    week = [[[1080, 1440]], [[0, 480]], [], [], [], [], []]
    now = at("2026-12-07 20:00")  # Monday
    assert opening_at(page, now, week=week) == (True, at("2026-12-08 08:00"))


def test_day_and_night_is_open_at_any_time(page: Page) -> None:
    is_open, until = opening_at(page, at("2026-12-02 03:10"), week=[[[0, 1440]]] * 7)
    assert is_open
    assert until > at("2026-12-14 00:00")


def test_never_open_is_closed_and_is_asked_again(page: Page) -> None:
    now = at("2026-12-02 03:10")
    is_open, until = opening_at(page, now, week=[[]] * 7)
    assert not is_open
    # Longer would be too long for a timer: 2 ** 31 milliseconds.
    assert 1 <= (until - now).days <= 24


def test_what_begins_on_a_holiday_falls_out(page: Page) -> None:
    closed = [["2026-12-24", "2026-12-25"]]
    assert opening_at(page, at("2026-12-24 12:00"), closed=closed) == (
        False,
        at("2026-12-28 08:00"),
    )
    night = [[[1320, 1800]]] * 7
    # It began the evening before.
    assert opening_at(page, at("2026-12-24 03:00"), week=night, closed=closed)[0]
    assert not opening_at(page, at("2026-12-24 23:00"), week=night, closed=closed)[0]
    assert not opening_at(page, at("2026-12-26 03:00"), week=night, closed=closed)[0]


def test_the_clinics_clock_counts_and_not_the_phones(page: Page) -> None:
    assert opening_at(page, at("2026-12-02 17:30", LONDON), zone=LONDON)[0]
    assert not opening_at(page, at("2026-12-02 18:30", LONDON), zone=LONDON)[0]


def test_the_day_is_the_clinics(page: Page) -> None:
    # Saturday morning in Kathmandu, Friday afternoon in Denver.
    assert opening_at(page, datetime.fromisoformat("2026-12-05T05:00+05:45"))[0]


@pytest.mark.parametrize("day", ["2026-03-08", "2026-11-01"])
def test_it_opens_at_its_hour_on_the_day_when_clocks_change(page: Page, day: str) -> None:
    week = [[[480, 1080]]] * 7
    before, opens = at(f"{day} 00:30"), at(f"{day} 08:00")
    assert opening_at(page, before, week=week) == (False, opens)
    assert opening_at(page, opens, week=week)[0]
    assert not opening_at(page, at(f"{day} 07:59"), week=week)[0]


def test_a_night_over_the_change_of_clocks_ends_at_its_hour(page: Page) -> None:
    week = [[[1320, 1800]]] * 7
    for evening, morning in [("2026-03-07", "2026-03-08"), ("2026-10-31", "2026-11-01")]:
        found = opening_at(page, at(f"{evening} 23:00"), week=week)
        assert found == (True, at(f"{morning} 06:00"))
