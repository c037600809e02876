"""Who has checked the guide, and what has changed since."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from guide.clinic import Clinic, parse_clinic
from guide.errors import ClinicError
from guide.pages.front_matter import read_page_text
from guide.pages.signature import (
    Text,
    changed_pages,
    check_signature,
    dated_texts,
    signature_line,
    who_checked,
)
from guide.strings import read_strings

WORDS = read_strings(Path(__file__).parents[3] / "docs/en")
BASE = "name: Lakeside Clinic\ncountry: US\nphone: (303) 444-0134\nhours: 8 to 6\n"
TEXTS = {
    "before/drip.md": Text("Before a drip", date(2026, 11, 20)),
    "help/index.md": Text("Get help", date(2026, 11, 25)),
}


def signed(day: str, more: str = "") -> Clinic:
    reviewer = f"reviewer:\n  name: Dr. A <b> Rivers\n  licence: 204816\n  date: {day}\n"
    return parse_clinic(BASE + reviewer + more, "clinic.yml", today=date(2026, 12, 31))


def test_a_signature_older_than_all_text_was_of_another_text() -> None:
    with pytest.raises(ClinicError) as told:
        check_signature(signed("2026-11-19"), TEXTS, "clinic.yml")
    assert str(told.value) == (
        "clinic.yml: reviewer, date: expected 2026-11-20 or later, the day of the oldest page, "
        "found 2026-11-19. That check was of another text. Have the guide read, and write the day "
        "of that."
    )


def test_a_signature_of_the_day_of_the_oldest_page_is_taken() -> None:
    check_signature(signed("2026-11-20"), TEXTS, "clinic.yml")


def test_a_sample_may_have_any_signature() -> None:
    check_signature(signed("2026-11-19", "sample: true\n"), TEXTS, "clinic.yml")


def test_pages_with_a_later_text_have_changed_since_the_check() -> None:
    assert changed_pages(signed("2026-11-24"), TEXTS) == ["help/index.md"]
    assert changed_pages(signed("2026-11-25"), TEXTS) == []


def test_about_names_who_checked_and_what_has_changed() -> None:
    assert who_checked(signed("2026-11-24"), TEXTS, WORDS) == (
        "Checked by Dr. A &lt;b&gt; Rivers (license 204816) on 2026-11-24. "
        "These pages have changed since that check:\n\n- [Get help](../help/index.md)"
    )


def test_about_says_that_nothing_has_changed() -> None:
    assert who_checked(signed("2026-11-25"), TEXTS, WORDS).endswith(
        "on 2026-11-25. No page has changed since."
    )


def test_about_says_of_an_unsigned_guide_what_every_page_says() -> None:
    clinic = parse_clinic(BASE, "clinic.yml")
    assert who_checked(clinic, TEXTS, WORDS) == WORDS["unreviewed"]
    assert signature_line(clinic, []) == "nobody yet"


def test_a_text_has_its_title_and_its_day() -> None:
    texts = {
        "shot.md": "---\ntitle: Shot\nreviewed: 2026-11-20\n---\n\n# Words\n",
        "undated.md": "---\ntitle: Undated\n---\n\n# Words\n",
    }
    pages = {path: read_page_text(text) for path, text in texts.items()}
    assert dated_texts(pages) == {"shot.md": Text("Shot", date(2026, 11, 20))}
