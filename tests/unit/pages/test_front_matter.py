"""The first lines of a page."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from mkdocs.utils.meta import get_data

from guide.errors import PageError
from guide.pages.front_matter import FrontMatterError, read_page_text, read_pages

from ...pages import DOCS, sources

PAGE = """---
title: Words
reviewed: 2026-11-22
topics: [driving, work]
---

# Title
"""


def fault(text: str) -> str:
    with pytest.raises(FrontMatterError) as told:
        read_page_text(text)
    return str(told.value)


def test_a_page_is_cut_into_its_values_and_its_words() -> None:
    page = read_page_text(PAGE)
    assert page.values == {
        "title": "Words",
        "reviewed": date(2026, 11, 22),
        "topics": ["driving", "work"],
    }
    assert page.lines == {"title": 2, "reviewed": 3, "topics": 4}
    assert (page.body, page.body_line) == (["", "# Title"], 6)


def test_topics_may_stand_in_brackets_or_below_each_other() -> None:
    below = PAGE.replace(" [driving, work]", "\n  - driving\n  - work")
    assert read_page_text(PAGE).topics == ((4, "driving"), (4, "work"))
    assert read_page_text(below).topics == ((5, "driving"), (6, "work"))


@pytest.mark.parametrize(
    "text",
    [
        PAGE,
        PAGE.replace("---", "--- "),
        PAGE.replace("---", "---\t"),
        PAGE.replace("\n---\n", "\n...\n"),
        PAGE.replace("title: Words", "title: ---"),
        PAGE + "\n---\n",
    ],
)
def test_what_is_taken_for_first_lines_is_what_the_builder_takes(text: str) -> None:
    page = read_page_text(text)
    words, values = get_data(text)
    assert page.values == values
    assert "\n".join(page.body).strip() == words.strip()


@pytest.mark.parametrize(
    "text",
    [
        "# Title\n",
        "",
        "---\n---\n\n# Title\n",
        "---\ntitle\n---\n\n# Title\n",
        "---\n- title\n---\n\n# Title\n",
        "---\ntitle: Words: more\n---\n\n# Title\n",
        "---\ntitle: Words\ndue: 2027-02-30\n---\n\n# Title\n",
        "---\ntitle: \x00\n---\n\n# Title\n",
        "---\ntitle: !own Words\n---\n\n# Title\n",
        "---\ntitle: Words\n---",
        "---\ntitle: Words\n\n# Title\n",
        "---\N{NO-BREAK SPACE}\ntitle: Words\n---\n\n# Title\n",
        "---\ntitle: Words\N{LINE SEPARATOR}and more\n---\n\n# Title\n",
        "----\ntitle: Words\n---\n\n# Title\n",
    ],
)
def test_what_the_builder_would_print_for_patients_is_refused(text: str) -> None:
    _, values = get_data(text)
    assert values == {}
    assert fault(text).startswith("line ")


@pytest.mark.parametrize(
    ("text", "message"),
    [
        (
            "# Title\n",
            'line 1: expected "---" above the first lines, found "# Title". Copy the first lines '
            "of another page, and change them.",
        ),
        (
            "",
            'line 1: expected "---" above the first lines, found nothing. Copy the first lines of '
            "another page, and change them.",
        ),
        (
            "---\ntitle: Words\n\n# Title\n",
            'line 1: expected "---" below the first lines too, and the words of the page below '
            "that, found nothing. Write what is missing.",
        ),
        (
            "---\ntitle: Words: more\ndue: 2027-01-01\n---\n",
            'line 2: expected a line such as "title: Words" that can be read, here and just '
            'above, found "title: Words: more". Put words with a colon or a bracket in them in '
            "quotes.",
        ),
        (
            "---\ntitle: [Words\ndescription: more\n---\n",
            'line 2: expected a line such as "title: Words" that can be read, here and just '
            'above, found "title: [Words". Put words with a colon or a bracket in them in quotes.',
        ),
        (
            "---\ntitle: Words\ndue: 2027-02-30\n---\n",
            'line 3: expected a day that the calendar has, found "2027-02-30". Check the month '
            "and the day in it.",
        ),
        (
            "---\ntitle: Words\ntitle: More\n---\n",
            'line 3: expected each name once, found "title:". Take one of the two lines out.',
        ),
        (
            "---\ntitle: Words\ntopics: driving\n---\n",
            'line 3: expected after "topics:" a list such as [driving, work], found "driving". '
            "Write brackets around the topics, with a comma between two, or take the line out.",
        ),
        (
            "---\ntopics:\n---\n",
            'line 2: expected after "topics:" a list such as [driving, work], found nothing. '
            "Write brackets around the topics, with a comma between two, or take the line out.",
        ),
    ],
)
def test_a_fault_is_told_with_its_line_and_what_to_do(text: str, message: str) -> None:
    assert fault(text) == message


def test_every_page_that_cannot_be_read_is_told_by_its_name(tmp_path: Path) -> None:
    (tmp_path / "before").mkdir()
    (tmp_path / "before/drip.md").write_bytes(b"---\ntitle: One\n---\n\ncaf\xe9\n")
    (tmp_path / "index.md").write_text("# Title\n", "utf-8")
    (tmp_path / "good.md").write_text(PAGE, "utf-8")
    with pytest.raises(PageError) as told:
        read_pages(tmp_path)
    assert str(told.value).splitlines() == [
        "before/drip.md, line 5: expected a file saved as UTF-8, found a letter saved in another "
        'way. In your text program, choose "Save as" and the encoding "UTF-8".',
        'index.md, line 1: expected "---" above the first lines, found "# Title". Copy the first '
        "lines of another page, and change them.",
    ]


@pytest.mark.parametrize(
    "data",
    [b"\xef\xbb\xbf" + PAGE.encode(), PAGE.replace("\n", "\r\n").encode()],
    ids=["with a byte-order mark", "with the line ends of Windows"],
)
def test_how_a_program_saves_a_page_changes_nothing(tmp_path: Path, data: bytes) -> None:
    (tmp_path / "page.md").write_bytes(data)
    assert read_pages(tmp_path) == {"page.md": read_page_text(PAGE)}


def test_the_pages_of_the_guide_can_be_read() -> None:
    assert list(read_pages(DOCS)) == [path.relative_to(DOCS).as_posix() for path in sources()]
