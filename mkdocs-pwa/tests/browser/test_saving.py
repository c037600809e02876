"""What saving does not do: ask twice, stay silent, reload the page, touch what is not its own."""

from __future__ import annotations

from playwright.sync_api import Page, expect

from mkdocs_pwa_testing.page import until, wait_until_saved
from mkdocs_pwa_testing.server import StaticServer

SAVED = "Saved on this phone. Works with no signal."


def test_the_worker_of_a_small_site_is_asked_for_once(phone: Page, server: StaticServer) -> None:
    phone.goto(server.url)
    wait_until_saved(phone)
    assert server.requests.count("sw.js") == 1


def test_a_page_that_is_never_told_of_the_activation_still_says_that_all_is_saved(
    phone: Page, server: StaticServer
) -> None:
    # As WebKitGTK 2.50 does to a page that it opens in that moment.
    phone.add_init_script("ServiceWorker.prototype.addEventListener = () => {}")
    phone.goto(server.url)
    expect(phone.get_by_text(SAVED)).to_be_visible()


def test_a_first_visit_is_not_reloaded(phone: Page, server: StaticServer) -> None:
    phone.goto(server.url)
    phone.evaluate("window.stillHere = true")
    wait_until_saved(phone)
    assert phone.evaluate("window.stillHere") is True


def test_nothing_else_on_the_origin_is_touched(phone: Page, server: StaticServer) -> None:
    phone.goto(server.url)
    phone.evaluate("caches.open('mkdocs-pwa:/other/:1234').then(() => caches.open('foreign'))")
    wait_until_saved(phone)
    names = until(phone, "caches.keys()")
    assert {"mkdocs-pwa:/other/:1234", "foreign"} <= set(names)
