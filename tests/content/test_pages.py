"""What every page owes its reader, besides what `guide.checks` finds."""

from __future__ import annotations

import re
from datetime import date, datetime
from pathlib import Path

import pytest

from guide.markup.sources import read_sources, referenced_ids
from guide.pages.front_matter import read_page_text
from guide.search.words import FILE, read_words

from ..pages import DOCS, sources

PAGES = sources()
CARD = re.compile(r"^/// (call|emergency) \| (.+?)\n(.*?)^///$", re.MULTILINE | re.DOTALL)
CHECKLIST = re.compile(r"^/// checklist \| (\S+)\n(.*?)^///$", re.MULTILINE | re.DOTALL)


@pytest.fixture(params=PAGES, ids=lambda path: path.relative_to(DOCS).as_posix())
def page(request: pytest.FixtureRequest) -> Path:
    path: Path = request.param
    return path


def body(path: Path) -> str:
    return "\n".join(read_page_text(path.read_text("utf-8")).body)


def test_a_page_has_one_main_heading(page: Path) -> None:
    assert len(re.findall(r"^# ", body(page), re.MULTILINE)) == 1


def test_a_page_with_sources_names_its_facts(page: Path) -> None:
    has_sources = bool(re.search(r"\[\^[a-z0-9-]+\]", body(page)))
    assert has_sources == bool(read_page_text(page.read_text("utf-8")).values["facts"])


def test_a_card_that_says_call_has_the_button(page: Path) -> None:
    for level, title, text in CARD.findall(body(page)):
        button = {"call": "{{ call_clinic }}", "emergency": "{{ call_emergency }}"}[level]
        assert button in text, title


def test_numbers_to_call_come_from_the_clinic_file(page: Path) -> None:
    text = re.sub(r"\{\{.*?\}\}|\]\([^)]*\)|\[\^[^\]]*\]", "", body(page))
    assert not re.search(r"\b(911|999|988|112|111|116 123)\b|\d{3}[-. ]\d{4}", text)


def test_no_page_gives_a_dose(page: Path) -> None:
    assert not re.search(r"\b\d+(\.\d+)? ?(mg|milligrams?|micrograms?)\b", body(page))


def test_every_checklist_has_a_name_of_its_own() -> None:
    names = [name for path in PAGES for name, _ in CHECKLIST.findall(body(path))]
    assert len(names) > 20
    assert sorted(names) == sorted(set(names))


def test_each_route_has_its_lists_before_and_after() -> None:
    for route in ("drip", "shot", "spray", "lozenge"):
        for folder in ("before", "after"):
            lists = CHECKLIST.findall(body(DOCS / folder / f"{route}.md"))
            assert lists, (folder, route)
            assert all(name.startswith(f"{route}-") for name, _ in lists)


def test_all_forty_questions_have_an_answer() -> None:
    text = "".join(path.read_text("utf-8") for path in (DOCS / "questions").glob("*.md"))
    answers = re.findall(r"^## .+ \{#(q\d\d)\b[^}]*\}\n\n\S", text, re.MULTILINE)
    assert sorted(answers) == [f"q{number:02}" for number in range(1, 41)]


def test_the_glossary_explains_twenty_eight_terms() -> None:
    assert len(re.findall(r"^: ", body(DOCS / "about/glossary.md"), re.MULTILINE)) == 28


def test_every_source_in_the_list_is_used_by_a_page() -> None:
    listed = set(read_sources(DOCS.parents[1] / "sources.yml"))
    # Some lines of pages stand in strings.yml, since only one country has them.
    texts = [path.read_text("utf-8") for path in [*PAGES, DOCS / "strings.yml"]]
    assert listed == {source for text in texts for source in referenced_ids(text)}


def test_the_words_of_poisons_are_among_those_of_an_emergency() -> None:
    # Without that the card with the poison line would not come at all.
    words = read_words((DOCS / FILE).read_text("utf-8"))
    assert set(words.poison) - set(words.topics["emergency"]) == set()


# "It ends on December 31, 2026."
END = re.compile(r"\bends on ([A-Z][a-z]+ \d{1,2}, \d{4})")


def ends_before_a_check(text: str) -> list[date]:
    """Return the ends of rules, named on a page, that come before its next check is due."""
    due = date.fromisoformat(str(read_page_text(text).values["due"]))
    ends = (datetime.strptime(end, "%B %d, %Y").date() for end in END.findall(text))
    return [end for end in ends if end <= due]


def test_a_page_that_names_the_end_of_a_rule_is_checked_before_it(page: Path) -> None:
    assert ends_before_a_check(page.read_text("utf-8")) == []


def test_an_end_before_the_next_check_is_found() -> None:
    text = "---\ntitle: Law\ndue: 2027-05-22\n---\n\nIt ends on December 31, 2026.\n"
    assert ends_before_a_check(text) == [date(2026, 12, 31)]
