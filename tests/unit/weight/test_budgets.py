"""What readers fetch, and what is too much of it."""

from __future__ import annotations

from guide.weight.budgets import Figure, figures, problems, table

WEIGHTS = {
    "index.html": 2000,
    "a/index.html": 5000,
    "main.js": 3000,
    "search/search_index.json": 1600,
    "search/part-0.json": 1500,
    "search/part-1.json": 900,
    "sw.js": 1000,
    "pwa/bundle.1.bin": 6000,
}
SEARCH = ("search/search_index.json", "search/part-0.json", "search/part-1.json")
SAVED = ["index.html", "a/index.html", "main.js", *SEARCH]
FIRST = ["index.html", "main.js"]


def test_each_figure_is_the_sum_of_its_files() -> None:
    found = figures(WEIGHTS, FIRST, SAVED, None)
    assert found == {
        "first_load": Figure(5000, ("main.js", "index.html")),
        "page": Figure(5000, ("a/index.html",)),
        "update": Figure(7500, ("a/index.html", "search/part-0.json", "sw.js")),
        "whole_copy": Figure(
            15000,
            (
                "a/index.html",
                "main.js",
                "index.html",
                "search/search_index.json",
                "search/part-0.json",
                "sw.js",
                "search/part-1.json",
            ),
        ),
    }


def test_an_update_of_one_page_has_the_heaviest_part_of_the_search_data_only() -> None:
    found = figures({**WEIGHTS, "search/part-7.json": 1501}, FIRST, SAVED, None)
    assert found["update"].files == ("a/index.html", "search/part-7.json", "sw.js")


def test_a_site_without_search_has_an_update_too() -> None:
    weights = {path: size for path, size in WEIGHTS.items() if path not in SEARCH}
    found = figures(weights, FIRST, ["index.html", "a/index.html"], None)
    assert found["update"] == Figure(6000, ("a/index.html", "sw.js"))


def test_with_a_bundle_the_whole_copy_is_the_first_load_and_the_bundle() -> None:
    found = figures(WEIGHTS, FIRST, SAVED, "pwa/bundle.1.bin")
    assert found["whole_copy"].size == 2000 + 3000 + 1000 + 6000


def test_what_is_above_its_budget_is_named_with_its_heaviest_files() -> None:
    found = figures(WEIGHTS, FIRST, SAVED, None)
    assert problems(found, {"first_load": 4.9, "page": 5}) == [
        "First load: expected at most 4.9 kB, found 5.0 kB. Heaviest: main.js, index.html. "
        "Make one smaller, or allow more in mkdocs.yml under extra: lean: budgets: first_load."
    ]


def test_a_budget_for_nothing_is_a_problem() -> None:
    assert problems(figures(WEIGHTS, FIRST, SAVED, None), {"pages": 5}) == [
        "mkdocs.yml: extra: lean: budgets: expected first_load, page, update, whole_copy, "
        "found pages. Correct or delete it."
    ]


def test_the_table_says_what_has_grown_since_the_last_build() -> None:
    found = figures(WEIGHTS, FIRST, SAVED, None)
    before = {"first_load": 4500, "page": 5000, "main.js": 2500, "index.html": 2000}
    before |= {name: WEIGHTS[name] for name in WEIGHTS if name not in before}
    assert table(found, {"first_load": 6}, WEIGHTS, before) == [
        "kB as sent               now   change   budget",
        "First load               5.0     +0.5        6",
        "Largest page             5.0     +0.0        -",
        "Update of one page       7.5      new        -",
        "Whole copy              15.0      new        -",
        "Grown most: main.js +0.5",
    ]


def test_the_first_build_has_nothing_to_compare_with() -> None:
    lines = table(figures(WEIGHTS, FIRST, SAVED, None), {}, WEIGHTS, {})
    assert not any("Grown" in line for line in lines)
