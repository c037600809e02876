"""The parts of the search data: which page is in which."""

from __future__ import annotations

import re

from guide.search.parts import PATHS, part_of, search_parts

from ...conftest import PROJECT

PAGES = {f"folder/page-{number}/": [{"title": f"Page {number}"}] for number in range(60)}


def changed(after: dict[str, list[dict[str, str]]]) -> set[str]:
    """The parts that differ from those of the pages above."""
    old, new = search_parts(PAGES), search_parts(after)
    assert old.keys() == new.keys()
    return {path for path in new if new[path] != old[path]}


def test_each_page_is_in_one_part_as_a_whole() -> None:
    found = [page for part in search_parts(PAGES).values() for page in part.items()]
    assert sorted(found) == sorted(PAGES.items())


def test_editing_a_page_changes_its_part_only() -> None:
    address = "folder/page-7/"
    assert changed({**PAGES, address: [{"title": "Another"}]}) == {part_of(address)}


def test_adding_a_page_changes_its_part_only() -> None:
    assert changed({"a/new/": [{"title": "New"}], **PAGES}) == {part_of("a/new/")}


def test_removing_a_page_changes_its_part_only() -> None:
    address = "folder/page-7/"
    rest = {page: known for page, known in PAGES.items() if page != address}
    assert changed(rest) == {part_of(address)}


def test_a_page_is_in_the_same_part_on_every_machine() -> None:
    assert [part_of(page) for page in ("", "help/", "before/drip/")] == [
        "search/part-5.json",
        "search/part-2.json",
        "search/part-7.json",
    ]


def test_every_part_has_pages_of_a_guide_of_usual_size() -> None:
    assert all(search_parts(PAGES).values())


def test_a_part_without_a_page_is_there_too() -> None:
    assert search_parts({}) == {path: {} for path in PATHS}


def test_the_scripts_ask_for_as_many_parts_as_there_are() -> None:
    script = PROJECT / "docs/en/assets/javascripts/search/engine/data.js"
    (count,) = re.findall(r"^const PARTS = (\d+);$", script.read_text("utf-8"), re.MULTILINE)
    assert int(count) == len(PATHS)
