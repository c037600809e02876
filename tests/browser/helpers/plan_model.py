"""The planner's clock times as Python's own knowledge of time zones gives them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from playwright.sync_api import Page

MINUTE = 60_000
DAY = 24 * 60 * MINUTE
STOPS = ("alcohol_before", "stop_food", "stop_clear_drinks", "nasal_products", "arrive_early")
RESTS = ("alcohol_after", "companion_stays", "no_driving")

PLANS = """
async ({ base, cases }) => {
  const { planOf } = await import(`${base}assets/javascripts/plan/times.js`);
  return cases.map(({ visit, rules, zone, now, word }) => planOf(visit, rules, zone, now, word));
}
"""


@dataclass(frozen=True)
class Case:
    """One visit, its rules, and when one looks at the plan."""

    zone: str
    day: date
    minute: int
    rules: dict[str, int]
    now: int = 0
    ended: int = 0
    #: The visit that the reader's word is about; this one's id is "v".
    about: str = "v"

    @property
    def wall(self) -> datetime:
        return datetime(self.day.year, self.day.month, self.day.day) + timedelta(
            minutes=self.minute
        )

    def sent(self) -> dict[str, Any]:
        visit = {"id": "v", "date": self.day.isoformat(), "time": f"{self.wall:%H:%M}"}
        visit |= {"zone": self.zone, "route": "drip"}
        return {
            "visit": visit,
            "rules": self.rules,
            "zone": self.zone,
            "now": self.now,
            "word": {"visit": self.about, "ended": self.ended} if self.ended else None,
        }


def ms(moment: datetime) -> int:
    return round(moment.timestamp() * 1000)


def span(case: Case) -> tuple[int, int]:
    """The earliest and the latest instant at which a wall shows the appointment's time.

    Where no wall does, Python's fold 0 is the time as told by a clock not yet put forward.
    """
    zone = ZoneInfo(case.zone)
    first, second = (ms(case.wall.replace(tzinfo=zone, fold=fold)) for fold in (0, 1))
    return first, max(first, second)


def by(instant: int, zone: str) -> int:
    step = 5 * MINUTE
    at = instant // step * step
    local = datetime.fromtimestamp(at / 1000, ZoneInfo(zone))
    return at - MINUTE if (local.hour, local.minute) == (0, 0) else at


def not_before(instant: int, zone: str) -> int:
    step = 5 * MINUTE
    at = -(-instant // step) * step
    while datetime.fromtimestamp(at / 1000, ZoneInfo(zone)).fold:
        at += step
    return at


def morning_after(instant: int, zone: str) -> int:
    """Seven o'clock on the day after; the later one, should clocks show it twice."""
    local = datetime.fromtimestamp(instant / 1000, ZoneInfo(zone))
    wall = datetime(local.year, local.month, local.day, 7) + timedelta(days=1)
    return max(ms(wall.replace(tzinfo=ZoneInfo(zone), fold=fold)) for fold in (0, 1))


def out_of_the_night(instant: int, zone: str) -> int:
    """From ten in the evening to seven, the seven o'clock that follows."""
    local = datetime.fromtimestamp(instant / 1000, ZoneInfo(zone))
    if 7 <= local.hour < 22:
        return instant
    wall = datetime(local.year, local.month, local.day, 7) + timedelta(days=local.hour >= 22)
    return max(ms(wall.replace(tzinfo=ZoneInfo(zone), fold=fold)) for fold in (0, 1))


def expected(case: Case) -> dict[str, int]:
    """The instants of a plan."""
    early, late = span(case)
    rules = case.rules
    taken = (rules.get("session_length", 0) + rules.get("observation", 0)) * MINUTE
    planned = late + taken
    has_ended = case.about == "v" and early <= case.ended <= min(case.now, planned + DAY)
    found = {"session": early}
    for name in STOPS:
        if name in rules:
            found[name] = by(early - rules[name] * MINUTE, case.zone)
    if "session_length" in rules and "observation" in rules:
        found["ride"] = by(early + taken, case.zone)
        found["end"] = not_before(planned, case.zone)
    # Of a medicine of unknown length nobody knows the end before it is told.
    if "session_length" not in rules and not has_ended:
        return found
    end = max(planned, case.ended) if has_ended else planned
    for name in RESTS:
        if name in rules:
            found[name] = not_before(end + rules[name] * MINUTE, case.zone)
    if "companion_stays" in found:
        found["companion_stays"] = out_of_the_night(found["companion_stays"], case.zone)
    if "no_driving" in found:
        found["no_driving"] = max(found["no_driving"], morning_after(end, case.zone))
    return found


def wall_of(instant: int, zone: str) -> dict[str, int]:
    local = datetime.fromtimestamp(instant / 1000, ZoneInfo(zone))
    return {name: getattr(local, name) for name in ("year", "month", "day", "hour", "minute")}


def samples(case: Case) -> list[int]:
    """Instants around those of the plan, at which browser and Python are to agree on the offset."""
    near = (-24, -1, 0, 1, 24)
    return [at + hours * 60 * MINUTE for at in expected(case).values() for hours in near]


def offset(instant: int, zone: str) -> int:
    """Minutes ahead of Greenwich."""
    found = datetime.fromtimestamp(instant / 1000, ZoneInfo(zone)).utcoffset()
    assert found is not None
    return round(found.total_seconds() / 60)


def plans(page: Page, cases: list[Case]) -> list[dict[str, Any]]:
    sent = {"base": page.url, "cases": [case.sent() for case in cases]}
    found: list[dict[str, Any]] = page.evaluate(PLANS, sent)
    return found


def instants(plan: dict[str, Any]) -> dict[str, int]:
    return {entry["id"]: entry["at"] for entry in plan["entries"] if entry["at"] is not None}
