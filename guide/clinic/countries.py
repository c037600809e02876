"""Whom to call in an emergency or a crisis, by country."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Self

from pydantic import BaseModel, ConfigDict, Field, model_validator

from guide.clinic.phones import Phone
from guide.clinic.problems import refuse
from guide.clinic.values import Text
from guide.texts import load_yaml

COUNTRIES = ("US", "UK")

# What people also write for a country that the guide knows.
OTHER_NAMES = {
    "usa": "US",
    "u.s.": "US",
    "united states": "US",
    "united states of america": "US",
    "america": "US",
    "gb": "UK",
    "gbr": "UK",
    "great britain": "UK",
    "united kingdom": "UK",
    "england": "UK",
    "scotland": "UK",
    "wales": "UK",
    "northern ireland": "UK",
}


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
        examples=["112"],
    )
    crisis: Phone | None = Field(
        default=None,
        title="crisis line",
        description="The number for someone who thinks of suicide.",
        examples=["116 123"],
    )
    crisis_name: Text | None = Field(
        default=None,
        title="name of the crisis line",
        description="Who answers the crisis line.",
        examples=["Samaritans"],
    )

    urgent: Phone | None = Field(
        default=None,
        title="line for urgent advice",
        description="The number for medical advice that cannot wait, when no life is at risk.",
        examples=["111"],
    )
    urgent_name: Text | None = Field(
        default=None,
        title="name of the line for urgent advice",
        description="Who answers the line for urgent advice.",
        examples=["NHS 111"],
    )
    poison: Phone | None = Field(
        default=None,
        title="poison line",
        description="The number to call when someone has swallowed too much, or a child anything.",
        examples=["1-800-222-1222"],
    )
    poison_name: Text | None = Field(
        default=None,
        title="name of the poison line",
        description="Who answers the poison line.",
        examples=["Poison Help"],
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

    @property
    def are_complete(self) -> bool:
        """Whether nothing is left for a country's numbers to fill."""
        return all((self.emergency, self.crisis, self.crisis_name))


def numbers_for(country: str, own: OwnNumbers | None = None) -> Numbers:
    """Return the emergency and crisis numbers of a clinic.

    Args:
        country: one that `Clinic` accepts.
        own: the clinic's `numbers`, which win; all of them for a country that the guide does
            not know.
    """
    chosen = own.model_dump(exclude_none=True) if own else {}
    return Numbers(**{**_table().get(country, {}), **chosen})


@cache
def _table() -> dict[str, dict[str, str]]:
    file = Path(__file__).parents[1] / "countries.yml"
    table: dict[str, dict[str, str]] = load_yaml(file.read_text(encoding="utf-8"))
    return table
