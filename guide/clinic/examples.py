"""Values of the example files, which no guide for patients may have.

Whoever takes the `#` off a sample block gets a made-up clinician on every page. What says who the
clinic is, where, who answers for it and what it promises is refused; times, lengths, routes,
languages and colors are not: a clinic may well have the same ones.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from guide.clinic.file.lines import Place
from guide.clinic.file.problems import shown
from guide.clinic.rules.contradictions import Finding
from guide.clinic.values import is_example

_PROMISE = "If it is true of your clinic too, say it in other words."
_NAME = 'If it really is yours, add your town: "{}, Denver".'

# By field: what the examples have there. A test takes every value of clinic.yml and clinics/.
_EXAMPLES: dict[str, tuple[str, ...]] = {
    "name": ("River Clinic", "Harbour Clinic", "Cedar Hill Clinic"),
    "app_name": ("River Treatment Guide", "Cedar Hill Guide"),
    "short_name": ("River Guide", "Harbour", "Cedar Hill"),
    "address": (
        "12 River Street, Denver",
        "8 Harbour Lane, London",
        "400 Cedar Road, Suite #200, Helena",
    ),
    "after_hours_plan": (
        "Leave a message. A nurse calls you back within the hour.",
        "Leave a message. A nurse calls back within the hour.",
        "Leave a message. A nurse rings you back the next working day.",
        "Call the number for closed hours. The doctor on duty answers.",
    ),
    "notices": (
        "We are a teaching clinic.",
        "We are a teaching clinic. Students may be in the room. You can say no.",
    ),
    "crisis_name": ("Name of the crisis line",),
    "urgent_name": ("Name of the urgent line",),
    "poison_name": ("Name of the poison line",),
    "licence": ("123456", "MT-000000"),
}
_ADVICE = {
    "name": _NAME,
    "short_name": "Write a name of your own, or take the line out.",
    "app_name": "Write a name of your own, or take the line out.",
    "address": "Write yours, or take the line out.",
    "after_hours_plan": _PROMISE,
    "notices": _PROMISE,
    "guide_address": "Write the address at which your patients find the guide, or take the line "
    "out until you have it.",
    "licence": "Write that of the clinician who has read the guide.",
}
_OTHER_ADVICE = "Write your own, or take the line out."
# Persons and places that are called so are made up.
_CALLED_EXAMPLE = re.compile(r"\bexample\b", re.IGNORECASE)
_MAY_BE_CALLED_EXAMPLE = ("name", "address", "app_name", "short_name")


def left_from_examples(values: dict[str, Any]) -> Iterator[Finding]:
    """Yield each value of a file that is one of the examples'.

    Args:
        values: of the file, as text; checked or not. A sample may keep all of them.
    """
    if str(values.get("sample", "")).lower() in {"true", "yes"}:
        return
    for place, value in _texts(values, ()):
        field = next(part for part in reversed(place) if isinstance(part, str))
        # Rules are no one's alone, nor are the names of days in the opening times.
        if place[0] in {"rules", "opening", "colors"}:
            continue
        if _is_example(field, value):
            advice = _ADVICE.get(field, _OTHER_ADVICE)
            if place[0] == "reviewer" and field == "name":
                advice = "Write the name of the clinician who has read the guide."
            yield (
                place,
                "a value of your own",
                f"{shown(value)} of the example",
                advice.format(value),
            )


def _is_example(field: str, value: str) -> bool:
    written = _plain(value)
    if written in {_plain(one) for one in _EXAMPLES.get(field, ())}:
        return True
    if field in _MAY_BE_CALLED_EXAMPLE and _CALLED_EXAMPLE.search(value):
        return True
    if field in {"website", "guide_address"}:
        return is_example(value if value.endswith("/") else f"{value}/")
    return False


def _plain(text: str) -> str:
    # Spaces, capitals and signs do not make it another clinic's.
    return re.sub(r"[^\w]+", " ", text).strip().casefold()


def _texts(value: Any, place: Place) -> Iterator[tuple[Place, str]]:
    if isinstance(value, dict):
        for name, inner in value.items():
            yield from _texts(inner, (*place, name))
    elif isinstance(value, list):
        for index, inner in enumerate(value):
            yield from _texts(inner, (*place, index))
    elif isinstance(value, str):
        yield place, value
