"""Who has checked the guide, what they saw, and what has changed since: in one place for all.

The foot of every page, "About this guide" and the last lines of a build are made of this.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from html import escape
from typing import Any

from guide.clinic import Clinic
from guide.clinic.signature import before_the_text, changed_since
from guide.errors import ClinicError
from guide.pages.front_matter import PageText
from guide.pages.review import reviewed_on


@dataclass(frozen=True)
class Text:
    """What a signature is about: the title of a page and the day of its text."""

    title: str
    day: date


def dated_texts(pages: Mapping[str, PageText]) -> dict[str, Text]:
    """Return the title and the day of each page's text, by its path.

    Args:
        pages: those that the clinic has. One without the date of its text is passed over: a build
            that finds it stops.
    """
    return {
        path: Text(str(page.values.get("title", path)), day)
        for path, page in pages.items()
        if (day := reviewed_on(page))
    }


def check_signature(clinic: Clinic, texts: Mapping[str, Text], file: str) -> None:
    """Refuse a signature that is older than all text; a sample may have any.

    Args:
        clinic: the checked clinic file.
        texts: from `dated_texts`.
        file: the name of the clinic file, for the message.

    Raises:
        ClinicError: the check was of another text.
    """
    days = {path: text.day for path, text in texts.items()}
    problem = None if clinic.sample else before_the_text(clinic.reviewer, days)
    if problem:
        raise ClinicError(f"{file}: {problem}")


def changed_pages(clinic: Clinic, texts: Mapping[str, Text]) -> list[str]:
    """Return the paths of the pages whose text is later than the clinic's signature."""
    return changed_since(clinic.reviewer, {path: text.day for path, text in texts.items()})


def who_checked(clinic: Clinic, texts: Mapping[str, Text], words: Mapping[str, Any]) -> str:
    """Return for "About this guide" who has checked the guide and what has changed, as Markdown.

    Args:
        clinic: the checked clinic file.
        texts: from `dated_texts`.
        words: `unreviewed`; `reviewed_by` with `{name}`, `{license}` and `{date}`;
            `nothing_changed`, and `changed` to head a list.
    """
    reviewer = clinic.reviewer
    if reviewer is None:
        return str(words["unreviewed"])
    signed = words["reviewed_by"].format(
        name=escape(reviewer.name, quote=False),
        license=escape(reviewer.licence, quote=False),
        date=reviewer.date,
    )
    changed = changed_pages(clinic, texts)
    if not changed:
        return f"{signed} {words['nothing_changed']}"
    links = [f"- [{texts[path].title}](../{path})" for path in changed]
    return "\n".join([f"{signed} {words['changed']}", "", *links])


def signature_line(clinic: Clinic, changed: Iterable[str], named_at_most: int = 3) -> str:
    """Return who has signed and what has changed since, in one line for a build's end."""
    reviewer = clinic.reviewer
    if reviewer is None:
        return "nobody yet"
    signed = f"{reviewer.name}, license {reviewer.licence}, on {reviewer.date}"
    pages = list(changed)
    if not pages:
        return f"{signed}; no page has changed since"
    more = f" and {len(pages) - named_at_most} more" if len(pages) > named_at_most else ""
    return f"{signed}; changed since: {', '.join(pages[:named_at_most])}{more}"
