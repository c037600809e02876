"""When a page is to be read again by someone who answers for it: all that judges its dates."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

from guide.pages.front_matter import FrontMatterError, PageText


def reviewed_on(page: PageText) -> date | None:
    """Return the day of a page's text, or nothing for a page without a date that can be read."""
    return _day(page.values.get("reviewed"))


def date_faults(page: PageText) -> Iterator[FrontMatterError]:
    """Yield what is wrong with the two dates of a page: that one is none, or their order."""
    good = True
    for name in ("reviewed", "due"):
        found = page.values.get(name)
        if _day(found) is None:
            good = False
            yield FrontMatterError(
                page.lines.get(name, 1),
                f"{name}:",
                "" if found is None else str(found),
                f'"{name}:" with a date such as 2026-11-22',
                "Write year, month and day.",
            )
    if good and page.values["due"] <= page.values["reviewed"]:
        yield FrontMatterError(
            page.lines["due"],
            "due:",
            str(page.values["due"]),
            f'"due:" after {page.values["reviewed"]}, the day of its last check',
            "Write when it is to be checked again.",
        )


def due_date(page: PageText, next_review: date | None) -> date:
    """Return the earlier of the page's own date and the clinic's next check of the whole guide.

    Args:
        page: one whose dates have no fault.
        next_review: of the clinic file.
    """
    due: date = page.values["due"]
    return min(due, next_review) if next_review else due


def review_problems(
    pages: Mapping[str, PageText], next_review: date | None, today: date
) -> tuple[list[str], list[str]]:
    """Return what is wrong with the dates of pages, and then which pages are overdue.

    Args:
        pages: by their paths, such as `before/drip.md`.
        next_review: of the clinic file.
        today: the day of the build.
    """
    wrong, late = [], []
    for path, page in pages.items():
        faults = [f"{path}, {fault}" for fault in date_faults(page)]
        wrong += faults
        if not faults and (due := due_date(page, next_review)) < today:
            late.append(
                f"{path}: expected a check by {due}, found none; today is {today}. Read the page "
                'against its sources again. Then write the new dates after "reviewed:" and "due:" '
                'in its first lines, or after "next_review:" in the clinic file.'
            )
    return wrong, late


def _day(value: Any) -> date | None:
    # A time of day makes YAML's value a datetime, which is a date to Python.
    return value if type(value) is date else None
