"""The reading grade of a page."""

from __future__ import annotations

import pytest

from guide.checks.page import read_page
from guide.checks.rules import Grade
from guide.checks.wording.grade import Counts, check, count

from .pages import FIRST, found, rules

EASY = "You can rest in a calm room.\n\n"
HARD = "Hypertension necessitates immediate discontinuation of administration.\n\n"


def counts(body: str, glossed: list[str] | None = None) -> Counts:
    grade = Grade(highest=6, folders={}, glossed=glossed or [], syllables={"opioids": 3})
    return count(read_page(body, "a.md"), rules().model_copy(update={"grade": grade}))


def test_the_grades_are_those_of_the_formulas() -> None:
    # The worked example: 30 sentences, 300 words, 450 syllables, 30 long words.
    text = Counts(30, 300, 450, 30)
    assert text.flesch_kincaid == pytest.approx(0.39 * 10 + 11.8 * 1.5 - 15.59)
    assert text.smog == pytest.approx(1.043 * 30**0.5 + 3.1291)


def test_a_page_of_fewer_than_thirty_sentences_has_no_smog() -> None:
    assert Counts(29, 290, 400, 10).smog is None


def test_syllables_are_counted_as_they_are_said() -> None:
    # An-y, o-ver, a-bout: hyphenation alone would see one syllable in each.
    assert counts("Any over about.") == Counts(1, 3, 6, 0)


def test_the_parts_of_a_word_with_a_hyphen_are_counted_one_by_one() -> None:
    assert counts("Any going-home sheet.") == Counts(1, 3, 6, 1)


def test_headings_heads_of_tables_and_terms_are_no_sentences() -> None:
    body = "# Take it easy now\n\n| What it may be |\n| --- |\n\nA fine long term\n:   It is so."
    assert counts(body).sentences == 1


def test_one_or_two_words_are_no_sentence() -> None:
    assert counts("- Mild headache\n- A mild headache\n").sentences == 1


def test_numbers_and_values_are_no_words() -> None:
    assert counts("Call {{ emergency }} now if 24 hours pass.").words == 5


@pytest.mark.parametrize(
    "body",
    [
        "Ask about strong pain pills (opioids). Opioids are strong.",
        "Opioids (strong pain pills) are strong.",
        "Opioids\n:   These are strong pain pills. Opioids are strong.",
    ],
)
def test_a_medical_word_that_the_page_explains_is_no_long_word(body: str) -> None:
    assert counts(body, ["opioids"]).long_words == 0


def test_a_medical_word_without_an_explanation_is_a_long_word() -> None:
    assert counts("Opioids are strong.", ["opioids"]).long_words == 1


def test_the_name_of_a_medicine_is_no_long_word() -> None:
    assert counts("Tell them about acetaminophen.").long_words == 0


def test_an_explanation_changes_nothing_for_flesch_kincaid() -> None:
    body = "Ask about pills (opioids)."
    assert counts(body, ["opioids"]).syllables == counts(body).syllables


def test_an_easy_page_is_left_alone() -> None:
    assert found(check, EASY * 30) == []


def test_a_hard_page_is_named_with_its_hardest_sentence() -> None:
    # One in ten is hard, so Flesch–Kincaid is low and SMOG is not.
    (message,) = found(check, (EASY * 9 + HARD) * 4)
    assert message == (
        f'before/page.md:{FIRST + 18}: "Hypertension necessitates immediate discontinuation of …" '
        "– the page reads at grade 7.2 (SMOG), and 6 is the highest here. "
        "Begin with this sentence: shorter words, or two sentences."
    )


def test_a_page_too_hard_by_smog_is_named_with_its_most_long_words() -> None:
    # The first has longer words, the second more of them that count.
    named = "Theophylline and clarithromycin.\n\n"
    long = "Calm the anxiety of a hospital emergency.\n\n"
    (message,) = found(check, EASY * 20 + (named + long) * 10)
    assert '"Calm the anxiety of a hospital emergency."' in message


def test_pages_for_after_and_for_help_have_a_lower_bar() -> None:
    body = (EASY * 9 + "Rest in a hospital all day.\n\n") * 4 + "Any hospital will do.\n\n" * 2
    assert found(check, body, path="learn/page.md") == []
    assert "5 is the highest here" in found(check, body, path="help/page.md")[0]


def test_a_short_page_is_judged_by_flesch_kincaid() -> None:
    (message,) = found(check, HARD)
    assert "(Flesch–Kincaid)" in message
