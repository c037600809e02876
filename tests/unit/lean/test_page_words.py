"""The words for scripts that a page brings."""

from __future__ import annotations

import json

from guide.lean.page_words import namers, with_own_words
from guide.lean.vocabulary import tags_in

WORDS = {
    "clear": "Clear <all> & 'more'",
    "route_drip": "Drip",
    "setting_size": "Size",
    "plan_late": "Too late",
}
OPEN = '<script id="guide-strings" type="application/json">'
PAGE = f"<body>PART{OPEN}{json.dumps(WORDS)}</script>"
SCRIPTS = {
    "main.js": 'const features={"[data-list]":()=>import("./list.js"),'
    '"[data-plan]":()=>import("./plan.js")};text("clear");',
    "list.js": 'import"./route.js";',
    "route.js": "text(`route_${name}`)",
    "plan.js": 'import("./late.js")',
    "late.js": 'text("plan_late")',
}


def words_of(part: str) -> set[str]:
    pages = {"a": PAGE.replace("PART", part), "b": PAGE}
    names = namers({path: tags_in(html) for path, html in pages.items()}, SCRIPTS, "main.js")
    html = with_own_words(pages["a"], names["a"])
    found = json.loads(html.partition(OPEN)[2].removesuffix("</script>"))
    assert all(found[key] == WORDS[key] for key in found)
    return set(found)


def test_a_page_without_tools_brings_what_every_page_may_say() -> None:
    assert words_of("") == {"clear"}


def test_words_of_a_tool_come_with_the_tool_also_by_the_beginning_of_their_name() -> None:
    assert words_of("<p data-list>") == {"clear", "route_drip"}


def test_words_of_what_a_tool_asks_for_later_come_too() -> None:
    assert words_of("<p data-plan>") == {"clear", "plan_late"}


def test_nothing_in_a_word_can_end_the_script() -> None:
    html = with_own_words(PAGE, lambda _: True)
    assert html.count("<") == PAGE.replace("<all>", "all").count("<")
    assert html.count("</script>") == 1


def test_a_page_without_words_stays_as_it_is() -> None:
    assert with_own_words("<p>A page", lambda _: False) == "<p>A page"
