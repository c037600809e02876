"""Where a reader stands by their plans and their word, and the one answer on driving."""

from __future__ import annotations

import random
from collections.abc import Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser, Page

from mkdocs_pwa_testing.screens import phone
from mkdocs_pwa_testing.server import StaticServer

from ..helpers.plan_model import ms
from ..helpers.planning import denver
from ..helpers.session_model import (
    DAY,
    MINUTE,
    History,
    Session,
    found,
    latest_end,
    morning_after,
)


@pytest.fixture(scope="module")
def page(browser: Browser, source_server: StaticServer) -> Iterator[Page]:
    context = browser.new_context(**phone(), service_workers="block")
    page = context.new_page()
    page.goto(source_server.url)
    yield page
    context.close()


def at(day: int, hour: int, minute: int = 0) -> int:
    return ms(denver(day, hour, minute))


def state(page: Page, history: History) -> dict[str, Any]:
    result: dict[str, Any] = found(page, [history])[0]["state"]
    return result


def answer(page: Page, history: History) -> dict[str, Any]:
    result: dict[str, Any] = found(page, [history])[0]["answer"]
    return result


def said(visit: str, ended: int) -> dict[str, Any]:
    return {"visit": visit, "ended": ended}


# The clock

AFTERNOON = Session("a", at(24, 14, 30), length=40, watched=20)


def test_a_word_from_before_the_plan_is_asked_about(page: Page) -> None:
    word = said("a", at(24, 9))
    assert state(page, History([AFTERNOON], word, at(24, 9)))["phase"] == "early"
    assert state(page, History([AFTERNOON], word, at(24, 14, 29)))["phase"] == "early"


def test_a_word_from_before_the_plan_never_counts_after_it(page: Page) -> None:
    # "Just now", tapped at 9:00 to try it; the session ends at 15:30.
    result = state(page, History([AFTERNOON], said("a", at(24, 9)), at(24, 16, 30)))
    assert (result["phase"], result["at"]) == ("after", at(24, 15, 30))
    assert result["isContradicted"]


def test_the_word_about_the_last_visit_does_not_count_for_the_next(page: Page) -> None:
    sessions = [Session("a", at(24, 12)), Session("b", at(25, 11), length=40, watched=20)]
    result = state(page, History(sessions, said("a", at(24, 14)), at(25, 12, 30)))
    assert (result["session"]["visit"], result["at"]) == ("b", at(25, 12))


def test_a_word_about_no_plan_gives_way_to_the_next_visit(page: Page) -> None:
    next_day = Session("b", at(25, 11), length=40, watched=20)
    history = History([next_day], said("", at(24, 14)), at(24, 20))
    assert state(page, history)["at"] == at(24, 14)
    history = History([next_day], said("", at(24, 14)), at(25, 11, 30))
    assert state(page, history)["phase"] == "during"


def test_a_later_end_than_planned_counts(page: Page) -> None:
    result = state(page, History([AFTERNOON], said("a", at(24, 16)), at(24, 17)))
    assert (result["at"], result["isSaid"]) == (at(24, 16), True)


def test_an_earlier_end_than_planned_does_not_count(page: Page) -> None:
    history = History([AFTERNOON], said("a", at(24, 14, 35)), at(24, 15))
    assert (state(page, history)["phase"], state(page, history)["at"]) == ("during", at(24, 15, 30))


def test_not_yet_keeps_a_session_from_being_over(page: Page) -> None:
    word = {"visit": "a", "notYet": at(24, 16)}
    result = state(page, History([AFTERNOON], word, at(24, 16, 30)))
    assert result["phase"] == "open"


def test_a_medicine_of_unknown_length_has_no_end_until_the_reader_tells(page: Page) -> None:
    unknown = Session("a", at(24, 13), length=None, watched=60)
    assert state(page, History([unknown], None, at(24, 18)))["phase"] == "open"
    told = state(page, History([unknown], said("a", at(24, 17)), at(24, 18)))
    assert (told["phase"], told["at"]) == ("after", at(24, 17))


def test_a_word_ahead_of_the_clock_does_not_count(page: Page) -> None:
    assert state(page, History([], said("", at(24, 14)), at(24, 13)))["phase"] == "none"


# Driving


def test_a_day_after_the_end_has_a_time(page: Page) -> None:
    drip = Session("a", at(24, 13), length=240, watched=60)
    result = answer(page, History([drip], None, at(24, 19)))
    assert (result["kind"], result["at"]) == ("until", at(25, 18))


def test_hours_that_end_at_night_wait_for_the_morning(page: Page) -> None:
    # 12 hours after 16:00 are 4:00 at night.
    spray = Session("a", at(24, 14), length=0, watched=120, no_driving=720)
    result = answer(page, History([spray], None, at(24, 19)))
    assert result["at"] == at(25, 7)


def test_after_the_time_the_answer_says_so_for_a_week(page: Page) -> None:
    history = History([AFTERNOON], None, at(27, 15))
    assert answer(page, history)["kind"] == "passed"
    assert answer(page, History([AFTERNOON], None, at(24, 16) + 9 * DAY))["kind"] == "unknown"


