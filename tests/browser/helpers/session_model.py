"""What is true of a history of sessions and words, reckoned apart from the guide's scripts.

A history is a list of plans and the last thing that the reader said. The truth that counts is the
cautious one: of a plan's end and the reader's, the later.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from playwright.sync_api import Page

from .planning import ZONE

MINUTE = 60_000
DAY = 24 * 60 * MINUTE
STATES = """
async ({ base, cases }) => {
  const { sessionState } = await import(`${base}assets/javascripts/session/state.js`);
  const { drivingAnswer } = await import(`${base}assets/javascripts/session/driving.js`);
  return cases.map(({ sessions, word, anyRoute, now }) => ({
    state: sessionState(sessions, word, now),
    answer: drivingAnswer(sessions, word, anyRoute, now),
  }));
}
"""


@dataclass(frozen=True)
class Session:
    """A visit with a plan; the medicine and the watching after it in minutes."""

    visit: str
    start: int
    length: int | None = 40
    watched: int = 60
    no_driving: int | None = 1440

    @property
    def soonest(self) -> int:
        return self.start + ((self.length or 0) + self.watched) * MINUTE

    def sent(self) -> dict[str, Any]:
        return {
            "visit": self.visit,
            "earliest": self.start,
            "latest": self.start,
            "soonest": self.soonest,
            "isLengthKnown": self.length is not None,
            "noDriving": self.no_driving,
            "zone": ZONE,
        }


@dataclass(frozen=True)
class History:
    """Plans, the reader's last word, and the moment at which they look."""

    sessions: list[Session] = field(default_factory=list)
    word: dict[str, Any] | None = None
    now: int = 0
    any_route: int | None = 1440

    def sent(self) -> dict[str, Any]:
        return {
            "sessions": [session.sent() for session in self.sessions],
            "word": self.word,
            "anyRoute": {"noDriving": self.any_route, "zone": ZONE},
            "now": self.now,
        }


def found(page: Page, histories: list[History]) -> list[dict[str, Any]]:
    """What the guide's scripts find: `state` and `answer` of each history."""
    sent = {"base": page.url, "cases": [history.sent() for history in histories]}
    results: list[dict[str, Any]] = page.evaluate(STATES, sent)
    return results


def latest_end(history: History) -> int | None:
    """When the last session that has begun ends, at the earliest; None if none has.

    A word about a visit moves the end of that visit only, and only if it has begun by then.
    """
    ends = []
    for session in history.sessions:
        if session.start > history.now:
            continue
        end = session.soonest
        said = word_about(history, session)
        if said is not None and session.start <= said <= session.soonest + DAY:
            end = max(end, said)
        ends.append(end)
    return max(ends, default=None)


def word_about(history: History, session: Session) -> int | None:
    """The time that the reader has named for a visit, for its end or as still within it."""
    word = history.word
    if word is None or word["visit"] != session.visit:
        return None
    said: int = word["ended"] if "ended" in word else word["notYet"]
    return said if said <= history.now else None


def morning_after(end: int) -> int:
    """Seven o'clock on the day after."""
    zone = ZoneInfo(ZONE)
    day = datetime.fromtimestamp(end / 1000, zone).date() + timedelta(days=1)
    return round(datetime(day.year, day.month, day.day, 7, tzinfo=zone).timestamp() * 1000)
