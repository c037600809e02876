"""Lines that may turn into their opposite."""

from __future__ import annotations

import pytest

from guide.checks.wording.do_not import check

from .pages import FIRST, found

SENTENCE = "Do not stop a prescribed medicine by yourself."


def test_a_do_not_line_without_the_words_is_named() -> None:
    body = "/// do-not | Do not\n- Do not drive.\n- sign papers\n///"
    assert found(check, body) == [
        f'before/page.md:{FIRST + 2}: "sign papers" – read alone, this line says the opposite. '
        'Begin it with "Do not".'
    ]


def test_a_line_under_a_heading_of_what_not_to_do_is_named_too() -> None:
    body = "## First day: do not do these things\n\n/// checklist | eve\n- [ ] Drive. {#drive}\n///"
    assert found(check, body) == [
        f'before/page.md:{FIRST + 3}: "Drive." – read alone, this line says the opposite. '
        'Begin it with "Do not".'
    ]
    assert found(check, f"{body}\n\n## Next\n\n- Rest.")[1:] == []


def test_a_box_to_tick_behind_a_do_not_is_named() -> None:
    body = "/// checklist | eve\n- [ ] Pack a bag. {#bag}\n- [ ] Do not drive. {#drive}\n///"
    assert found(check, body) == [
        f'before/page.md:{FIRST + 2}: "Do not drive." – a tick behind "Do not" has two meanings. '
        'Take the line out of the checklist, and put it into a card: "/// do-not | Do not". Or say '
        "what to do instead."
    ]


def test_a_box_may_have_a_do_not_behind_what_to_do() -> None:
    body = "/// checklist | eve\n- [ ] Leave your car. Do not drive back. {#car}\n///"
    assert found(check, body) == []


def test_lines_of_other_lists_need_no_do_not() -> None:
    assert found(check, "/// do | Do\n- Rest.\n///\n\n- Sleep.") == []


@pytest.mark.parametrize(
    "line",
    [
        "Ask about strong pain pills (opioids).",
        "Tell your clinic if you take theophylline.",
        "Some clinics ask you to leave out ADHD pills.",
        "Some clinics ask you to leave them out: lamotrigine.",
        "Calming pills may weaken the lift in mood.",
    ],
)
def test_a_line_that_could_make_someone_skip_a_medicine_is_named(line: str) -> None:
    assert found(check, f"## Medicines\n\n- {line}") == [
        f'before/page.md:{FIRST + 2}: "{line}" – a reader could take this as a reason to leave a '
        f'medicine out. Add, in the same line or section: "{SENTENCE}"'
    ]


@pytest.mark.parametrize("end", [f" {SENTENCE}[^goodrx]", f"\n\n{SENTENCE}", f"\n- {SENTENCE}"])
def test_the_sentence_in_the_line_or_its_section_is_enough(end: str) -> None:
    assert found(check, f"## Medicines\n\n- Ask about opioids.{end}") == []


def test_the_sentence_in_another_section_is_not_enough() -> None:
    body = f"## One\n\nAsk about opioids.\n\n## Two\n\n{SENTENCE}"
    assert len(found(check, body)) == 1


def test_a_link_to_another_page_needs_no_sentence() -> None:
    assert found(check, "## Read next\n\n- [Your pills: what to ask](medicines.md)") == []


def test_a_medicine_that_nobody_is_told_to_leave_needs_no_sentence() -> None:
    assert found(check, "Tell yourself: this is the medicine. Take the pills you brought.") == []


PAUSE = (
    "Do not take the next lozenge, or have the next session, until you have talked with your "
    "clinic. Keep taking your other medicines."
)
HARM = "## Bladder\n\n/// call | Call the clinic if:\n- it burns when you pee\n///\n\n"


def test_a_sign_that_ketamine_does_harm_needs_the_pause_in_its_section() -> None:
    assert found(check, HARM) == [
        f'before/page.md:{FIRST + 3}: "it burns when you pee" – ketamine itself may be doing this '
        f'harm. Add, in the same section: "{PAUSE}"'
    ]
    assert found(check, f"{HARM}{PAUSE}") == []


@pytest.mark.parametrize(
    "sign",
    [
        "it hurts or burns to pee",
        "there is blood in your pee",
        "your pee is dark",
        "your skin or eyes turn yellow",
        "you are pregnant, or may be",
    ],
)
def test_signs_of_the_bladder_the_liver_and_of_pregnancy_are_known(sign: str) -> None:
    assert len(found(check, f"## Signs\n\n/// call | Call if:\n- {sign}\n///")) == 1


def test_beside_such_a_sign_nothing_keeps_the_reader_on_ketamine() -> None:
    assert found(check, f"{HARM}{PAUSE}\n\n{SENTENCE}") == [
        f'before/page.md:{FIRST + 8}: "{SENTENCE}" – beside a sign that ketamine may do harm, this '
        f'keeps the reader on it. Write instead: "{PAUSE}"'
    ]
