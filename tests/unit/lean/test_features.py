"""Features of the page's script: which ones pages ask for, and what goes with the others."""

from __future__ import annotations

import pytest

from guide.lean.features import started, unnamed, without_unstarted
from guide.lean.scripts import short_script
from guide.lean.vocabulary import read_tags

MAIN = """import * as menu from "./menu.js";
const features = {
  ":root": async () => menu,
  "[data-next]": () => import("./next.js"),
  "[data-plan]": () => import("./plan/page.js"),
  "article .note, table": () => import("./note.js"),
};
"""
PAGE = "<article class=note data-next>"


@pytest.mark.parametrize("script", [MAIN, short_script(MAIN)], ids=["written", "short"])
def test_features_start_where_their_selector_may_match(script: str) -> None:
    assert list(started(script, read_tags([PAGE]))) == ["./next.js", "./note.js"]


def test_a_feature_counts_if_one_page_of_many_has_it() -> None:
    assert list(started(MAIN, read_tags([PAGE, "<p data-plan>"])))[1] == "./plan/page.js"


def test_what_stands_in_an_inline_script_is_no_element() -> None:
    page = "<script>document.querySelector('[data-plan]')</script>"
    assert list(started(MAIN, read_tags([page]))) == []


def test_features_without_an_element_are_taken_out_and_the_others_stay_as_they_were() -> None:
    line = '  "[data-plan]": () => import("./plan/page.js"),\n'
    assert without_unstarted(MAIN, read_tags([PAGE])) == MAIN.replace(line, "")
    assert without_unstarted(MAIN, read_tags([PAGE, "<p data-plan>"])) == MAIN


def test_scripts_that_nothing_names_any_more_are_found_with_all_that_only_they_name() -> None:
    before = {
        "js/main.js": MAIN,
        "js/menu.js": "",
        "js/next.js": 'import "./lib/dates.js";',
        "js/note.js": "",
        "js/plan/page.js": 'import "../lib/dates.js"; new URL("./worker.js", import.meta.url)',
        "js/plan/worker.js": "",
        "js/lib/dates.js": "",
    }
    after = {**before, "js/main.js": without_unstarted(MAIN, read_tags([PAGE]))}
    assert unnamed(before, after, ["js/main.js"]) == {"js/plan/page.js", "js/plan/worker.js"}


def test_scripts_that_came_in_another_way_stay_and_so_does_what_they_name() -> None:
    before = {
        "js/main.js": 'import("./a.js")',
        "js/a.js": 'import "./b.js";',
        "js/b.js": "",
        "vendor/theme.js": 'import "../js/b.js";',
    }
    assert unnamed(before, {**before, "js/main.js": ""}, ["js/main.js"]) == {"js/a.js"}
