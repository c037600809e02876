"""Every heading and question of the two pages the guide began from has its answer in the guide.

`source_pages.tsv` maps each of them, as a short label, to a page, the id of a heading there, and
words of the answer. A heading with several parts has a row a part.
"""

from __future__ import annotations

import csv
from collections import Counter
from dataclasses import dataclass
from pathlib import Path

import pytest

from ..pages import DOCS
from .sections import sections

TABLE = Path(__file__).with_name("source_pages.tsv")

# Named here as well as counted, so that a row can't leave the table unseen.
ROWS_OF_OVERVIEW = 39
ROWS_OF_INJECTION = 85


@dataclass(frozen=True)
class Row:
    """One heading or question, and where the guide answers it."""

    line: int
    source: str
    heading: str
    page: str
    section: str
    words: str


def read_rows(table: str) -> list[Row]:
    """Return the rows of a table of tab-separated values; the first line names the columns."""
    lines = csv.DictReader(table.splitlines(), delimiter="\t", quoting=csv.QUOTE_NONE)
    return [Row(line=number, **line) for number, line in enumerate(lines, start=2)]


def lost(row: Row, docs: Path) -> str | None:
    """Return what to do about a row whose answer is not in the guide, or nothing."""
    place = f"tests/content/source_pages.tsv, line {row.line}, “{row.heading}”: expected "
    path = docs / row.page
    if not path.is_file():
        return (
            f"{place}the answer on the page {row.page}, found no such page. "
            "Name the page that answers it now."
        )
    found = sections(path.read_text("utf-8"))
    if row.section not in found:
        return (
            f"{place}the answer in {row.page} under #{row.section}, found no heading of that "
            f"name. Write in the line which of these answers it now: {', '.join(found)}."
        )
    if row.words.lower() not in found[row.section].lower():
        return (
            f"{place}the words “{row.words}” in {row.page} under #{row.section}, found none. "
            "Put the answer back, or, if it is still there, write some of its new words in the "
            "line."
        )
    return None


ROWS = read_rows(TABLE.read_text("utf-8"))


def test_no_heading_of_the_source_pages_has_left_the_table() -> None:
    assert Counter(row.source for row in ROWS) == {
        "overview": ROWS_OF_OVERVIEW,
        "injection": ROWS_OF_INJECTION,
    }


def test_each_heading_stands_in_the_table_once() -> None:
    times = Counter((row.source, row.heading) for row in ROWS)
    assert [heading for heading, number in times.items() if number > 1] == []


@pytest.mark.parametrize("row", ROWS, ids=lambda row: f"{row.source}: {row.heading}")
def test_each_heading_of_the_source_pages_is_answered(row: Row) -> None:
    assert lost(row, DOCS) is None


PAGE = """\
---
title: Rest
---

# Rest first

Sit [down](chair.md) and
breathe.[^source]

## Walk later {#walk}

- [ ] Walk {{ clinic.name }} slowly. {#slowly}
"""


@pytest.fixture
def docs(tmp_path: Path) -> Path:
    (tmp_path / "rest.md").write_text(PAGE, "utf-8")
    return tmp_path


def row(page: str = "rest.md", section: str = "walk", words: str = "slowly") -> Row:
    return Row(7, "overview", "Rest", page, section, words)


def test_an_answer_is_found_across_lines_links_and_references(docs: Path) -> None:
    assert lost(row(section="rest-first", words="sit down and breathe."), docs) is None


def test_a_heading_may_have_a_name_of_its_own(docs: Path) -> None:
    assert lost(row(), docs) is None


def test_a_page_that_is_gone_is_told(docs: Path) -> None:
    assert lost(row(page="sleep.md"), docs) == (
        "tests/content/source_pages.tsv, line 7, “Rest”: expected the answer on the page "
        "sleep.md, found no such page. Name the page that answers it now."
    )


def test_a_heading_that_is_gone_is_told(docs: Path) -> None:
    assert lost(row(section="run"), docs) == (
        "tests/content/source_pages.tsv, line 7, “Rest”: expected the answer in rest.md under "
        "#run, found no heading of that name. Write in the line which of these answers it now: "
        "rest-first, walk."
    )


def test_an_answer_in_another_section_is_told(docs: Path) -> None:
    assert lost(row(section="rest-first", words="slowly"), docs) == (
        "tests/content/source_pages.tsv, line 7, “Rest”: expected the words “slowly” in rest.md "
        "under #rest-first, found none. Put the answer back, or, if it is still there, write "
        "some of its new words in the line."
    )
