"""New versions, half of them, and leaving; in every engine."""

from __future__ import annotations

import time
from collections.abc import Callable
from pathlib import Path

import pytest

from mkdocs_pwa.copy.bundle_name import is_bundle
from mkdocs_pwa.remove import write_kill_switch
from mkdocs_pwa_testing.engines import Engine
from mkdocs_pwa_testing.engines.fixtures import StartPhone
from mkdocs_pwa_testing.page import LOOK_FOR_UPDATE, REGISTRATION, SAVED, UPDATE_WAITS
from mkdocs_pwa_testing.server import Answer, StaticServer
from mkdocs_pwa_testing.stored import wrong_bytes

pytestmark = pytest.mark.offline

MakeSite = Callable[..., Path]

UPDATE_NOW = ".mkdocs-pwa__button--first"
STYLE = "fetch('/style.css').then((found) => found.text())"
ASK_A_WORKER = """
new Promise((resolve) => {
  window.helper ??= new Worker("/helper.js");
  window.helper.onmessage = ({ data }) => resolve(data);
  window.helper.postMessage("");
})
"""

#: True when no version waits any more; one that does is asked to take over.
TAKE_NEXT = f"""
{REGISTRATION}.then((found) => {{
  found.waiting?.postMessage({{ type: "activate" }});
  return !found.installing && !found.waiting && found.active.state === "activated";
}})
"""


@pytest.fixture
def saved(phone: Engine, server: StaticServer) -> Engine:
    phone.goto(server.url)
    phone.until(SAVED)
    return phone


def test_a_new_version_is_taken_on_the_readers_tap_and_notes_are_kept(
    saved: Engine, server: StaticServer, make_site: MakeSite
) -> None:
    saved.js("localStorage.setItem('note', 'kept')")
    server.folder = make_site("second", home="Second")
    saved.js(LOOK_FOR_UPDATE)
    saved.until(UPDATE_WAITS)
    assert "Home" in saved.text
    saved.click(UPDATE_NOW)
    saved.until_text("Second")
    assert saved.js("localStorage.getItem('note')") == "kept"
    server.stop()
    saved.goto(server.url + "two/")
    saved.until_text("Two of Second")


@pytest.mark.fault(14)
def test_the_other_tab_keeps_its_version_until_it_is_reloaded(
    saved: Engine, server: StaticServer, make_site: MakeSite
) -> None:
    first = saved.tab
    saved.open_tab()
    saved.goto(server.url)
    saved.until(SAVED)
    old_style = (server.folder / "style.css").read_text("utf-8")
    server.folder = make_site("second", home="Second", extra={"style.css": "body{margin:2em}"})
    saved.js(LOOK_FOR_UPDATE)
    saved.until(UPDATE_WAITS)
    saved.click(UPDATE_NOW)
    saved.until_text("Second")

    server.stop()
    assert saved.js(STYLE) == "body{margin:2em}"
    saved.use_tab(first)
    saved.until_text("This page is from the older version.")
    assert saved.js("document.querySelector('h1').textContent") == "Home"
    assert saved.js(STYLE) == old_style
    saved.click(UPDATE_NOW)
    saved.until_text("Second")
    assert saved.js(STYLE) == "body{margin:2em}"


@pytest.mark.fault(14)
def test_a_worker_of_an_older_page_gets_its_parts_from_that_version(
    phone: Engine, make_site: MakeSite
) -> None:
    script = "onmessage = () => fetch('part.txt').then((r) => r.text()).then(postMessage);"
    old = make_site("old", extra={"helper.js": script, "part.txt": "old part"})
    new = make_site("new", home="New", extra={"helper.js": script, "part.txt": "new part"})
    with StaticServer(old) as server:
        phone.goto(server.url)
        phone.until(SAVED)
        phone.reload()
        assert phone.js(ASK_A_WORKER) == "old part"
        first = phone.tab
        server.folder = new
        phone.open_tab()
        phone.goto(server.url)
        phone.js(LOOK_FOR_UPDATE)
        phone.until(UPDATE_WAITS)
        phone.click(UPDATE_NOW)
        phone.until_text("New")
        phone.use_tab(first)
        assert phone.js(ASK_A_WORKER) == "old part"


