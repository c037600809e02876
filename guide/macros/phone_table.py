"""Whom to call, as a table for the going-home sheet."""

from __future__ import annotations

from guide.clinic import Clinic, Numbers
from guide.macros.buttons import phone_link
from guide.macros.table import cell


def phone_table(clinic: Clinic, numbers: Numbers, words: dict[str, str]) -> str:
    """Return the clinic's and the country's numbers as a Markdown table.

    Args:
        clinic: the checked clinic file.
        numbers: for an emergency and a crisis.
        words: `who` and `number` head the columns; `clinic`, `closed`, `crisis`, `urgent` and
            `emergency` say who answers, with `{name}` and `{hours}`.
    """
    rows = [
        (words["clinic"].format(name=clinic.name, hours=clinic.hours), phone_link(clinic.phone)),
        (words["closed"].format(name=clinic.name), _closed(clinic)),
        (words["crisis"].format(name=numbers.crisis_name), phone_link(numbers.crisis)),
        *_urgent(numbers, words),
        (words["emergency"], phone_link(numbers.emergency)),
    ]
    lines = [f"| {cell(who)} | {how} |" for who, how in rows if how]
    return "\n".join([f"| {words['who']} | {words['number']} |", "| --- | --- |", *lines])


def _urgent(numbers: Numbers, words: dict[str, str]) -> list[tuple[str, str]]:
    """A country without a line for urgent advice has no row for it."""
    if not numbers.urgent or not numbers.urgent_name:
        return []
    return [(words["urgent"].format(name=numbers.urgent_name), phone_link(numbers.urgent))]


def _closed(clinic: Clinic) -> str:
    if clinic.phone_after_hours:
        return phone_link(clinic.phone_after_hours)
    return cell(clinic.after_hours_plan or "")
