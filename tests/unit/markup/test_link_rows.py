"""Lists of links."""

from __future__ import annotations

import pytest
from markdown import Markdown


def render(text: str) -> str:
    return Markdown(extensions=["guide.markup.blocks", "guide.markup.link_rows"]).convert(text)


def test_a_link_alone_in_its_line_is_a_row_to_tap() -> None:
    assert '<a class="guide-row" href="drip.md">Drip</a>' in render("- [Drip](drip.md)")


@pytest.mark.parametrize("item", ["- See [drip](drip.md)", "- [Drip](drip.md), into a vein"])
def test_a_link_in_a_sentence_stays_a_link(item: str) -> None:
    assert "guide-row" not in render(item)


def test_a_big_choice_is_not_a_row() -> None:
    assert "guide-row" not in render("/// choices\n- [Drip](drip.md)\n///")