def test_without_an_end_there_is_no_time(page: Page) -> None:
    unknown = Session("a", at(24, 13), length=None)
    assert answer(page, History([unknown], None, at(24, 18)))["kind"] == "unknown"
    assert answer(page, History([], None, at(24, 18)))["kind"] == "unknown"


def test_without_a_rule_the_clinic_is_asked(page: Page) -> None:
    no_rule = Session("a", at(24, 13), no_driving=None)
    assert answer(page, History([no_rule], None, at(24, 18)))["kind"] == "ask"


def test_before_a_session_the_answer_is_for_after_it(page: Page) -> None:
    result = answer(page, History([AFTERNOON], None, at(24, 9)))
    assert (result["kind"], result["at"]) == ("planned", at(25, 15, 30))


def test_after_the_time_a_session_today_is_what_counts(page: Page) -> None:
    sessions = [Session("a", at(24, 9)), Session("b", at(25, 11), length=40, watched=20)]
    result = answer(page, History(sessions, None, at(25, 10, 50)))
    assert (result["kind"], result["at"]) == ("planned", at(26, 12))


def test_whoever_has_the_next_session_first_waits_for_that_one(page: Page) -> None:
    sessions = [AFTERNOON, Session("b", at(25, 11), length=40, watched=20)]
    assert answer(page, History(sessions, None, at(24, 20)))["at"] == at(26, 12)


# Any history

VISITS = ("a", "b", "c")
START = at(24, 0)
#: So many meet each rare thing dozens of times: three visits, a clock set back.
COUNT = 4000


@pytest.fixture(scope="module")
def histories() -> list[History]:
    return [any_history(random.Random(seed)) for seed in range(COUNT)]


def any_history(dice: random.Random) -> History:
    sessions = [
        Session(
            visit,
            START + dice.randint(0, 7 * 24 * 12) * 5 * MINUTE,
            dice.choice([None, 5, 40, 240]),
            dice.choice([0, 60, 120]),
            dice.choice([None, 720, 1440, 4320]),
        )
        for visit in VISITS[: dice.randint(0, 3)]
    ]
    # Near a session, since that is where words are said.
    near = dice.choice([session.start for session in sessions] or [START])
    told = near + dice.randint(-30 * 60, 40 * 60) * MINUTE
    word = dice.choice(
        [
            None,
            said(dice.choice(("", *VISITS)), told),
            {"visit": dice.choice(VISITS), "notYet": told},
        ]
    )
    now = near + dice.randint(-40 * 60, 120 * 60) * MINUTE
    return History(sessions, word, now, dice.choice([None, 1440, 2880]))


def test_the_histories_meet_every_phase_and_every_kind_of_answer(
    page: Page, histories: list[History]
) -> None:
    results = found(page, histories)
    phases = {result["state"]["phase"] for result in results}
    assert phases == {"none", "before", "early", "during", "open", "after"}
    kinds = {result["answer"]["kind"] for result in results}
    assert kinds == {"unknown", "ask", "until", "planned", "passed"}


def test_nobody_is_ever_told_to_be_further_on_than_they_are(
    page: Page, histories: list[History]
) -> None:
    for history, result in zip(histories, found(page, histories), strict=True):
        shown, end = result["state"], latest_end(history)
        if shown["phase"] == "after" and end is not None:
            assert shown["at"] >= end, history
        if shown["phase"] == "after":
            assert shown["at"] <= history.now < shown["at"] + DAY, history
        if end is not None and history.now < end:
            assert shown["phase"] in ("during", "open"), history


def test_a_word_about_one_visit_changes_nothing_of_another(
    page: Page, histories: list[History]
) -> None:
    silent = [History(each.sessions, None, each.now, each.any_route) for each in histories]
    met = 0
    for history, with_word, without in zip(
        histories, found(page, histories), found(page, silent), strict=True
    ):
        shown, planned = with_word["state"]["session"], without["state"]["session"]
        word = history.word
        if not shown or not planned or not word or word["visit"] == shown["visit"]:
            continue
        if shown == planned:
            met += 1
            assert with_word["state"] == without["state"], history
    assert met > COUNT / 20


def test_no_answer_lets_anyone_drive_before_the_clinics_hours_and_a_night(
    page: Page, histories: list[History]
) -> None:
    met = 0
    for history, result in zip(histories, found(page, histories), strict=True):
        given, end = result["answer"], latest_end(history)
        if "zone" not in given or end is None:
            continue
        met += 1
        last = max(
            (session for session in history.sessions if session.start <= history.now),
            key=lambda session: session.soonest,
        )
        assert given["at"] >= morning_after(end), history
        assert given["at"] >= last.soonest + (last.no_driving or 0) * MINUTE, history
        if given["kind"] == "planned":
            # For the next session: all that is asked for after the last one is past.
            assert history.now >= last.soonest + (last.no_driving or 0) * MINUTE, history
            continue
        assert (given["kind"] == "passed") == (history.now >= given["at"]), history
        if result["state"]["phase"] == "during":
            assert given["kind"] == "until", history
        assert result["state"]["phase"] != "open", history
    assert met > COUNT / 20
