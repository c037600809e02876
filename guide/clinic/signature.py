"""The day on which a clinician has signed the guide: not before its text, and not in the future."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

from guide.clinic.review import Reviewer
from guide.clinic.rules.contradictions import Finding


def from_the_future(values: dict[str, Any], today: date) -> Iterator[Finding]:
    """Yield a signature of a day that has not come yet.

    Args:
        values: of a clinic file, as text; a date that cannot be read has its own message.
        today: the latest day that counts.
    """
    reviewer = values.get("reviewer")
    written = reviewer.get("date") if isinstance(reviewer, dict) else None
    if isinstance(written, str) and _is_after(written, today):
        yield (
            ("reviewer", "date"),
            f"the day of a check that has been made, {today} or earlier",
            f'"{written}"',
            "Write the day on which the clinician had read the guide.",
        )


def before_the_text(reviewer: Reviewer | None, texts: Mapping[str, date]) -> str | None:
    """Return what to say of a signature that is older than all text, or nothing.

    Args:
        reviewer: of the checked clinic file.
        texts: the day of each page's text, by its path.
    """
    first = min(texts.values(), default=None)
    if reviewer is None or first is None or reviewer.date >= first:
        return None
    return (
        f"reviewer, date: expected {first} or later, the day of the oldest page, found "
        f"{reviewer.date}. That check was of another text. Have the guide read, and write the day "
        "of that."
    )


def changed_since(reviewer: Reviewer | None, texts: Mapping[str, date]) -> list[str]:
    """Return the paths of the pages whose text is later than the signature, in their order."""
    if reviewer is None:
        return []
    return [path for path, day in texts.items() if day > reviewer.date]


def _is_after(written: str, today: date) -> bool:
    try:
        return date.fromisoformat(written) > today
    except ValueError:
        return False
