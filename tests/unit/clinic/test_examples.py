"""No value of an example, nor of a remark in one, may stand in a guide for patients."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml
from pydantic import BaseModel

from guide.clinic import parse_clinic
from guide.clinic.file.lines import Place
from guide.clinic.model import Clinic
from guide.errors import ClinicError

PROJECT = Path(__file__).parents[3]
FILES = [PROJECT / "clinic.yml", *sorted((PROJECT / "clinics").glob("example-*.yml"))]
REMARK = re.compile(r"# ((?:  )*(?:[a-z_]+:(?: |$)|- )(?!.*[a-z]:$).*)")
TODAY = date(2026, 11, 27)

# What many clinics share, so that it says nothing of who a clinic is: where it lies on the globe,
# when it is open, what it asks of patients, how it looks. Dates are judged by the calendar.
ANYONES = {
    "sample",
    "country",
    "hours",
    "opening",
    "closed_on",
    "time_zone",
    "languages",
    "routes",
    "rules",
    "logo",
    "colors",
    "next_review",
    "in_place_of",
}
REAL: dict[str, Any] = {
    "sample": "false",
    "name": "Lakeside Clinic",
    "country": "US",
    "phone": "(303) 444-0134",
    "hours": "8 am to 6 pm",
    "numbers": {},
    "reviewer": {"name": "Dr. Ana Rivers", "licence": "204816", "date": "2026-11-24"},
}


def with_remarks_used(text: str) -> str:
    """The file as it is when each remark that is a line of values has lost its #."""
    lines = []
    for line in text.splitlines():
        match = REMARK.fullmatch(line)
        lines.append(match[1] if match else line)
    return "\n".join(lines)


def leaves(value: Any, place: Place = ()) -> Iterator[tuple[Place, str]]:
    if isinstance(value, dict):
        for name, inner in value.items():
            yield from leaves(inner, (*place, str(name)))
    elif isinstance(value, list):
        for inner in value:
            yield from leaves(inner, place)
    else:
        yield place, str(value)


def of_files() -> Iterator[tuple[Place, str]]:
    for file in FILES:
        text = with_remarks_used(file.read_text("utf-8"))
        yield from leaves(yaml.load(text, yaml.BaseLoader))


def of_fields(model: type[BaseModel] = Clinic, place: Place = ()) -> Iterator[tuple[Place, str]]:
    """What messages and editors give as an example."""
    for name, info in model.model_fields.items():
        for example in info.examples or []:
            yield from leaves(yaml.load(str(example), yaml.BaseLoader), (*place, name))
        for kind in getattr(info.annotation, "__args__", (info.annotation,)):
            if isinstance(kind, type) and issubclass(kind, BaseModel):
                yield from of_fields(kind, (*place, name))


VALUES = sorted(
    {
        (place, value)
        for place, value in (*of_files(), *of_fields())
        if place[0] not in ANYONES and place[-1] not in {"date", *ANYONES}
    },
    key=str,
)


def messages(place: Place, value: str) -> str:
    written: dict[str, Any] = {**REAL, "reviewer": dict(REAL["reviewer"]), "numbers": {}}
    inner = written
    for name in place[:-1]:
        inner = inner[str(name)]
    inner[str(place[-1])] = [value] if place == ("notices",) else value
    # A name goes with each number.
    if place[0] == "numbers":
        line = str(place[-1]).removesuffix("_name")
        if line != "emergency":
            written["numbers"].setdefault(line, "303 444 0100")
            written["numbers"].setdefault(f"{line}_name", "Line")
    if not written["numbers"]:
        del written["numbers"]
    try:
        parse_clinic(yaml.safe_dump(written, allow_unicode=True), "clinic.yml", today=TODAY)
    except ClinicError as error:
        return str(error)
    return ""


@pytest.mark.parametrize(
    ("place", "value"), VALUES, ids=[f"{'.'.join(map(str, at))}: {value}" for at, value in VALUES]
)
def test_no_value_of_an_example_may_stand_in_a_real_guide(place: Place, value: str) -> None:
    # A message shows the beginning of a long value.
    assert value[:50] in messages(place, value)


def test_what_is_left_when_they_are_gone_is_a_good_file() -> None:
    assert messages(("name",), "Lakeside Clinic") == ""


def test_every_kind_of_value_that_says_who_a_clinic_is_was_looked_at() -> None:
    seen = {".".join(map(str, place)) for place, _ in VALUES}
    assert seen >= {
        "name",
        "phone",
        "phone_after_hours",
        "text_number",
        "after_hours_plan",
        "address",
        "website",
        "guide_address",
        "notices",
        "reviewer.name",
        "reviewer.licence",
        "app_name",
        "short_name",
        "numbers.emergency",
        "numbers.crisis",
        "numbers.crisis_name",
        "numbers.urgent",
        "numbers.poison",
    }


def test_a_sample_may_keep_them() -> None:
    assert parse_clinic((PROJECT / "clinic.yml").read_text("utf-8"), "clinic.yml").sample


def test_capitals_spaces_and_signs_do_not_make_a_value_ones_own() -> None:
    assert "river CLINIC" in messages(("name",), "river  CLINIC")
    assert messages(("address",), "12, River Street Denver")


def test_a_clinic_that_really_has_the_name_can_say_where_it_is() -> None:
    assert messages(("name",), "River Clinic, Boulder") == ""


def test_a_signature_may_be_of_today_but_not_of_tomorrow() -> None:
    assert messages(("reviewer", "date"), "2026-11-27") == ""
    assert "2026-11-27 or earlier" in messages(("reviewer", "date"), "2026-11-28")
