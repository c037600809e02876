"""Warnings, one line a kind: seventy of one would hide the one that matters."""

from collections import Counter
from collections.abc import Iterable
from typing import NamedTuple


class Warned(NamedTuple):
    """One place that is warned of.

    Attributes:
        kind: those of one kind are told in one line.
        where: the file.
        text: what was expected there, what was found, and what to do.
    """

    kind: str
    where: str
    text: str

    def __str__(self) -> str:
        return f"{self.where}: {self.text}"


def one_line_a_kind(found: Iterable[Warned]) -> list[str]:
    """A line for each kind: the first place, how many more there are, and what is said of it."""
    by_kind: dict[str, list[Warned]] = {}
    for warned in found:
        by_kind.setdefault(warned.kind, []).append(warned)
    return [_line(group) for group in by_kind.values()]


def details(found: Iterable[Warned]) -> list[str]:
    """Every place of the kinds that have more than one, for who wants to see all."""
    listed = list(found)
    kinds = Counter(warned.kind for warned in listed)
    return [str(warned) for warned in listed if kinds[warned.kind] > 1]


def _line(group: list[Warned]) -> str:
    others = len(dict.fromkeys(warned.where for warned in group)) - 1
    texts = len({warned.text for warned in group})
    first = group[0]
    where = f"{first.where} and {others} more" if others else first.where
    more = f" ({texts} of this kind: --verbose names them all.)" if texts > 1 else ""
    return f"{where}: {first.text}{more}"
