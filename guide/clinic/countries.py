"""Whom to call in an emergency or a crisis, by country."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any, Self

from pydantic import BaseModel, ConfigDict, Field, model_validator

from guide.clinic.file.problems import refuse
from guide.clinic.phones import Phone, dialable
from guide.clinic.values import Text
from guide.texts import load_yaml

_FILE = Path(__file__).with_name("countries.yml")

#: The lines that a country may have, by the names of the clinic file.
LINES = ("emergency", "crisis", "urgent", "poison")


@dataclass(frozen=True)
class Country:
    """What the guide knows of a country.

    `also` are other numbers for an ambulance, `ask` says which crisis lines there are where the
    clinic must choose one.
    """

    numbers: dict[str, str]
    also: tuple[str, ...] = ()
    ask: str = ""

    def has(self, line: str, number: str) -> bool:
        """Return whether a number is the country's own for one of `LINES`, however printed."""
        own = [self.numbers.get(line), *(self.also if line == "emergency" else ())]
        return dialable(number) in {dialable(one) for one in own if one}


class Numbers(BaseModel):
    """The telephone numbers of a country.

    `urgent` answers what cannot wait and is no danger to life, `poison` what someone has swallowed.
    Not every country has them.
    """

    model_config = ConfigDict(extra="forbid", frozen=True)

    emergency: str
    crisis: str
    crisis_name: str
    urgent: str | None = None
    urgent_name: str | None = None
    poison: str | None = None
    poison_name: str | None = None


class OwnNumbers(BaseModel):
    """Numbers that a clinic puts in place of its country's."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    emergency: Phone | None = Field(
        default=None,
        title="emergency number",
        description="The number for an ambulance.",
        examples=['"0000"'],
    )
    crisis: Phone | None = Field(
        default=None,
        title="crisis line",
        description="The number for someone who thinks of suicide.",
        examples=['"00000"'],
    )
    crisis_name: Text | None = Field(
        default=None,
        title="name of the crisis line",
        description="Who answers the crisis line.",
        examples=["Name of the crisis line"],
    )

    urgent: Phone | None = Field(
        default=None,
        title="line for urgent advice",
        description="The number for medical advice that cannot wait, when no life is at risk.",
        examples=['"00000"'],
    )
    urgent_name: Text | None = Field(
        default=None,
        title="name of the line for urgent advice",
        description="Who answers the line for urgent advice.",
        examples=["Name of the urgent line"],
    )
    poison: Phone | None = Field(
        default=None,
        title="poison line",
        description="The number to call when someone has swallowed too much, or a child anything.",
        examples=['"00000"'],
    )
    poison_name: Text | None = Field(
        default=None,
        title="name of the poison line",
        description="Who answers the poison line.",
        examples=["Name of the poison line"],
    )

    in_place_of: list[Text] = Field(
        default=[],
        title="numbers of the country that yours replace",
        description="The country's own numbers that you leave out on purpose.",
        examples=['["911"]'],
    )

    @model_validator(mode="after")
    def _name_the_line_they_call(self) -> Self:
        # The country's name beside a clinic's number would send people to the wrong place.
        for line in ("crisis", "urgent", "poison"):
            number, name = getattr(self, line), getattr(self, f"{line}_name")
            if bool(number) != bool(name):
                found = f"{line} alone" if number else f"{line}_name alone"
                raise refuse(f"{line} and {line}_name together", "Add the other one.", found)
        return self


def numbers_for(country: str, own: OwnNumbers | None = None) -> Numbers:
    """Return the emergency and crisis numbers of a clinic.

    Args:
        country: one that `Clinic` accepts.
        own: the clinic's `numbers`, which win; all of them for a country that the guide does
            not know.
    """
    chosen = own.model_dump(exclude_none=True, exclude={"in_place_of"}) if own else {}
    known = COUNTRIES.get(country)
    return Numbers(**{**(known.numbers if known else {}), **chosen})


def missing_numbers(country: str, own: OwnNumbers | None) -> list[str]:
    """Return the names of the lines without which there is no guide, that neither has."""
    known = COUNTRIES.get(country)
    there = {
        **(known.numbers if known else {}),
        **(own.model_dump(exclude_none=True) if own else {}),
    }
    return [name for name in ("emergency", "crisis", "crisis_name") if name not in there]


def country_named(text: str) -> str | None:
    """Return the code of a country however people write it, if the guide knows the country."""
    written = " ".join(text.lower().replace(".", "").split())
    return _codes().get(written)


@cache
def _codes() -> dict[str, str]:
    codes = {code.lower(): code for code in COUNTRIES}
    for code, entry in _table().items():
        codes |= {str(name).replace(".", ""): code for name in entry["names"]}
    return codes


def _known(entry: dict[str, Any]) -> Country:
    names = [name for line in LINES for name in (line, f"{line}_name") if name in entry]
    return Country(
        numbers={name: str(entry[name]) for name in names},
        also=tuple(entry.get("emergency_also", ())),
        ask=entry.get("ask", ""),
    )


def _table() -> dict[str, dict[str, Any]]:
    countries: dict[str, dict[str, Any]] = _file()["countries"]
    return countries


@cache
def _file() -> dict[str, Any]:
    found: dict[str, Any] = load_yaml(_FILE.read_text(encoding="utf-8"))
    return found


COUNTRIES = {code: _known(entry) for code, entry in _table().items()}

#: The day by which the sources of all numbers are to be read again: crisis lines change.
NUMBERS_DUE: date = _file()["due"]
