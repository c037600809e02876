"""What a reader is promised with no network, in every engine."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from mkdocs_pwa_testing.engines import Engine
from mkdocs_pwa_testing.page import SAVED
from mkdocs_pwa_testing.server import Answer, StaticServer

pytestmark = pytest.mark.offline

StartPhone = Callable[..., Engine]

PAGES = {"": "Home", "one/": "One of Home", "two/": "Two of Home"}


@pytest.fixture
def saved(phone: Engine, server: StaticServer) -> Engine:
    """A phone on which the site is saved, with the server still there."""
    phone.goto(server.url)
    phone.until(SAVED)
    return phone


def test_a_page_that_was_never_saved_is_not_there_without_its_server(
    phone: Engine, server: StaticServer
) -> None:
    server.stop()
    phone.goto(server.url)
    assert "Home" not in phone.text


def test_every_page_opens_with_the_server_gone(saved: Engine, server: StaticServer) -> None:
    server.stop()
    for path, title in PAGES.items():
        saved.goto(server.url + path)
        saved.until_text(title)
        assert saved.js("getComputedStyle(document.body).marginTop") == "16px"


def test_a_reload_works_with_the_server_gone(saved: Engine, server: StaticServer) -> None:
    server.stop()
    saved.reload()
    saved.until_text("Home")


def test_a_link_works_with_the_server_gone(saved: Engine, server: StaticServer) -> None:
    server.stop()
    saved.click("a")
    saved.until_text("Two of Home")


@pytest.mark.fault(38)
def test_a_printed_code_leads_to_its_page(saved: Engine, server: StaticServer) -> None:
    server.stop()
    saved.goto(server.url + "two/?utm_source=qr#part")
    saved.until_text("Two of Home")


@pytest.mark.fault(32)
def test_an_address_without_its_slash_is_led_to_the_page(
    saved: Engine, server: StaticServer
) -> None:
    server.stop()
    saved.goto(server.url + "two?from=paper")
    saved.until_text("Two of Home")
    assert saved.js("location.pathname + location.search") == "/two/?from=paper"


def test_the_phone_is_switched_off_and_on_with_no_network(
    start_phone: StartPhone, server: StaticServer
) -> None:
    saved = start_phone(restarts=True)
    saved.goto(server.url)
    saved.until(SAVED)
    saved.js("localStorage.setItem('note', 'kept')")
    server.stop()
    saved.restart()
    saved.goto(server.url + "one/")
    saved.until_text("One of Home")
    assert saved.js("localStorage.getItem('note')") == "kept"


@pytest.mark.fault(39)
def test_an_unknown_address_is_the_sites_own_404(saved: Engine, server: StaticServer) -> None:
    server.stop()
    saved.goto(server.url + "nothing/here")
    saved.until_text("Not here")
    status = saved.js("performance.getEntriesByType('navigation')[0].responseStatus ?? 404")
    assert status == 404


@pytest.mark.fault(33)
def test_a_host_that_redirects_pages_does_not_spoil_them(
    phone: Engine, server: StaticServer
) -> None:
    def clean_addresses(path: str, answer: Answer) -> Answer:
        if path == "404.html":
            return Answer(301, "text/html", b"", {"Location": "/404"})
        if path == "404":
            return Answer(200, "text/html", (server.folder / "404.html").read_bytes())
        return answer

    server.fault = clean_addresses
    phone.goto(server.url)
    phone.until(SAVED)
    server.stop()
    phone.goto(server.url + "404.html")
    phone.until_text("Not here")


@pytest.mark.fault(24)
def test_an_emptied_store_says_what_to_do_and_heals_when_it_can(
    saved: Engine, server: StaticServer
) -> None:
    saved.js("caches.keys().then((names) => Promise.all(names.map((name) => caches.delete(name))))")
    server.stop()
    saved.goto(server.url + "one/")
    saved.until_text("The saved copy needs repair")

    server.start()
    saved.goto(server.url + "one/")
    saved.until_text("One of Home")
    saved.until(SAVED)


@pytest.mark.fault(41)
def test_a_reader_who_refuses_site_data_still_reads(
    start_phone: StartPhone, server: StaticServer
) -> None:
    phone = start_phone(blocked_storage=True)
    phone.goto(server.url)
    phone.until_text("This browser cannot save")
    phone.goto(server.url + "two/")
    phone.until_text("Two of Home")
    # The stand-in answers where the browser's own would throw.
    assert phone.js("(localStorage.setItem('a', '1'), localStorage.getItem('a'))") == "1"
