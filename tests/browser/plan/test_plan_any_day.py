"""The planner's clock times on any day in any zone, against Python's."""

from __future__ import annotations

import functools
import itertools
from collections.abc import Iterator
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo, available_timezones

import pytest
from hypothesis import HealthCheck, event, given, settings
from hypothesis import strategies as st
from playwright.sync_api import Browser, Page

from mkdocs_pwa_testing.screens import phone
from mkdocs_pwa_testing.server import StaticServer

from ..helpers.plan_model import (
    MINUTE,
    RESTS,
    STOPS,
    Case,
    expected,
    instants,
    offset,
    plans,
    samples,
    span,
    wall_of,
)

# Without the planner's own reckoning: the offset that the browser itself writes.
OFFSETS = """
(cases) => {
  const formats = new Map();
  const formatOf = (zone) => {
    if (!formats.has(zone)) formats.set(zone, new Intl.DateTimeFormat("en", {
      timeZone: zone, timeZoneName: "longOffset",
    }));
    return formats.get(zone);
  };
  const minutesOf = (zone, instant) => {
    const written = formatOf(zone).format(instant).match(/GMT(?:([+-])([0-9]+):([0-9]+))?/);
    const [, sign = "+", hours = 0, minutes = 0] = written;
    return Number(`${sign}${Number(hours) * 60 + Number(minutes)}`);
  };
  return cases.map(({ zone, instants }) => instants.map((instant) => minutesOf(zone, instant)));
}
"""

KNOWN_ZONES = """
async ({ base, zones }) => {
  const { isZone } = await import(`${base}assets/javascripts/time/zone.js`);
  return zones.filter(isZone);
}
"""


@pytest.fixture(scope="module")
def page(browser: Browser, source_server: StaticServer) -> Iterator[Page]:
    # A phone far away: nothing may depend on its own zone.
    context = browser.new_context(**phone(), timezone_id="Asia/Kathmandu", service_workers="block")
    page = context.new_page()
    page.goto(source_server.url)
    yield page
    context.close()


LENGTHS = st.sampled_from([1, 7, 15, 30, 60, 95, 120, 360, 480, 1440, 2880, 4320, 10080])
RULES = st.fixed_dictionaries(
    {}, optional=dict.fromkeys((*STOPS, "session_length", "observation", *RESTS), LENGTHS)
)
ZONES = sorted(zone for zone in available_timezones() if "/" in zone and "Etc" not in zone)
DAYS = st.dates(date(1990, 1, 1), date(2090, 12, 31))


@functools.cache
def changes_of_clocks(zone: str, year: int) -> list[date]:
    """The days of a year on which clocks change."""
    weeks = [datetime(year, 1, 1, 12, tzinfo=ZoneInfo(zone)) + timedelta(7) * n for n in range(53)]
    found = []
    for week, following in itertools.pairwise(weeks):
        if week.utcoffset() != following.utcoffset():
            days = (week + timedelta(number) for number in range(1, 8))
            found += [day.date() for day in days if day.utcoffset() != week.utcoffset()][:1]
    return found


@st.composite
def cases(draw: st.DrawFn) -> Case:
    zone = draw(st.sampled_from(ZONES))
    day = draw(DAYS)
    minute = draw(st.integers(0, 24 * 60 - 1))
    # Left to chance, hardly any case would meet a change of the clocks.
    if draw(st.booleans()):
        changes = changes_of_clocks(zone, day.year)
        if changes:
            day = draw(st.sampled_from(changes))
            minute = draw(st.integers(0, 4 * 60))
    bare = Case(zone, day, minute, draw(RULES))
    start = span(bare)[0]
    now = start + draw(st.integers(-9 * 1440, 10 * 1440)) * MINUTE
    ended = draw(st.one_of(st.just(0), st.integers(0, 2000).map(lambda m: start + m * MINUTE)))
    return Case(zone, day, minute, bare.rules, now, ended, draw(st.sampled_from(["v", "w", ""])))


@settings(
    max_examples=30,
    deadline=None,
    derandomize=True,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)
@given(drawn=st.lists(cases(), min_size=20, max_size=40))
def test_every_instant_is_the_one_that_python_finds(page: Page, drawn: list[Case]) -> None:
    known = set(page.evaluate(KNOWN_ZONES, {"base": page.url, "zones": [c.zone for c in drawn]}))
    drawn = [case for case in drawn if case.zone in known]
    # Browser and Python may hold other years of the zone database: only what both know counts.
    asked = [{"zone": case.zone, "instants": samples(case)} for case in drawn]
    same = [
        case
        for case, offsets in zip(drawn, page.evaluate(OFFSETS, asked), strict=True)
        if offsets == [offset(instant, case.zone) for instant in samples(case)]
    ]
    assert len(same) >= len(drawn) * 0.8
    for case, plan in zip(same, plans(page, same), strict=True):
        early, late = span(case)
        event("ambiguous" if early != late else "plain")
        assert instants(plan) == expected(case), case
        for entry in plan["entries"]:
            if entry["at"] is None:
                continue
            assert entry["wall"] == wall_of(entry["at"], case.zone), (case, entry)


@settings(
    max_examples=15,
    deadline=None,
    derandomize=True,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)
@given(drawn=st.lists(cases(), min_size=20, max_size=40))
def test_whatever_the_day_a_plan_errs_on_the_cautious_side(page: Page, drawn: list[Case]) -> None:
    known = set(page.evaluate(KNOWN_ZONES, {"base": page.url, "zones": [c.zone for c in drawn]}))
    drawn = [case for case in drawn if case.zone in known]
    for case, plan in zip(drawn, plans(page, drawn), strict=True):
        found = instants(plan)
        start = found["session"]
        for name, at in found.items():
            if name in STOPS:
                assert at <= start - case.rules[name] * MINUTE
            if name in RESTS:
                assert at >= plan["end"] + case.rules[name] * MINUTE
                assert at >= start + case.rules[name] * MINUTE
        order = [entry["at"] for entry in plan["entries"] if entry["at"] is not None]
        assert order == sorted(order)
        states = [entry["state"] for entry in plan["entries"]]
        assert states.count("next") <= 1
        for entry in plan["entries"]:
            if entry["state"] in ("later", "next"):
                assert entry["at"] > case.now or entry["kind"] == "rest"
            if entry["state"] == "past":
                assert entry["at"] <= case.now
