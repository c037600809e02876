"""Options as they are written in YAML."""

from pathlib import Path

import pytest
import yaml

from mkdocs_pwa import PackOptions, Shortcut
from mkdocs_pwa.settings.reading import apply_settings

DEFAULTS = PackOptions(name="Guide")
SVG = b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 8 8"/>'


def read(text: str, folder: Path = Path()) -> PackOptions:
    options, problems = apply_settings(yaml.safe_load(text), DEFAULTS, folder)
    assert problems == []
    return options


def problems_of(text: str, folder: Path = Path()) -> list[str]:
    return [str(p) for p in apply_settings(yaml.safe_load(text), DEFAULTS, folder)[1]]


def test_what_is_written_takes_the_place_of_the_default() -> None:
    assert read("short_name: G").short_name == "G"


def test_an_empty_option_leaves_the_default() -> None:
    assert read("name:") == DEFAULTS


def test_lists_become_fixed() -> None:
    assert read("{categories: [health], exclude: ['*.mp4']}").exclude == ("*.mp4",)


def test_shortcuts_are_read_with_and_without_description() -> None:
    options = read("shortcuts: [{name: A, url: a/}, {name: B, url: b/, description: C}]")

    assert options.shortcuts == (Shortcut("A", "a/"), Shortcut("B", "b/", "C"))


def test_icon_is_read_from_its_folder(tmp_path: Path) -> None:
    (tmp_path / "icon.svg").write_bytes(SVG)

    assert read("icon: icon.svg", tmp_path).icon == SVG


def test_missing_icon_is_a_problem(tmp_path: Path) -> None:
    assert problems_of("icon: icon.svg", tmp_path) == [
        f"icon: expected the path of an SVG file in {tmp_path}, found 'icon.svg'. "
        "Correct the path, or leave it out."
    ]


def test_enabled_must_be_true_or_false() -> None:
    assert problems_of("enabled: sometimes") == [
        "enabled: expected true or false, found 'sometimes'. Use one of these words."
    ]


def test_shortcut_without_url_is_a_problem() -> None:
    assert problems_of("shortcuts: [{name: A}]") == [
        "shortcuts: item 1: expected name, url and perhaps description, found name. "
        "Write it as `- {name: After, url: after/}`."
    ]


def test_shortcut_with_an_unknown_part_is_a_problem() -> None:
    assert problems_of("shortcuts: [{name: A, url: a/, icon: a.png}]") == [
        "shortcuts: item 1: expected name, url and perhaps description, found name, url, icon. "
        "Write it as `- {name: After, url: after/}`."
    ]


def test_shortcut_that_is_only_text_is_a_problem() -> None:
    assert problems_of("shortcuts: [after/]") == [
        "shortcuts: item 1: expected name, url and perhaps description, found 'after/'. "
        "Write it as `- {name: After, url: after/}`."
    ]


def test_problems_of_every_kind_are_found_in_one_run() -> None:
    text = "{enabled: 1, shortcuts: [1], icon: none.svg, lang: 1, theme_color: 1}"

    assert [problem.split(":")[0] for problem in problems_of(text)] == [
        "enabled",
        "shortcuts",
        "icon",
        "lang",
        "theme_color",
    ]


@pytest.mark.parametrize("written", ["2026-01-02", "'2026-01-02'"])
def test_a_day_may_be_written_with_and_without_quotes(written: str) -> None:
    assert read(f"built: {written}").built == "2026-01-02"


def test_a_day_with_a_time_is_refused() -> None:
    assert problems_of("built: 2026-01-02 10:00:00") == [
        "built: expected a day such as 2026-11-22, found a day with a time. Write year, month and "
        "day, or leave it out."
    ]
