"""Warnings in one line a kind."""

from mkdocs_pwa.warned import Warned, details, one_line_a_kind


def test_places_of_one_kind_are_counted_behind_the_first() -> None:
    found = [Warned("a", "one", "wrong"), Warned("b", "two", "bad"), Warned("a", "three", "wrong")]

    assert one_line_a_kind(found) == ["one and 1 more: wrong", "two: bad"]
    assert details(found) == ["one: wrong", "three: wrong"]


def test_a_line_says_that_others_of_its_kind_read_otherwise() -> None:
    found = [Warned("a", "one", "found x."), Warned("a", "one", "found y.")]

    assert one_line_a_kind(found) == [
        "one: found x. (2 of this kind: --verbose names them all.)",
    ]
