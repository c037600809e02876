"""Whoever opens a browser says whose screen it is, so that phones are laid out as phones."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

PROJECT = Path(__file__).parents[3]
OPENERS = {"new_context", "launch_persistent_context"}
SCREENS = {"phone", "laptop"}
FOLDERS = ("tests", "tools", "mkdocs-pwa/tests", "mkdocs-pwa/testing")


def contexts(source: str) -> Iterator[tuple[int, bool]]:
    """Each place that opens a context: its line, and whether it names a screen.

    A context that takes options made elsewhere (`**settings`) is judged there.
    """
    for call in (node for node in ast.walk(ast.parse(source)) if isinstance(node, ast.Call)):
        is_page = _name(call.func) == "new_page" and bool(call.keywords)
        if _name(call.func) not in OPENERS and not is_page:
            continue
        spread = [keyword.value for keyword in call.keywords if keyword.arg is None]
        given = [value for value in spread if not isinstance(value, ast.Call)]
        named = [value for value in spread if isinstance(value, ast.Call)]
        screens = any(_name(value.func) in SCREENS for value in named)
        own = any(keyword.arg in {"viewport", "is_mobile"} for keyword in call.keywords)
        yield call.lineno, (screens or bool(given)) and not own


def _name(function: ast.expr) -> str:
    return getattr(function, "attr", getattr(function, "id", ""))


@pytest.mark.parametrize("folder", FOLDERS)
def test_every_context_of_a_browser_has_the_screen_of_a_phone_or_a_laptop(folder: str) -> None:
    opened = [
        (f"{file.relative_to(PROJECT)}:{line}", names_one)
        for file in sorted((PROJECT / folder).rglob("*.py"))
        for line, names_one in contexts(file.read_text("utf-8"))
    ]
    assert opened
    assert [place for place, names_one in opened if not names_one] == []


@pytest.mark.parametrize(
    ("call", "names_one"),
    [
        ("browser.new_context(**phone(390, 844, 3), locale='en')", True),
        ("browser.new_context(**screens.laptop())", True),
        ("browser.new_context(**settings)", True),
        ("browser.new_context(service_workers='block')", False),
        ("browser.new_context(viewport={'width': 360, 'height': 640})", False),
        ("browser.new_context()", False),
        ("browser.new_page(locale='en')", False),
    ],
)
def test_a_screen_is_known_by_the_name_of_its_profile(call: str, names_one: bool) -> None:
    assert [found for _, found in contexts(call)] == [names_one]
