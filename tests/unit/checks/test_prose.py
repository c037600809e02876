"""What is left of Markdown when it is read."""

from __future__ import annotations

import pytest

from guide.checks.blocks import Block
from guide.checks.wording.prose import plain, sentences


@pytest.mark.parametrize(
    ("markdown", "words"),
    [
        ("Do not eat.[^eu-pil][^asa] {#food}", "Do not eat. "),
        ("[ ] Bring [their page](../with-you/index.md).", "Bring their page."),
        ("![A hand](hand.svg) <b>up</b>", "A hand up"),
        ("Call {{ emergency }} now", "Call □ now"),
        ('After a {{ one_of("drip", "shot") | capitalize }}', "After a drip or shot"),
        ("a **bold** and *thin* word, 2 * 3", "a bold and thin word, 2 * 3"),
        ("less &lt; more", "less < more"),
    ],
)
def test_marks_are_taken_away_and_words_stay(markdown: str, words: str) -> None:
    assert plain(markdown) == words


def test_a_sentence_ends_at_a_full_stop_and_not_inside_a_number() -> None:
    block = Block("paragraph", 1, 'Plan 1.5 hours. Say "I am ill." Then rest')
    texts = [sentence.text for sentence in sentences(block)]
    assert texts == ["Plan 1.5 hours.", 'Say "I am ill."', "Then rest"]


def test_a_sentence_knows_the_line_on_which_it_begins() -> None:
    block = Block("paragraph", 7, "One\ntwo. Three.\nFour.")
    assert [sentence.line for sentence in sentences(block)] == [7, 8, 9]


def test_cells_are_read_one_by_one_whatever_macros_are_in_them() -> None:
    block = Block("row", 1, '| {{ one_of("drip", "shot") | capitalize }} {.drip} | 2 hours |')
    assert [sentence.text for sentence in sentences(block)] == ["drip or shot", "2 hours"]


def test_a_number_and_a_filled_in_value_are_words() -> None:
    block = Block("paragraph", 1, "Call {{ clinic.phone }} at least 24 hours before.")
    assert len(sentences(block)[0].words) == 7
