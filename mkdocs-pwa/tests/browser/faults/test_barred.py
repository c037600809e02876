"""A policy that the host sent once with the worker's script, which would stop its every fetch."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from mkdocs_pwa_testing.page import (
    LOOK_FOR_UPDATE,
    SAVED,
    UPDATE_WAITS,
    until,
    wait_until_saved,
)
from mkdocs_pwa_testing.server import Answer, StaticServer

MakeSite = Callable[..., Path]

FILM = "fetch('/film.mp4').then((response) => response.status, () => 'stopped')"
RENEWED = "navigator.serviceWorker.controller.scriptURL.includes('?')"
EVICT_A_PAGE = """
caches.keys()
  .then((names) => Promise.all(names.map((name) => caches.open(name))))
  .then((all) => Promise.all(all.map((cache) => cache.delete("/two/"))))
"""


@pytest.mark.parametrize("policy", ["default-src 'none'", "connect-src 'none'"])
def test_a_worker_whose_fetches_a_policy_stops_is_fetched_anew(
    phone: Page, make_site: MakeSite, policy: str
) -> None:
    film = {"film.mp4": b"film"}
    first = make_site(extra={**film, "old.txt": "Old"}, exclude=("*.mp4",))
    with StaticServer(first) as server:
        phone.goto(server.url)
        wait_until_saved(phone)
        phone.wait_for_load_state("networkidle")
        # Only a file less, so the worker needs no fetch to be installed.
        server.folder = make_site("next", extra=film, exclude=("*.mp4",))
        headers = {"Content-Security-Policy": policy}
        server.fault = lambda path, answer: with_headers(answer, headers)
        assert phone.evaluate(LOOK_FOR_UPDATE) is None
        until(phone, UPDATE_WAITS)
        phone.get_by_role("button", name="Use it now").click()
        until(phone, SAVED)
        # The host is right again, and its script has the same bytes.
        server.fault = None
        phone.goto(f"{server.url}one/")
        phone.evaluate(FILM)
        # Nobody is asked meanwhile: browsers let no worker take over while the old one has work.
        until(phone, RENEWED)
        assert phone.evaluate(FILM) == 200
        phone.evaluate(EVICT_A_PAGE)
        phone.goto(server.url)
        wait_until_saved(phone)
        server.stop()
        phone.goto(f"{server.url}two/")
        expect(phone.get_by_role("heading", name="Page two")).to_be_visible()


def with_headers(answer: Answer, headers: dict[str, str]) -> Answer:
    return replace(answer, headers={**answer.headers, **headers})
