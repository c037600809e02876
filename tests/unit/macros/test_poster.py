"""The codes of the poster."""

from __future__ import annotations

import pytest
import segno

from guide.clinic import parse_clinic
from guide.macros.poster import poster_codes

WORDS = {
    "guide": 'The "guide"',
    "companion": "For your adult",
    "type": "Or type: {address}",
    "missing": "Write guide_address: in {file}.",
}
ADDRESS = "https://www.example.org/guide/"
CLINIC = """
sample: true
name: River Clinic
country: US
phone: (202) 555-0134
hours: 8 to 6
guide_address: {}
"""


def test_both_codes_stand_with_the_address_that_they_hold() -> None:
    codes = poster_codes(ADDRESS, "clinic.yml", WORDS)
    assert f"{ADDRESS}</span>" in codes["poster_guide"]
    assert f"{ADDRESS}with-you/</span>" in codes["poster_companion"]


def test_a_code_has_level_q_or_better_and_its_white_edge() -> None:
    drawing = poster_codes(ADDRESS, "clinic.yml", WORDS)["poster_guide"]
    code = segno.make(ADDRESS, error="q", micro=False)
    assert code.error in ("Q", "H")
    size = code.symbol_size(border=4)[0]
    assert f'viewBox="0 0 {size} {size}"' in drawing


def test_a_code_has_a_name_for_those_who_do_not_see_it() -> None:
    drawing = poster_codes(ADDRESS, "clinic.yml", WORDS)["poster_guide"]
    assert 'role="img" aria-label="The &quot;guide&quot;"' in drawing


def test_without_an_address_there_is_no_code_but_what_to_write_where() -> None:
    codes = poster_codes(None, "river.yml", WORDS)
    assert "Write guide_address: in river.yml." in codes["poster_guide"]
    assert not any("svg" in code for code in codes.values())


def test_an_address_is_only_text() -> None:
    codes = poster_codes('https://a.example/"<b>/', "clinic.yml", WORDS)
    assert "<b>" not in codes["poster_guide"]


@pytest.mark.parametrize("written", ["https://www.example.org/guide", ADDRESS])
def test_an_address_is_that_of_the_folder(written: str) -> None:
    assert parse_clinic(CLINIC.format(written), "clinic.yml").guide_address == ADDRESS
