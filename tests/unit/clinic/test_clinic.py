"""The clinic file: what a good one gives, and files that are no text."""

from __future__ import annotations

import datetime
from pathlib import Path

import pytest

from guide.clinic import ROUTES, dialable, numbers_for, parse_clinic, read_clinic
from guide.clinic.countries import OwnNumbers
from guide.clinic.rules.durations import duration
from guide.errors import ClinicError
from guide.macros.buttons import call_action

PROJECT = Path(__file__).parents[3]
EXAMPLES = [PROJECT / "clinic.yml", *sorted((PROJECT / "clinics").glob("*.yml"))]

GOOD = """
name: Lakeside Clinic
country: US
phone: (303) 444-0134
hours: 8 am to 6 pm
"""


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.name)
def test_every_example_is_a_good_sample(path: Path) -> None:
    assert read_clinic(path).sample


def test_a_remark_in_the_example_is_a_good_line_once_its_sign_is_gone(tmp_path: Path) -> None:
    lines = (PROJECT / "clinic.yml").read_text("utf-8").splitlines()
    first = next(index for index, line in enumerate(lines) if line.startswith("sample:"))
    names = ["numbers", "notices", "reviewer", "next_review", "app_name", "short_name"]
    names += ["logo", "colors", "time_zone", "guide_address", "  "]
    used = [
        line[2:] if line.startswith(tuple(f"# {name}" for name in names)) else line
        for line in lines[first:]
    ]
    (tmp_path / "logo.svg").touch()
    # Its numbers show a form only, and are refused as they are in a sample too.
    text = "\n".join(used).replace('"00000"', '"988"').replace('"0000"', '"911"')
    (tmp_path / "clinic.yml").write_text(text, "utf-8")
    clinic = read_clinic(tmp_path / "clinic.yml")
    assert clinic.model_fields_set == set(type(clinic).model_fields)


def test_a_clinic_says_little_and_is_no_sample_unreviewed_and_offers_all_routes() -> None:
    clinic = parse_clinic(GOOD, "clinic.yml")
    assert clinic.name == "Lakeside Clinic"
    assert not clinic.sample
    assert clinic.reviewer is None
    assert tuple(clinic.routes) == ROUTES
    assert clinic.rules.drip.stop_food is None
    assert clinic.rules.drip.sleep_before_driving


def test_the_examples_differ_in_routes_and_country() -> None:
    us = read_clinic(PROJECT / "clinics/example-us.yml")
    uk = read_clinic(PROJECT / "clinics/example-uk.yml")
    assert (us.country, tuple(us.routes)) == ("US", ROUTES)
    assert (uk.country, uk.routes) == ("UK", ["spray", "drip"])
    assert uk.offers("drip")
    assert not uk.offers("shot")


@pytest.mark.parametrize(
    ("line", "name", "value"),
    [
        ("hours: 8:30", "hours", "8:30"),
        ("name: NO", "name", "NO"),
        ("name: 24", "name", "24"),
        ('name: "Lakeside # Clinic"', "name", "Lakeside # Clinic"),
        ("name: Lakeside Clinic # a remark", "name", "Lakeside Clinic"),
        ("phone: 03034440134\ncountry: UK", "phone", "03034440134"),
        ("phone: 1 303 444 0134", "phone", "1 303 444 0134"),
        ("phone: +1 303 444 0134", "phone", "+1 303 444 0134"),
        ("country: UK\nphone: +44 20 8366 0018", "phone", "+44 20 8366 0018"),
        ("sample: Yes\nphone: 000-000-0000", "sample", True),
        ("sample: true\nphone: (202) 555-0134", "phone", "(202) 555-0134"),
        ("next_review: 2027-11-22", "next_review", datetime.date(2027, 11, 22)),
        ("country: JP\nphone: 03 5774 0134\nnumbers:\n  emergency: 119\n  crisis: 03 5774 0992\n"
         "  crisis_name: TELL", "country", "JP"),
        ("country: IE\nphone: 01 496 0134", "country", "IE"),
        ('country: "NO"\nphone: 22 44 01 34', "country", "NO"),
        ("country: NO\nphone: 22 44 01 34", "country", "NO"),
    ],
)  # fmt: skip
def test_a_value_means_what_is_written(line: str, name: str, value: object) -> None:
    names = {part.split(":")[0] for part in line.splitlines()}
    rest = [each for each in GOOD.splitlines() if each.split(":")[0] not in names]
    clinic = parse_clinic("\n".join([*rest, line]), "clinic.yml")
    assert getattr(clinic, name) == value


@pytest.mark.parametrize(
    ("written", "minutes", "shown"),
    [
        ("30 minutes", 30, "30 minutes"),
        ("1 hour", 60, "1 hour"),
        ("1 hours", 60, "1 hour"),
        ("6 Hours", 360, "6 hours"),
        ("2 days", 2880, "2 days"),
    ],
)
def test_a_length_of_time_keeps_its_unit(written: str, minutes: int, shown: str) -> None:
    length = duration(written)
    assert (length.minutes, str(length)) == (minutes, shown)


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


