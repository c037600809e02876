"""How long a sentence, a list and a paragraph may be."""

from __future__ import annotations

from guide.checks.wording.length import check

from .pages import FIRST, found

TWENTY = " ".join(["word"] * 20)


def test_twenty_words_are_not_too_many() -> None:
    assert found(check, f"{TWENTY}. {TWENTY}.") == []


def test_a_sentence_of_more_words_is_named_where_it_begins() -> None:
    assert found(check, f"Short.\n{TWENTY} more.") == [
        f'before/page.md:{FIRST + 1}: "{" ".join(["word"] * 12)} …" – '
        "21 words in one sentence. Make two, of 20 or fewer."
    ]


def test_seven_lines_are_not_too_many() -> None:
    assert found(check, "- one\n" * 7 + "\nText.\n\n" + "- one\n" * 7) == []


def test_a_longer_list_is_named_by_its_first_line() -> None:
    assert found(check, "- one\n" + "- two\n" * 4 + "\n" + "- three\n" * 3) == [
        f'before/page.md:{FIRST}: "one" – 8 lines in one list. '
        "Put some of them under a heading of their own, 7 or fewer under each."
    ]


def test_three_sentences_are_a_paragraph() -> None:
    assert found(check, "One. Two. Three.") == []


def test_a_longer_paragraph_is_named() -> None:
    assert found(check, "One. Two. Three. Four.") == [
        f'before/page.md:{FIRST}: "One. Two. Three. Four." – '
        "4 sentences in one paragraph. Leave an empty line after 3 or fewer."
    ]
