"""The search data made of what MkDocs' search plugin wrote."""

from __future__ import annotations

from typing import Any

from guide.search.index import search_index, search_panel
from guide.search.sections import Section
from guide.search.words import Words

WORDS = Words(
    topics={"driving": ("drive", "car"), "suicidal": ("want to die",)},
    help_first=("suicidal",),
    skip=("the", "to"),
    endings=("ing",),
)
STOCK = {
    "config": {"lang": ["en"]},
    "docs": [
        {"location": "after/", "title": "After", "text": "<p>Rest.</p>"},
        {"location": "after/#car", "title": "The car", "text": "<p>Don’t take the car home.</p>"},
        {"location": "before/drip/", "title": "Drip", "text": "<p>Home &amp; rest</p>"},
    ],
}


def index() -> dict[str, Any]:
    sections = {
        "after/": {"car": Section(["driving"], ["spray"], ["Take <no> car."])},
        "before/drip/": {"": Section()},
    }
    topics = {"after/": ["suicidal"]}
    return search_index(
        STOCK,
        WORDS,
        lambda page: sections.get(page, {}),
        lambda page: topics.get(page, []),
        {"spray": "spray"},
        "For: {routes}.",
    )


def words_of(number: int) -> set[str]:
    """The words of an entry, as the scripts read them."""
    guide = index()["config"]["guide"]
    found = set()
    for word, steps in zip(guide["words"].split(), guide["places"], strict=True):
        place = 0
        for step in steps.split():
            place += int(step)
            if place == number:
                found.add(word)
    return found


def test_a_section_has_its_topics_route_and_answer() -> None:
    assert index()["docs"][1] == {
        "location": "after/#car",
        "title": "The car",
        "text": "Take &lt;no&gt; car.",
        "topics": ["driving"],
        "route": "spray",
    }


def test_a_page_has_the_topics_of_its_front_matter() -> None:
    assert index()["docs"][0]["topics"] == ["suicidal"]


def test_a_checklist_of_one_route_is_for_that_route() -> None:
    assert index()["docs"][2]["route"] == "drip"


def test_words_are_kept_that_title_and_answer_do_not_have() -> None:
    assert words_of(1) == {"dont", "home"}
    assert words_of(2) == {"home", "rest"}


def test_the_language_stays_where_the_packer_looks_for_it() -> None:
    assert index()["config"]["lang"] == ["en"]


def test_every_word_and_topic_is_there_for_the_scripts() -> None:
    guide = index()["config"]["guide"]
    assert guide["topics"] == {"driving": "drive, car", "suicidal": "want to die"}
    assert guide["helpFirst"] == ["suicidal"]
    assert guide["routes"] == {"spray": "spray"}
    assert guide["forRoutes"] == "For: {routes}."


def test_the_panel_has_only_the_words_that_put_help_first() -> None:
    strings = {name: name for name in ("routes", "help", "none", "understood", "next", "common")}
    panel = search_panel(WORDS, strings, {"crisis": "<p></p>"})
    assert panel["topics"] == {"suicidal": "want to die"}
    assert panel["calls"] == {"crisis": "<p></p>"}
    assert "routes" not in panel
