"""Checklists: from an editor's lines to boxes that keep their name."""

from __future__ import annotations

import pytest
from markdown import Markdown

from guide.errors import PageError


def render(text: str) -> str:
    return Markdown(extensions=["attr_list", "footnotes", "guide.markup.blocks"]).convert(text)


def checklist(*items: str, name: str = "drip-ahead") -> str:
    return "\n".join([f"/// checklist | {name}", *items, "///"])


def test_an_item_becomes_a_box_whose_label_is_its_words() -> None:
    html = render(checklist("- [ ] Book a ride. {#ride}"))
    assert 'data-checklist="drip-ahead"' in html
    assert 'data-item="ride"' in html
    assert "<label" in html
    assert '<span class="guide-checklist__text">Book a ride.</span></label>' in html


def test_rewording_an_item_keeps_its_name() -> None:
    before = render(checklist("- [ ] Book a ride. {#ride}"))
    after = render(checklist("- [ ] Ask an adult to take you home. {#ride}"))
    assert 'data-item="ride"' in before
    assert 'data-item="ride"' in after


def test_an_item_may_hold_a_link_and_a_source() -> None:
    html = render(checklist("- [ ] See [this](a.md).[^x] {#see}") + "\n\n[^x]: Source.")
    assert '<a href="a.md">this</a>' in html
    assert 'class="footnote-ref"' in html
    assert "{#see}" not in html


def test_an_item_of_one_route_keeps_its_mark() -> None:
    text = checklist("- [ ] Rinse your nose. {#nose} {.spray}")
    html = Markdown(
        extensions=["attr_list", "guide.markup.blocks", "guide.markup.routes"],
        extension_configs={"guide.markup.routes": {"names": {"spray": "Nasal spray"}}},
    ).convert(text)
    assert 'data-route="spray"' in html
    assert 'data-item="nose"' in html


def test_items_apart_by_empty_lines_are_items_too() -> None:
    html = render(checklist("- [ ] One. {#one}", "", "- [ ] Two. {#two}"))
    assert html.count('type="checkbox"') == 2


@pytest.mark.parametrize(
    ("items", "message"),
    [
        (
            ["- [ ] Book a ride."],
            'Checklist "drip-ahead": expected a name such as {#ride} at the end of '
            '"[ ] Book a ride.". The tick is kept under it.',
        ),
        (
            ["- Book a ride. {#ride}"],
            'Checklist "drip-ahead": expected "- [ ] " before "Book a ride. {#ride}".',
        ),
        (
            ["- [ ] Rinse your nose. {.spray} {#nose}"],
            'Checklist "drip-ahead": expected {#nose} before {.spray}, found it after. '
            'Write: "- [ ] Rinse your nose. {#nose} {.spray}".',
        ),
        (
            ["- [ ] One. {#same}", "- [ ] Two. {#same}"],
            'Checklist "drip-ahead": two items are called {#same}. Give one of them another name.',
        ),
        (
            ["Nothing to tick."],
            'Checklist "drip-ahead": expected lines that begin with "- [ ]", found none.',
        ),
    ],
)
def test_a_list_that_could_not_keep_ticks_stops_the_build(items: list[str], message: str) -> None:
    with pytest.raises(PageError) as error:
        render(checklist(*items))
    assert str(error.value) == message


def test_a_list_needs_a_name_that_fits_a_key() -> None:
    with pytest.raises(PageError) as error:
        render(checklist("- [ ] One. {#one}", name="Drip ahead"))
    assert str(error.value) == (
        'Checklist "Drip ahead": expected a name of small letters, digits and dashes, '
        'such as "/// checklist | drip-ahead".'
    )
