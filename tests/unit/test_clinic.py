"""The clinic file."""

from __future__ import annotations

from pathlib import Path

import pytest

from guide.actions import call_action
from guide.clinic import dialable, numbers_for, parse_clinic, read_clinic
from guide.errors import ClinicError

GOOD = """
name: River Clinic
phone: (202) 555-0134
hours: 8 am to 6 pm
country: US
"""


def test_a_clinic_is_no_sample_and_unreviewed_unless_it_says_otherwise() -> None:
    clinic = parse_clinic(GOOD, "clinic.yml")
    assert clinic.name == "River Clinic"
    assert not clinic.sample
    assert clinic.reviewer is None


@pytest.mark.parametrize(
    ("printed", "dialed"),
    [
        ("(202) 555-0134", "2025550134"),
        ("+44 20 7946 0018", "+442079460018"),
        ("116 123", "116123"),
    ],
)
def test_a_printed_number_is_dialed_without_its_spaces(printed: str, dialed: str) -> None:
    assert dialable(printed) == dialed


def test_every_country_has_its_own_numbers() -> None:
    assert numbers_for("US").emergency == "911"
    assert numbers_for("UK").emergency == "999"


def test_all_problems_are_named_at_once() -> None:
    with pytest.raises(ClinicError) as error:
        parse_clinic("name: ''\nphone: call us\nhours: all day\ncountry: FR\n", "clinic.yml")
    assert str(error.value).splitlines() == [
        "clinic.yml: name: String should have at least 1 character. Found: ''.",
        "clinic.yml: phone: Value error, expected a telephone number with at least 3 digits. "
        "Found: 'call us'.",
        "clinic.yml: country: Input should be 'US' or 'UK'. Found: 'FR'.",
    ]


def test_an_empty_file_says_what_belongs_in_it() -> None:
    with pytest.raises(ClinicError) as error:
        parse_clinic("", "clinic.yml")
    assert str(error.value) == (
        'clinic.yml: expected lines such as "name: River Clinic", found none.'
    )


def test_a_missing_file_says_how_to_name_another(tmp_path: Path) -> None:
    path = tmp_path / "nowhere.yml"
    with pytest.raises(ClinicError) as error:
        read_clinic(path)
    assert str(error.value) == (
        f"{path}: expected the clinic file here, found nothing. "
        "Name another with CLINIC=path/to/clinic.yml."
    )


def test_a_call_button_dials_and_shows_the_number() -> None:
    assert call_action("clinic", "Call {name}: {phone}", "A & B", "(202) 555-0134") == (
        '<p class="guide-action"><a class="guide-action__button guide-action__button--clinic" '
        'href="tel:2025550134">Call A &amp; B: (202) 555-0134</a></p>'
    )
