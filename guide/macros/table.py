"""A clinic's own words in a cell of a Markdown table."""

from __future__ import annotations

from html import escape


def cell(text: str) -> str:
    """Return words as they may stand in a cell: they are no HTML, and end no cell."""
    return escape(text, quote=False).replace("|", "&#124;")
