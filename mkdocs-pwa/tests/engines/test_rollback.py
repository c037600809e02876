"""A version that its host took back is neither offered nor taken, in every engine."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from mkdocs_pwa_testing.engines import Engine
from mkdocs_pwa_testing.page import LOOK_FOR_UPDATE, SAVED, UPDATE_WAITS
from mkdocs_pwa_testing.server import StaticServer

pytestmark = pytest.mark.offline

MakeSite = Callable[..., Path]

UPDATE_NOW = ".mkdocs-pwa__button--first"
OFFERED = f"Boolean(document.querySelector({UPDATE_NOW!r}))"


@pytest.fixture
def waiting(phone: Engine, server: StaticServer, make_site: MakeSite) -> Engine:
    """A page that offers a later version, as yet the one that the host has."""
    phone.goto(server.url)
    phone.until(SAVED)
    server.folder = make_site("next", home="New home")
    phone.js(LOOK_FOR_UPDATE)
    phone.until(UPDATE_WAITS)
    phone.until(OFFERED)
    return phone


def test_a_tap_on_a_version_that_was_taken_back_does_not_take_it(
    waiting: Engine, server: StaticServer, make_site: MakeSite
) -> None:
    server.folder = make_site()
    waiting.click(UPDATE_NOW)
    waiting.until(f"!{OFFERED}")
    for path, text in {"": "Home", "two/": "Two of Home"}.items():
        waiting.goto(server.url + path)
        waiting.until_text(text)
        assert "New home" not in waiting.text


def test_without_a_network_a_version_that_waits_is_offered_and_taken(
    waiting: Engine, server: StaticServer
) -> None:
    server.stop()
    waiting.reload()
    waiting.until(OFFERED)
    waiting.click(UPDATE_NOW)
    waiting.until_text("New home")
