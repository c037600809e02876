"""Which rules stay in a style sheet."""

from __future__ import annotations

import pytest

from guide.lean.purge import purged

from .vocabularies import read_vocabulary

PAGE = (
    '<html lang="en" dir="ltr"><body class="js"><main id="top"><p class="note" hidden>'
    '<a class="md-link md-link--big" href="x/">'
)
SCRIPT = 'made.className = "late-one"; made.dataset.state = "open";'


def purge(css: str) -> str:
    return purged(css, read_vocabulary([PAGE], [SCRIPT]), ("--plugin",)).strip()


def test_widths_are_asked_for_as_older_phones_know_it() -> None:
    # Safari reads (width <= 40em) from 16.4 on only.
    assert "(max-width:40em)" in purge("@media (max-width: 40em) { .note { color: red } }")


@pytest.mark.parametrize(
    "selector",
    [
        "p",
        "*",
        ":root",
        "#top",
        ".note",
        ".late-one",
        "[hidden]",
        "[dir=ltr] .note",
        "[data-state=open]",
        '[class*="link--"]',
        '[href^="x"]',
        "a:focus-visible:before",
        ".note:not(.gone)",
        ".note:not(.gone):nth-child(2n+1)",
        "p:has(>a)",
        ":is(p,table)",
        "::selection",
    ],
)
def test_a_selector_that_may_match_stays(selector: str) -> None:
    assert purge(f"{selector}{{color:red}}") != ""


@pytest.mark.parametrize(
    "selector",
    [
        "table",
        ".gone",
        "#gone",
        ".note .gone",
        ".gone>p",
        "p.gone:hover",
        "[disabled]",
        "[dir=rtl] .note",
        "[data-state=shut]",
        '[class*="button--"]',
        ":is(table,.gone) p",
        "p:has(.gone)",
    ],
)
def test_a_selector_that_matches_nothing_goes(selector: str) -> None:
    assert purge(f"{selector}{{color:red}}") == ""


def test_of_several_selectors_only_the_possible_stay() -> None:
    assert purge(".gone,.note,table{color:red}") == ".note{color:red}"


def test_rules_for_paper_and_night_stay_and_empty_ones_go() -> None:
    css = "@media print{.note{color:red}}@media (prefers-color-scheme:dark){.gone{color:red}}"
    assert purge(css) == "@media print{.note{color:red}}"


def test_a_rule_for_pages_of_paper_stays() -> None:
    assert purge("@page{margin:15mm}") == "@page{margin:15mm}"


def test_the_order_of_rules_stays() -> None:
    css = ".note{margin:1px}.js .note{margin:0}.js p{top:0}:root{--a:#00f}p{color:var(--a)}"
    assert purge(css) == css


def test_a_property_that_nobody_reads_goes_with_what_only_it_reads() -> None:
    css = ":root{--a:var(--b);--b:1px;--c:var(--d);--d:2px}.note{margin:var(--a)}"
    assert purge(css) == ":root{--a:var(--b);--b:1px}.note{margin:var(--a)}"


def test_a_property_that_a_plugin_reads_stays() -> None:
    assert purge(":root{--plugin-paper:#fff}") == ":root{--plugin-paper:#fff}"


def test_a_picture_with_semicolons_in_it_is_one_value() -> None:
    picture = "url(\"data:image/svg+xml;charset=utf-8,<svg style='a:b;c:d'/>\")"
    assert purge(f":root{{--a:{picture};--b:1px}}.note{{margin:var(--b)}}") == (
        ":root{--b:1px}.note{margin:var(--b)}"
    )


def test_only_an_animation_that_runs_keeps_its_frames() -> None:
    css = "@keyframes a{to{top:0}}@keyframes b{to{top:1px}}.note{animation:1s a}"
    assert "b{" not in purge(css)
    assert "@keyframes a{to{top:0}}" in purge(css)


@pytest.mark.parametrize(
    "declaration",
    [
        "transition:color .1s",
        "-webkit-transition:color .1s",
        "transition-property:color",
        "transition:transform .25s cubic-bezier(.4,0,.2,1),opacity .2s!important",
    ],
)
def test_nothing_slides_or_fades(declaration: str) -> None:
    assert purge(f"p{{{declaration};color:red}}") == "p{color:red}"
    assert purge(f"p{{color:red;{declaration}}}") == "p{color:red}"
    assert purge(f"p{{{declaration}}}") == ""


def test_a_broken_sheet_is_an_error() -> None:
    with pytest.raises(ValueError, match="Parsing stylesheet failed"):
        purge("p{color:red} @import 'x';")
