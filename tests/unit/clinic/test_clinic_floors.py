"""Floors: each limit just below, at and just above, and where each comes from."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from guide.clinic import FLOORS, Floor, parse_clinic
from guide.clinic.rules.durations import Duration
from guide.clinic.rules.routes import Rules
from guide.errors import ClinicError
from guide.markup.sources import read_sources

SOURCES = read_sources(Path(__file__).parents[3] / "sources.yml")
LENGTHS = [floor for floor in FLOORS if isinstance(floor.least, Duration)]
MUSTS = [floor for floor in FLOORS if floor.least is True]


def name(floor: Floor) -> str:
    return f"{floor.route}-{floor.field}"


def errors(floor: Floor, value: str) -> str:
    text = (
        "name: Lakeside Clinic\ncountry: US\nphone: (303) 444-0134\nhours: all day\n"
        f"rules:\n  {floor.route}:\n    {floor.field}: {value}\n"
    )
    try:
        parse_clinic(text, "clinic.yml")
    except ClinicError as error:
        return str(error)
    return ""


def test_the_floors_are_these() -> None:
    assert {name(floor): str(floor.least) for floor in FLOORS} == {
        "spray-stop_food": "2 hours",
        "spray-stop_clear_drinks": "30 minutes",
        "spray-nasal_products": "1 hour",
        "spray-observation": "2 hours",
        "spray-no_driving": "12 hours",
        "drip-no_driving": "24 hours",
        "shot-no_driving": "24 hours",
        "lozenge-no_driving": "24 hours",
        "drip-companion_required": "True",
        "shot-companion_required": "True",
        "spray-companion_required": "True",
        **{
            f"{route}-alcohol_{when}": "24 hours"
            for route in ("drip", "shot", "spray", "lozenge")
            for when in ("before", "after")
        },
    }


@pytest.mark.parametrize("floor", FLOORS, ids=name)
def test_a_floor_names_a_fact_and_a_source_of_the_guide(floor: Floor) -> None:
    assert re.fullmatch(r"F\d{3}", floor.fact)
    assert floor.source in SOURCES
    asked_by_label = "label" in floor.basis.value
    assert asked_by_label == (SOURCES[floor.source].kind == "label")


@pytest.mark.parametrize("floor", FLOORS, ids=name)
def test_a_floor_is_of_a_rule_that_the_route_has(floor: Floor) -> None:
    assert floor.field in type(getattr(Rules(), floor.route)).model_fields


@pytest.mark.parametrize("floor", LENGTHS, ids=name)
def test_less_than_the_floor_is_refused_with_its_source(floor: Floor) -> None:
    assert isinstance(floor.least, Duration)
    below = f"{floor.least.minutes - 1} minutes"
    message = errors(floor, below)
    assert message.startswith("clinic.yml, line 7: ")
    assert f'expected {floor.least} or more, found "{below}".' in message
    assert f"(source {floor.source}, fact {floor.fact})" in message


@pytest.mark.parametrize("floor", LENGTHS, ids=name)
@pytest.mark.parametrize("more", [0, 1])
def test_the_floor_and_more_are_taken(floor: Floor, more: int) -> None:
    assert isinstance(floor.least, Duration)
    assert errors(floor, f"{floor.least.minutes + more} minutes") == ""


@pytest.mark.parametrize("floor", MUSTS, ids=name)
def test_a_must_may_be_said_but_not_denied(floor: Floor) -> None:
    assert errors(floor, "true") == ""
    message = errors(floor, "false")
    assert 'expected true, found "false".' in message
    assert f"(source {floor.source}, fact {floor.fact})" in message


def test_a_day_is_24_hours() -> None:
    driving = next(floor for floor in FLOORS if name(floor) == "drip-no_driving")
    assert errors(driving, "1 day") == ""
    assert errors(driving, "23 hours") != ""


def test_a_lozenge_may_do_without_a_companion() -> None:
    lozenge = Floor("lozenge", "companion_required", True, "F154", "none")
    assert errors(lozenge, "false") == ""
