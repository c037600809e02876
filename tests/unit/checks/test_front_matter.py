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
            'before/page.md:5: "2026-11-22" – expected "due:" after 2026-11-22, the day of its '
            "last check. Write when it is to be checked again.",
        ),
        (
            "reviewed: 2026-11-22",
            "reviewed: 11/22/2026",
            'before/page.md:4: "11/22/2026" – expected "reviewed:" with a date such as '
            "2026-11-22. Write year, month and day.",
        ),
        (
            "due: 2027-05-22\n",
            "",
            'before/page.md:1: "due:" – expected "due:" with a date such as 2026-11-22. '
            "Write year, month and day.",
        ),
        (
            "due: 2027-05-22",
            "due: 2027-05-32",
            'before/page.md:5: "2027-05-32" – expected a day that the calendar has. '
            "Check the month and the day in it.",
        ),
        (
            "facts: [F001]",
            "facts: [F001]\nfacts: [F001]",
            'before/page.md:7: "facts:" – expected each name once. Take one of the two lines out.',
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
            'before/page.md:2: "title: A: page" – expected a line such as "title: Words" that can '
            "be read, here and just above. Put words with a colon or a bracket in them in quotes.",
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
        'before/page.md:1: "# Title" – expected "---" above the first lines. Copy the first lines '
        "of another page, and change them."
    ]


def test_first_lines_with_an_end_alone_missing_are_told() -> None:
    head = HEAD.replace("---\n\n", "\n")
    assert found(check, "# Title", head=head) == [
        'before/page.md:1: "---" – expected "---" below the first lines too, and the words of the '
        "page below that. Write what is missing."
    ]


def test_a_list_of_topics_needs_no_brackets() -> None:
    assert found(check, "Text.", head=HEAD.replace("---\n\n", "topics:\n- driving\n--- \n\n")) == []
