"""Whom to call, by country: complete, with a source for each number, under any of its names."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest

from guide.clinic.countries import COUNTRIES, LINES, country_named, missing_numbers, numbers_for
from guide.texts import load_yaml

FILE = Path(__file__).parents[3] / "guide/clinic/countries.yml"
TABLE: dict[str, Any] = load_yaml(FILE.read_text("utf-8"))
ASKED_FOR = [
    *("US", "UK", "IE", "AU", "NZ", "CA", "ZA"),
    *("DE", "FR", "ES", "NL", "SE", "NO", "DK", "CH", "AT", "BE", "PT", "IT", "IN"),
]
# No crisis line for everyone, day and night, was found there: the clinic must name one.
MUST_NAME_ONE = {"BE", "DK", "IT"}


def test_the_countries_are_known() -> None:
    assert list(COUNTRIES) == ASKED_FOR


@pytest.mark.parametrize("code", ASKED_FOR)
def test_every_number_has_a_source_that_was_read(code: str) -> None:
    entry = TABLE["countries"][code]
    sourced = {line for source in entry["sources"] for line in source["of"]}
    assert {line for line in (*LINES, "ask") if line in entry} == sourced
    assert all(source["url"].startswith("http") for source in entry["sources"])


def test_the_day_on_which_they_were_read_and_the_next_are_known() -> None:
    assert type(TABLE["read"]) is type(TABLE["due"]) is date
    assert TABLE["read"] < TABLE["due"]


@pytest.mark.parametrize("code", ASKED_FOR)
def test_a_country_has_a_crisis_line_with_its_name_or_says_which_there_are(code: str) -> None:
    missing = missing_numbers(code, None)
    assert missing == (["crisis", "crisis_name"] if code in MUST_NAME_ONE else [])
    assert bool(COUNTRIES[code].ask) == bool(missing)


@pytest.mark.parametrize("code", sorted(set(ASKED_FOR) - MUST_NAME_ONE))
def test_every_line_has_a_name(code: str) -> None:
    numbers = numbers_for(code)
    assert bool(numbers.urgent) == bool(numbers.urgent_name)
    assert bool(numbers.poison) == bool(numbers.poison_name)


@pytest.mark.parametrize(
    ("written", "code"),
    [
        ("USA", "US"),
        ("U.S.A.", "US"),
        ("us", "US"),
        ("United  Kingdom", "UK"),
        ("GB", "UK"),
        ("Ireland", "IE"),
        ("Deutschland", "DE"),
        ("The Netherlands", "NL"),
        ("no", "NO"),
        ("Österreich", "AT"),
        ("Aotearoa", "NZ"),
        ("Japan", None),
    ],
)
def test_a_country_is_known_by_what_people_write(written: str, code: str | None) -> None:
    assert country_named(written) == code


def test_no_name_is_that_of_two_countries() -> None:
    names = [name for entry in TABLE["countries"].values() for name in entry["names"]]
    assert len(names) == len(set(names))
