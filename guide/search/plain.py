"""The words of a text as search compares them, the same as in search/engine/terms.js."""

from __future__ import annotations

import re
import unicodedata

# Of printed English, of keyboards that lack them, and signs that are taken for them.
_APOSTROPHES = re.compile("['’\N{LEFT SINGLE QUOTATION MARK}`\N{ACUTE ACCENT}]")
_WORD = re.compile(r"[^\W_]+")


def plain(text: str) -> str:
    """Return a text in small letters, without accents and apostrophes: "Café" is "cafe"."""
    # Some signs become an apostrophe's look-alike and an accent, so these go first.
    apart = unicodedata.normalize("NFKD", _APOSTROPHES.sub("", text)).lower()
    return "".join(sign for sign in apart if not unicodedata.category(sign).startswith("M"))


def words_of(text: str) -> list[str]:
    """Return the words of a text in its order."""
    return _WORD.findall(plain(text))