@pytest.mark.fault(17)
def test_half_of_a_deploy_is_never_taken(
    saved: Engine, server: StaticServer, make_site: MakeSite
) -> None:
    first, second = server.folder, make_site("second", home="Second")

    def old_pages(path: str, answer: Answer) -> Answer:
        if is_bundle(path):
            return Answer(404, "text/plain", b"Not yet here.")
        if path == "two/":
            return Answer(200, "text/html", (first / "two/index.html").read_bytes())
        return answer

    server.folder, server.fault = second, old_pages
    server.requests.clear()
    saved.js(LOOK_FOR_UPDATE)
    # It is asked for more than once before the new version is given up.
    end = time.monotonic() + 60
    while server.requests.count("two/") < 2:
        assert time.monotonic() < end
        time.sleep(0.05)
    assert not saved.js(UPDATE_WAITS)
    assert wrong_bytes(saved, first, second) == []
    for path, title in {"": "Home", "two/": "Two of Home"}.items():
        saved.goto(server.url + path)
        saved.until_text(title)
        assert "Second" not in saved.text

    server.fault = None
    saved.js(LOOK_FOR_UPDATE)
    saved.until(UPDATE_WAITS)
    saved.click(UPDATE_NOW)
    saved.until_text("Two of Second")


@pytest.mark.fault(19)
def test_a_site_that_stops_takes_its_copies_away_and_leaves_its_neighbours(
    saved: Engine, server: StaticServer, make_site: MakeSite
) -> None:
    saved.js("caches.open('mkdocs-pwa:/other/:1234').then(() => caches.open('foreign'))")
    removed = make_site("removed", home="Online again")
    write_kill_switch(removed)
    server.folder = removed
    server.requests.clear()
    saved.goto(server.url)
    saved.until_removed()
    saved.until_text("Online again")
    # The copy answered the visit; the page is reloaded once, and not again and again.
    assert server.requests.count("") == 1
    saved.until("caches.keys().then((names) => names.every((name) => !name.includes(':/:')))")
    assert sorted(saved.js("caches.keys()")) == ["foreign", "mkdocs-pwa:/other/:1234"]


def test_a_browser_that_is_closed_while_a_version_waits_opens_the_guide_with_no_network(
    start_phone: StartPhone, server: StaticServer, make_site: MakeSite
) -> None:
    phone = start_phone(restarts=True)
    phone.goto(server.url)
    phone.until(SAVED)
    server.folder = make_site("second", home="Second")
    phone.js(LOOK_FOR_UPDATE)
    phone.until(UPDATE_WAITS)
    server.stop()
    phone.restart()
    phone.goto(server.url)
    # Chromium and WebKit use the version that has waited, Firefox forgets it.
    title = phone.until("document.querySelector('h1')?.textContent")
    assert title in (("Home", "Second") if phone.name == "firefox" else ("Second",))
    phone.until_text("Saved on this phone")
    phone.goto(server.url + "two/")
    phone.until_text(f"Two of {title}")

    server.start()
    phone.js(LOOK_FOR_UPDATE)
    phone.until(TAKE_NEXT)
    phone.goto(server.url)
    phone.until_text("Second")


@pytest.mark.parametrize("then", ["next page", "reload"])
def test_a_reader_who_goes_on_reading_still_takes_the_next_version_by_a_tap(
    saved: Engine, server: StaticServer, make_site: MakeSite, then: str
) -> None:
    server.folder = make_site("second", home="Second")
    saved.js(LOOK_FOR_UPDATE)
    saved.until(UPDATE_WAITS)
    saved.goto(server.url + "two/") if then == "next page" else saved.reload()
    saved.until_text("A new version is ready")
    saved.click(UPDATE_NOW)
    saved.until_text("Two of Second" if then == "next page" else "Second")


