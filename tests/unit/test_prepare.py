"""What pages, templates and settings get of one clinic and one language."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date
from functools import cache

import pytest

from guide.inputs import Inputs, read_inputs
from guide.pages.address import address_of
from guide.prepare import Prepared, prepare

from ..conftest import PROJECT


@cache
def inputs() -> Inputs:
    return read_inputs(PROJECT, PROJECT / "docs/en", "en", date(2026, 11, 28))


def prepared(**changes: object) -> Prepared:
    clinic = inputs().clinic.model_copy(update=changes)
    return prepare(replace(inputs(), clinic=clinic))


def test_what_templates_may_ask_for_is_as_in_json() -> None:
    extra = prepared().extra
    assert json.loads(json.dumps(extra)) == extra


@pytest.mark.parametrize(
    ("path", "address"),
    [
        ("index.md", ""),
        ("help/index.md", "help/"),
        ("before/drip.md", "before/drip/"),
        ("about/my-index.md", "about/my-index/"),
    ],
)
def test_a_page_is_known_by_its_address(path: str, address: str) -> None:
    assert address_of(path) == address


def test_a_page_is_due_at_the_clinics_next_check_if_that_is_earlier() -> None:
    day = date(2026, 12, 1)
    assert prepared(next_review=day).extra["pages"]["before/drip/"]["due"] == "2026-12-01"


def test_routes_that_a_clinic_does_not_offer_are_left_out() -> None:
    settings = prepared(routes=["drip", "spray"]).settings
    assert settings.left_out == ("shot.md", "lozenge.md")
    assert settings.markdown["guide.markup.routes"]["offered"] == ["drip", "spray"]


def test_a_name_of_its_own_is_html_in_pages_and_text_in_the_app() -> None:
    settings = prepared(app_name="Rest & Ride").settings
    assert settings.site_name == "Rest &amp; Ride"
    assert settings.app == {"name": "Rest & Ride"}
