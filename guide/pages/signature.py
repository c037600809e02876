"""Who has checked the guide, what they saw, and what has changed since: in one place for all.

The foot of every page, "About this guide" and the last lines of a build are made of this.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from html import escape
from pathlib import Path
from typing import Any

from yaml import YAMLError

from guide.clinic import ROUTES, Clinic
from guide.clinic.signature import before_the_text, changed_since
from guide.errors import ClinicError
from guide.texts import load_yaml


@dataclass(frozen=True)
class Text:
    """What a signature is about: the title of a page and the day of its text."""

    title: str
    day: date


def read_texts(pages: Path, clinic: Clinic) -> dict[str, Text]:
    """Return the pages that a clinic's guide has, by their path, in its order.

    Args:
        pages: the folder of the Markdown files. A page without the date of its text is passed
            over: it has a message of its own when it is built.
        clinic: the checked clinic file; pages of routes that it does not offer are not built.
    """
    left_out = {f"{route}.md" for route in ROUTES if not clinic.offers(route)}
    texts = {}
    for file in sorted(pages.rglob("*.md")):
        if file.name in left_out:
            continue
        front_matter = _front_matter(file.read_text("utf-8"))
        if type(front_matter.get("reviewed")) is date:
            name = file.relative_to(pages).as_posix()
            texts[name] = Text(str(front_matter.get("title", name)), front_matter["reviewed"])
    return texts


def check_signature(clinic: Clinic, texts: Mapping[str, Text], file: str) -> None:
    """Refuse a signature that is older than all text; a sample may have any.

    Args:
        clinic: the checked clinic file.
        texts: from `read_texts`.
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
        texts: from `read_texts`.
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


def _front_matter(text: str) -> dict[str, Any]:
    parts = text.split("---\n", 2)
    try:
        found = load_yaml(parts[1]) if len(parts) == 3 else None
    except YAMLError:
        # The build says which line of the page cannot be read.
        found = None
    return found if isinstance(found, dict) else {}
