"""A new version is published while readers read: nobody is given a mix of two."""

from __future__ import annotations

import threading
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from mkdocs_pwa_testing.fixtures import StartPhone
from mkdocs_pwa_testing.page import (
    LOOK_FOR_UPDATE,
    UPDATE_WAITS,
    open_and_save,
    until,
    wait_until_saved,
)
from mkdocs_pwa_testing.server import Answer, StaticServer

MakeSite = Callable[..., Path]

STYLE = {"style.css": "body{margin:2em}"}
STATE = '<div data-mkdocs-pwa-state></div><a href="two/">Two</a>'


@pytest.fixture
def saved(phone: Page, server: StaticServer) -> Page:
    phone.goto(server.url)
    wait_until_saved(phone)
    return phone


def update(page: Page) -> None:
    """Find the new version and store it."""
    assert page.evaluate(LOOK_FOR_UPDATE) is None
    until(page, UPDATE_WAITS)


def style_seen_from(page: Page) -> str:
    return str(page.evaluate("fetch('/style.css').then((response) => response.text())"))


@pytest.mark.fault(14)
def test_two_tabs_keep_their_versions_until_each_is_loaded_again(
    saved: Page, server: StaticServer, make_site: MakeSite
) -> None:
    second = saved.context.new_page()
    second.goto(f"{server.url}one/")
    server.folder = make_site("next", home="New home", extra=STYLE)
    update(second)
    second.get_by_role("button", name="Use it now").click()
    # By its reload the second tab is of the new version.
    expect(saved.get_by_text("This page is from the older version.")).to_be_visible()
    server.stop()
    until(second, "fetch('/style.css').then((r) => r.text()).then((t) => t.includes('2em'))")
    assert style_seen_from(saved) == "body{margin:1em}"
    saved.get_by_role("button", name="Reload").click()
    expect(saved.get_by_role("heading", name="New home")).to_be_visible()
    assert style_seen_from(saved) == STYLE["style.css"]


@pytest.mark.fault(14)
def test_a_worker_started_by_an_older_page_gets_its_parts_from_that_version(
    phone: Page, make_site: MakeSite
) -> None:
    script = "onmessage = () => fetch('part.txt').then((r) => r.text()).then(postMessage);"
    old = make_site("old", extra={"helper.js": script, "part.txt": "old part"})
    new = make_site("new", home="New", extra={"helper.js": script, "part.txt": "new part"})
    ask = """() => new Promise((resolve) => {
      window.helper ??= new Worker("helper.js");
      window.helper.onmessage = ({ data }) => resolve(data);
      window.helper.postMessage("");
    })"""
    with StaticServer(old) as server:
        phone.goto(server.url)
        wait_until_saved(phone)
        phone.reload()
        assert phone.evaluate(ask) == "old part"
        server.folder = new
        second = phone.context.new_page()
        second.goto(server.url)
        update(second)
        second.get_by_role("button", name="Use it now").click()
        expect(second.get_by_role("heading", name="New")).to_be_visible()
        assert phone.evaluate(ask) == "old part"


@pytest.mark.fault(15)
def test_a_reader_who_only_reloads_stays_with_the_version_and_the_offer(
    saved: Page, server: StaticServer, make_site: MakeSite
) -> None:
    second = saved.context.new_page()
    second.goto(f"{server.url}one/")
    server.folder = make_site("next", home="New home")
    update(saved)
    for _ in range(3):
        saved.reload()
        expect(saved.get_by_role("heading", name="Home", exact=True)).to_be_visible()
        expect(saved.get_by_role("button", name="Use it now")).to_be_visible()


@pytest.mark.fault(16)
def test_a_deploy_after_a_page_was_loaded_does_not_change_its_parts(
    saved: Page, server: StaticServer, make_site: MakeSite
) -> None:
    saved.reload()
    server.folder = make_site("next", home="New home", extra=STYLE)
    assert style_seen_from(saved) == "body{margin:1em}"
    update(saved)
    assert style_seen_from(saved) == "body{margin:1em}"


@pytest.mark.fault(16)
def test_a_page_newer_than_the_copy_gets_all_its_parts_from_the_network(
    saved: Page, server: StaticServer, make_site: MakeSite
) -> None:
    new = make_site("next", extra=STYLE)
    page = (new / "one/index.html").read_bytes().replace(b"Page one", b"Brand new")
    (new / "new").mkdir()
    (new / "new/index.html").write_bytes(page)
    server.folder = new
    saved.goto(f"{server.url}new/")
    expect(saved.get_by_role("heading", name="Brand new")).to_be_visible()
    # 2em: its own style sheet, not the saved one of the same name.
    assert saved.evaluate("getComputedStyle(document.body).marginTop") == "32px"


@pytest.mark.fault(17)
def test_half_of_a_deploy_is_not_taken_and_the_whole_is_later(
    saved: Page, server: StaticServer, make_site: MakeSite
) -> None:
    old_page = (server.folder / "index.html").read_bytes()
    server.folder = make_site("next", home="New home", extra=STYLE)
    server.fault = lambda path, answer: Answer(200, "text/html", old_page) if path == "" else answer
    server.requests.clear()
    # On a slow machine the page would have tried again before it is looked at.
    saved.clock.install()
    saved.clock.pause_at(datetime.now(UTC) + timedelta(minutes=1))
    assert saved.evaluate(LOOK_FOR_UPDATE) is None
    until(saved, "navigator.serviceWorker.getRegistration().then((r) => !r.installing)")
    assert server.requests.count("") == 3
    assert not saved.evaluate(UPDATE_WAITS)
    assert style_seen_from(saved) == "body{margin:1em}"

    server.fault = None
    saved.clock.resume()
    # The page tries again by itself.
    until(saved, UPDATE_WAITS)
    saved.get_by_role("button", name="Use it now").click()
    expect(saved.get_by_role("heading", name="New home")).to_be_visible()
    assert style_seen_from(saved) == STYLE["style.css"]


