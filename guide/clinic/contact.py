"""Who the clinic is, where, and how to reach it."""

from __future__ import annotations

from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field, ValidationInfo, WithJsonSchema, field_validator

from guide.clinic.countries import COUNTRIES, OwnNumbers, country_named, missing_numbers
from guide.clinic.file.problems import refuse
from guide.clinic.opening import ClosedDays, Opening
from guide.clinic.phones import Phone, check_phone
from guide.clinic.values import GuideAddress, Text, WebAddress, YesNo
from guide.clinic.zones import Zone


class Contact(BaseModel):
    """The clinic's name, numbers, hours and place."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    # In the order in which they are checked: a check sees only the fields above its own.
    sample: YesNo = Field(
        default=False,
        title="sample",
        description='true for made-up values: every page then says "Sample clinic".',
        examples=["true"],
    )
    name: Text = Field(
        title="name of the clinic",
        description="The clinic's name, as patients know it.",
        examples=["River Clinic"],
    )
    numbers: OwnNumbers | None = Field(
        default=None,
        title="emergency and crisis numbers",
        description="Numbers that your country lacks here, or yours in place of its own.",
    )
    country: Annotated[Text, WithJsonSchema({"type": "string", "examples": [*COUNTRIES]})] = Field(
        title="country",
        description="The country by its two letters. One that the guide does not know needs "
        'emergency and crisis numbers under "numbers".',
        examples=["US"],
    )
    phone: Phone = Field(
        title="phone in opening hours",
        description="The number to call in opening hours, as you would print it.",
        examples=["(202) 555-0134"],
    )
    phone_after_hours: Phone | None = Field(
        default=None,
        title="phone when closed",
        description="The number to call when the clinic is closed.",
        examples=["(202) 555-0135"],
    )
    text_number: Phone | None = Field(
        default=None,
        title="number for text messages",
        description="The number that takes text messages.",
        examples=["(202) 555-0136"],
    )
    hours: Text = Field(
        title="opening hours",
        description="Opening hours, in words.",
        examples=["8 am to 6 pm, Monday to Friday"],
    )
    opening: Opening | None = Field(
        default=None,
        title="opening times",
        description="When you are open, day by day, so that call buttons dial the right number.",
    )
    closed_on: list[ClosedDays] = Field(
        default=[],
        title="days closed",
        description="Holidays: days on which you do not open.",
        examples=["[2026-12-25, 2026-12-31 to 2027-01-01]"],
    )
    after_hours_plan: Text | None = Field(
        default=None,
        title="plan for when you are closed",
        description="What a patient can do when the clinic is closed and no life is at risk.",
        examples=["Leave a message. A nurse calls back within the hour."],
    )
    address: Text | None = Field(
        default=None,
        title="address",
        description="Where the clinic is.",
        examples=["12 River Street, Denver"],
    )
    time_zone: Zone | None = Field(
        default=None,
        title="time zone",
        description="The clinic's time zone, by its international name.",
        examples=["America/Denver"],
    )
    website: WebAddress | None = Field(
        default=None,
        title="website",
        description="The clinic's website.",
        examples=["https://www.example.org"],
    )
    guide_address: GuideAddress | None = Field(
        default=None,
        title="address of this guide",
        description="Where patients find this guide on the web. The poster has it as a code.",
        examples=["https://guide.example.org/"],
    )
    languages: list[Text] = Field(
        default=[],
        title="languages",
        description="Languages in which staff can help.",
        examples=["[English, Spanish]"],
    )

    @field_validator("country")
    @classmethod
    def _has_numbers(cls, country: str, info: ValidationInfo) -> str:
        code = country_named(country)
        if code and code != country:
            raise refuse("a country by its two letters", f"Write {code}.")
        # A wrong `numbers` has its own message, and is not in the data.
        own = info.data.get("numbers", ...)
        if own is ... or not missing_numbers(country, own):
            return country
        missing = missing_numbers(country, own)
        names = ", ".join(missing)
        known = COUNTRIES.get(country)
        if known is None:
            raise refuse(
                f'one of {", ".join(COUNTRIES)}, or another country with {names} under "numbers:"',
                f'Add "numbers:" with {names} below it, each on a line of its own.',
            )
        raise refuse(
            f'{names} under "numbers:", since {country} has no single line for everyone',
            f'Add "numbers:" with {names} below it, each on a line of its own. {known.ask}',
        )

    @field_validator("phone", "phone_after_hours", "text_number")
    @classmethod
    def _can_ring(cls, phone: str, info: ValidationInfo) -> str:
        sample = info.data.get("sample", True)
        check_phone(phone, info.data.get("country"), sample=sample)
        return phone

    @field_validator("closed_on")
    @classmethod
    def _closed_but_else_open(
        cls, days: list[ClosedDays], info: ValidationInfo
    ) -> list[ClosedDays]:
        # A wrong `opening` has its own message, and is not in the data.
        if days and info.data.get("opening", True) is None:
            raise refuse(
                '"opening:" above it, with the times of the other days',
                'Add "opening:" with a line for each day of the week, or take this line out.',
                "none",
            )
        return days
