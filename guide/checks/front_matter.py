"""The lines at the top of a page: what it is, when it was checked, which facts it tells.

A title shows in the browser's history and on a shared phone, so it never names a medicine.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from guide.checks.finding import Finding
from guide.checks.page import Guide, Page
from guide.pages.front_matter import FrontMatterError
from guide.pages.review import date_faults

NEEDED = ("title", "description", "reviewed", "due", "facts")

_FACT = re.compile(r"^F\d{3}$")
_EXAMPLES = {
    "title": "title: Food and drink before",
    "description": "description: When to stop food and drinks before each kind of session.",
    "facts": "facts: [F001, F002]",
}


def check(page: Page, guide: Guide) -> Iterator[Finding]:
    """Find what is missing, misspelled or out of order at the top of a page."""
    if isinstance(page.text, FrontMatterError):
        yield _finding(page, page.text)
        return
    values, lines = page.text.values, page.text.lines
    known = [*NEEDED, *guide.rules.front_matter.optional]
    for name, line in lines.items():
        if name not in known:
            message = f"no page has a line of this name. The names are: {', '.join(known)}."
            yield Finding(page.file, line, f"{name}:", message)
    for name, example in _EXAMPLES.items():
        if values.get(name) is None:
            message = f"the line {name} is missing. Write, for example: {example}"
            yield Finding(page.file, lines.get(name, 1), f"{name}:", message)
        elif problem := _problem(name, values[name], guide):
            yield Finding(page.file, lines[name], _written(values[name]), problem)
    for fault in date_faults(page.text):
        yield _finding(page, fault)


def _finding(page: Page, fault: FrontMatterError) -> Finding:
    words = fault.found or fault.about
    return Finding(page.file, fault.line, words, f"expected {fault.expected}. {fault.advice}")


def _problem(name: str, value: object, guide: Guide) -> str | None:
    if name == "title" and (found := _medicine(str(value), guide)):
        return (
            f'others may see the title on a phone, and "{found}" is the name of a medicine. '
            'Use other words, such as "nasal spray" or "your session".'
        )
    if name == "description" and len(str(value)) > guide.rules.front_matter.description:
        longest = guide.rules.front_matter.description
        return f"{len(str(value))} signs are too long to be shown. Use {longest} or fewer."
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
