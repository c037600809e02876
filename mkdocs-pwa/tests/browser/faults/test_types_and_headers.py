"""What a host says wrongly of right bytes is not kept on a phone."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from mkdocs_pwa_testing.fixtures import StartPhone
from mkdocs_pwa_testing.older import with_older_worker
from mkdocs_pwa_testing.page import LOOK_FOR_UPDATE, UPDATE_WAITS, until, wait_until_saved
from mkdocs_pwa_testing.server import Answer, Fault, StaticServer

MakeSite = Callable[..., Path]

pytestmark = pytest.mark.fault(22)

STATE = '<div data-mkdocs-pwa-state></div><script src="/own.js"></script>'
SCRIPT = "document.documentElement.dataset.scripts = 'run {}';"
STORED_HEADERS = """
caches.keys()
  .then((names) => names.filter((name) => !name.endsWith(":state")))
  .then((names) => Promise.all(names.map((name) => caches.open(name))))
  .then((opened) => Promise.all(opened.map((cache) => cache.matchAll())))
  .then((found) => found.flat().map((response) => Object.fromEntries(response.headers)))
"""
TAKEN_OVER = """
navigator.serviceWorker.getRegistration()
  .then(({ waiting, active }) => !waiting && active.state === "activated")
"""

PROTECTING = {
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "no-referrer",
    "Content-Security-Policy": "frame-ancestors 'none'",
}
FRAMING = (
    '<!doctype html><html lang="en"><head><title>Framing</title></head>'
    '<body><iframe src="{}"></iframe></body></html>'
)

TYPES = [
    pytest.param("", "application/octet-stream", id="a page as a download"),
    pytest.param("", "text/plain", id="a page as text"),
    pytest.param("style.css", "text/plain", id="styles as text"),
    pytest.param("style.css", "application/octet-stream", id="styles as bytes"),
    pytest.param("own.js", "text/plain", id="a script as text"),
    pytest.param("own.js", "text/html", id="a script as a page"),
]
HEADERS = [
    pytest.param({"Content-Security-Policy": "script-src 'none'"}, id="no scripts"),
    pytest.param({"Content-Security-Policy": "default-src 'none'; sandbox"}, id="nothing at all"),
    pytest.param({"Content-Disposition": "attachment"}, id="attachment"),
    pytest.param({"Content-Disposition": 'attachment; filename="a.html"'}, id="named attachment"),
    pytest.param({"Refresh": "0; url=/two/"}, id="refresh"),
    pytest.param({"Link": "</two/>; rel=preload; as=style"}, id="link"),
    pytest.param({"Vary": "*"}, id="vary"),
    pytest.param({"Cross-Origin-Embedder-Policy": "require-corp"}, id="embedding"),
    pytest.param({"Permissions-Policy": "fullscreen=()"}, id="permissions"),
    pytest.param(PROTECTING, id="what only protects"),
]


def of_type(asked: str, kind: str) -> Fault:
    """A host that is not sure what browsers should make of a file; it forbids them to guess."""
    strict = {"X-Content-Type-Options": "nosniff"}
    return lambda path, answer: Answer(200, kind, answer.body, strict) if path == asked else answer


def with_headers(headers: dict[str, str]) -> Fault:
    """A host whose settings went wrong with one deploy."""
    return lambda path, answer: (
        answer
        if path == "sw.js"
        else Answer(answer.status, answer.content_type, answer.body, headers)
    )


def version(make_site: MakeSite, number: int, **options: Any) -> Path:
    """A site of which every file is another in each version."""
    return make_site(
        f"version-{number}",
        home=f"Home {number}",
        body=f"{STATE}<p>Words {number}</p>",
        extra={"style.css": f"body{{margin:{number}em}}", "own.js": SCRIPT.format(number)},
        **options,
    )


def update(page: Page, server: StaticServer, folder: Path, fault: Fault | None) -> None:
    """Publish while the host errs, store all of it, and let the reader take it."""
    server.folder, server.fault = folder, fault
    assert page.evaluate(LOOK_FOR_UPDATE) is None
    until(page, UPDATE_WAITS)
    page.get_by_role("button", name="Use it now").click()


def expect_whole(page: Page, server: StaticServer, number: int) -> None:
    """The home page shows, is styled and runs its scripts, with no server to help."""
    server.stop()
    page.goto(server.url)
    expect(page.get_by_role("heading", name=f"Home {number}")).to_be_visible()
    assert page.evaluate("getComputedStyle(document.body).marginTop") == f"{16 * number}px"
    expect(page.locator("html")).to_have_attribute("data-scripts", f"run {number}")
    expect(page.get_by_text("Saved on this phone.").first).to_be_visible()
    expect(page.get_by_role("button", name="Repair")).to_be_visible()


@pytest.mark.parametrize(("path", "kind"), TYPES)
def test_a_type_that_was_wrong_while_a_version_was_saved_is_right_on_the_phone(
    phone: Page, make_site: MakeSite, path: str, kind: str
) -> None:
    with StaticServer(version(make_site, 1, bundle=False)) as server:
        phone.goto(server.url)
        wait_until_saved(phone)
        update(phone, server, version(make_site, 2, bundle=False), of_type(path, kind))
        expect(phone.get_by_role("heading", name="Home 2")).to_be_visible()
        expect_whole(phone, server, 2)


@pytest.mark.parametrize("bundled", [True, False], ids=["bundle", "single"])
@pytest.mark.parametrize("headers", HEADERS)
def test_a_header_that_was_wrong_while_a_version_was_saved_is_not_on_the_phone(
    phone: Page, make_site: MakeSite, headers: dict[str, str], bundled: bool
) -> None:
    with StaticServer(version(make_site, 1, bundle=bundled)) as server:
        phone.goto(server.url)
        wait_until_saved(phone)
        update(phone, server, version(make_site, 2, bundle=bundled), with_headers(headers))
        expect(phone.get_by_role("heading", name="Home 2")).to_be_visible()
        expect_whole(phone, server, 2)
        named = {name.lower() for name in headers}
        assert not any(named & found.keys() for found in phone.evaluate(STORED_HEADERS))


def test_a_page_that_the_browser_lost_comes_back_with_its_type(
    phone: Page, make_site: MakeSite
) -> None:
    with StaticServer(version(make_site, 1)) as server:
        phone.goto(server.url)
        wait_until_saved(phone)
        phone.evaluate(
            "caches.keys().then((names) => names.find((name) => !name.endsWith(':state')))"
            ".then((name) => caches.open(name)).then((cache) => cache.delete('/'))"
        )
        server.fault = of_type("", "application/octet-stream")
        phone.goto(server.url)
        expect(phone.get_by_role("heading", name="Home 1")).to_be_visible()
        expect_whole(phone, server, 1)


SPOILT_BEFORE = [
    pytest.param(of_type("", "application/octet-stream"), id="a page as a download"),
    pytest.param(of_type("style.css", "text/plain"), id="styles as text"),
    pytest.param(with_headers({"Content-Security-Policy": "script-src 'none'"}), id="no scripts"),
    pytest.param(with_headers({"Content-Disposition": "attachment"}), id="attachment"),
]


def save_with_an_older_plugin(page: Page, server: StaticServer, spoil: Fault) -> None:
    """Open a page, and let a worker of an earlier version store what the host then sends."""
    older = with_older_worker(server.folder, spoil)
    server.fault = lambda path, answer: (
        older(path, answer) if "sw.js" in server.requests else answer
    )
    page.goto(f"{server.url}two/")
    until(page, "navigator.serviceWorker.ready.then((found) => Boolean(found.active))")
    server.fault = None


@pytest.mark.parametrize("spoil", SPOILT_BEFORE)
def test_a_phone_that_an_older_version_of_the_plugin_has_spoilt_is_healed_by_the_next(
    start_phone: StartPhone, make_site: MakeSite, spoil: Fault
) -> None:
    with StaticServer(version(make_site, 1, bundle=False)) as server:
        with start_phone() as context:
            page = context.pages[0]
            save_with_an_older_plugin(page, server, spoil)
            # All that the host said was stored, and is what that worker answers.
            assert all("server" in found for found in page.evaluate(STORED_HEADERS))
            server.requests.clear()
            assert page.evaluate(LOOK_FOR_UPDATE) is None
            until(page, UPDATE_WAITS)
            # What is there already does not come again: its bytes are taken over.
            assert not {"", "style.css", "own.js", "two/"} & set(server.requests)
        server.stop()
        with start_phone() as context:
            page = context.pages[0]
            expect_whole(page, server, 1)
            assert not any("server" in found for found in page.evaluate(STORED_HEADERS))


def test_a_tab_that_was_loaded_from_a_spoilt_version_gets_its_parts_with_their_types(
    phone: Page, make_site: MakeSite
) -> None:
    with StaticServer(version(make_site, 1, bundle=False)) as server:
        save_with_an_older_plugin(phone, server, of_type("style.css", "text/plain"))
        server.folder = version(make_site, 2)
        assert phone.evaluate(LOOK_FOR_UPDATE) is None
        until(phone, UPDATE_WAITS)
        phone.evaluate(
            "navigator.serviceWorker.getRegistration()"
            ".then((found) => found.waiting.postMessage({ type: 'activate' }))"
        )
        # Not by asking for parts: a worker that has to answer is not replaced.
        until(phone, TAKEN_OVER)
        server.stop()
        found = phone.evaluate(
            "fetch('/style.css').then(async (answer) =>"
            " [answer.headers.get('content-type'), await answer.text()])"
        )
        assert found == ["text/css; charset=utf-8", "body{margin:1em}"]


@pytest.mark.parametrize("bundled", [True, False], ids=["bundle", "single"])
def test_what_protected_while_a_version_was_saved_does_not_stop_the_sites_own_frames_later(
    phone: Page, make_site: MakeSite, bundled: bool
) -> None:
    extra = {"framing/index.html": FRAMING.format("../two/")}
    with StaticServer(make_site(extra=extra, bundle=bundled)) as server:
        server.fault = with_headers(PROTECTING)
        phone.goto(server.url)
        wait_until_saved(phone)
        server.fault = None
        phone.goto(f"{server.url}framing/")
        frame = phone.frame_locator("iframe")
        expect(frame.get_by_role("heading", name="Page two")).to_be_visible()


def test_a_frame_of_another_site_gets_what_the_host_says_and_not_the_copy(
    phone: Page, make_site: MakeSite, tmp_path: Path
) -> None:
    with StaticServer(make_site()) as server, StaticServer(tmp_path / "other") as other:
        phone.goto(server.url)
        wait_until_saved(phone)
        other.folder.mkdir()
        (other.folder / "index.html").write_text(FRAMING.format(f"{server.url}two/"), "utf-8")
        # Another name of this machine, so another site to browsers.
        framing = other.url.replace("127.0.0.1", "localhost")
        server.requests.clear()
        phone.goto(framing)
        frame = phone.frame_locator("iframe")
        expect(frame.get_by_role("heading", name="Page two")).to_be_visible()
        assert "two/" in server.requests

        server.fault = with_headers(PROTECTING)
        phone.goto(framing)
        expect(frame.get_by_role("heading", name="Page two")).to_have_count(0)
