"""Words that the guide does not use."""

from __future__ import annotations

import pytest

from guide.checks.wording.words import check

from .pages import FIRST, found, rules

BAD = [
    ("Shown to be safe and effective.", "safe and effective"),
    ("The spray is safe.", "is safe"),
    ("Don't worry about it.", "Don't worry"),
    ("There is nothing to worry about.", "nothing to worry about"),
    ("Nausea is the most common.", "most common"),
    ("It is proven to work.", "proven"),
    ("Stay for the night!", "!"),
    ("At T minus 6 hours, stop.", "T minus"),
    ("Please ring the clinic.", "ring the clinic"),
    ("Eat prior to noon.", "prior to"),
    ("Rest in order to heal.", "in order to"),
    ("Utilize the rail.", "Utilize"),
    ("Commence the drip.", "Commence"),
    ("Discontinue the pill.", "Discontinue"),
    ("It takes approximately a day.", "approximately"),
    ("Staff administer it.", "administer"),
    ("Ask your physician.", "physician"),
    ("An adverse effect.", "adverse"),
    ("Take your medication.", "medication"),
    ("Your lips turn grey.", "grey"),
]


@pytest.mark.parametrize(("text", "words"), BAD)
def test_a_word_that_the_guide_does_not_use_is_named(text: str, words: str) -> None:
    (message,) = found(check, text)
    assert message.startswith(f'before/page.md:{FIRST}: "{words}" – ')


def test_every_banned_word_is_tried_here() -> None:
    said = {found(check, text)[0].partition(" – ")[2] for text, _ in BAD}
    assert said == {f"{rule.why}. {rule.better}" for rule in rules().banned}


def test_the_message_says_what_is_wrong_and_a_better_way() -> None:
    assert found(check, "- Do not worry.") == [
        f'before/page.md:{FIRST}: "Do not worry" – this calms a reader who may need help. '
        "Say what is usual, until when, and when to call."
    ]


def test_most_common_may_stand_with_its_figure() -> None:
    assert found(check, "Most commonly, in 3 of 4 people, it fades.") == []


def test_a_question_may_ask_what_people_ask() -> None:
    assert found(check, "## Is it safe? {#q16}\n\nIf you cannot stay safe, call.") == []


def test_titles_of_cards_are_searched_too() -> None:
    (message,) = found(check, "/// call | Ring the clinic if:\n- you feel ill\n///")
    assert '"Ring the clinic"' in message


def test_bold_in_a_sentence_is_named() -> None:
    assert found(check, "First.\nDo **not** eat.") == [
        f'before/page.md:{FIRST + 1}: "not" – bold inside a sentence. '
        "Take the stars out, and put what matters most first."
    ]
