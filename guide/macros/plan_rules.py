"""What the planner on the phone needs of the clinic file."""

from __future__ import annotations

import re
from typing import Any

from guide.clinic import Clinic, dialable
from guide.clinic.rules.durations import Duration
from guide.clinic.rules.floors import Route

_TIMES = (
    "alcohol_before",
    "stop_food",
    "stop_clear_drinks",
    "nasal_products",
    "tablets_on_the_day",
    "arrive_early",
    "session_length",
    "observation",
    "alcohol_after",
    "companion_stays",
    "no_driving",
)

# A lozenge is often taken at home, where nobody comes early and no staff watch.
_ONLY_IF_GIVEN = {"lozenge": ("arrive_early", "observation")}

_COUNTRY_CODES = {"UK": "GB"}
# Everyone else reads clocks of 24 hours.
_TWELVE_HOURS = ("US",)


def plan_rules(clinic: Clinic, language: str) -> dict[str, Any]:
    """Return the rules of the routes that a clinic offers, for `plan/times.js`.

    Args:
        clinic: the checked clinic file.
        language: of the pages, such as "en".

    Returns:
        What JSON can hold: `routes` with lengths in minutes, text as written, and None for a rule
        to ask the clinic about; `zone`, empty where the clinic names none; `locale` and
        `hour12`, for dates and clocks; `phone` as printed and `dial` as dialed; `night` and
        `night_dial` the same for when the clinic is closed, empty where it has no such number.
    """
    return {
        "routes": {route: _rules_of(clinic, route) for route in clinic.routes},
        "zone": clinic.time_zone or "",
        "locale": _locale(language, clinic.country),
        "hour12": clinic.country in _TWELVE_HOURS,
        "phone": clinic.phone,
        "dial": dialable(clinic.phone),
        "night": clinic.phone_after_hours or "",
        "night_dial": dialable(clinic.phone_after_hours or ""),
    }


def _locale(language: str, country: str) -> str:
    code = _COUNTRY_CODES.get(country, country)
    # A country may be written as a clinic likes, if it names its own emergency numbers.
    return f"{language}-{code}" if re.fullmatch("[A-Z]{2}", code) else language


def _rules_of(clinic: Clinic, route: Route) -> dict[str, int | str | None]:
    rules = getattr(clinic.rules, route)
    found: dict[str, int | str | None] = {}
    for name in _TIMES:
        if name not in type(rules).model_fields:
            continue
        value = getattr(rules, name)
        if value is None and _may_be_left_out(name, route, rules.companion_required):
            continue
        found[name] = value.minutes if isinstance(value, Duration) else value
    return found


def _may_be_left_out(name: str, route: Route, companion_required: bool | None) -> bool:
    if name == "companion_stays":
        return companion_required is False
    return name in _ONLY_IF_GIVEN.get(route, ())
