"""When a page is to be read again."""

from __future__ import annotations

from datetime import date, datetime

import pytest

from guide.errors import PageError
from guide.pages.review import due_date, overdue

HEAD = {"reviewed": date(2026, 11, 22), "due": date(2027, 5, 22)}


def test_a_page_is_due_on_its_own_day_or_the_clinics_if_that_is_sooner() -> None:
    assert due_date(HEAD, None) == date(2027, 5, 22)
    assert due_date(HEAD, date(2027, 1, 1)) == date(2027, 1, 1)
    assert due_date(HEAD, date(2028, 1, 1)) == date(2027, 5, 22)


@pytest.mark.parametrize(
    ("head", "message"),
    [
        (
            {"reviewed": date(2026, 11, 22)},
            'First lines of the page: expected "due:" with a date such as 2026-11-22, '
            "found nothing. Write year, month and day.",
        ),
        (
            {"reviewed": "22 November", "due": date(2027, 5, 22)},
            'First lines of the page: expected "reviewed:" with a date such as 2026-11-22, '
            'found "22 November". Write year, month and day.',
        ),
        (
            {"reviewed": datetime(2026, 11, 22, 8, 0), "due": date(2027, 5, 22)},
            'First lines of the page: expected "reviewed:" with a date such as 2026-11-22, '
            'found "2026-11-22 08:00:00". Write year, month and day.',
        ),
        (
            {"reviewed": date(2026, 11, 22), "due": date(2026, 11, 22)},
            'First lines of the page: expected "due:" after 2026-11-22, the day of its last '
            "check, found 2026-11-22. Write when it is to be checked again.",
        ),
    ],
)
def test_wrong_dates_are_named(head: dict[str, object], message: str) -> None:
    with pytest.raises(PageError) as error:
        due_date(head, None)
    assert str(error.value) == message


def test_a_page_is_good_on_the_day_it_is_due() -> None:
    assert overdue("index.md", date(2027, 5, 22), date(2027, 5, 22)) is None


def test_a_page_is_overdue_the_day_after() -> None:
    assert overdue("before/drip.md", date(2027, 5, 22), date(2027, 5, 23)) == (
        "before/drip.md: expected a check by 2027-05-22, found none; today is 2027-05-23. Read "
        "the page against its sources again. Then write the new dates after "
        '"reviewed:" and "due:" in its first lines, or after "next_review:" in the clinic file.'
    )
