"""What the planner on the phone gets of the clinic file."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest
import yaml

from guide.clinic import Clinic, numbers_for, parse_clinic
from guide.macros.phone_table import phone_table
from guide.macros.plan_data import blank, plan_script
from guide.macros.plan_rules import plan_rules

STRINGS = yaml.safe_load((Path(__file__).parents[3] / "docs/en/strings.yml").read_text("utf-8"))

CLINIC = """
sample: true
name: A & B
phone: (202) 555-0134
hours: 8 am to 6 pm
country: US
routes: [spray, lozenge]
rules:
  spray:
    stop_food: 3 hours
    no_driving: 1 day
    companion_required: true
  lozenge:
    companion_required: false
"""


def clinic(text: str = CLINIC) -> Clinic:
    return parse_clinic(text, "clinic.yml")


def rules(route: str) -> dict[str, Any]:
    found: dict[str, Any] = plan_rules(clinic(), "en")["routes"][route]
    return found


def test_only_routes_that_the_clinic_offers_are_there() -> None:
    assert list(plan_rules(clinic(), "en")["routes"]) == ["spray", "lozenge"]


def test_lengths_are_in_minutes() -> None:
    assert rules("spray")["stop_food"] == 180
    assert rules("spray")["no_driving"] == 1440


def test_a_rule_that_is_not_given_is_one_to_ask_about() -> None:
    assert rules("spray")["stop_clear_drinks"] is None
    assert rules("spray")["nasal_products"] is None
    assert rules("lozenge")["no_driving"] is None


def test_a_rule_of_another_route_is_not_there() -> None:
    assert "nasal_products" not in rules("lozenge")


def test_nobody_is_asked_about_a_clinic_day_for_a_lozenge_at_home() -> None:
    assert "arrive_early" not in rules("lozenge")
    assert "observation" not in rules("lozenge")
    assert "observation" in rules("spray")


def test_nobody_is_asked_about_a_companion_that_is_not_needed() -> None:
    assert "companion_stays" not in rules("lozenge")
    assert rules("spray")["companion_stays"] is None


@pytest.mark.parametrize(
    ("country", "phone", "locale", "hour12"),
    [
        ("US", "(202) 555-0134", "en-US", True),
        ("UK", "020 7946 0018", "en-GB", False),
        ("IE", "01 496 0134", "en-IE", False),
        # In words, it names no locale that a browser knows.
        ("Fiji Islands", "04 496 0134", "en", False),
    ],
)
def test_clocks_and_days_are_written_as_in_the_clinics_country(
    country: str, phone: str, locale: str, hour12: bool
) -> None:
    own = "numbers:\n  emergency: 917\n  crisis: 1543\n  crisis_name: Lifeline Fiji\n"
    numbers = own if country == "Fiji Islands" else ""
    text = CLINIC.replace("country: US", f"country: {country}\n{numbers}")
    found = plan_rules(clinic(text.replace("(202) 555-0134", phone)), "en")
    assert (found["locale"], found["hour12"]) == (locale, hour12)


def test_the_clinics_zone_is_there_if_it_names_one() -> None:
    assert plan_rules(clinic(), "en")["zone"] == ""
    assert (
        plan_rules(clinic(f"{CLINIC}time_zone: Europe/London\n"), "en")["zone"] == "Europe/London"
    )


def test_a_clinics_words_cannot_end_the_block() -> None:
    words = "</script><script>alert(1)</script> & <!-- more"
    script = plan_script({"tablets": words}, {}, {})
    body = re.fullmatch(r'<script type="application/json" id="guide-plan">(.*)</script>', script)
    assert body
    assert not re.search("[<>&]", body[1])
    assert json.loads(body[1])["rules"]["tablets"] == words


def test_every_line_of_a_plan_has_words() -> None:
    words = STRINGS["plan"]
    everything = {name for route in plan_rules(clinic(), "en")["routes"].values() for name in route}
    drip = plan_rules(parse_clinic(CLINIC.replace("[spray, lozenge]", "[drip]"), ""), "en")
    everything |= set(drip["routes"]["drip"])
    assert {f"ask_{name}" for name in everything} <= set(words)
    shown = everything - {"observation", "session_length"} | {"session", "ride", "end"}
    assert shown <= set(words)


def test_a_blank_is_a_named_place() -> None:
    assert blank("ride") == '<span class="guide-blank" data-blank="ride"></span>'


def table(text: str = CLINIC) -> list[list[str]]:
    checked = clinic(text)
    lines = phone_table(checked, numbers_for(checked.country), STRINGS["phone_table"]).splitlines()
    return [line.strip("| ").split(" | ") for line in lines]


def test_the_numbers_of_the_sheet_can_be_tapped_and_read() -> None:
    number = '<a class="guide-phone" href="tel:2025550134">(202) 555-0134</a>'
    assert table()[2] == ["A &amp; B: 8 am to 6 pm", number]
    assert [row[1][-7:-4] for row in table()[3:]] == ["988", "911"]


def test_the_night_has_its_number_or_else_the_plan_for_it() -> None:
    by_phone = table(f"{CLINIC}phone_after_hours: (202) 555-0135\n")
    assert "555-0135" in by_phone[3][1]
    by_words = table(f"{CLINIC}after_hours_plan: Leave a message.\n")
    assert by_words[3][1] == "Leave a message."
