"""Emergency cards: one list of signs, in the words of who reads it, with the country's numbers."""

from __future__ import annotations

from guide.clinic import Numbers
from guide.macros.signs import not_breathing, other_doubt, poison_line, signs_card, urgent_line

WORDS = {
    "list": [
        {"you": "you cannot breathe", "they": "they cannot breathe"},
        {"you": "a", "they": "b"},
    ],
    "pressure": "High with a sign too.",
    "not_sure": "If you are not sure, call {emergency}.",
    "not_breathing": "Call {emergency} and push.",
    "other_doubt": {"you": "You feel worse: {urgent}.", "they": "They get worse: {urgent}."},
}
US = Numbers(
    emergency="911", crisis="988", crisis_name="988", poison="1-800-222-1222", poison_name="Poison"
)
UK = Numbers(
    emergency="999",
    crisis="116 123",
    crisis_name="S",
    urgent="111",
    urgent_name="NHS 111",
    poison="111",
    poison_name="NHS 111",
)
OTHER = Numbers(emergency="112", crisis="1", crisis_name="Line")


def test_the_card_lists_the_signs_in_the_words_for_the_reader() -> None:
    assert signs_card(WORDS, "you", US) == (
        "- you cannot breathe\n- a\n\nHigh with a sign too.\nIf you are not sure, call 911."
    )


def test_the_card_lists_the_signs_in_the_words_for_whoever_is_with_them() -> None:
    assert signs_card(WORDS, "they", UK).startswith("- they cannot breathe\n- b\n")


def test_what_to_do_for_somebody_who_does_not_breathe_names_the_emergency_number() -> None:
    assert not_breathing(WORDS, UK) == "Call 999 and push."


def test_a_country_with_a_line_for_urgent_advice_sends_other_doubts_there() -> None:
    assert other_doubt(WORDS, "you", UK) == "You feel worse: NHS 111."


def test_a_country_without_one_sends_other_doubts_to_its_emergency_number() -> None:
    assert other_doubt(WORDS, "they", US) == "They get worse: 911."


def test_an_urgent_line_whose_name_lacks_the_number_is_told_with_it() -> None:
    healthline = OTHER.model_copy(update={"urgent": "0800 611 116", "urgent_name": "Healthline"})
    assert urgent_line(healthline) == "Healthline, 0800 611 116"


def test_a_poison_is_told_to_the_poison_line_or_the_emergency_number() -> None:
    assert poison_line(US) == ("Poison", "1-800-222-1222")
    assert poison_line(UK) == ("NHS 111", "111")
    assert poison_line(OTHER) == ("112", "112")


def test_a_line_for_urgent_advice_is_not_asked_about_a_poison_unless_it_says_so() -> None:
    on_call = OTHER.model_copy(update={"urgent": "116 117", "urgent_name": "the on-call service"})
    assert poison_line(on_call) == ("112", "112")
