"""Every spelling of an address, and pages that the saved copy does not have."""

from __future__ import annotations

import shutil
import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from mkdocs_pwa import write_kill_switch
from mkdocs_pwa_testing.fixtures import StartPhone
from mkdocs_pwa_testing.page import open_and_save
from mkdocs_pwa_testing.server import Answer, StaticServer

SIGN_IN = b"<!doctype html><title>Free Wi-Fi</title><h1>Sign in to the Wi-Fi</h1>"


@pytest.fixture
def saved(start_phone: StartPhone, server: StaticServer) -> Iterator[Page]:
    with start_phone() as context:
        page = open_and_save(context, server.url)
        yield page


@pytest.mark.fault(32, 38)
@pytest.mark.parametrize(
    "address",
    ["one/", "one", "one/index.html", "one/?utm_source=qr&x=1", "one?utm_source=qr", "one/#part"],
)
def test_every_spelling_of_an_address_finds_the_page(
    saved: Page, server: StaticServer, address: str
) -> None:
    server.stop()
    saved.goto(server.url + address)
    expect(saved.get_by_role("heading", name="Page one")).to_be_visible()
    # Relative links only work from the right form.
    margin = saved.locator("body").evaluate("body => getComputedStyle(body).marginTop")
    assert margin == "16px"


@pytest.mark.fault(39)
def test_an_unknown_address_without_a_network_is_the_sites_own_404(
    saved: Page, server: StaticServer
) -> None:
    server.stop()
    response = saved.goto(server.url + "nothing")
    assert response is not None
    assert response.status == 404
    expect(saved.get_by_role("heading", name="Not here")).to_be_visible()


def test_a_page_newer_than_the_saved_copy_comes_from_the_network(
    saved: Page, server: StaticServer
) -> None:
    newer = (server.folder / "one/index.html").read_bytes().replace(b"Page one", b"New page")

    def with_new_page(path: str, answer: Answer) -> Answer:
        return Answer(200, "text/html", newer) if path == "new/" else answer

    server.fault = with_new_page
    saved.goto(server.url + "new/")
    expect(saved.get_by_role("heading", name="New page")).to_be_visible()


@pytest.mark.fault(12)
def test_a_sign_in_page_is_not_shown_as_a_page_of_the_site(
    saved: Page, server: StaticServer
) -> None:
    server.fault = lambda path, answer: Answer(200, "text/html", SIGN_IN)
    saved.goto(server.url + "new/")
    expect(saved.get_by_role("heading", name="This page is not saved")).to_be_visible()

    saved.get_by_role("link", name="Open it from the network").click()
    expect(saved.get_by_role("heading", name="Sign in to the Wi-Fi")).to_be_visible()


def test_a_download_that_is_not_saved_comes_from_the_network(
    saved: Page, server: StaticServer
) -> None:
    def with_report(path: str, answer: Answer) -> Answer:
        return Answer(200, "text/plain", b"report") if path == "report.txt" else answer

    server.fault = with_report
    saved.goto(server.url + "report.txt")
    expect(saved.get_by_text("report")).to_be_visible()


def test_a_server_that_hangs_is_not_waited_for(saved: Page, server: StaticServer) -> None:

    release = threading.Event()

    def hang(path: str, answer: Answer) -> Answer:
        if path == "slow/":
            release.wait(30)
        return answer

    server.fault = hang
    saved.goto(server.url + "slow/")
    expect(saved.get_by_role("heading", name="Not here")).to_be_visible()
    release.set()


@pytest.mark.fault(47)
def test_requests_that_are_not_for_pages_go_to_the_network(
    saved: Page, server: StaticServer
) -> None:
    server.requests.clear()
    saved.evaluate("url => fetch(url, { method: 'POST' }).catch(() => {})", server.url + "form")
    status = saved.evaluate("url => fetch(url).then(r => r.status)", server.url + "nothing.json")
    assert status == 404
    assert "nothing.json" in server.requests


@pytest.mark.fault(31)
def test_a_site_that_is_not_where_its_site_url_says_keeps_its_404_page_whole(
    start_phone: StartPhone, make_site: Callable[..., Path]
) -> None:
    folder = make_site("moved", site_url="https://example.org/elsewhere/")
    with StaticServer(folder, base="/a/b/") as server, start_phone() as context:
        page = open_and_save(context, server.url)
        server.stop()
        page.goto(server.url + "deep/down/nothing")
        expect(page.get_by_role("heading", name="Not here")).to_be_visible()
        margin = page.locator("body").evaluate("body => getComputedStyle(body).marginTop")
        assert margin == "16px"


OTHER = b"<h1>Not of the guide</h1><p>no head at all"


def with_other_content(path: str, answer: Answer) -> Answer:
    """A host that has something beside the site, which was never packed."""
    return Answer(200, "text/html", OTHER) if path.startswith("blog/") else answer


def test_what_else_the_host_has_under_the_site_can_be_opened_online(
    saved: Page, server: StaticServer
) -> None:
    server.fault = with_other_content
    response = saved.goto(f"{server.url}blog/a.html")
    assert response is not None
    assert response.status == 200
    expect(saved.get_by_role("heading", name="Not of the guide")).to_be_visible()
    # What it asks for is not taken from the copy, even under a name that the copy knows.
    server.requests.clear()
    saved.evaluate("fetch('/style.css').then((response) => response.text())")
    assert server.requests == ["style.css"]

    saved.goto(server.url)
    fetched = "fetch('/blog/a.html').then((response) => response.text(), () => 'refused')"
    assert "Not of the guide" in saved.evaluate(fetched)


def test_an_excluded_page_without_a_head_can_be_opened_online(
    start_phone: StartPhone, make_site: Callable[..., Path]
) -> None:
    folder = make_site("raw", extra={"raw/index.html": "<h1>Raw page</h1>"}, exclude=("raw/",))
    with StaticServer(folder) as server, start_phone() as context:
        page = open_and_save(context, server.url)
        page.goto(f"{server.url}raw/")
        expect(page.get_by_role("heading", name="Raw page")).to_be_visible()
        server.stop()
        page.goto(f"{server.url}raw/")
        expect(page.get_by_role("heading", name="Not here")).to_be_visible()


def test_a_folder_that_gave_up_its_own_copy_can_be_opened_under_a_saved_site(
    start_phone: StartPhone, make_site: Callable[..., Path]
) -> None:
    folder = make_site("parent")
    plain = "<html><head><title>Child</title></head><body><h1>Child</h1></body></html>"
    shutil.copytree(make_site("child", extra={"plain/index.html": plain}), folder / "child")
    write_kill_switch(folder / "child")
    with StaticServer(folder) as server, start_phone() as context:
        page = open_and_save(context, server.url)
        page.goto(f"{server.url}child/plain/")
        expect(page.get_by_role("heading", name="Child")).to_be_visible()


def test_a_sign_in_page_is_not_taken_for_a_saved_page_that_the_browser_lost(
    saved: Page, server: StaticServer
) -> None:
    saved.evaluate(
        "caches.keys().then((names) => names.find((name) => !name.endsWith(':state')))"
        ".then((name) => caches.open(name)).then((cache) => cache.delete('/one/'))"
    )
    # It lets all else through.
    server.fault = lambda path, answer: (
        Answer(200, "text/html", SIGN_IN) if path == "one/" else answer
    )
    saved.goto(f"{server.url}one/")
    expect(saved.get_by_role("heading", name="This page is not saved")).to_be_visible()
