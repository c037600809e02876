"""The words of a text as search compares them."""

from __future__ import annotations

import pytest

from guide.search.pages import search_pages
from guide.search.plain import words_of
from guide.search.sections import Section
from guide.search.words import read_words

from ...search.samples import SAMPLES


@pytest.mark.parametrize(("text", "words"), SAMPLES)
def test_words_have_small_letters_and_neither_accents_nor_apostrophes(
    text: str, words: list[str]
) -> None:
    assert words_of(text) == words


def test_the_words_of_a_section_and_of_a_query_are_in_the_same_letters() -> None:
    text = "Caf\u00e9 na\u00efve d\u00e9j\u00e0 TH\u00c9"
    (page,) = search_pages({"a/": {"": Section(title="Centre", text=text)}}, ["deja"], {})["a/"]
    assert page["words"] == "cafe naive the"


def test_words_to_skip_or_keep_and_endings_are_in_these_letters_too() -> None:
    lists = "skip: D\u00e9j\u00e0, l\u2019\nendings: [\u00e9e]\nkept: \u00c9t\u00e9\n"
    words = read_words(f"topics:\n  a: b\nhelp_first: [a]\n{lists}")
    assert (words.skip, words.endings, words.kept) == (("deja", "l"), ("ee",), ("ete",))
