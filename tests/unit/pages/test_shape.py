"""Blocks of a page."""

from __future__ import annotations

from pathlib import Path

import pytest

from guide.inputs import KNOWN_BLOCKS
from guide.pages.front_matter import read_page_text
from guide.pages.shape import shape_problems

from ...pages import DOCS, sources

HEAD = "---\ntitle: Words\n---\n\n"


def found(text: str) -> list[str]:
    return shape_problems(read_page_text(text), ["call", "note", "route"])


@pytest.mark.parametrize("page", sources(), ids=lambda page: page.relative_to(DOCS).as_posix())
def test_the_pages_of_the_guide_are_in_shape(page: Path) -> None:
    assert shape_problems(read_page_text(page.read_text("utf-8")), KNOWN_BLOCKS) == []


def test_blocks_within_blocks_are_in_shape() -> None:
    assert found(f"{HEAD}//// route | drip\n\n/// note | Hi\nText\n///\n\n////\n") == []


def test_an_unknown_block_is_told_with_the_nearest_name() -> None:
    assert found(f"{HEAD}/// notes | Hi\nText\n///\n") == [
        'line 5: expected a block that the guide knows, found "notes". Did you mean "note"? '
        "The names are: call, note, route."
    ]


def test_a_block_without_an_end_is_told_with_its_beginning() -> None:
    assert found(f"{HEAD}/// note | Hi\nText\n") == [
        'line 5: expected the end of "note", found none. Write "///" in a line of its own below '
        "its last line."
    ]


def test_an_end_without_a_block_is_told() -> None:
    assert found(f"{HEAD}Text\n\n///\n") == [
        'line 7: expected no end here, found "///". Take it out.'
    ]


def test_an_end_with_too_few_signs_is_told() -> None:
    assert found(f"{HEAD}//// note | Hi\nText\n///\n") == [
        'line 7: expected "////", as "note" in line 5 begins with it, found "///". Write as many '
        "signs as there."
    ]
