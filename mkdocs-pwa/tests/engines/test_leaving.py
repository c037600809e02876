"""Leaving a host, and coming to one, where others have been or are; in every engine."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from mkdocs_pwa import PackOptions, pack
from mkdocs_pwa.remove import write_kill_switch
from mkdocs_pwa_testing.engines import Engine
from mkdocs_pwa_testing.page import LOOK_FOR_UPDATE, REGISTRATION, SAVED, UPDATE_WAITS
from mkdocs_pwa_testing.server import StaticServer

pytestmark = pytest.mark.offline

MakeSite = Callable[..., Path]
StartPhone = Callable[..., Engine]

# In the manner of Workbox: its own names of caches, a revision in the query, all from the cache.
OLD_WORKER = """
const NAME = `workbox-precache-v2-${self.registration.scope}`;
const LIST = ["index.html?__WB_REVISION__=a1", "old.css?__WB_REVISION__=b2"];
self.addEventListener("install", (event) => {
  event.waitUntil(caches.open(NAME).then((cache) => cache.addAll(LIST)));
});
self.addEventListener("activate", (event) => event.waitUntil(self.clients.claim()));
self.addEventListener("fetch", (event) => {
  const path = new URL(event.request.url).pathname.replace(/\\/$/, "/index.html");
  event.respondWith(caches.open(NAME)
    .then((cache) => cache.match(self.location.origin + path, { ignoreSearch: true }))
    .then((stored) => stored ?? fetch(event.request)));
});
"""
OLD_PAGE = """<!doctype html><title>Old</title><link rel="stylesheet" href="old.css"><h1>Old</h1>
<script>navigator.serviceWorker.register("sw.js")</script>"""

ACTIVE = f"""
{REGISTRATION}.then((found) =>
  found?.active?.state === "activated" && Boolean(navigator.serviceWorker.controller))
"""


@pytest.fixture
def neighbours(make_site: MakeSite) -> Iterator[StaticServer]:
    """Two guides and another tool's worker on one origin."""
    first = make_site("origin/first", home="First guide")
    make_site("origin/second", home="Second guide")
    other = first.parent / "other"
    other.mkdir()
    (other / "index.html").write_text(OLD_PAGE, "utf-8")
    (other / "old.css").write_text("body{}", "utf-8")
    (other / "sw.js").write_text(OLD_WORKER, "utf-8")
    with StaticServer(first.parent) as server:
        yield server


@pytest.mark.fault(19)
def test_a_guide_that_leaves_takes_nothing_from_its_neighbours(
    phone: Engine, neighbours: StaticServer
) -> None:
    for path, settled in {"first/": SAVED, "second/": SAVED, "other/": ACTIVE}.items():
        phone.goto(neighbours.url + path)
        phone.until(settled)

    write_kill_switch(neighbours.folder / "first")
    phone.goto(neighbours.url + "first/")
    phone.until_removed()
    names = phone.js("caches.keys()")
    assert not [name for name in names if name.startswith("mkdocs-pwa:/first/")]
    assert [name for name in names if name.startswith("workbox-precache")]

    neighbours.stop()
    for path, title in {"second/one/": "One of Second guide", "other/": "Old"}.items():
        phone.goto(neighbours.url + path)
        phone.until_text(title)


@pytest.mark.fault(30)
def test_a_preview_at_the_address_of_a_saved_copy_takes_the_copy_away(
    phone: Engine, neighbours: StaticServer, make_site: MakeSite
) -> None:
    phone.goto(neighbours.url + "first/")
    phone.until(SAVED)
    # What a preview serves: the pages as they are now, and no worker but this one.
    write_kill_switch(make_site("origin/first", home="Draft"))
    phone.goto(neighbours.url + "first/")
    phone.until_removed()
    phone.until_text("Draft")
    names = phone.js("caches.keys()")
    assert not [name for name in names if name.startswith("mkdocs-pwa:/first/")]


@pytest.mark.fault(19)
def test_a_guide_that_left_may_come_back(phone: Engine, neighbours: StaticServer) -> None:
    phone.goto(neighbours.url + "first/")
    phone.until(SAVED)
    write_kill_switch(neighbours.folder / "first")
    phone.goto(neighbours.url + "first/")
    phone.until_removed()

    pack(neighbours.folder / "first", PackOptions(name="Back again"))
    phone.goto(neighbours.url + "first/")
    phone.until(SAVED)


def test_an_old_worker_of_another_tool_is_replaced(
    start_phone: StartPhone, make_site: MakeSite, tmp_path: Path
) -> None:
    old = tmp_path / "old"
    old.mkdir()
    (old / "index.html").write_text(OLD_PAGE, "utf-8")
    (old / "old.css").write_text("body{margin:3em}", "utf-8")
    (old / "sw.js").write_text(OLD_WORKER, "utf-8")
    phone = start_phone(restarts=True)
    with StaticServer(old) as server:
        phone.goto(server.url)
        phone.until(ACTIVE)
        server.folder = make_site()
        # The old page is shown from its cache, and stays whole until it is closed.
        phone.goto(server.url)
        assert phone.js(LOOK_FOR_UPDATE) is None
        phone.until(UPDATE_WAITS)
        assert phone.js("document.querySelector('h1').textContent") == "Old"
        assert phone.js("getComputedStyle(document.body).marginTop") == "48px"

        phone.restart()
        phone.goto(server.url)
        phone.until_text("Home")
        phone.until(SAVED)
        server.stop()
        phone.goto(server.url + "two/")
        phone.until_text("Two of Home")
