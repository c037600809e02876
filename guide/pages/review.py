"""When a page is to be read again by someone who answers for it."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from guide.errors import PageError


def due_date(front_matter: Mapping[str, Any], next_review: date | None) -> date:
    """Return the earlier of the page's own date and the clinic's next check of the whole guide.

    Raises:
        PageError: for a page whose first lines do not give the two dates.
    """
    for name in ("reviewed", "due"):
        found = front_matter.get(name)
        # A time of day makes YAML's value a datetime, which is a date to Python.
        if type(found) is not date:
            said = "nothing" if found is None else f'"{found}"'
            raise PageError(
                f'First lines of the page: expected "{name}:" with a date such as 2026-11-22, '
                f"found {said}. Write year, month and day."
            )
    due: date = front_matter["due"]
    if due <= front_matter["reviewed"]:
        raise PageError(
            f'First lines of the page: expected "due:" after {front_matter["reviewed"]}, the day '
            f"of its last check, found {due}. Write when it is to be checked again."
        )
    return min(due, next_review) if next_review else due


def overdue(page: str, due: date, today: date) -> str | None:
    """Return what to tell an editor of a page whose check is overdue, or nothing.

    Args:
        page: its path, such as `before/drip.md`.
        due: the last day on which it is good.
        today: the day of the build.
    """
    if today <= due:
        return None
    return (
        f"{page}: expected a check by {due}, found none; today is {today}. Read the page against "
        'its sources again. Then write the new dates after "reviewed:" and "due:" in its first '
        'lines, or after "next_review:" in the clinic file.'
    )
