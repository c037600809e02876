"""`--figures`: how each page does, as a table for a closing note."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from guide.checks.page import Guide, Page
from guide.checks.wording.claims import claims
from guide.checks.wording.grade import Counts, count
from guide.checks.wording.prose import sentences

_HEAD = ("page", "FK", "SMOG", "sentences", "longest", "claims", "sourced")


@dataclass(frozen=True)
class Figures:
    """The figures of one page; `longest` is in words."""

    file: str
    counts: Counts
    longest: int
    claims: int
    sourced: int


def figures(page: Page, guide: Guide) -> Figures:
    """Return the figures of a page."""
    found = list(claims(page, guide.rules.claims))
    lengths = [len(sentence.words) for block in page.blocks for sentence in sentences(block)]
    return Figures(
        page.file,
        count(page, guide.rules),
        max(lengths, default=0),
        len(found),
        sum(claim.has_source for claim in found),
    )


def table(rows: Iterable[Figures]) -> Iterator[str]:
    """Yield the lines of a table, with all pages together in the last."""
    rows = list(rows)
    total = Figures(
        f"{len(rows)} pages",
        sum((row.counts for row in rows), Counts()),
        max((row.longest for row in rows), default=0),
        sum(row.claims for row in rows),
        sum(row.sourced for row in rows),
    )
    yield _line(_HEAD, max(len(row.file) for row in [*rows, total]))
    for row in [*rows, total]:
        cells = (
            row.file,
            _grade(row.counts.flesch_kincaid),
            _grade(row.counts.smog),
            str(row.counts.sentences),
            str(row.longest),
            str(row.claims),
            str(row.sourced),
        )
        yield _line(cells, max(len(row.file) for row in [*rows, total]))


def _grade(value: float | None) -> str:
    return "–" if value is None else f"{value:.1f}"


def _line(cells: tuple[str, ...], width: int) -> str:
    first, *others = cells
    return "  ".join([first.ljust(width), *(cell.rjust(9) for cell in others)])
