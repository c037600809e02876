"""Readers whose browser keeps nothing, runs nothing, or is asked to keep very much."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from mkdocs_pwa_testing.engines import Engine
from mkdocs_pwa_testing.page import SAVED
from mkdocs_pwa_testing.server import StaticServer

pytestmark = pytest.mark.offline

MakeSite = Callable[..., Path]
StartPhone = Callable[..., Engine]

SAVE = ".mkdocs-pwa__button--first"


@pytest.mark.fault(43)
def test_a_private_window_works_offers_no_icon_and_forgets_all_when_it_is_closed(
    start_phone: StartPhone, server: StaticServer
) -> None:
    phone = start_phone(private=True, restarts=True)
    phone.goto(server.url)
    phone.until_text("Saved on this phone")
    phone.goto(server.url + "two/")
    phone.until_text("Two of Home")
    assert "Add to home screen" not in phone.text
    server.stop()
    phone.goto(server.url + "one/")
    phone.until_text("One of Home")

    phone.restart()
    phone.goto(server.url + "one/")
    assert "One of Home" not in phone.text


@pytest.mark.fault(42)
@pytest.mark.skip(reason="its driver reads pages by scripts, which would be off")
@pytest.mark.parametrize("engine", ["firefox", "webkit"])
def test_without_scripts_the_words_of_the_page_stay(engine: str) -> None:
    """Shown in Chromium by `tests/browser/faults/test_storage.py`, by Playwright's switch."""


@pytest.mark.fault(28)
def test_a_very_large_site_is_saved_only_when_the_reader_says_so(
    phone: Engine, make_site: MakeSite
) -> None:
    texts = {f"texts/{number}.txt": f"{number} " * 10_000 for number in range(300)}
    with StaticServer(make_site("large", extra=texts)) as server:
        phone.goto(server.url)
        phone.until_text("It needs 10.")
        assert "texts/7.txt" not in server.requests
        assert [name for name in phone.js("caches.keys()") if not name.endswith(":state")] == []
        phone.click(SAVE)
        phone.until(SAVED, limit=180)
        server.stop()
        phone.goto(server.url + "two/")
        phone.until_text("Two of Home")
        assert phone.js("fetch('/texts/7.txt').then((r) => r.text())").startswith("7 7 ")
