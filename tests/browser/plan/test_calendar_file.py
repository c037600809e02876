"""The calendar file: read by a real parser, and held against RFC 5545."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from icalendar import Calendar
from playwright.sync_api import Browser, Page

from mkdocs_pwa_testing.server import StaticServer

from ..helpers.planning import denver, make_plan, open_phone

MADE = denver(20, 19)
RULES = {
    "alcohol_before": 1440,
    "stop_food": 360,
    "stop_clear_drinks": 120,
    "nasal_products": 60,
    "tablets_on_the_day": "With a sip of water.",
    "arrive_early": 15,
    "session_length": 40,
    "observation": 20,
    "alcohol_after": 1440,
    "companion_stays": None,
    "no_driving": 1440,
}

FILE = """
async ({ base, time, rules, now, title, note }) => {
  const { planOf } = await import(`${base}assets/javascripts/plan/times.js`);
  const { calendarFile } = await import(`${base}assets/javascripts/plan/calendar-file.js`);
  const visit = { id: "0123456789abcdef", date: "2026-11-24", time, zone: "", route: "spray" };
  const plan = planOf(visit, rules, "America/Denver", now);
  return calendarFile(visit.id, plan, (id) => ({ title: title || id, note }), now);
}
"""


@pytest.fixture(scope="module")
def page(browser: Browser, source_server: StaticServer) -> Iterator[Page]:
    page = open_phone(browser, MADE)
    page.goto(source_server.url)
    yield page
    page.context.close()


def file(page: Page, **changes: Any) -> str:
    sent = {
        "base": page.url,
        "time": "10:30",
        "rules": RULES,
        "now": round(MADE.timestamp() * 1000),
        "title": "",
        "note": "Call (202) 555-0134.",
        **changes,
    }
    found: str = page.evaluate(FILE, sent)
    return found


def events(text: str) -> dict[str, Any]:
    # By icalendar's types each value may be of any kind, so that nothing could be asked of it.
    calendar: Any = Calendar.from_ical(text)
    return {str(event["UID"]).split("-")[1].split("@")[0]: event for event in calendar.events}


def test_a_parser_reads_the_times_of_the_plan(page: Page) -> None:
    found = events(file(page))
    assert {name: event.start.astimezone(UTC) for name, event in found.items()} == {
        "alcohol": denver(23, 10, 30).astimezone(UTC),
        "food": denver(24, 4, 30).astimezone(UTC),
        "drinks": denver(24, 8, 30).astimezone(UTC),
        "sprays": denver(24, 9, 30).astimezone(UTC),
        "arrive": denver(24, 10, 15).astimezone(UTC),
        "appointment": denver(24, 10, 30).astimezone(UTC),
        "ride": denver(24, 11, 30).astimezone(UTC),
    }
    assert found["appointment"].end == denver(24, 11, 30)


def test_no_bell_ever_rings_for_driving(page: Page) -> None:
    ends = {event.start for event in events(file(page)).values()}
    assert max(ends) == denver(24, 11, 30)


def test_every_event_rings(page: Page) -> None:
    for name, event in events(file(page)).items():
        alarms = event.walk("VALARM")
        assert alarms, name
        for alarm in alarms:
            assert alarm["ACTION"] == "DISPLAY"
            assert alarm["DESCRIPTION"]
            assert isinstance(alarm["TRIGGER"].dt, timedelta)
            assert alarm["TRIGGER"].dt <= timedelta(0)


def test_an_hour_before_one_has_to_be_there_the_phone_rings(page: Page) -> None:
    alarm = events(file(page))["arrive"].walk("VALARM")[0]
    assert alarm["TRIGGER"].dt == timedelta(hours=-1)


def test_a_changed_plan_moves_the_events_of_the_old_one(page: Page) -> None:
    later = round((MADE + timedelta(minutes=1)).timestamp() * 1000)
    old = events(file(page))
    new = events(file(page, time="14:00", now=later))
    assert {str(event["UID"]) for event in old.values()} == {
        str(event["UID"]) for event in new.values()
    }
    for name, event in new.items():
        assert event["SEQUENCE"] > old[name]["SEQUENCE"]
        assert event["DTSTAMP"].dt > old[name]["DTSTAMP"].dt
        assert event.start == old[name].start + timedelta(hours=3, minutes=30)


def test_a_sequence_fits_into_31_bits_for_as_long_as_the_guide_may_live(page: Page) -> None:
    for year in (2020, 2026, 2090):
        now = round(datetime(year, 1, 1, tzinfo=UTC).timestamp() * 1000)
        assert all(0 <= event["SEQUENCE"] < 2**31 for event in events(file(page, now=now)).values())


# RFC 5545, 3.1 and 3.2: what a line may be, and what each part must have, once.
LINE = re.compile(r"[A-Z-]+(;[A-Z-]+=[^;:,]+)*:[^\x00-\x08\x0b-\x1f\x7f]*")
ONCE = {
    "VCALENDAR": ("PRODID", "VERSION", "METHOD"),
    "VEVENT": ("UID", "DTSTAMP", "DTSTART", "DTEND", "SEQUENCE", "SUMMARY", "DESCRIPTION"),
    "VALARM": ("ACTION", "TRIGGER", "DESCRIPTION"),
}


def assert_is_valid(text: str) -> None:
    assert text.endswith("\r\n")
    assert "\n" not in text.replace("\r\n", "")
    assert "\r" not in text.replace("\r\n", "")
    raw = text.encode().split(b"\r\n")[:-1]
    assert all(0 < len(line) <= 75 for line in raw)
    # No letter is torn apart by a fold.
    for octets in raw:
        octets.decode()
    lines = text.replace("\r\n ", "").split("\r\n")[:-1]
    assert all(LINE.fullmatch(line) for line in lines)
    assert (lines[0], lines[-1]) == ("BEGIN:VCALENDAR", "END:VCALENDAR")
    assert lines[1] == "VERSION:2.0"
    open_parts: list[tuple[str, list[str]]] = []
    for line in lines:
        name, value = line.split(":", 1)
        if name == "BEGIN":
            open_parts.append((value, []))
        elif name == "END":
            part, names = open_parts.pop()
            assert part == value
            assert all(names.count(required) == 1 for required in ONCE[part]), (part, names)
        else:
            open_parts[-1][1].append(name)
            if name in ("DTSTART", "DTEND", "DTSTAMP"):
                assert re.fullmatch(r"\d{8}T\d{6}Z", value)
    assert open_parts == []


def test_the_file_keeps_the_rules_of_rfc_5545(page: Page) -> None:
    assert_is_valid(file(page))


def test_a_file_without_some_of_the_rules_is_valid_too(page: Page) -> None:
    text = file(page, rules={"stop_food": None})
    assert_is_valid(text)
    assert list(events(text)) == ["appointment"]


# Lone surrogates are no text, and Playwright could not send them.
WORDS = st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=120)


@settings(max_examples=40, deadline=None, derandomize=True)
@given(title=WORDS, note=WORDS)
def test_any_words_of_a_clinic_come_out_as_they_went_in(page: Page, title: str, note: str) -> None:
    text = file(page, title=title, note=note)
    assert_is_valid(text)
    unescaped = re.search(r"\r\nDESCRIPTION:(.*?)\r\n[A-Z]", text.replace("\r\n ", ""))
    assert unescaped
    read = re.sub(
        r"\\([\\;,nN])", lambda match: {"n": "\n", "N": "\n"}.get(match[1], match[1]), unescaped[1]
    )
    kept = re.sub(r"[\x00-\x08\x0b-\x1f\x7f]", "", re.sub(r"\r\n|\r", "\n", note))
    assert read == kept


TELLING = (
    "ketamin",
    "spravato",
    "session",
    "psych",
    "depress",
    "drip",
    "shot",
    "lozenge",
    "clinic",
)


def test_what_the_reader_adds_tells_nobody_what_it_is_for(
    browser: Browser, source_server: StaticServer, tmp_path: Path
) -> None:
    page = open_phone(browser, MADE)
    make_plan(page, source_server.url)
    with page.expect_download() as download:
        page.get_by_role("button", name="Add to my calendar").click()
    assert download.value.suggested_filename == "appointment.ics"
    download.value.save_as(tmp_path / "plan.ics")
    text = (tmp_path / "plan.ics").read_bytes().decode()
    assert_is_valid(text)
    found = events(text)
    assert str(found["appointment"]["SUMMARY"]) == "Appointment"
    assert "(202) 555-0134" in str(found["appointment"]["DESCRIPTION"])
    assert not [word for word in TELLING if word in text.lower()]
    page.context.close()
