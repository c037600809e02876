"""The four lists before a session ask about the same health problems, in the same words.

A reader may have a drip today and a spray next month, and no form has a rule that leaves one of
these problems out.
"""

from __future__ import annotations

import re

import pytest

from guide.clinic import ROUTES

from ..pages import DOCS
from .sections import plain

_ITEM = re.compile(r"^- \[ \] (.+) \{#([\w-]+)\}$", re.MULTILINE)


def asked(text: str, route: str) -> dict[str, str]:
    """Return what a route's list asks to tell, by the name of each tick."""
    _, _, rest = text.partition(f"/// checklist | {route}-ahead-health\n")
    return {name: plain(words) for words, name in _ITEM.findall(rest.partition("\n///")[0])}


def of_page(route: str) -> dict[str, str]:
    return asked((DOCS / "before" / f"{route}.md").read_text("utf-8"), route)


@pytest.mark.parametrize("route", ROUTES)
def test_each_route_asks_about_the_same_health_problems(route: str) -> None:
    assert of_page(route) == of_page("drip") != {}


def test_an_item_is_read_without_its_sources() -> None:
    text = "/// checklist | shot-ahead-health\n- [ ] Tell them all.[^source] {#all}\n///\n"
    assert asked(text, "shot") == {"all": "Tell them all."}
