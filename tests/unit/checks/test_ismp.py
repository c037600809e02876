"""Signs and short forms that have led to wrong doses."""

from __future__ import annotations

import pytest

from guide.checks.wording.ismp import check

from .pages import FIRST, found, rules

BAD = [
    ("Once QD.", "QD."),
    ("Take it PRN.", "PRN"),
    ("Spray IN twice.", "IN"),
    ("Given SC.", "SC"),
    ("Some 50 µg.", "µg"),
    ("Have 5 IU.", "IU"),
    ("Have 5 cc.", "cc"),
    ("Drops OD.", "OD"),
    ("At D/C, rest.", "D/C"),
    ("Given MSO4.", "MSO4"),
    ("Wait 1.0 hour.", "1.0"),
    ("Take .5 of it.", ".5"),
    ("In 10000 people.", "10000"),
    ("If it is > 140.", ">"),
    ("Food & drink.", "&"),
    ("After 24 hours + a night.", "+"),
    ("Come @ 9.", "@"),
    ("Pulse ↑ at first.", "↑"),
    ("Drink 2/day.", "2/day"),
    ("Each day x 3.", "x 3"),
    ("Wait 2hours.", "2hours"),
    ("Wait 2 hrs.", "hrs"),
    ("Call and/or text.", "and/or"),
]


@pytest.mark.parametrize(("text", "words"), BAD)
def test_a_sign_that_is_misread_is_named(text: str, words: str) -> None:
    assert any(
        message.startswith(f'before/page.md:{FIRST}: "{words}" – ')
        for message in found(check, text)
    )


def test_every_entry_of_the_list_is_tried_here() -> None:
    said = {message.partition(" – ")[2] for text, _ in BAD for message in found(check, text)}
    assert said == {f"{rule.why}. {rule.better}" for rule in rules().ismp}


def test_the_message_says_why_and_a_better_way() -> None:
    assert found(check, "| Food | Stop 2hours before |\n| --- | --- |\n| Water | 30min |") == [
        f'before/page.md:{FIRST}: "2hours" – number and unit stand together. '
        'Put a space between them: "2 hours".',
        f'before/page.md:{FIRST + 2}: "30min" – number and unit stand together. '
        'Put a space between them: "2 hours".',
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Wait 1.5 to 2 hours.[^eu-pil] {#wait}",
        "Blood pressure of 140/90 or more, in 2025.",
        "A 2-hour stay costs $400 to $800, for 1 in 1,000 people.",
        "Come in at 8 am. Shot (IM) or drip (IV).",
        "In the US, use MedWatch. NHS 111 helps.",
        '<div data-setting="size"></div>',
        "Open it on Wi-Fi, on a PC.",
    ],
)
def test_plain_ways_to_write_are_left_alone(text: str) -> None:
    assert found(check, text) == []
