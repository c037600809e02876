"""The planner's clock times: named days, states, and what is asked about."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from playwright.sync_api import Browser, Page

from mkdocs_pwa_testing.screens import phone
from mkdocs_pwa_testing.server import StaticServer

from ..helpers.plan_model import MINUTE, Case, instants, ms, plans


@pytest.fixture(scope="module")
def page(browser: Browser, source_server: StaticServer) -> Iterator[Page]:
    # A phone far away: nothing may depend on its own zone.
    context = browser.new_context(**phone(), timezone_id="Asia/Kathmandu", service_workers="block")
    page = context.new_page()
    page.goto(source_server.url)
    yield page
    context.close()


def walls(plan: dict[str, Any]) -> dict[str, str]:
    """What the plan says, as "24 04:30"."""
    form = "{day:02} {hour:02}:{minute:02}"
    return {entry["id"]: form.format(**entry["wall"]) for entry in plan["entries"] if entry["wall"]}


DRIP = {
    "alcohol_before": 1440,
    "stop_food": 360,
    "stop_clear_drinks": 120,
    "arrive_early": 15,
    "session_length": 30,
    "observation": 30,
    "alcohol_after": 1440,
    "companion_stays": 720,
    "no_driving": 1440,
}


def plan(page: Page, zone: str, day: str, time: str, **changes: Any) -> dict[str, Any]:
    hour, minute = map(int, time.split(":"))
    now = changes.pop("now", datetime(1980, 1, 1, tzinfo=UTC))
    ended = changes.pop("ended", None)
    rules = {**DRIP, **changes}
    case = Case(
        zone,
        date.fromisoformat(day),
        hour * 60 + minute,
        rules,
        ms(now),
        ms(ended) if ended else 0,
    )
    return plans(page, [case])[0]


def test_times_before_midnight_are_on_the_day_before(page: Page) -> None:
    found = walls(plan(page, "America/Denver", "2026-11-24", "05:00"))
    assert found["stop_food"] == "23 23:00"
    assert found["alcohol_before"] == "23 05:00"
    assert found["alcohol_after"] == "25 06:00"


def test_hours_that_end_before_the_morning_end_with_it(page: Page) -> None:
    found = walls(plan(page, "America/Denver", "2026-11-24", "05:00"))
    assert found["no_driving"] == "25 07:00"


def test_nobody_stays_until_an_hour_of_the_night(page: Page) -> None:
    stays = [
        walls(plan(page, "America/Denver", "2026-11-24", time, companion_stays=720))
        for time in ("05:00", "11:00", "13:00", "22:00")
    ]
    assert [each["companion_stays"] for each in stays] == [
        "24 18:00",
        "25 07:00",
        "25 07:00",
        "25 11:00",
    ]


def test_the_medicine_and_the_watching_after_it_both_take_their_time(page: Page) -> None:
    # A drip for pain.
    found = walls(
        plan(page, "America/Denver", "2026-11-24", "13:00", session_length=240, observation=60)
    )
    assert (found["ride"], found["end"]) == ("24 18:00", "24 18:00")
    assert found["no_driving"] == "25 18:00"


def test_without_the_length_of_the_medicine_no_time_after_it_is_told(page: Page) -> None:
    found = plan(page, "America/Denver", "2026-11-24", "13:00", session_length=None)
    assert not {"ride", "end", "alcohol_after", "companion_stays", "no_driving"} & set(walls(found))
    assert [entry["id"] for entry in found["entries"] if entry["kind"] == "open"] == [
        "alcohol_after",
        "companion_stays",
        "no_driving",
    ]
    told = plan(
        page,
        "America/Denver",
        "2026-11-24",
        "13:00",
        session_length=None,
        now=at(24, 20),
        ended=at(24, 17),
    )
    assert walls(told)["no_driving"] == "25 17:00"


def test_midnight_is_said_as_the_last_minute_of_the_day_before(page: Page) -> None:
    found = walls(plan(page, "America/Denver", "2026-11-24", "06:00"))
    assert found["stop_food"] == "23 23:59"


def test_where_clocks_go_forward_hours_are_hours_that_pass(page: Page) -> None:
    # The night of 8 March 2026 has no 2 o'clock.
    found = walls(plan(page, "America/New_York", "2026-03-08", "07:00"))
    assert found["stop_food"] == "07 23:59"
    late = walls(plan(page, "America/New_York", "2026-03-07", "10:00"))
    assert late["no_driving"] == "08 12:00"


def test_where_clocks_go_back_hours_are_hours_that_pass(page: Page) -> None:
    found = walls(plan(page, "Europe/London", "2026-10-25", "07:00"))
    assert found["stop_food"] == "25 01:00"
    late = walls(plan(page, "Europe/London", "2026-10-24", "10:00"))
    assert late["no_driving"] == "25 10:00"


def test_a_rule_that_ends_in_an_hour_shown_twice_ends_after_both(page: Page) -> None:
    found = walls(plan(page, "Europe/London", "2026-10-24", "01:30"))
    assert found["alcohol_after"] == "25 02:00"


def test_half_an_hour_of_clock_change_counts_as_half_an_hour(page: Page) -> None:
    found = walls(plan(page, "Australia/Lord_Howe", "2026-10-04", "10:00", stop_food=540))
    assert found["stop_food"] == "04 00:30"
    back = walls(plan(page, "Australia/Lord_Howe", "2026-04-05", "10:00", stop_food=540))
    assert back["stop_food"] == "05 01:30"


def test_a_time_that_a_clock_shows_twice_is_taken_cautiously(page: Page) -> None:
    found = plan(page, "America/New_York", "2026-11-01", "01:30")
    assert found["shown"] == "twice"
    first = ms(datetime(2026, 11, 1, 5, 30, tzinfo=UTC))
    hour = 60 * MINUTE
    assert instants(found)["stop_food"] == first - 6 * hour
    assert instants(found)["alcohol_after"] == first + hour + hour + 24 * hour


def test_a_time_that_no_clock_shows_becomes_the_later_one(page: Page) -> None:
    found = plan(page, "America/New_York", "2026-03-08", "02:30")
    assert found["shown"] == "never"
    assert walls(found)["session"] == "08 03:30"


def test_the_leap_day_is_a_day(page: Page) -> None:
    found = walls(plan(page, "Europe/London", "2028-02-29", "09:00"))
    assert found["alcohol_before"] == "28 09:00"
    assert found["no_driving"] == "01 10:00"


def test_a_day_that_a_country_left_out_is_passed_over(page: Page) -> None:
    # Samoa went from 29 to 31 December 2011.
    found = walls(plan(page, "Pacific/Apia", "2011-12-31", "10:00"))
    assert found["alcohol_before"] == "29 10:00"
    never = plan(page, "Pacific/Apia", "2011-12-30", "10:00")
    assert (never["shown"], walls(never)["session"]) == ("never", "31 10:00")


def test_odd_minutes_are_rounded_to_the_cautious_side(page: Page) -> None:
    found = walls(plan(page, "Europe/London", "2026-06-10", "10:33"))
    assert found["stop_food"] == "10 04:30"
    assert found["session"] == "10 10:33"
    assert found["no_driving"] == "11 11:35"


def states(found: dict[str, Any]) -> dict[str, str]:
    return {entry["id"]: entry["state"] for entry in found["entries"]}


def at(day: int, hour: int, minute: int = 0) -> datetime:
    return datetime(2026, 11, day, hour, minute, tzinfo=ZoneInfo("America/Denver"))


def on_24_november(page: Page, now: datetime, **changes: Any) -> dict[str, Any]:
    return plan(page, "America/Denver", "2026-11-24", "10:30", now=now, **changes)


def test_an_appointment_in_two_hours_is_too_late_for_some_rules(page: Page) -> None:
    found = on_24_november(page, at(24, 8, 29))
    assert found["phase"] == "before"
    assert states(found) == {
        "alcohol_before": "too-late",
        "stop_food": "too-late",
        "stop_clear_drinks": "next",
        "arrive_early": "later",
        "session": "later",
        "ride": "later",
        "end": "later",
        "alcohol_after": "later",
        "companion_stays": "later",
        "no_driving": "later",
    }


def test_after_the_session_only_the_rules_for_after_it_hold(page: Page) -> None:
    found = on_24_november(page, at(24, 12))
    assert found["phase"] == "after"
    assert set(states(found).values()) == {"past", "now"}
    assert {name for name, state in states(found).items() if state == "now"} == {
        "alcohol_after",
        "companion_stays",
        "no_driving",
    }


def test_in_the_session_the_next_thing_is_the_ride(page: Page) -> None:
    found = on_24_november(page, at(24, 10, 45))
    assert found["phase"] == "during"
    assert (states(found)["session"], states(found)["ride"]) == ("now", "next")


def test_a_plan_is_over_when_no_rule_holds_any_more(page: Page) -> None:
    assert on_24_november(page, at(25, 11, 29))["phase"] == "after"
    assert on_24_november(page, at(25, 11, 30))["phase"] == "over"
    assert on_24_november(page, at(25, 12), companion_stays=2880)["phase"] == "after"


def test_a_rule_that_ends_is_never_the_next_thing(page: Page) -> None:
    assert "next" not in states(on_24_november(page, at(24, 12))).values()


def test_rules_after_a_session_wait_for_its_real_end(page: Page) -> None:
    found = on_24_november(page, at(24, 14), ended=at(24, 13, 2))
    assert found["hasEnded"]
    assert walls(found)["no_driving"] == "25 13:05"


def test_a_session_that_ended_early_does_not_end_rules_early(page: Page) -> None:
    found = on_24_november(page, at(24, 14), ended=at(24, 10, 50))
    assert walls(found)["no_driving"] == "25 11:30"


def test_the_end_of_another_session_does_not_count(page: Page) -> None:
    for ended in (at(20, 13), at(28, 13)):
        found = on_24_november(page, at(24, 14), ended=ended)
        assert not found["hasEnded"]
        assert walls(found)["no_driving"] == "25 11:30"


def test_a_rule_that_is_not_given_is_asked_about(page: Page) -> None:
    found = on_24_november(page, at(24, 6), stop_food=None, observation=None)
    assert [entry["id"] for entry in found["entries"] if entry["kind"] == "ask"] == [
        "stop_food",
        "observation",
    ]
    assert "ride" not in states(found)
    assert walls(found)["no_driving"] == "25 11:00"


def test_a_rule_of_another_route_has_no_line(page: Page) -> None:
    assert "nasal_products" not in states(on_24_november(page, at(24, 6)))


def test_the_clinics_words_on_tablets_begin_the_day(page: Page) -> None:
    found = on_24_november(page, at(23, 6), tablets_on_the_day="With a sip of water.")
    assert walls(found)["tablets_on_the_day"] == "24 00:00"
    assert states(found)["tablets_on_the_day"] == "later"


PROBLEMS = """
async ({ base, date, time, route }) => {
  const { problemsOf } = await import(`${base}assets/javascripts/plan/problems.js`);
  return problemsOf({ id: "v", date, time, zone: "", route }, ["drip", "spray"]);
}
"""


@pytest.mark.parametrize(
    ("day", "time", "route", "problems"),
    [
        ("2026-11-24", "10:30", "drip", {}),
        ("2028-02-29", "00:00", "spray", {}),
        ("", "", "", {"date": "missing", "time": "missing", "route": "missing"}),
        ("2026-02-30", "10:30", "drip", {"date": "impossible"}),
        ("2027-02-29", "10:30", "drip", {"date": "impossible"}),
        ("2026-13-01", "24:00", "shot",
         {"date": "impossible", "time": "impossible", "route": "missing"}),
        ("24.11.2026", "half past ten", "drip", {"date": "impossible", "time": "impossible"}),
    ],
)  # fmt: skip
def test_what_no_calendar_has_is_told(
    page: Page, day: str, time: str, route: str, problems: dict[str, str]
) -> None:
    sent = {"base": page.url, "date": day, "time": time, "route": route}
    assert page.evaluate(PROBLEMS, sent) == problems
