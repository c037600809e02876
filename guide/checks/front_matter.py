"""The lines at the top of a page: what it is, when it was checked, which facts it tells.

A title shows in the browser's history and on a shared phone, so it never names a medicine.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

import yaml

from guide.checks.finding import Finding
from guide.checks.page import Guide, Page
from guide.texts import load_yaml

NEEDED = ("title", "description", "reviewed", "due", "facts")

_NAME = re.compile(r"^([A-Za-z_-]+):")
_FACT = re.compile(r"^F\d{3}$")
_EXAMPLES = {
    "title": "title: Food and drink before",
    "description": "description: When to stop food and drinks before each kind of session.",
    "reviewed": "reviewed: 2026-11-22",
    "due": "due: 2027-05-22",
    "facts": "facts: [F001, F002]",
}


def check(page: Page, guide: Guide) -> Iterator[Finding]:
    """Find what is missing, misspelled or out of order at the top of a page."""
    if page.head is None:
        yield Finding(
            page.file,
            1,
            page.body[0] if page.body else "",
            'the page begins without its "---" lines. Copy them from another page, with title, '
            "description, reviewed, due and facts between them.",
        )
        return
    lines = {match[1]: number for number, match in _names(page.head)}
    try:
        values = load_yaml("\n".join(page.head)) or {}
    except yaml.YAMLError:
        yield Finding(
            page.file,
            2,
            page.head[0] if page.head else "",
            "the lines between the two --- cannot be read. Put a value with a colon in quotes.",
        )
        return
    known = [*NEEDED, *guide.rules.front_matter.optional]
    for name, line in lines.items():
        if name not in known:
            message = f"no page has a line of this name. The names are: {', '.join(known)}."
            yield Finding(page.file, line, f"{name}:", message)
    for name in NEEDED:
        if values.get(name) is None:
            message = f"the line {name} is missing. Write, for example: {_EXAMPLES[name]}"
            yield Finding(page.file, 1, f"{name}:", message)
        elif problem := _problem(name, values, guide):
            yield Finding(page.file, lines[name], _written(values[name]), problem)


def _names(head: list[str]) -> Iterator[tuple[int, re.Match[str]]]:
    for number, line in enumerate(head, 2):
        if match := _NAME.match(line):
            yield number, match


def _problem(name: str, values: dict[str, object], guide: Guide) -> str | None:
    value = values[name]
    if name == "title" and (found := _medicine(str(value), guide)):
        return (
            f'others may see the title on a phone, and "{found}" is the name of a medicine. '
            'Use other words, such as "nasal spray" or "your session".'
        )
    if name == "description" and len(str(value)) > guide.rules.front_matter.description:
        longest = guide.rules.front_matter.description
        return f"{len(str(value))} signs are too long to be shown. Use {longest} or fewer."
    if name in ("reviewed", "due") and not isinstance(value, date):
        return f"this is no date. Write, for example: {_EXAMPLES[name]}"
    if name == "due":
        reviewed = values.get("reviewed")
        if isinstance(reviewed, date) and isinstance(value, date) and value <= reviewed:
            return "the next check is due before the last one. Give a later date."
    if name == "facts":
        return _problem_of_facts(value)
    return None


def _written(value: object) -> str:
    """A value as an editor writes it."""
    return f"[{', '.join(map(str, value))}]" if isinstance(value, list) else str(value)


def _medicine(title: str, guide: Guide) -> str | None:
    words = re.findall(r"[a-z]+", title.lower())
    names = [*guide.rules.medicines.names, *guide.rules.medicines.kinds]
    return next((name for name in names if name.lower() in words), None)


def _problem_of_facts(facts: object) -> str | None:
    if not isinstance(facts, list) or not all(_FACT.match(str(fact)) for fact in facts):
        return f"a fact is F and three digits. Write, for example: {_EXAMPLES['facts']}"
    if facts != sorted(set(facts)):
        right = _written(sorted(set(facts)))
        return f"the facts are not in order, or one is there twice. Write: {right}"
    return None
