"""The shade of a clinic's color that words and lines have."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from guide.clinic import Colors
from guide.clinic.look.contrast import contrast, readable
from guide.clinic.look.shades import GROUNDS, grounds, said, shades_of

STYLES = Path(__file__).parents[3] / "docs/en/assets/stylesheets"
THEME = (STYLES / "theme.css").read_text("utf-8")
DAY, NIGHT = '[data-md-color-scheme="default"]', '[data-md-color-scheme="slate"]'
BRANDS = {
    "yellow": "#ffee00",
    "lime": "#a4c639",
    "cyan": "#00aeef",
    "orange": "#ff7900",
    "pink": "#ff69b4",
    "red": "#e30613",
    "navy": "#001f5b",
    "black": "#000000",
    "grey": "#8c8c8c",
    "purple": "#6a1b9a",
}
MAIN_AS_WORDS = re.compile(
    r"(?<![\w-])(?:[\w-]*color|border[\w-]*|stroke|fill|outline): .*--guide-main"
)


def colors(main: str, night: str | None = None) -> Colors:
    dark = {"main": night, "on_main": "#ffffff"} if night else None
    on_main = "#000000" if contrast(main, "#000000") > contrast(main, "#ffffff") else "#ffffff"
    return Colors.model_validate({"main": main, "on_main": on_main, "dark": dark})


@pytest.mark.parametrize("scheme", [DAY, NIGHT], ids=["day", "night"])
@pytest.mark.parametrize("main", BRANDS.values(), ids=BRANDS)
def test_any_brand_color_has_a_shade_that_calls_for_help_can_have(main: str, scheme: str) -> None:
    on = grounds(THEME, scheme)
    shade = readable(main, on)
    assert min(contrast(shade, ground) for ground in on) >= 7


def test_a_color_that_can_be_read_stays_as_it_is() -> None:
    assert readable("#001f5b", grounds(THEME, DAY)) == "#001f5b"


def test_the_shade_is_the_nearest_that_will_do() -> None:
    assert readable("#ffee00", ["#ffffff"]) == "#615a00"
    assert contrast("#625b00", "#ffffff") < 7 < contrast("#615a00", "#ffffff")


def test_no_shade_is_made_up_for_grounds_on_which_nothing_can_be_read() -> None:
    with pytest.raises(ValueError, match=r"no shade of #808080 has 7\.0 to 1"):
        readable("#808080", ["#777777"])


def test_every_ground_is_set_in_both_schemes() -> None:
    assert len(grounds(THEME, DAY)) == len(grounds(THEME, NIGHT)) == len(GROUNDS)


def test_the_build_says_which_color_words_have_instead() -> None:
    chosen = colors("#ffee00", "#111111")
    day, night = said(chosen, shades_of(chosen, THEME))
    assert day.startswith(
        "Your main color #ffee00 is too light for words and lines on the page. It is kept for "
        "filled buttons; words, lines and call buttons have #"
    )
    assert day.endswith(", a darker shade of it. Nothing is to be done.")
    assert "dark main color #111111 is too dark" in night


def test_nothing_is_said_of_a_color_that_can_be_read() -> None:
    chosen = colors("#001f5b")
    assert list(said(chosen, shades_of(chosen, THEME))) == []


@pytest.mark.parametrize("file", sorted(STYLES.glob("*.css")), ids=lambda file: file.name)
def test_no_style_sheet_writes_or_draws_in_a_color_that_is_for_fills(file: Path) -> None:
    lines = [line for line in file.read_text("utf-8").splitlines() if MAIN_AS_WORDS.search(line)]
    assert lines == []