@pytest.mark.parametrize("space", ["\N{NO-BREAK SPACE}", "\N{NARROW NO-BREAK SPACE}", "\u2009"])
def test_a_space_of_a_word_processor_is_a_space(space: str) -> None:
    text = GOOD + (
        "sample: true\naddress: 12 River Street\ntext_number: (303) 444-0135\n"
        "rules:\n  drip:\n    stop_food: 6 hours\n"
        "closed_on: [2026-12-24 to 2026-12-26]\n"
        "opening:\n  monday: 8 am to 6 pm\n"
        + "".join(f"  {day}: closed\n" for day in ("tuesday", "wednesday", "thursday", "friday"))
        + "  saturday: closed\n  sunday: 24 hours\n"
    )
    assert parse_clinic(text.replace(" ", space), "c.yml") == parse_clinic(text, "c.yml")


@pytest.mark.parametrize("name", ["licence", "license"])
def test_the_number_of_a_clinician_has_the_name_of_either_english(name: str) -> None:
    reviewer = f"reviewer:\n  name: Dr. Ana Rivers\n  {name}: 204816\n  date: 2026-11-22\n"
    clinic = parse_clinic(GOOD + reviewer, "c.yml")
    assert clinic.reviewer
    assert clinic.reviewer.licence == "204816"


def test_every_country_has_its_own_numbers() -> None:
    assert numbers_for("US").emergency == "911"
    assert numbers_for("UK").emergency == "999"


def test_a_clinics_own_numbers_win() -> None:
    own = OwnNumbers(crisis="111", crisis_name="NHS 111")
    numbers = numbers_for("UK", own)
    assert (numbers.emergency, numbers.crisis, numbers.crisis_name) == ("999", "111", "NHS 111")


def test_a_country_of_its_own_has_the_numbers_of_the_file() -> None:
    own = OwnNumbers(emergency="119", crisis="03 5774 0992", crisis_name="TELL")
    assert numbers_for("JP", own).emergency == "119"


def test_a_byte_order_mark_does_no_harm(tmp_path: Path) -> None:
    path = tmp_path / "clinic.yml"
    path.write_bytes(b"\xef\xbb\xbf" + GOOD.replace("\n", "\r\n").encode())
    assert read_clinic(path).name == "Lakeside Clinic"


@pytest.mark.parametrize(
    ("data", "line", "found"),
    [
        (GOOD.encode("utf-16"), 1, "one saved as UTF-16, or one that is no text"),
        (GOOD.encode("utf-16-le"), 1, "one saved as UTF-16, or one that is no text"),
        (b"PK\x03\x04\x14\x00\x06\x00", 1, "one saved as UTF-16, or one that is no text"),
        (GOOD.replace("Lakeside", "Caf\xe9").encode("latin-1"), 2, "a letter saved in another way"),
    ],
    ids=["utf-16", "utf-16 without its mark", "word processor", "latin-1"],
)
def test_a_file_saved_in_another_encoding_says_how_to_save_it(
    tmp_path: Path, data: bytes, line: int, found: str
) -> None:
    path = tmp_path / "clinic.yml"
    path.write_bytes(data)
    with pytest.raises(ClinicError) as error:
        read_clinic(path)
    assert str(error.value) == (
        f"clinic.yml, line {line}: expected a file saved as UTF-8, found {found}. "
        'In your text program, choose "Save as" and the encoding "UTF-8".'
    )


def test_a_missing_file_says_how_to_name_another(tmp_path: Path) -> None:
    path = tmp_path / "nowhere.yml"
    with pytest.raises(ClinicError) as error:
        read_clinic(path)
    assert str(error.value) == (
        f"{path}: expected the clinic file here, found nothing. "
        "Name another with CLINIC=path/to/clinic.yml."
    )


def test_a_folder_is_no_clinic_file(tmp_path: Path) -> None:
    with pytest.raises(ClinicError) as error:
        read_clinic(tmp_path)
    assert str(error.value) == (
        f"{tmp_path}: expected the clinic file here, found a folder. "
        "Name another with CLINIC=path/to/clinic.yml."
    )


def test_a_logo_is_beside_its_clinic_file(tmp_path: Path) -> None:
    path = tmp_path / "clinic.yml"
    path.write_text(f"{GOOD}logo: logo.svg\n", "utf-8")
    with pytest.raises(ClinicError) as error:
        read_clinic(path)
    assert str(error.value) == (
        "clinic.yml, line 6: logo: expected a picture beside the clinic file, "
        'found no file "logo.svg". Put it there, or correct its name: capitals count.'
    )
    (tmp_path / "logo.svg").touch()
    assert read_clinic(path).logo == "logo.svg"


def test_a_call_button_dials_and_shows_the_number() -> None:
    assert call_action("clinic", "Call {name}: {phone}", "A & B", "(202) 555-0134") == (
        '<p class="guide-action"><a class="guide-action__button guide-action__button--clinic" '
        'href="tel:2025550134">Call A &amp; B: '
        '<span class="guide-action__number">(202) 555-0134</span></a></p>'
    )
