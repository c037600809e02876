"""The search data beside that of the pages."""

from __future__ import annotations

from typing import Any

from guide.search.index import search_guidance, search_index
from guide.search.words import Words

WORDS = Words(
    topics={"driving": ("drive", "car"), "suicidal": ("want to die",)},
    help_first=("suicidal",),
    poison=("took too much",),
    skip=("the", "to"),
    endings=("ing",),
    effects={"sleepy": ("drowsy", "heavy eyes")},
    readings={"high": "driving"},
    kept=("fainted",),
    harmless=("want to die my hair",),
)


def index() -> dict[str, Any]:
    return search_index("en", WORDS, {"spray": "spray"}, "For: {routes}.")


def test_the_language_stays_where_the_packer_looks_for_it() -> None:
    assert index()["config"]["lang"] == ["en"]


def test_every_word_and_topic_is_there_for_the_scripts() -> None:
    guide = index()["config"]["guide"]
    assert guide["effects"] == {"sleepy": "drowsy, heavy eyes"}
    assert guide["readings"] == {"high": "driving"}
    assert guide["kept"] == ["fainted"]
    assert guide["harmless"] == "want to die my hair"
    assert guide["topics"] == {"driving": "drive, car", "suicidal": "want to die"}
    assert guide["helpFirst"] == ["suicidal"]
    assert guide["routes"] == {"spray": "spray"}
    assert guide["forRoutes"] == "For: {routes}."


def test_the_guidance_has_only_the_words_that_put_help_first() -> None:
    strings = {name: name for name in ("routes", "help", "none", "understood", "next", "common")}
    guidance = search_guidance(WORDS, strings, {"crisis": "<p></p>"})
    assert guidance["topics"] == {"suicidal": "want to die"}
    assert guidance["poison"] == "took too much"
    assert guidance["harmless"] == "want to die my hair"
    assert guidance["calls"] == {"crisis": "<p></p>"}
    assert "routes" not in guidance
