"""Names that a template and a script both write, since each runs without the other: the same."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest

PROJECT = Path(__file__).parents[3]
SCRIPTS = PROJECT / "docs/en/assets/javascripts"
PARTIALS = PROJECT / "overrides/partials"


def script(name: str) -> str:
    return (SCRIPTS / name).read_text("utf-8")


def partial(name: str) -> str:
    return (PARTIALS / name).read_text("utf-8")


def values() -> dict[str, list[Any]]:
    """The settings and their values, from settings.js; the first is what holds at first."""
    written = re.search(r"VALUES = \{\n(.*?)\n\};", script("settings/settings.js"), re.DOTALL)
    assert written
    lines = re.sub(r"^ *(\w+):", r'"\1":', written[1].rstrip(","), flags=re.MULTILINE)
    found: dict[str, list[Any]] = json.loads(f"{{{lines}}}")
    return found


def constants(text: str) -> dict[str, str]:
    return dict(re.findall(r'^(?:export )?const ([A-Z]+) = "?([\w-]+)"?;$', text, re.MULTILINE))


KEYS = [
    (file.name, *found)
    for file in sorted(PARTIALS.parent.rglob("*.html"))
    for found in re.findall(r'":([\w-]+):(\d+)"', file.read_text("utf-8"))
]


def test_templates_that_keep_or_read_something_are_found() -> None:
    assert {name for name, _, _ in KEYS} == {"early-ticks.html", "settings.html"}


@pytest.mark.parametrize(("file", "feature", "version"), KEYS)
def test_a_key_of_a_template_is_that_of_a_script(file: str, feature: str, version: str) -> None:
    found = [constants(path.read_text("utf-8")) for path in SCRIPTS.rglob("*.js")]
    keys = {
        (each[kind], each.get("VERSION", "1"))
        for each in found
        for kind in each
        if kind == "FEATURE"
    }
    # What is ticked early has the first version of its shape, whatever that of the ticks.
    keys |= {(each["EARLY"], "1") for each in found if "EARLY" in each}
    assert (feature, version) in keys


def test_what_is_set_before_the_first_paint_are_settings_and_all_that_show() -> None:
    names = re.search(r"of (\[.*?\])\)", partial("settings.html"))
    assert names
    # Which keys lead where is nothing to see.
    assert json.loads(names[1]) == [name for name in values() if name != "keys"]


def test_what_is_not_set_before_the_first_paint_is_what_holds_at_first() -> None:
    at_first = re.search(r"!(\[.*?\])\.includes", partial("settings.html"))
    assert at_first
    words = [found[0] for found in values().values() if isinstance(found[0], str) and found[0]]
    assert json.loads(at_first[1]) == words


def test_the_switch_of_colors_has_the_values_of_the_setting_in_their_order() -> None:
    listed = re.search(r"data-while=\"\{\{ (\[.*?\])", partial("colors.html"))
    assert listed
    assert json.loads(listed[1]) == values()["colors"]
