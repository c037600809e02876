"""The lines at the top of a page."""

from __future__ import annotations

import pytest

from guide.checks.front_matter import check

from .pages import HEAD, found


def test_a_page_with_all_its_lines_is_left_alone() -> None:
    assert found(check, "Text.") == []


@pytest.mark.parametrize(
    ("before", "after", "message"),
    [
        (
            "facts: [F001]\n",
            "",
            'before/page.md:1: "facts:" – the line facts is missing. '
            "Write, for example: facts: [F001, F002]",
        ),
        (
            "title: A page\n",
            "title: A page\nauthor: Ann\n",
            'before/page.md:3: "author:" – no page has a line of this name. '
            "The names are: title, description, reviewed, due, facts, template, topics, search.",
        ),
        (
            "due: 2027-05-22",
            "due: 2026-11-22",
            'before/page.md:5: "2026-11-22" – the next check is due before the last one. '
            "Give a later date.",
        ),
        (
            "reviewed: 2026-11-22",
            "reviewed: 11/22/2026",
            'before/page.md:4: "11/22/2026" – this is no date. '
            "Write, for example: reviewed: 2026-11-22",
        ),
        (
            "[F001]",
            "[F1]",
            'before/page.md:6: "[F1]" – a fact is F and three digits. '
            "Write, for example: facts: [F001, F002]",
        ),
        (
            "[F001]",
            "[F002, F001]",
            'before/page.md:6: "[F002, F001]" – the facts are not in order, '
            "or one is there twice. Write: [F001, F002]",
        ),
        (
            "title: A page",
            "title: After Spravato",
            'before/page.md:2: "After Spravato" – others may see the title on a phone, and '
            '"Spravato" is the name of a medicine. '
            'Use other words, such as "nasal spray" or "your session".',
        ),
        (
            "title: A page",
            "title: A: page",
            'before/page.md:2: "title: A: page" – the lines between the two --- cannot be read. '
            "Put a value with a colon in quotes.",
        ),
    ],
)
def test_a_wrong_line_is_named_with_a_right_one(before: str, after: str, message: str) -> None:
    assert found(check, "Text.", head=HEAD.replace(before, after)) == [message]


def test_a_description_too_long_to_be_shown_is_named() -> None:
    head = HEAD.replace("What it is about.", "word " * 31)
    assert found(check, "", head=head)[0].endswith(
        "154 signs are too long to be shown. Use 150 or fewer."
    )


def test_a_page_without_front_matter_is_told_what_to_copy() -> None:
    assert found(check, "# Title", head="") == [
        'before/page.md:1: "# Title" – the page begins without its "---" lines. Copy them from '
        "another page, with title, description, reviewed, due and facts between them."
    ]
