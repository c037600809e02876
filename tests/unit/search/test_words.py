"""The file of everyday words, as an editor may write it."""

from __future__ import annotations

import pytest

from guide.errors import PageError
from guide.search.words import read_words

GOOD = """\
topics:
  driving: drive, my  car,
  suicidal: >-
    want to die,
    end it all
help_first: [suicidal]
skip: a, the
endings: [ing, s]
"""


def message(text: str) -> str:
    with pytest.raises(PageError) as error:
        read_words(text)
    return str(error.value)


def test_words_of_a_topic_are_parted_by_commas() -> None:
    assert read_words(GOOD).topics["driving"] == ("drive", "my car")


def test_words_may_go_on_in_the_next_line() -> None:
    assert read_words(GOOD).topics["suicidal"] == ("want to die", "end it all")


def test_help_first_skip_and_endings_are_read() -> None:
    words = read_words(GOOD)
    assert words.help_first == ("suicidal",)
    assert words.skip == ("a", "the")
    assert words.endings == ("ing", "s")


def test_a_topic_without_words_is_named_with_its_line() -> None:
    assert message(GOOD.replace("driving: drive, my  car,", "driving:")) == (
        "search-words.yml:2: expected everyday words for the topic “driving”, found none. Write "
        "what people type, with commas: “driving: one word, two words”."
    )


def test_a_topic_with_only_commas_has_no_words() -> None:
    assert "found none" in message(GOOD.replace("driving: drive, my  car,", 'driving: ", ,"'))


def test_a_topic_is_named_in_small_letters() -> None:
    assert message(GOOD.replace("driving:", "Drug Test:")) == (
        "search-words.yml:2: expected the name of a topic in small letters and dashes, such as "
        "“drug-test”, found “Drug Test”. Write it that way here and on the pages."
    )


def test_a_topic_that_puts_help_first_must_be_there() -> None:
    assert message(GOOD.replace("[suicidal]", "[suicide]")) == (
        "search-words.yml:6: expected topics of this file, found “suicide”. Add that topic with "
        "its words, or take its name out."
    )


def test_a_missing_section_is_named() -> None:
    assert message(GOOD.replace("skip: a, the\n", "")) == (
        "search-words.yml: expected a section “skip:”, found none. Copy it from another language."
    )


def test_a_line_that_cannot_be_read_is_named() -> None:
    assert message(GOOD.replace("drive, my  car,", "drive: my car")) == (
        "search-words.yml:2: expected lines such as “driving: drive, car, bike”, found a line "
        "that cannot be read. Look for a colon or a quote within the words."
    )


def test_an_empty_file_misses_every_section() -> None:
    assert message("").count("found none") == 4


MORE = (
    GOOD
    + """\
effects:
  sleepy: drowsy, heavy eyes
readings: {over: over, high: driving, other: suicidal}
kept: fainted, died
harmless:
  driving: want to drive or die
"""
)


def test_effects_readings_and_kept_words_are_read() -> None:
    words = read_words(MORE)
    assert words.effects == {"sleepy": ("drowsy", "heavy eyes")}
    assert words.readings == {"over": "over", "high": "driving", "other": "suicidal"}
    assert words.kept == ("fainted", "died")


def test_a_harmless_phrase_is_one_of_its_topic_as_well() -> None:
    words = read_words(MORE)
    assert words.harmless == ("want to drive or die",)
    assert words.topics["driving"] == ("drive", "my car", "want to drive or die")


def test_a_harmless_phrase_stands_under_a_topic_of_the_file() -> None:
    assert message(MORE.replace("  driving: want", "  cars: want")) == (
        "search-words.yml:13: expected topics of this file, found “cars”. Add that topic with its "
        "words, or take its name out."
    )


def test_an_effect_without_words_is_named_with_its_line() -> None:
    found = message(MORE.replace("sleepy: drowsy, heavy eyes", "sleepy:"))
    assert found.startswith("search-words.yml:10: expected everyday words for the topic “sleepy”")


def test_readings_are_answered_by_topics_of_the_file() -> None:
    assert message(MORE.replace("high: driving", "high: flying")) == (
        "search-words.yml:11: expected topics of this file, found “flying”. Add that topic with "
        "its words, or take its name out."
    )
