"""Call cards, do and do-not lists."""

from __future__ import annotations

import pytest
from markdown import Markdown

from guide.markup.blocks import CARD_KINDS


def render(text: str) -> str:
    return Markdown(extensions=["toc", "guide.markup.blocks"]).convert(text)


@pytest.mark.parametrize("kind", CARD_KINDS)
def test_every_kind_of_card_says_its_level_in_words(kind: str) -> None:
    html = render(f"# Page\n\n/// {kind} | What to do\n- one\n///")
    assert f'<div class="guide-card guide-card--{kind}">' in html
    assert '<h2 class="guide-card__title">What to do</h2>' in html


def test_a_card_under_a_heading_is_one_level_below_it() -> None:
    html = render("# Page\n\n## Sight\n\n/// usual | Usual\nx\n///")
    assert '<h3 class="guide-card__title">Usual</h3>' in html


def test_two_cards_under_one_heading_are_of_one_level() -> None:
    html = render("# Page\n\n/// usual | Usual\nx\n///\n\n/// call | Call if:\ny\n///")
    assert html.count('<h2 class="guide-card__title">') == 2


def test_a_card_title_is_no_section_of_its_own_in_search() -> None:
    md = Markdown(extensions=["toc", "guide.markup.blocks"])
    md.convert("# Page\n\n/// call | Call the clinic if:\nx\n///")
    # The extension gives it to the parser, whose types do not know it.
    tokens = vars(md)["toc_tokens"]
    assert [token["name"] for token in tokens] == ["Page"]
    assert tokens[0]["children"] == []
