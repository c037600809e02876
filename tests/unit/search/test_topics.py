"""Topics that pages name, against those of the file of words."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from guide.pages.front_matter import read_page_text
from guide.search.topics import topic_problems, topics_of_page

PAGE = """\
---
title: Driving
topics: [driving, work]
---

# Do not drive today

## Tomorrow, check first {#check data-topics="driving ride"}

Write {data-topics="sleep"} after a heading.

## How to reach {{ clinic.name }} {data-topics="contact"}
"""


HEAD = "---\ntitle: Words\n---\n"


def problems(
    bodies: Mapping[str, str], topics: Iterable[str], effects: Iterable[str] = ()
) -> list[str]:
    """Compare pages, given by what stands below three first lines, with topics and effects."""
    pages = {path: read_page_text(HEAD + body) for path, body in bodies.items()}
    return topic_problems(pages, topics, effects)


def test_topics_stand_in_the_front_matter_and_on_headings() -> None:
    assert topics_of_page(read_page_text(PAGE)) == ["driving", "work", "ride", "contact"]


def test_a_page_without_topics_has_none() -> None:
    assert topics_of_page(read_page_text(HEAD + "# Heading {#id}\n\nText.")) == []


def test_pages_and_words_that_agree_have_no_problem() -> None:
    assert (
        topic_problems({"a.md": read_page_text(PAGE)}, ["driving", "work", "ride", "contact"]) == []
    )


def test_an_unknown_topic_of_a_list_below_its_name_is_named_with_its_line() -> None:
    page = read_page_text("---\ntopics:\n  - sleep\n  - sleeep\n---\n\n# Sleep\n")
    (problem,) = topic_problems({"after/sleep.md": page}, ["sleep"])
    assert problem.startswith("after/sleep.md:4: expected a topic of search-words.yml, found")


def test_an_unknown_topic_is_named_with_its_line_and_the_nearest_one() -> None:
    page = '## Sleep {data-topics="sleeep"}\n\n## More {data-topics="sleep"}'
    assert problems({"after/sleep.md": page}, ["sleep"]) == [
        "after/sleep.md:4: expected a topic of search-words.yml, found “sleeep”. Did you mean "
        "“sleep”? Correct it here, or add a line with its everyday words there."
    ]


def test_a_topic_like_no_other_gets_no_guess() -> None:
    assert "Did you mean" not in problems({"a.md": '## A {data-topics="xyz"}'}, [])[0]


def test_a_topic_that_no_page_answers_is_named() -> None:
    assert problems({"a.md": "# Nothing"}, ["flying"]) == [
        "search-words.yml: expected every topic to have an answer, found no page that names "
        '“flying”. Write {data-topics="flying"} after the heading that answers it, or take its '
        "line out."
    ]


ROWS = """\
| Effect | When |
| --- | --- |
| Itchy skin[^a] {data-topics="itch" data-until="day"} {.drip} | No one knows |

- a rash
  {data-topics="itch skin"}
"""


def test_rows_and_lines_may_name_topics_and_effects() -> None:
    pages = {"a.md": '# Skin {data-topics="skin"}\n\n' + ROWS}
    assert problems(pages, ["skin"], ["itch"]) == []


def test_a_row_alone_is_no_answer_to_a_topic() -> None:
    assert "every topic to have an answer" in problems({"a.md": ROWS}, ["skin", "itch"])[0]


def test_a_row_that_names_an_unknown_topic_is_told_with_its_line() -> None:
    found = problems({"a.md": ROWS}, [], ["itch"])
    assert found == [
        "a.md:9: expected a topic of search-words.yml, found “skin”. Correct it here, or add a "
        "line with its everyday words there."
    ]


def test_an_effect_that_no_row_names_is_told() -> None:
    assert problems({}, [], ["bruise"]) == [
        "search-words.yml: expected every effect to have a row, found none that names “bruise”. "
        'Write {data-topics="bruise"} at the end of the row\'s first cell, or take its line out.'
    ]