@pytest.mark.fault(18)
@pytest.mark.parametrize("status", [404, 410, 500])
def test_a_worker_whose_file_is_gone_goes_on_and_the_page_says_that_checking_failed(
    phone: Page, make_site: MakeSite, status: int
) -> None:
    with StaticServer(make_site(body=STATE)) as server:
        phone.goto(server.url)
        wait_until_saved(phone)
        gone = Answer(status, "text/html", b"gone")
        server.fault = lambda path, answer: gone if path == "sw.js" else answer
        # Else the next check would be due in an hour.
        phone.evaluate("localStorage.clear()")
        phone.reload()
        expect(phone.get_by_text("(the last try failed)")).to_be_visible()
        server.stop()
        phone.goto(f"{server.url}two/")
        expect(phone.get_by_role("heading", name="Page two")).to_be_visible()


@pytest.mark.fault(20)
def test_a_worker_that_the_host_lets_browsers_keep_for_a_year_is_found_when_it_changes(
    phone: Page, server: StaticServer, make_site: MakeSite
) -> None:
    def for_a_year(path: str, answer: Answer) -> Answer:
        answer.headers["Cache-Control"] = "public, max-age=31536000"
        return answer

    server.fault = for_a_year
    phone.goto(server.url)
    wait_until_saved(phone)
    server.folder = make_site("next", home="New home")
    update(phone)
    phone.get_by_role("button", name="Use it now").click()
    expect(phone.get_by_role("heading", name="New home")).to_be_visible()


@pytest.mark.fault(21)
def test_a_worker_of_the_wrong_type_is_not_used_and_the_page_does_not_claim_to_be_saved(
    phone: Page, make_site: MakeSite
) -> None:
    errors: list[str] = []
    phone.on("pageerror", lambda error: errors.append(str(error)))
    asked = threading.Event()

    def as_text(path: str, answer: Answer) -> Answer:
        if path != "sw.js":
            return answer
        asked.set()
        return Answer(200, "text/plain", answer.body)

    with StaticServer(make_site(body=STATE)) as server:
        server.fault = as_text
        phone.goto(server.url)
        assert asked.wait(20)
        expect(phone.get_by_text("This guide is not saved on this phone.")).to_be_visible()
        phone.get_by_role("link", name="Two").click()
        expect(phone.get_by_role("heading", name="Page two")).to_be_visible()
        assert phone.get_by_text("Works with no signal").count() == 0
        assert errors == []


@pytest.mark.fault(22)
def test_a_manifest_and_pictures_of_the_wrong_type_are_saved_all_the_same(
    phone: Page, make_site: MakeSite
) -> None:
    types = (".webmanifest", ".svg", ".txt")
    with StaticServer(make_site(extra={"a.svg": "<svg/>", "a.txt": "text"})) as server:
        server.fault = lambda path, answer: (
            Answer(200, "application/octet-stream", answer.body) if path.endswith(types) else answer
        )
        phone.goto(server.url)
        wait_until_saved(phone)
        session = phone.context.new_cdp_session(phone)
        assert session.send("Page.getAppManifest")["errors"] == []


@pytest.mark.fault(24)
def test_a_page_that_was_evicted_comes_from_a_newer_version_if_that_is_all_there_is(
    saved: Page, server: StaticServer, make_site: MakeSite
) -> None:
    server.folder = make_site("next", home="New home", extra=STYLE)
    saved.evaluate("caches.keys().then((all) => Promise.all(all.map((n) => caches.delete(n))))")
    saved.goto(server.url)
    expect(saved.get_by_role("heading", name="New home")).to_be_visible()
    assert saved.evaluate("getComputedStyle(document.body).marginTop") == "32px"
    # The copy has holes, so the new version need not wait to be asked for.
    wait_until_saved(saved)
    server.stop()
    saved.goto(f"{server.url}one/")
    expect(saved.get_by_role("heading", name="Page one")).to_be_visible()


@pytest.mark.fault(49)
def test_a_reader_who_says_later_is_left_alone_until_the_guide_is_closed(
    start_phone: StartPhone, server: StaticServer, make_site: MakeSite
) -> None:
    with start_phone() as context:
        page = open_and_save(context, server.url)
        for number in range(3):
            server.folder = make_site(f"next-{number}", home=f"New home {number}")
            update(page)
            if number == 0:
                page.get_by_role("button", name="Later").click()
            page.reload()
            until(page, UPDATE_WAITS)
            expect(page.get_by_text("Saved on this phone.")).to_be_visible()
            expect(page.get_by_role("button", name="Use it now")).to_have_count(0)
    server.stop()
    with start_phone() as context:
        page = context.pages[0]
        page.goto(server.url)
        expect(page.get_by_role("heading", name="New home 2")).to_be_visible()
