"""What a reader is promised with no network, in every engine."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from mkdocs_pwa_testing import faults
from mkdocs_pwa_testing.engines import Engine
from mkdocs_pwa_testing.page import SAVED
from mkdocs_pwa_testing.server import Answer, StaticServer

pytestmark = pytest.mark.offline

MakeSite = Callable[..., Path]
StartPhone = Callable[..., Engine]

EMPTY_THE_STORE = """
caches.keys().then((names) => Promise.all(names.map((name) => caches.delete(name))))
"""
LOSE_A_PAGE = """
caches.keys().then((names) => names.find((name) => !name.endsWith(":state")))
  .then((name) => caches.open(name)).then((cache) => cache.delete("/one/"))
"""

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
def test_a_printed_code_leads_to_its_place_in_the_page(phone: Engine, make_site: MakeSite) -> None:
    place = '<div style="height:3000px"></div><h2 id="part">Part one</h2>'
    with StaticServer(make_site(body=place, content_policy=False)) as server:
        phone.goto(server.url)
        phone.until(SAVED)
        server.stop()
        phone.goto(server.url + "two/?utm_source=qr#part")
        phone.until_text("Two of Home")
        box = "document.getElementById('part').getBoundingClientRect()"
        # WebKit stops within a part of a pixel.
        phone.until(f"{box}.top > -1 && {box}.bottom <= innerHeight")


@pytest.mark.fault(32, 38)
def test_every_spelling_of_an_address_is_led_to_the_page(
    saved: Engine, server: StaticServer
) -> None:
    server.stop()
    for address, shown in {
        "one/": "/one/",
        "one": "/one/",
        "one/index.html": "/one/index.html",
        "one/?utm_source=qr&x=1": "/one/?utm_source=qr&x=1",
        "one?from=paper": "/one/?from=paper",
        "one/#part": "/one/#part",
    }.items():
        saved.goto(server.url + "two/")
        saved.goto(server.url + address)
        saved.until_text("One of Home")
        assert saved.js("location.pathname + location.search + location.hash") == shown
        # Relative links only work from the right form.
        assert saved.js("getComputedStyle(document.body).marginTop") == "16px", address


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
def test_a_host_that_redirects_to_clean_addresses_is_saved_and_opens_offline(
    phone: Engine, make_site: MakeSite
) -> None:
    about = "<!doctype html><html><head><title>About</title></head><body>About us</body></html>"
    folder = make_site("clean", extra={"about.html": about})

    def clean_addresses(path: str, answer: Answer) -> Answer:
        """A host that keeps its pages' endings to itself."""
        if path.endswith(".html"):
            short = path.removesuffix("index.html").removesuffix(".html")
            return Answer(308, "text/plain", b"", {"Location": f"/{short}"})
        file = folder / f"{path}.html"
        return Answer(200, "text/html", file.read_bytes()) if path and file.is_file() else answer

    with StaticServer(folder) as server:
        server.fault = clean_addresses
        phone.goto(server.url)
        phone.until(SAVED)
        server.stop()
        for address, text in {
            "about": "About us",
            "about.html": "About us",
            "one/index.html": "One of Home",
            "404.html": "Not here",
        }.items():
            phone.goto(server.url + address)
            phone.until_text(text)


@pytest.mark.fault(24)
def test_an_emptied_store_says_what_to_do_and_heals_when_it_can(
    saved: Engine, server: StaticServer
) -> None:
    saved.js(EMPTY_THE_STORE)
    server.stop()
    saved.goto(server.url + "one/")
    saved.until_text("The saved copy needs repair")

    server.start()
    saved.goto(server.url + "one/")
    saved.until_text("One of Home")
    saved.until(SAVED)
    server.stop()
    saved.goto(server.url + "two/")
    saved.until_text("Two of Home")


@pytest.mark.fault(24)
def test_a_page_that_was_lost_comes_from_a_newer_version_if_that_is_all_there_is(
    saved: Engine, server: StaticServer, make_site: MakeSite
) -> None:
    server.folder = make_site("next", home="New", extra={"style.css": "body{margin:2em}"})
    saved.js(EMPTY_THE_STORE)
    saved.goto(server.url)
    saved.until("document.querySelector('h1')?.textContent === 'New'")
    assert saved.js("getComputedStyle(document.body).marginTop") == "32px"
    # The copy has holes, so the new version need not wait to be asked for.
    saved.until(SAVED)
    server.stop()
    saved.goto(server.url + "one/")
    saved.until_text("One of New")


@pytest.mark.fault(24)
def test_a_sign_in_page_is_not_taken_for_a_page_that_was_lost(
    saved: Engine, server: StaticServer
) -> None:
    saved.js(LOSE_A_PAGE)
    # It lets all else through.
    server.fault = faults.for_path("one/", faults.sign_in_page)
    saved.goto(server.url + "one/")
    saved.until_text("This page is not saved")


@pytest.mark.fault(41)
def test_a_reader_who_refuses_site_data_still_reads(
    start_phone: StartPhone, telling: StaticServer
) -> None:
    phone = start_phone(blocked_storage=True)
    phone.goto(telling.url)
    phone.until_text("This browser cannot save the guide")
    assert phone.js("thrown") == []
    phone.goto(telling.url + "two/")
    phone.until_text("Two of Home")
    # The stand-in answers where the browser's own would throw.
    assert phone.js("(localStorage.setItem('a', '1'), localStorage.getItem('a'))") == "1"
