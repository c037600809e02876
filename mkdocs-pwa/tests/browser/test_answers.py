"""What a host has beside what was saved."""

from __future__ import annotations

import shutil
import threading
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from mkdocs_pwa import write_kill_switch
from mkdocs_pwa_testing.page import wait_until_saved
from mkdocs_pwa_testing.server import Answer, StaticServer


@pytest.fixture
def saved(phone: Page, server: StaticServer) -> Page:
    phone.goto(server.url)
    wait_until_saved(phone)
    return phone


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
    phone: Page, make_site: Callable[..., Path]
) -> None:
    folder = make_site("raw", extra={"raw/index.html": "<h1>Raw page</h1>"}, exclude=("raw/",))
    with StaticServer(folder) as server:
        phone.goto(server.url)
        wait_until_saved(phone)
        phone.goto(f"{server.url}raw/")
        expect(phone.get_by_role("heading", name="Raw page")).to_be_visible()
        server.stop()
        phone.goto(f"{server.url}raw/")
        expect(phone.get_by_role("heading", name="Not here")).to_be_visible()


def test_a_folder_that_gave_up_its_own_copy_can_be_opened_under_a_saved_site(
    phone: Page, make_site: Callable[..., Path]
) -> None:
    folder = make_site("parent")
    plain = "<html><head><title>Child</title></head><body><h1>Child</h1></body></html>"
    shutil.copytree(make_site("child", extra={"plain/index.html": plain}), folder / "child")
    write_kill_switch(folder / "child")
    with StaticServer(folder) as server:
        phone.goto(server.url)
        wait_until_saved(phone)
        phone.goto(f"{server.url}child/plain/")
        expect(phone.get_by_role("heading", name="Child")).to_be_visible()
