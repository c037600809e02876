"""Lengths of time as people write them: "30 minutes", "6 hours", "1 day"."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Annotated

from pydantic import AfterValidator, PlainValidator, WithJsonSchema

from guide.clinic.file.problems import refuse

_MINUTES = {"minute": 1, "hour": 60, "day": 24 * 60}
_WRITTEN = re.compile(r"([0-9]{1,4}) (minute|hour|day)s?", re.IGNORECASE)
_ADVICE = 'Write a number in digits, a space and minutes, hours or days, such as "{}".'


@dataclass(frozen=True)
class Duration:
    """A length of time in the unit in which the clinic put it; as text, in English."""

    amount: int
    unit: str

    @property
    def minutes(self) -> int:
        """The length for reckoning clock times; a day has 24 hours."""
        return self.amount * _MINUTES[self.unit]

    def __str__(self) -> str:
        return f"{self.amount} {self.unit}" + ("" if self.amount == 1 else "s")


def duration(text: object) -> Duration:
    """Return the length that a text names.

    >>> duration("90 minutes").minutes
    90
    """
    match = _WRITTEN.fullmatch(text) if isinstance(text, str) else None
    if not match:
        raise refuse("a length of time", _ADVICE.format("6 hours"))
    if int(match[1]) == 0:
        raise refuse("a length of time above 0", "Without such a rule, leave the line out.")
    return Duration(int(match[1]), match[2].lower())


def _at_most(longest: Duration) -> Callable[[Duration], Duration]:
    def check(length: Duration) -> Duration:
        if length.minutes > longest.minutes:
            raise refuse(f"{longest} at most", "Check the number, and the word after it.")
        return length

    return check


_Written = Annotated[
    Duration,
    PlainValidator(duration),
    WithJsonSchema({"type": "string", "pattern": r"^[0-9]+ ([Mm]inute|[Hh]our|[Dd]ay)s?$"}),
]

# Longer ones are slips of the pen, such as "30 hours" for "30 minutes".
Length = Annotated[_Written, AfterValidator(_at_most(Duration(7, "day")))]
WithinADay = Annotated[_Written, AfterValidator(_at_most(Duration(24, "hour")))]
