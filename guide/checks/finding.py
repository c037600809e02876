"""One thing to mend, as an editor reads it."""

from __future__ import annotations

from dataclasses import dataclass

_LONGEST = 60


@dataclass(frozen=True, order=True)
class Finding:
    """Where it is, the words at fault, and what is wrong with a better way after it."""

    file: str
    line: int
    words: str
    message: str

    def __str__(self) -> str:
        return f'{self.file}:{self.line}: "{excerpt(self.words)}" – {self.message}'


def excerpt(words: str) -> str:
    """Return the beginning of some words, cut between two of them."""
    words = " ".join(words.split())
    if len(words) <= _LONGEST:
        return words
    return f"{words[:_LONGEST].rsplit(' ', 1)[0]} …"
