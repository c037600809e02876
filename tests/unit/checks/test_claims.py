"""Claims without a source."""

from __future__ import annotations

import pytest

from guide.checks.wording.claims import check

from .pages import FIRST, found


def message(line: int, words: str, sign: str) -> str:
    return (
        f'before/page.md:{line}: "{words}" – "{sign}" makes this a claim, and it has no source. '
        "Put [^source-id] after it, with an id from sources.yml, "
        'or write "Ask your clinic" instead.'
    )


CLAIMS = [
    ("Wait 24 hours.", "24"),
    ("It starts within minutes.", "minutes"),
    ("You may be tired all day.", "day"),
    ("You must not drive.", "must"),
    ("Do not drive.", "Do not"),
    ("About half of people got better.", "half"),
    ("Have it twice a week.", "twice"),
    ("If you cannot stay awake, call {{ emergency }}.", "call"),
    ("Tell the clinic if it lasts more than 24 hours.", "24"),
    ("Ask your clinic, but do not eat.", "do not"),
    ("Some clinics ask you to rest for a day.", "day"),
    ("Have 24 hours gone by?", "24"),
]


@pytest.mark.parametrize(("text", "sign"), CLAIMS)
def test_a_claim_without_a_source_is_named(text: str, sign: str) -> None:
    shown = text.replace("{{ emergency }}", "□")
    assert found(check, text) == [message(FIRST, shown, sign)]


@pytest.mark.parametrize(("text", "sign"), CLAIMS)
def test_a_claim_with_a_source_is_left_alone(text: str, sign: str) -> None:
    assert found(check, f"{text}[^eu-pil] More words.") == []


@pytest.mark.parametrize(
    "text",
    [
        "Rest, and sip water.",
        "Ask your clinic when you can drive again that day.",
        "Ask who answers at night.",
        "If you are not sure, call the clinic.",
        "If no one answers, call {{ emergency }}.",
        "No times yet? Call and ask.",
        "Is a day without a drink hard for you?",
        "Hours: {{ clinic.hours }}.",
        "Save {{ clinic.phone }} and {{ crisis }} in your phone.",
        "More: [After 24 hours](../after/index.md)",
        "[When to call](#call-now)",
    ],
)
def test_a_line_that_tells_no_fact_is_no_claim(text: str) -> None:
    assert found(check, text) == []


def test_headings_and_titles_of_cards_are_not_checked() -> None:
    assert (
        found(check, "## Do not drive for 24 hours\n\n/// call | Call after 2 days if:\n///") == []
    )


def test_a_source_in_another_item_does_not_count() -> None:
    assert found(check, "- Rest.[^a]\n- Wait 2 hours.") == [
        message(FIRST + 1, "Wait 2 hours.", "2")
    ]


def test_a_source_anywhere_in_a_row_counts_for_the_row() -> None:
    table = "| A | B |\n| --- | --- |\n| Spray | 2 hours |\n| Drip[^a] | 4 hours |"
    assert found(check, table) == [message(FIRST + 2, "2 hours", "2")]


def test_the_words_after_a_link_may_have_a_time_but_no_number() -> None:
    assert found(check, "- [Rest](a.md) A calm page for the next hours {.after}") == []
    assert found(check, "- [Rest](a.md) and wait 2 hours") == [
        message(FIRST, "and wait 2 hours", "2")
    ]


def test_a_claim_in_the_words_of_a_link_in_a_sentence_is_a_claim() -> None:
    assert found(check, "A drip [takes 2 hours](a.md).") == [
        message(FIRST, "A drip takes 2 hours.", "2")
    ]


def test_each_line_of_an_emergency_card_is_a_claim() -> None:
    card = "/// {} | Call if:\n- your lips turn blue\n\n{{{{ call_emergency }}}}\n///"
    assert found(check, card.format("emergency")) == [
        message(FIRST + 1, "your lips turn blue", "emergency")
    ]
    assert found(check, card.format("call")) == []


def test_pages_about_the_guide_itself_have_no_claims() -> None:
    assert found(check, "Wait 2 minutes.", path="about/save.md") == []
    assert len(found(check, "Wait 2 minutes.", path="about/glossary.md")) == 1
