"""The links of pages, and which page gets which sheet."""

from __future__ import annotations

import re

import pytest

from guide.errors import PageError
from guide.lean.stylesheets import (
    LeanSheets,
    lean_sheets,
    linked_sheets,
    needs_tools,
    with_lean_sheets,
)

from .vocabularies import read_vocabulary

PAGE = """<head>
  <link rel="icon" href="x.svg">
  <link rel="stylesheet" href="../assets/stylesheets/main.css">
  <link rel="stylesheet" href="../assets/stylesheets/plan.css">
  <style>p{}</style>
</head><p class="note">"""
SHEETS = {
    "assets/stylesheets/main.css": "p{margin:0} .note{left:0}",
    "assets/stylesheets/plan.css": ".plan{left:0} .note{top:1px}",
}


def lean(**options: list[str]) -> LeanSheets:
    vocabulary = read_vocabulary([PAGE, '<div class="plan">'], [])
    return lean_sheets(SHEETS, vocabulary, **options)


def test_the_sheets_of_a_page_are_read_in_their_order_without_those_of_other_hosts() -> None:
    html = PAGE.replace("</head>", '<link rel="stylesheet" href="https://x.example/a.css"></head>')
    assert linked_sheets(html) == [f"../{path}" for path in SHEETS]


def test_all_become_one_with_a_hash_in_its_name() -> None:
    sheets = lean()
    assert re.fullmatch(r"assets/stylesheets/guide\.[0-9a-f]{8}\.css", sheets.common.path)
    assert sheets.common.css == "p{margin:0}.note,.plan{left:0}.note{top:1px}"
    assert sheets.tools is None
    html = with_lean_sheets(PAGE, sheets)
    assert linked_sheets(html) == [f"../{sheets.common.path}"]
    assert '<link rel="icon" href="x.svg">' in html
    assert "<style>p{}</style>" in html


def test_a_page_with_a_tool_gets_a_second_sheet_after_the_first() -> None:
    sheets = lean(of_tools=["assets/stylesheets/plan.css"], words=["data-plan"])
    assert sheets.tools
    paths = [f"../{sheet.path}" for sheet in (sheets.common, sheets.tools)]
    assert linked_sheets(with_lean_sheets(PAGE, sheets)) == paths[:1]
    assert linked_sheets(with_lean_sheets(PAGE + "<i data-plan>", sheets)) == paths
    assert linked_sheets(with_lean_sheets(PAGE + '<i class="plan">', sheets)) == paths


def test_a_class_that_both_sheets_name_asks_for_no_tool() -> None:
    sheets = lean(of_tools=["assets/stylesheets/plan.css"])
    assert not needs_tools('<p class="note">', sheets)


def test_a_property_that_one_sheet_sets_and_the_other_reads_stays() -> None:
    sheets = lean_sheets(
        {
            "assets/stylesheets/main.css": ":root{--a:1px}p{top:var(--b)}",
            "assets/stylesheets/plan.css": ".plan{--b:2px;left:var(--a)}",
        },
        read_vocabulary([PAGE, '<div class="plan">'], []),
        ["assets/stylesheets/plan.css"],
    )
    assert sheets.tools
    assert sheets.common.css == ":root{--a:1px}p{top:var(--b)}"
    assert sheets.tools.css == ".plan{--b:2px;left:var(--a)}"


def test_absolute_addresses_keep_their_root() -> None:
    html = with_lean_sheets(PAGE.replace("../", "/guide/"), lean())
    assert linked_sheets(html)[0].startswith("/guide/assets/stylesheets/guide.")


def test_a_page_without_sheets_stays_as_it_is() -> None:
    assert with_lean_sheets("<p>", lean()) == "<p>"


def test_a_sheet_for_tools_that_is_not_linked_is_named() -> None:
    with pytest.raises(PageError) as error:
        lean(of_tools=["assets/stylesheets/plam.css"])
    assert str(error.value) == (
        "mkdocs.yml: extra: lean: tool_styles: expected sheets of extra_css, found "
        "assets/stylesheets/plam.css. Correct the path, or list it under extra_css too."
    )


@pytest.mark.parametrize("css", ['a { background: url("b.png") }', "@import 'b.css';"])
def test_a_sheet_in_another_folder_that_names_files_is_named(css: str) -> None:
    with pytest.raises(PageError) as error:
        lean_sheets({"css/a.css": css}, read_vocabulary([], []))
    assert str(error.value) == (
        "css/a.css: expected a style sheet that names other files in assets/stylesheets/, since "
        "all become one file there and addresses in it count from that folder. Move it."
    )


def test_a_sheet_in_another_folder_that_names_no_file_becomes_part_of_the_one() -> None:
    css = 'p { background: url("data:image/svg+xml,<svg/>") }'
    sheets = lean_sheets({"css/a.css": css}, read_vocabulary(["<p>"], []))
    assert "data:image/svg+xml" in sheets.common.css


def test_a_sheet_of_the_home_page_may_begin_with_a_dot() -> None:
    link = '<link rel="stylesheet" href="./assets/stylesheets/a.css">'
    assert linked_sheets(link) == ["assets/stylesheets/a.css"]


def test_a_broken_sheet_is_named() -> None:
    with pytest.raises(PageError, match=r"^assets/stylesheets/a\.css: expected style sheets that"):
        lean_sheets({"assets/stylesheets/a.css": "p{} @import 'b';"}, read_vocabulary([], []))
