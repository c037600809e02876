"""Two sites of one origin, where the folder of one begins with a colon: each keeps its own copy."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from mkdocs_pwa.remove import write_kill_switch
from mkdocs_pwa_testing.page import LOOK_FOR_UPDATE, UPDATE_WAITS, until
from mkdocs_pwa_testing.server import StaticServer

MakeSite = Callable[..., Path]

BOTH_ACTIVE = """
navigator.serviceWorker.getRegistrations().then((all) =>
  all.length === 2 && all.every(({ active }) => active?.state === "activated"))
"""
ONE_LEFT = "navigator.serviceWorker.getRegistrations().then((all) => all.length === 1)"
STORED = "caches.keys().then((names) => names.filter((name) => !name.endsWith(':state')))"


@pytest.fixture
def both(phone: Page, make_site: MakeSite) -> Iterator[StaticServer]:
    """Two sites that are saved: one, and another in its folder `:b/`. The first one is open."""
    with StaticServer(with_folder(make_site, make_site("first", home="First"))) as running:
        for site in (f"{running.url}:b/", running.url):
            phone.goto(site)
            expect(phone.get_by_text("Saved on this phone.").first).to_be_visible()
        until(phone, BOTH_ACTIVE)
        yield running


def with_folder(make_site: MakeSite, site: Path) -> Path:
    shutil.copytree(make_site(f"{site.name}-folder", home="Folder"), site / ":b")
    return site


def folder_opens_without_network(phone: Page, both: StaticServer) -> None:
    both.stop()
    phone.goto(f"{both.url}:b/")
    expect(phone.get_by_role("heading", name="Folder")).to_be_visible()
    expect(phone.get_by_text("Saved on this phone.").first).to_be_visible()


def test_an_update_of_the_one_deletes_only_its_own_older_copy(
    phone: Page, both: StaticServer, make_site: MakeSite
) -> None:
    before = set(phone.evaluate(STORED))
    both.folder = with_folder(make_site, make_site("next", home="Next"))
    assert phone.evaluate(LOOK_FOR_UPDATE) is None
    until(phone, UPDATE_WAITS)
    phone.get_by_role("button", name="Use it now").click()
    expect(phone.get_by_role("heading", name="Next")).to_be_visible()
    (older,) = (name for name in before if name.startswith("mkdocs-pwa:/:") and ":b/" not in name)
    until(phone, f"{STORED}.then((names) => !names.includes('{older}'))")
    folder_opens_without_network(phone, both)


def test_removing_the_one_leaves_the_other(phone: Page, both: StaticServer) -> None:
    phone.evaluate(
        """new Promise((gone) => dispatchEvent(new CustomEvent("mkdocs-pwa:remove", {
          detail: { waitUntil: (promise) => promise.then(gone) },
        })))"""
    )
    folder_opens_without_network(phone, both)


def test_the_kill_switch_of_the_one_leaves_the_other(
    phone: Page, both: StaticServer, make_site: MakeSite
) -> None:
    removed = make_site("removed", home="Online again")
    write_kill_switch(removed)
    both.folder = with_folder(make_site, removed)
    phone.reload()
    expect(phone.get_by_role("heading", name="Online again")).to_be_visible()
    until(phone, ONE_LEFT)
    folder_opens_without_network(phone, both)
