"""What search knows of each page, made of the built pages."""

from __future__ import annotations

from typing import Any

from guide.search.pages import search_pages
from guide.search.sections import Section

PAGES = {
    "after/": {
        "": Section(title="After", text="Rest."),
        "car": Section(
            ["driving"], ["spray"], ["Take <no> car."], "The car", "Don’t take the car home."
        ),
    },
    "before/drip/": {"": Section(title="Drip ", text=" Home & rest ")},
}


def pages() -> dict[str, list[dict[str, Any]]]:
    return search_pages(PAGES, ("the", "to"), {"after/": ["suicidal"]})


def words_of(section: dict[str, Any]) -> set[str]:
    return set(section["words"].split(" "))


def test_the_sections_of_a_page_are_together_the_page_itself_first() -> None:
    titles = {page: [each["title"] for each in sections] for page, sections in pages().items()}
    assert titles == {"after/": ["After", "The car"], "before/drip/": ["Drip"]}


def test_a_section_has_its_topics_route_and_answer() -> None:
    assert pages()["after/"][1] == {
        "id": "car",
        "title": "The car",
        "text": "Take &lt;no&gt; car.",
        "topics": ["driving"],
        "route": "spray",
        "words": "dont home",
    }


def test_what_a_section_does_not_have_takes_no_room() -> None:
    (page,) = search_pages({"after/": {"": Section(title="After")}}, (), {})["after/"]
    assert page == {"title": "After", "text": ""}


def test_a_page_has_the_topics_of_its_front_matter() -> None:
    assert pages()["after/"][0]["topics"] == ["suicidal"]


def test_a_checklist_of_one_route_is_for_that_route() -> None:
    assert pages()["before/drip/"][0]["route"] == "drip"


def test_words_are_kept_that_title_and_answer_do_not_have() -> None:
    assert words_of(pages()["after/"][1]) == {"dont", "home"}
    assert words_of(pages()["before/drip/"][0]) == {"home", "rest"}
