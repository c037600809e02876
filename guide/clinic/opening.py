"""When a clinic is open, day by day: "8 am to 12 noon, 1 pm to 4 pm", "10 pm to 6 am", "closed".

Only what can be read in one way is taken. A number at which nobody answers at night is worse than
a build that stops.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from itertools import pairwise
from typing import Annotated, Any, NamedTuple

from pydantic import BaseModel, ConfigDict, Field, PlainValidator, WithJsonSchema

from guide.clinic.file.problems import refuse, shown
from guide.clinic.values import iso_date

DAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")

_DAY = 24 * 60
# From here on, times over midnight are more often a slip ("8 am to 6 am") than a shift.
_LONGEST_OVER_MIDNIGHT = 18 * 60

_CLOSED = ("closed", "none")
_ALL_DAY = ("24 hours", "all day", "open 24 hours", "open all day")
_TIME = re.compile(
    r"(?P<hour>\d{1,2})(?:[:.](?P<minute>\d{2}))? ?(?P<half>am|pm|noon|midnight)?|noon|midnight"
)
_BETWEEN = re.compile(r" ?(?:\bto\b|\buntil\b|\btill\b|[-\u2010-\u2015]) ?")
_ADVICE = (
    'Write from when to when, such as "8 am to 6 pm" or "8 am to 12 noon, 1 pm to 4 pm", '
    'or write "closed" or "24 hours".'
)


class Span(NamedTuple):
    """From when to when a clinic is open: minutes after the midnight with which the day begins.

    `end` is above `start`; above 1440 it lies in the next day.
    """

    start: int
    end: int


@dataclass(frozen=True)
class _Clock:
    """A time as it was written; `half` is empty where it says neither am nor pm."""

    hour: int
    minute: int
    half: str
    shows_24_hours: bool


def day_hours(text: object) -> tuple[Span, ...]:
    """Return when a clinic is open on a day; none of it for "closed".

    >>> day_hours("10 pm to 6 am")
    (Span(start=1320, end=1800),)
    """
    if not isinstance(text, str) or not text:
        raise refuse("the opening times of a day", _ADVICE)
    written = _plain(text)
    if written in _CLOSED:
        return ()
    if written in _ALL_DAY:
        return (Span(0, _DAY),)
    clocks = [_clocks(part) for part in re.split(r" ?(?:[,;&/]|\band\b) ?", written)]
    shows_24_hours = any(clock.shows_24_hours for pair in clocks for clock in pair)
    spans = tuple(_span(*pair, shows_24_hours) for pair in clocks)
    for one, next_one in pairwise(spans):
        if next_one.start < one.end:
            raise refuse(
                "times one after the other",
                "They overlap, or the later one stands first. Check each of them.",
            )
    if spans[-1].end > spans[0].start + _DAY:
        raise refuse(
            "at most 24 hours from the first time to the last",
            "The night runs into the next morning's times. Check am and pm.",
        )
    return spans


def closed_days(text: object) -> tuple[date, date]:
    """Return the first and the last day of a holiday: "2026-12-25", "2026-12-24 to 2027-01-02"."""
    first, *rest = re.split(r" +to +", text) if isinstance(text, str) else [text]
    try:
        days = iso_date(first), iso_date(rest[0] if rest else first)
    except ValueError:
        days = None
    if days is None or len(rest) > 1 or days[1] < days[0]:
        raise refuse(
            "a day, or the first and the last of several",
            'Write year, month and day with dashes, such as "2026-12-25" or '
            '"2026-12-24 to 2027-01-02".',
        )
    return days


def _plain(text: str) -> str:
    plain = " ".join(text.lower().split())
    return re.sub(r"\b([ap])\. ?m\b\.?", r"\1m", plain)


def _clocks(part: str) -> tuple[_Clock, _Clock]:
    ends = _BETWEEN.split(part)
    if len(ends) != 2:
        raise refuse("the opening times of a day", _ADVICE)
    return _clock(ends[0]), _clock(ends[1])


def _clock(text: str) -> _Clock:
    match = _TIME.fullmatch(text)
    if not match:
        raise refuse("the opening times of a day", f"{shown(text)} is no time of day. {_ADVICE}")
    half = match["half"] or ""
    if match["hour"] is None:
        return _Clock(12, 0, text, shows_24_hours=False)
    hour, minute = int(match["hour"]), int(match["minute"] or 0)
    latest = 13 * 60 - 1 if half else _DAY
    if minute > 59 or hour * 60 + minute > latest or (half and hour == 0):
        raise refuse("a time that a clock shows", f"Check {shown(text)}.")
    if half in ("noon", "midnight") and (hour, minute) != (12, 0):
        raise refuse("a time that a clock shows", f"{half} is at 12. Check {shown(text)}.")
    # "08:00", "0:30" and "17:00" are of a clock with 24 hours; "8:00" may be of either.
    shows_24_hours = not half and (hour > 12 or match["hour"].startswith("0"))
    return _Clock(hour, minute, half, shows_24_hours)


def _span(start: _Clock, end: _Clock, shows_24_hours: bool) -> Span:
    if not shows_24_hours:
        for clock in (start, end):
            if not clock.half:
                raise refuse(
                    "am or pm after each time",
                    f"{shown(f'{clock.hour}:{clock.minute:02}')} may be morning or evening. "
                    'Write "8 am to 5 pm", or "08:00 to 17:00".',
                )
    first, last = _minutes(start) % _DAY, _minutes(end) % _DAY
    if first == last:
        raise refuse(
            "an end that is not the beginning", 'For open day and night, write "24 hours".'
        )
    if last > first:
        return Span(first, last)
    span = Span(first, last + _DAY)
    if last and span.end - span.start >= _LONGEST_OVER_MIDNIGHT:
        raise refuse(
            "an end after the beginning, or a night of less than 18 hours",
            'Check am and pm. For open day and night, write "24 hours".',
        )
    return span


def _minutes(clock: _Clock) -> int:
    hour = clock.hour
    if clock.half in ("am", "midnight"):
        hour %= 12
    elif clock.half in ("pm", "noon"):
        hour = hour % 12 + 12
    return hour * 60 + clock.minute


_Hours = Annotated[
    tuple[Span, ...],
    PlainValidator(day_hours),
    WithJsonSchema({"type": "string", "examples": ["8 am to 6 pm", "closed"]}),
]


def _day(name: str) -> Any:
    return Field(
        title=name.capitalize(),
        description='Such as "8 am to 6 pm", "8 am to 12 noon, 1 pm to 4 pm" or "closed".',
        examples=["8 am to 6 pm"],
    )


ClosedDays = Annotated[
    tuple[date, date],
    PlainValidator(closed_days),
    WithJsonSchema({"type": "string", "examples": ["2026-12-25", "2026-12-24 to 2027-01-02"]}),
]


class Opening(BaseModel):
    """When the clinic is open, each day of the week."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    monday: _Hours = _day("monday")
    tuesday: _Hours = _day("tuesday")
    wednesday: _Hours = _day("wednesday")
    thursday: _Hours = _day("thursday")
    friday: _Hours = _day("friday")
    saturday: _Hours = _day("saturday")
    sunday: _Hours = _day("sunday")

    @property
    def week(self) -> list[tuple[Span, ...]]:
        """The spans of each day, Monday first."""
        return [getattr(self, day) for day in DAYS]
