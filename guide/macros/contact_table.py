"""How to reach the clinic, as a table for a page."""

from __future__ import annotations

from html import escape

from guide.clinic import Clinic
from guide.macros.buttons import phone_link
from guide.macros.table import cell


def contact_table(clinic: Clinic, words: dict[str, str]) -> str:
    """Return what the clinic file says of phones, hours and place as a Markdown table.

    Args:
        clinic: the checked clinic file. What it leaves out has no row.
        words: the name of each row, by the name of the field; `what` and `at` head the columns.
    """
    night, text = clinic.phone_after_hours, clinic.text_number
    values = {
        "phone": phone_link(clinic.phone),
        "phone_after_hours": phone_link(night) if night else "",
        "text_number": phone_link(text, "sms") if text else "",
        "hours": cell(clinic.hours),
        "address": cell(clinic.address or ""),
        "website": _link(str(clinic.website)) if clinic.website else "",
        "languages": cell(", ".join(clinic.languages)),
    }
    rows = [f"| {words[name]} | {value} |" for name, value in values.items() if value]
    return "\n".join([f"| {words['what']} | {cell(clinic.name)} |", "| --- | --- |", *rows])


def _link(address: str) -> str:
    return f'<a href="{escape(address)}">{escape(address)}</a>'
