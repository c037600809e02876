"""What a message about the clinic file says: where, expected, found, what to do."""

from __future__ import annotations

from dataclasses import dataclass

from pydantic_core import PydanticCustomError


@dataclass(frozen=True)
class Problem:
    """One mistake, in the words of whoever edits the file."""

    line: int
    subject: str
    expected: str
    found: str
    advice: str

    def message(self, file: str) -> str:
        """Return the mistake as one line of text."""
        subject = f"{self.subject}: " if self.subject else ""
        return (
            f"{file}, line {self.line}: {subject}expected {self.expected}, found {self.found}. "
            f"{self.advice}"
        )


def refuse(expected: str, advice: str, found: str = "") -> PydanticCustomError:
    """Return the error that a check of one value raises.

    Args:
        expected: ends the sentence "expected …".
        advice: whole sentences: what to write instead.
        found: ends "found …"; left out, it is the value as written.
    """
    context = {"expected": expected, "advice": advice, "found": found}
    return PydanticCustomError("refused", "expected {expected}", context)


def shown(value: object) -> str:
    """Return a value of the file as it ends the sentence "found …"."""
    if value == "":
        return "nothing"
    if isinstance(value, dict):
        return "lines with names of their own"
    if isinstance(value, list):
        return "a list" if value else "an empty list"
    words = " ".join(str(value).split())
    return f'"{words}"' if len(words) <= 60 else f'"{words[:57]}…"'
