"""The clinic's own words as pages may print them: text, never HTML."""

from __future__ import annotations

from html import escape

from guide.clinic import Clinic


def page_values(clinic: Clinic) -> dict[str, str | list[str]]:
    """Return the texts of a clinic file, and its lists of texts, as HTML by the name of the field.

    Args:
        clinic: the checked clinic file. What it leaves out is left out here too, so that a page
            that needs it does not build.
    """
    values: dict[str, str | list[str]] = {}
    for name in type(clinic).model_fields:
        value = getattr(clinic, name)
        if isinstance(value, str):
            values[name] = escape(value, quote=False)
        elif isinstance(value, list) and all(isinstance(text, str) for text in value):
            values[name] = [escape(text, quote=False) for text in value]
    return values
