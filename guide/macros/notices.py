"""What a clinic must tell its patients, as a card for a page."""

from __future__ import annotations

from html import escape

from guide.clinic import Clinic


def notices_card(clinic: Clinic, title: str) -> str:
    """Return the clinic's notices as a Markdown card, or nothing where there are none.

    Args:
        clinic: the checked clinic file.
        title: words on top, with `{name}` for the clinic's.
    """
    if not clinic.notices:
        return ""
    lines = [f"- {escape(notice, quote=False)}" for notice in clinic.notices]
    heading = title.format(name=escape(clinic.name, quote=False))
    return "\n".join([f"/// note | {heading}", *lines, "///"])
