"""Pages hold nothing that differs from clinic to clinic: no number, no hour, no place."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
import yaml

from guide.pages.front_matter import read_page_text

from ..pages import DOCS, sources

PROJECT = DOCS.parents[1]
CLINICS = [PROJECT / "clinic.yml", *sorted((PROJECT / "clinics").glob("*.yml"))]

# "8 am", "10:30", "17.00": the hour of a clinic or of an appointment.
CLOCK_TIME = re.compile(r"\b\d{1,2}[:.][0-5]\d\b|\b\d{1,2} ?[ap]\.?m\b", re.IGNORECASE)
# What a clinic asks for and no label gives: how early to come.
ARRIVAL = re.compile(
    r"\b(come|arrive|be there|get there)\b[^.|]*\d+ (minutes|hours?)", re.IGNORECASE
)

NIGHT_NUMBER = re.compile(r"night (number|line)|number (your|the) clinic gave", re.IGNORECASE)


def prose(path: Path) -> str:
    """A page without its first lines, its macros, its addresses and its references."""
    body = "\n".join(read_page_text(path.read_text("utf-8")).body)
    return re.sub(r"\{\{.*?\}\}|\]\([^)]*\)|\[\^[^\]]*\]", "", body)


@pytest.fixture(params=sources(), ids=lambda path: path.relative_to(DOCS).as_posix())
def text(request: pytest.FixtureRequest) -> str:
    path: Path = request.param
    return prose(path)


def test_no_page_gives_an_hour_of_the_clock(text: str) -> None:
    assert CLOCK_TIME.findall(text) == []


def test_no_page_says_how_early_to_come(text: str) -> None:
    assert [match[0] for match in ARRIVAL.finditer(text)] == []


def test_no_page_holds_a_value_of_a_clinic_file(text: str) -> None:
    for path in CLINICS:
        clinic = yaml.safe_load(path.read_text("utf-8"))
        for field in ("name", "phone", "phone_after_hours", "text_number", "hours", "address"):
            value = clinic.get(field)
            assert value is None or str(value) not in text, (path.name, field)


def test_no_page_sends_for_a_number_that_may_stand_beside_the_sentence(text: str) -> None:
    # It may have none, and then nobody is to look for one.
    assert NIGHT_NUMBER.findall(text) == []


def test_a_sentence_on_the_night_number_would_be_found() -> None:
    assert NIGHT_NUMBER.search("Call the night number your clinic gave you.")


@pytest.mark.parametrize(
    "line", ["Open from 8 am.", "Come at 10:30.", "Be there by 9a.m.", "Ring before 17.00."]
)
def test_a_clock_time_would_be_found(line: str) -> None:
    assert CLOCK_TIME.search(line)


@pytest.mark.parametrize("line", ["Come 15 minutes early.", "Arrive at least 1 hour before."])
def test_an_arrival_time_would_be_found(line: str) -> None:
    assert ARRIVAL.search(line)
