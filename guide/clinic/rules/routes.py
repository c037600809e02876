"""What a clinic asks of its patients, route by route."""

from __future__ import annotations

from typing import Any, ClassVar

from pydantic import BaseModel, ConfigDict, Field, ValidationInfo, field_validator

from guide.clinic.file.problems import refuse
from guide.clinic.rules.durations import Duration, Length, WithinADay
from guide.clinic.rules.floors import Route, floor_for
from guide.clinic.values import Text, YesNo


class RouteRules(BaseModel):
    """The rules of one route. A rule left out shows "Ask your clinic", never a guess."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    route: ClassVar[Route]
    # Hours alone never allow driving: every page adds the night's sleep, and no clinic can
    # take it away.
    sleep_before_driving: ClassVar[bool] = True

    stop_food: WithinADay | None = Field(
        default=None,
        title="time without food",
        description="How long before the session to stop eating.",
        examples=["6 hours"],
    )
    stop_clear_drinks: WithinADay | None = Field(
        default=None,
        title="time without clear drinks",
        description="How long before the session to stop drinking water and other clear drinks.",
        examples=["2 hours"],
    )
    alcohol_before: Length | None = Field(
        default=None,
        title="time without alcohol before",
        description="How long before the session to drink no alcohol.",
        examples=["24 hours"],
    )
    alcohol_after: Length | None = Field(
        default=None,
        title="time without alcohol after",
        description="How long after the session to drink no alcohol.",
        examples=["24 hours"],
    )
    arrive_early: WithinADay | None = Field(
        default=None,
        title="time to come early",
        description="How long before the appointment to be at the clinic.",
        examples=["15 minutes"],
    )
    # No label names a length, so that it has no floor: what a drip holds, and how fast it runs,
    # differs from one illness to the next (facts F012, F046).
    session_length: WithinADay | None = Field(
        default=None,
        title="time the medicine takes",
        description="How long the medicine itself takes, from its start to its end; "
        "the longest that you give. Without it, no time after the session is worked out "
        "until the patient says that it has ended.",
        examples=["40 minutes"],
    )
    observation: WithinADay | None = Field(
        default=None,
        title="time under watch",
        description="How long staff watch the patient after the medicine; "
        "the time that it takes is not in it.",
        examples=["2 hours"],
    )
    no_driving: Length | None = Field(
        default=None,
        title="time without driving",
        description="How long after the session not to drive. "
        "The guide always adds: and not before a full night's sleep.",
        examples=["24 hours"],
    )
    companion_required: YesNo | None = Field(
        default=None,
        title="companion needed",
        description="true if an adult must take the patient home.",
        examples=["true"],
    )
    companion_stays: Length | None = Field(
        default=None,
        title="time the companion stays",
        description="How long that adult stays with the patient.",
        examples=["12 hours"],
    )
    tablets_on_the_day: Text | None = Field(
        default=None,
        title="tablets on the day",
        description="What to do about everyday tablets on the day, in one or two short sentences.",
        examples=["Take your usual tablets with a sip of water."],
    )

    @field_validator("*")
    @classmethod
    def _as_cautious_as_the_label(cls, value: Any, info: ValidationInfo) -> Any:
        floor = floor_for(cls.route, info.field_name)
        if floor:
            floor.check(value)
        return value

    @field_validator("stop_clear_drinks")
    @classmethod
    def _no_longer_than_food(cls, drinks: Duration, info: ValidationInfo) -> Duration:
        food = info.data.get("stop_food")
        if food and drinks.minutes > food.minutes:
            raise refuse(f"{food} at most, as for food", "Did the two change places?")
        return drinks


class DripRules(RouteRules):
    """The rules for a drip (IV)."""

    route = "drip"


class ShotRules(RouteRules):
    """The rules for a shot (IM)."""

    route = "shot"


class SprayRules(RouteRules):
    """The rules for the nasal spray (Spravato)."""

    route = "spray"

    nasal_products: WithinADay | None = Field(
        default=None,
        title="time without other nose sprays",
        description="How long before the session to use no other nose spray.",
        examples=["1 hour"],
    )


class LozengeRules(RouteRules):
    """The rules for a lozenge."""

    route = "lozenge"


class Rules(BaseModel):
    """The rules of each route; those of a route that is not offered are passed over."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    drip: DripRules = Field(
        default_factory=DripRules, title="drip", description="Rules for a drip (IV)."
    )
    shot: ShotRules = Field(
        default_factory=ShotRules, title="shot", description="Rules for a shot (IM)."
    )
    spray: SprayRules = Field(
        default_factory=SprayRules,
        title="nasal spray",
        description="Rules for the nasal spray (Spravato).",
    )
    lozenge: LozengeRules = Field(
        default_factory=LozengeRules, title="lozenge", description="Rules for a lozenge."
    )
