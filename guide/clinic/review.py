"""Who has checked the guide, and when it is due again."""

from __future__ import annotations

import datetime

from pydantic import BaseModel, ConfigDict, Field, ValidationInfo, field_validator

from guide.clinic.file.problems import refuse
from guide.clinic.values import Date, Text, TextOrNumber


class Reviewer(BaseModel):
    """The clinician who answers for the text."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    name: Text = Field(
        title="name", description="Name, as patients know it.", examples=["Dr. A. Example"]
    )
    licence: TextOrNumber = Field(
        title="licence number", description="Licence number.", examples=['"123456"']
    )
    date: Date = Field(
        title="date of the check",
        description="The day the guide was checked: year, month, day.",
        examples=["2026-11-22"],
    )


class Review(BaseModel):
    """The last check of the guide and the next."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    reviewer: Reviewer | None = Field(
        default=None,
        title="reviewer",
        description="The clinician who has checked this guide. Without one, every page says "
        '"Not yet reviewed by a clinician".',
    )
    next_review: Date | None = Field(
        default=None,
        title="date of the next check",
        description="The day by which the guide is to be checked again: year, month, day.",
        examples=["2027-11-22"],
    )

    @field_validator("next_review")
    @classmethod
    def _after_the_last(cls, next_review: datetime.date, info: ValidationInfo) -> datetime.date:
        reviewer = info.data.get("reviewer")
        if reviewer and next_review <= reviewer.date:
            raise refuse(
                f"a day after the last check, {reviewer.date}", "Write when the next one is due."
            )
        return next_review
