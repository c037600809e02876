"""A site that stops using the plugin takes its worker and its copies with it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import expect

from mkdocs_pwa.remove import write_kill_switch
from mkdocs_pwa_testing.fixtures import StartPhone
from mkdocs_pwa_testing.page import open_and_save, wait_until_removed
from mkdocs_pwa_testing.server import StaticServer


@pytest.mark.fault(19)
def test_the_kill_switch_removes_worker_and_copies_and_nothing_else(
    start_phone: StartPhone, server: StaticServer, make_site: Callable[..., Path]
) -> None:
    with start_phone() as context:
        page = open_and_save(context, server.url)
        page.evaluate("caches.open('mkdocs-pwa:/other/:1234').then(() => caches.open('foreign'))")

        removed = make_site("removed", home="Online again")
        write_kill_switch(removed)
        server.folder = removed
        page.reload()
        expect(page.get_by_role("heading", name="Online again")).to_be_visible()
        wait_until_removed(page)
        assert set(page.evaluate("caches.keys()")) == {"mkdocs-pwa:/other/:1234", "foreign"}


@pytest.mark.fault(19)
def test_the_page_is_reloaded_once_only(
    start_phone: StartPhone, server: StaticServer, make_site: Callable[..., Path]
) -> None:
    with start_phone() as context:
        page = open_and_save(context, server.url)
        removed = make_site("removed", home="Online again")
        write_kill_switch(removed)
        server.folder = removed
        server.requests.clear()
        page.reload()
        expect(page.get_by_role("heading", name="Online again")).to_be_visible()
        wait_until_removed(page)
        page.wait_for_load_state("networkidle")
        assert server.requests.count("") == 1
