"""What pages hold of the clinic's numbers, for each shape of a clinic file."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from guide.clinic import Clinic, numbers_for, parse_clinic
from guide.clinic.opening import DAYS
from guide.macros.clinic_calls import (
    clinic_buttons,
    clinic_cells,
    clinic_numbers,
    clinic_phones,
    night_buttons,
    opening_data,
)
from guide.strings import read_strings

STRINGS = read_strings(Path(__file__).parents[3] / "docs/en")
DAY = "name: A & B\ncountry: US\nphone: (303) 444-0134\nhours: 8 am to 6 pm\n"
NIGHT = "phone_after_hours: (303) 444-0135\n"
PLAN = "after_hours_plan: Leave a <message>.\n"
OPENING = "opening:\n" + "".join(f"  {day}: 8 am to 6 pm\n" for day in DAYS)
ZONE = "time_zone: America/Denver\n"


def clinic(*parts: str) -> Clinic:
    return parse_clinic("".join([DAY, *parts]), "clinic.yml")


def buttons(*parts: str) -> str:
    checked = clinic(*parts)
    return clinic_buttons(checked, numbers_for(checked.country), STRINGS)


def shown(html: str, state: str) -> tuple[list[str], str]:
    """The numbers that are dialed and the words that are read in a state of the page."""
    hidden = {"open": ["closed", "unsure", "closed-now"], "closed": ["open", "unsure"]}
    for when in hidden.get(state, ["closed-now"]):
        html = re.sub(rf'<(\w+)[^>]*data-when="{when}".*?</\1>(</\1>)?', "", html)
    words = " ".join(re.sub(r"<[^>]+>", " ", html).split())
    return re.findall(r'href="tel:([^"]+)"', html), words


def test_a_clinic_without_opening_times_shows_both_numbers_each_with_its_words() -> None:
    for parts in ([NIGHT], [NIGHT, OPENING], [NIGHT, ZONE]):
        html = buttons(*parts)
        assert "closed-now" not in html
        assert shown(html, "") == (
            ["3034440134", "3034440135"],
            "Call A &amp; B: (303) 444-0134 When we are closed, call (303) 444-0135",
        )


def test_the_button_of_the_night_has_words_for_now_and_for_nobody_can_tell() -> None:
    html = buttons(NIGHT, OPENING, ZONE)
    assert 'href="tel:3034440134" data-when="open"' in html
    assert 'href="tel:3034440135" data-when="closed"' in html
    for when, words in [("unsure", "When we are closed, call "), ("closed-now", "Closed now. ")]:
        assert f'<span data-when="{when}" data-unsearched>{words}' in html


def test_without_a_number_for_the_night_its_plan_and_the_open_line_stand_there() -> None:
    html = buttons(PLAN, OPENING, ZONE)
    numbers, words = shown(html, "closed")
    assert numbers == ["3034440134", "911"]
    plan = "A &amp; B is closed now. Leave a &lt;message&gt;."
    assert words == f"{plan} (303) 444-0134 If it gets worse, call 911"
    assert shown(html, "open") == (["3034440134"], "Call A &amp; B: (303) 444-0134")
    assert shown(html, "")[1].endswith("When we are closed: Leave a &lt;message&gt;.")


def test_a_country_with_an_urgent_line_sends_there_who_feels_worse() -> None:
    text = f"{DAY}{OPENING}time_zone: Europe/London\n"
    text = text.replace("country: US", "country: UK").replace("(303) 444-0134", "020 8366 0018")
    checked = parse_clinic(text, "clinic.yml")
    html = clinic_buttons(checked, numbers_for(checked.country), STRINGS)
    assert shown(html, "closed")[0] == ["02083660018", "111"]


def test_without_night_number_and_plan_it_still_says_that_it_is_closed() -> None:
    assert shown(buttons(OPENING, ZONE), "closed")[1].startswith("A &amp; B is closed now. (303)")
    assert shown(buttons(), "")[1] == "Call A &amp; B: (303) 444-0134"


def test_the_bar_has_a_cell_for_each_number_or_a_way_to_the_plan() -> None:
    names = [
        [(cell["when"], cell.get("dial")) for cell in clinic_cells(clinic(*parts), STRINGS)]
        for parts in ([], [NIGHT], [NIGHT, OPENING, ZONE], [OPENING, ZONE])
    ]
    day, night = ("open", "3034440134"), ("closed", "3034440135")
    assert names == [[day], [day, night], [day, night], [day, ("closed-now", None)]]


def test_what_is_written_down_has_both_numbers() -> None:
    words = STRINGS["closed"]
    assert clinic_numbers(clinic(), words) == "(303) 444-0134"
    assert clinic_numbers(clinic(NIGHT), words) == (
        "(303) 444-0134 or, when it is closed, (303) 444-0135"
    )
    assert 'data-when="closed"' in clinic_phones(clinic(NIGHT), words)
    assert "data-when" not in clinic_phones(clinic(), words)


def at_any_hour(*parts: str) -> tuple[list[str], str]:
    checked = clinic(*parts)
    return shown(night_buttons(checked, numbers_for(checked.country), STRINGS), "")


def test_when_it_is_closed_there_is_its_number_or_else_a_line_that_is_open() -> None:
    assert at_any_hour(NIGHT) == (["3034440135"], "When we are closed, call (303) 444-0135")
    assert at_any_hour() == (
        ["3034440134", "911"],
        "Number of the clinic: (303) 444-0134 If it gets worse, call 911",
    )


@pytest.mark.parametrize("parts", [[], [OPENING], [ZONE]])
def test_phones_are_not_told_of_opening_times_that_nobody_can_reckon_with(parts: list[str]) -> None:
    assert opening_data(clinic(*parts)) is None


def test_phones_are_told_of_the_week_the_holidays_and_the_zone() -> None:
    holidays = "closed_on: [2026-12-25, 2026-12-31 to 2027-01-01]\n"
    assert opening_data(clinic(OPENING, holidays, ZONE)) == {
        "zone": "America/Denver",
        "week": [[[480, 1080]]] * 7,
        "closed": [["2026-12-25", "2026-12-25"], ["2026-12-31", "2027-01-01"]],
    }
