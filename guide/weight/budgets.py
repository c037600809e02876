"""How much a reader has to fetch, and how much of it is allowed."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from typing import NamedTuple

from guide.search.parts import PATHS

KB = 1000
_NAMED = 3

#: What is measured, by its name under `extra: lean: budgets:`, in the words of the table.
NAMES = {
    "first_load": "First load",
    "page": "Largest page",
    "update": "Update of one page",
    "whole_copy": "Whole copy",
}


class Figure(NamedTuple):
    """A sum: its bytes, and the files that make it, the heaviest first."""

    size: int
    files: tuple[str, ...]


def figures(
    weights: Mapping[str, int], first: Sequence[str], saved: Collection[str], bundle: str | None
) -> dict[str, Figure]:
    """Add up what a reader fetches.

    Args:
        weights: bytes of each file as sent, by path.
        first: what the first visit loads.
        saved: what the worker saves.
        bundle: the file in which the worker gets all at once, if there is one.
    """
    pages = [path for path in saved if path.endswith(".html")]
    largest = max(pages, key=lambda path: (weights[path], path))
    # After an edit three differ: the page, its part of the search data, and the list of files. At
    # worst the largest page is in the heaviest part.
    known = sorted((path for path in PATHS if path in weights), key=weights.__getitem__)
    changed = [path for path in weights if path in ("sw.js", *known[-1:])]
    whole = {*first, "sw.js", bundle} if bundle else {*first, *saved, "sw.js"}
    parts = {
        "first_load": first,
        "page": [largest],
        "update": [largest, *changed],
        "whole_copy": [path for path in weights if path in whole],
    }
    return {name: _figure(weights, files) for name, files in parts.items()}


def problems(found: Mapping[str, Figure], budgets: Mapping[str, float]) -> list[str]:
    """Return what is above its budget, or budgets that nothing is measured for.

    Args:
        found: see `figures`.
        budgets: in kB of 1,000 bytes, by the names of `NAMES`.
    """
    said = []
    for name, most in budgets.items():
        if name not in found:
            said.append(
                f"mkdocs.yml: extra: lean: budgets: expected {', '.join(NAMES)}, found {name}. "
                "Correct or delete it."
            )
        elif found[name].size > most * KB:
            heaviest = ", ".join(found[name].files[:_NAMED])
            said.append(
                f"{NAMES[name]}: expected at most {most:g} kB, found {_kb(found[name].size)} kB. "
                f"Heaviest: {heaviest}. Make one smaller, or allow more in mkdocs.yml under "
                f"extra: lean: budgets: {name}."
            )
    return said


def table(
    found: Mapping[str, Figure],
    budgets: Mapping[str, float],
    weights: Mapping[str, int],
    before: Mapping[str, int],
) -> list[str]:
    """Return the lines that a build ends with.

    Args:
        found: see `figures`.
        budgets: in kB.
        weights: bytes of each file, of this build.
        before: bytes by path and by names of `NAMES`, of the last build; empty if there was none.
    """
    lines = [f"{'kB as sent':<20}{'now':>8}{'change':>9}{'budget':>9}"]
    for name, figure in found.items():
        change = _change(figure.size, before.get(name))
        budget = f"{budgets[name]:g}" if name in budgets else "-"
        lines.append(f"{NAMES[name]:<20}{_kb(figure.size):>8}{change:>9}{budget:>9}")
    if before:
        grown = {path: size - before.get(path, 0) for path, size in weights.items()}
        most = sorted(grown, key=lambda path: (-grown[path], path))[:_NAMED]
        named = [f"{path} {_change(grown[path], 0)}" for path in most if grown[path] > 0]
        lines.append(f"Grown most: {', '.join(named) or 'nothing'}")
    return lines


def _figure(weights: Mapping[str, int], files: Collection[str]) -> Figure:
    ordered = sorted(set(files), key=lambda path: (-weights[path], path))
    return Figure(sum(weights[path] for path in ordered), tuple(ordered))


def _kb(size: int) -> str:
    return f"{size / KB:.1f}"


def _change(size: int, before: int | None) -> str:
    return "new" if before is None else f"{(size - before) / KB:+.1f}"
