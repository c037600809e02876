"""The clinic's own rules on a page."""

from __future__ import annotations

from pathlib import Path

import yaml

from guide.clinic import parse_clinic
from guide.macros.rules_table import rules_table

STRINGS = Path(__file__).parents[3] / "docs/en/strings.yml"
WORDS = yaml.safe_load(STRINGS.read_text("utf-8"))

CLINIC = """
sample: true
name: A & B
phone: (202) 555-0134
hours: 8 am to 6 pm
country: US
rules:
  spray:
    stop_food: 3 hours
    no_driving: 24 hours
    tablets_on_the_day: Take <b>half</b> | ask us
"""


def rows(route: str = "spray") -> dict[str, str]:
    clinic = parse_clinic(CLINIC, "clinic.yml")
    table = rules_table(clinic, route, WORDS["rules"], WORDS["closed"])  # type: ignore[arg-type]
    cells = [line.strip("| ").split(" | ") for line in table.splitlines()]
    return {cell[0]: cell[1] for cell in cells if len(cell) == 2}


def test_a_rule_is_shown_as_the_clinic_wrote_it() -> None:
    assert rows()["Stop food"] == "3 hours before"


def test_no_hours_alone_let_anyone_drive() -> None:
    assert rows()["Do not drive after"] == "for 24 hours, and not before a full night's sleep"


def test_a_rule_that_every_patient_needs_is_never_guessed() -> None:
    ask = 'Ask your clinic: <a class="guide-phone" href="tel:2025550134">(202) 555-0134</a>'
    assert rows()["Stop water and other clear drinks"] == ask
    assert rows("drip")["Do not drive after"] == ask


def test_a_rule_that_may_not_apply_is_left_out() -> None:
    assert "Come early" not in rows()


def test_a_clinics_words_are_words_only() -> None:
    assert rows()["What to do"] == "At A &amp; B"
    assert rows()["Your pills that day"] == "Take &lt;b&gt;half&lt;/b&gt; &#124; ask us"
