"""Text for some routes only."""

from __future__ import annotations

import markdown
import pytest

from guide.errors import PageError
from guide.macros.one_of import one_of
from guide.markup.routes import without_other_routes

PAGE = """
/// route | drip
For a drip.[^drip-source]
///

//// route | spray
/// call | Call if:
- your nose bleeds
///
////

- For two {.drip .shot}
- For all

| What | When |
| --- | --- |
| Row {.spray} | now |
| Other | now |
""".splitlines()

NAMES = {"drip": "Drip", "shot": "Shot", "spray": "Nasal spray", "lozenge": "Lozenge"}


def html(text: str, *offered: str) -> str:
    extension = {"guide.markup.routes": {"offered": list(offered), "names": NAMES}}
    return markdown.markdown(
        text,
        extensions=["tables", "guide.markup.routes", "guide.markup.blocks"],
        extension_configs=extension,
    )


def test_text_for_other_routes_is_left_out() -> None:
    text = "\n".join(without_other_routes(PAGE, ["lozenge"]))
    assert "drip" not in text
    assert "nose" not in text
    assert "Row" not in text
    assert "- For all" in text
    assert "| Other |" in text


def test_text_for_one_of_the_clinics_routes_stays() -> None:
    kept = without_other_routes(PAGE, ["shot"])
    assert "- For two {.drip .shot}" in kept
    assert "For a drip.[^drip-source]" not in kept


def test_a_block_with_cards_inside_is_left_out_whole() -> None:
    assert "////" not in without_other_routes(PAGE, ["drip"])
    assert "///" in without_other_routes(PAGE, ["spray"])


def test_a_block_is_marked_for_the_filter_and_named() -> None:
    page = html("/// route | drip shot\nRest.\n///", "drip", "shot")
    assert '<div class="guide-route" data-route="drip shot">' in page
    assert '<p class="guide-route__name">Drip, Shot</p>' in page


def test_a_block_with_a_heading_needs_no_name() -> None:
    page = html("/// route | drip\n## Drip: rest\nRest.\n///", "drip")
    assert "guide-route__name" not in page


def test_a_line_a_row_and_a_paragraph_are_marked_without_showing_the_mark() -> None:
    page = html(
        "- One {.drip}\n- Two\n\nThree {.shot}\n\n| A | B |\n| - | - |\n| C {.drip .shot} | D |",
        "drip",
        "shot",
    )
    assert '<li data-route="drip">One</li>' in page
    assert "<li>Two</li>" in page
    assert '<p data-route="shot">Three</p>' in page
    assert '<tr data-route="drip shot">' in page
    assert "{." not in page


def test_a_choice_may_be_for_one_route() -> None:
    page = html("/// choices\n- [Drip](drip.md) Into a vein {.drip}\n///", "drip")
    assert '<li class="guide-choices__item" data-route="drip">' in page
    assert 'class="guide-choices__link"' in page


def test_an_unknown_route_is_named() -> None:
    with pytest.raises(PageError) as error:
        without_other_routes(["/// route | drip sray", "Text", "///"], ["drip"])
    assert str(error.value) == (
        '"/// route | drip sray": expected drip, shot, spray, lozenge or some of them, '
        'found "sray".'
    )


def test_a_block_without_a_route_is_refused() -> None:
    with pytest.raises(PageError) as error:
        without_other_routes(["/// route |", "Text", "///"], ["drip"])
    assert str(error.value) == (
        '"/// route |": expected drip, shot, spray, lozenge or some of them, found none.'
    )


def test_a_block_without_an_end_is_refused() -> None:
    with pytest.raises(PageError) as error:
        without_other_routes(["//// route | drip", "Text", "///"], ["shot"])
    assert str(error.value) == (
        '"//// route | drip": expected a line "////" after its text, found the end of the page. '
        "Add that line."
    )


WORDS = {"or": "or", "drip": "drip", "shot": "shot", "spray": "nasal spray", "lozenge": "lozenge"}


@pytest.mark.parametrize(
    ("offered", "said"),
    [
        (["drip", "shot", "spray", "lozenge"], "drip, shot or lozenge"),
        (["drip", "lozenge"], "drip or lozenge"),
        (["shot", "spray"], "shot"),
        (["spray"], ""),
    ],
)
def test_a_sentence_names_only_routes_that_are_offered(offered: list[str], said: str) -> None:
    assert one_of(offered, WORDS, "drip", "shot", "lozenge") == said
