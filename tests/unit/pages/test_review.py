"""When a page is to be read again."""

from __future__ import annotations

from datetime import date

import pytest

from guide.pages.front_matter import PageText, read_page_text
from guide.pages.review import date_faults, due_date, review_problems, reviewed_on

TODAY = date(2026, 11, 28)


def page(dates: str) -> PageText:
    return read_page_text(f"---\ntitle: Words\n{dates}---\n\n# Words\n")


GOOD = page("reviewed: 2026-11-22\ndue: 2027-05-22\n")


def test_a_page_is_due_on_its_own_day_or_the_clinics_if_that_is_sooner() -> None:
    assert due_date(GOOD, None) == date(2027, 5, 22)
    assert due_date(GOOD, date(2027, 1, 1)) == date(2027, 1, 1)
    assert due_date(GOOD, date(2028, 1, 1)) == date(2027, 5, 22)


def test_the_day_of_a_text_is_there_or_not() -> None:
    assert reviewed_on(GOOD) == date(2026, 11, 22)
    assert reviewed_on(page("reviewed: November\n")) is None
    assert reviewed_on(page("")) is None


@pytest.mark.parametrize(
    ("dates", "message"),
    [
        (
            "reviewed: 2026-11-22\n",
            'line 1: expected "due:" with a date such as 2026-11-22, found nothing. Write year, '
            "month and day.",
        ),
        (
            "due: 2027-05-22\nreviewed: 22 November\n",
            'line 4: expected "reviewed:" with a date such as 2026-11-22, found "22 November". '
            "Write year, month and day.",
        ),
        (
            "reviewed: 2026-11-22 08:00:00\ndue: 2027-05-22\n",
            'line 3: expected "reviewed:" with a date such as 2026-11-22, found "2026-11-22 '
            '08:00:00". Write year, month and day.',
        ),
        (
            "reviewed: 2026-11-22\ndue: 2026-11-22\n",
            'line 4: expected "due:" after 2026-11-22, the day of its last check, found '
            '"2026-11-22". Write when it is to be checked again.',
        ),
    ],
)
def test_wrong_dates_are_named(dates: str, message: str) -> None:
    assert [str(fault) for fault in date_faults(page(dates))] == [message]
    assert review_problems({"a.md": page(dates)}, None, TODAY) == ([f"a.md, {message}"], [])


def test_a_page_is_good_on_the_day_it_is_due() -> None:
    assert review_problems({"index.md": GOOD}, None, date(2027, 5, 22)) == ([], [])


def test_a_page_is_overdue_the_day_after() -> None:
    assert review_problems({"before/drip.md": GOOD}, None, date(2027, 5, 23)) == (
        [],
        [
            "before/drip.md: expected a check by 2027-05-22, found none; today is 2027-05-23. Read "
            "the page against its sources again. Then write the new dates after "
            '"reviewed:" and "due:" in its first lines, or after "next_review:" in the clinic '
            "file."
        ],
    )