@pytest.mark.fault(15)
def test_a_reload_keeps_the_version_while_a_newer_one_waits(
    saved: Engine, server: StaticServer, make_site: MakeSite
) -> None:
    server.folder = make_site("second", home="Second")
    saved.js(LOOK_FOR_UPDATE)
    saved.until(UPDATE_WAITS)
    for _ in range(3):
        saved.reload()
        saved.until(UPDATE_WAITS)
        saved.until_text("A new version is ready")
        assert "Second" not in saved.text


@pytest.mark.fault(16)
def test_a_deploy_does_not_change_the_parts_of_a_page_that_is_open(
    saved: Engine, server: StaticServer, make_site: MakeSite
) -> None:
    saved.reload()
    server.folder = make_site("second", extra={"style.css": "body{margin:2em}"})
    assert saved.js(STYLE) == "body{margin:1em}"
    saved.js(LOOK_FOR_UPDATE)
    saved.until(UPDATE_WAITS)
    assert saved.js(STYLE) == "body{margin:1em}"


@pytest.mark.fault(16)
def test_a_page_newer_than_the_copy_gets_all_its_parts_from_the_network(
    saved: Engine, server: StaticServer, make_site: MakeSite
) -> None:
    new = make_site("second", extra={"style.css": "body{margin:2em}"})
    page = (new / "one/index.html").read_bytes().replace(b"One of Home", b"Brand new")
    (new / "new").mkdir()
    (new / "new/index.html").write_bytes(page)
    server.folder = new
    saved.goto(server.url + "new/")
    saved.until_text("Brand new")
    # 2em: its own style sheet, not the saved one of the same name.
    assert saved.js("getComputedStyle(document.body).marginTop") == "32px"


@pytest.mark.fault(49)
def test_a_reader_who_says_later_is_not_asked_again_on_the_next_page(
    saved: Engine, server: StaticServer, make_site: MakeSite
) -> None:
    for number in range(3):
        server.folder = make_site(f"next-{number}", home=f"Next {number}")
        saved.js(LOOK_FOR_UPDATE)
        saved.until(UPDATE_WAITS)
        if number == 0:
            saved.click(f"{UPDATE_NOW} + button")
        # Also not of a version after the one that can wait.
        saved.goto(server.url + "one/")
        saved.until_text("Saved on this phone")
        saved.until(UPDATE_WAITS)
        assert saved.js(f"document.querySelector('{UPDATE_NOW}')") is None


IN_USE = f"""
{REGISTRATION}.then((found) =>
  found?.active?.state === "activated" && Boolean(navigator.serviceWorker.controller))
"""


def open_before(phone: Engine, server: StaticServer, later: Path) -> None:
    """Open the home page while the host has no worker yet; then save what it has by then."""

    def no_worker(path: str, answer: Answer) -> Answer:
        return Answer(503, "text/plain", b"") if path == "sw.js" else answer

    server.fault = no_worker
    phone.goto(server.url)
    phone.until_text("Home")
    server.folder = later
    server.fault = None
    phone.js("dispatchEvent(new Event('online'))")
    phone.until(IN_USE)
    server.stop()


def test_a_page_that_stayed_the_same_is_told_of_other_styles(
    phone: Engine, make_site: MakeSite
) -> None:
    date = "<span data-mkdocs-pwa-version></span>"
    later = make_site("later", body=date, extra={"style.css": "body{margin:2em}"})
    with StaticServer(make_site(body=date)) as server:
        open_before(phone, server, later)
        phone.until_text("This page is not from the saved copy.")
        assert phone.js("document.querySelector('[data-mkdocs-pwa-version]').textContent") == ""


def test_a_page_from_before_the_first_copy_is_not_taken_for_the_version_that_was_saved(
    phone: Engine, server: StaticServer, make_site: MakeSite
) -> None:
    open_before(
        phone,
        server,
        make_site("second", home="Second", extra={"style.css": "body{margin:2em}"}),
    )
    phone.until_text("This page is not from the saved copy.")
    part = "fetch('style.css').then((found) => found.text(), () => 'nothing')"
    assert phone.js(part) == "nothing"
    phone.click(UPDATE_NOW)
    phone.until_text("Second")
