"""What a host says wrongly of right bytes is not kept on a phone, in every engine."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from mkdocs_pwa_testing.engines import Engine
from mkdocs_pwa_testing.older import with_older_worker
from mkdocs_pwa_testing.page import LOOK_FOR_UPDATE, REGISTRATION, SAVED, UPDATE_WAITS
from mkdocs_pwa_testing.server import Answer, Fault, StaticServer

pytestmark = [pytest.mark.offline, pytest.mark.fault(22)]

MakeSite = Callable[..., Path]

UPDATE_NOW = ".mkdocs-pwa__button--first"
SECOND = {"style.css": "body{margin:2em}", "own.js": "window.own = 'second';"}
SCRIPT_RUNS = """
new Promise((resolve) => {
  const script = document.createElement("script");
  script.src = "/own.js";
  script.onload = script.onerror = () => resolve(window.own ?? "nothing");
  document.head.append(script);
})
"""
STORED_TYPES = """
caches.keys()
  .then((names) => names.find((name) => name.endsWith(":older")))
  .then((name) => caches.open(name))
  .then((cache) => cache.matchAll())
  .then((found) => found.map((response) => response.headers.get("content-type")))
"""

NO_SCRIPTS = {"Content-Security-Policy": "script-src 'none'"}
ERRORS = [
    pytest.param("", "application/octet-stream", {}, id="a page as a download"),
    pytest.param("", "text/plain", {}, id="a page as text"),
    pytest.param("style.css", "text/plain", {}, id="styles as text"),
    pytest.param("own.js", "text/plain", {}, id="a script as text"),
    pytest.param("", "text/html", NO_SCRIPTS, id="no scripts"),
    pytest.param("", "text/html", {"Content-Disposition": "attachment"}, id="attachment"),
]


def saying(asked: str, kind: str, headers: dict[str, str]) -> Fault:
    """A host that errs in what it says of one file, whose bytes are right."""
    strict = {"X-Content-Type-Options": "nosniff", **headers}
    return lambda path, answer: Answer(200, kind, answer.body, strict) if path == asked else answer


def expect_whole(phone: Engine, server: StaticServer) -> None:
    """With no server the page shows, is styled, and its scripts run."""
    server.stop()
    phone.goto(server.url)
    phone.until("document.querySelector('h1')?.textContent === 'Second'")
    phone.until_text("Saved on this phone")
    assert phone.js("getComputedStyle(document.body).marginTop") == "32px"
    assert phone.js(SCRIPT_RUNS) == "second"


@pytest.mark.parametrize(("path", "kind", "headers"), ERRORS)
def test_what_was_said_wrongly_while_a_version_was_saved_is_right_on_the_phone(
    phone: Engine, make_site: MakeSite, path: str, kind: str, headers: dict[str, str]
) -> None:
    with StaticServer(make_site(bundle=False)) as server:
        phone.goto(server.url)
        phone.until(SAVED)
        server.folder = make_site("second", home="Second", extra=SECOND, bundle=False)
        server.fault = saying(path, kind, headers)
        phone.js(LOOK_FOR_UPDATE)
        phone.until(UPDATE_WAITS)
        phone.click(UPDATE_NOW)
        phone.until("document.querySelector('h1')?.textContent === 'Second'")
        expect_whole(phone, server)


@pytest.mark.parametrize(("path", "kind", "headers"), ERRORS)
def test_a_phone_that_an_older_version_of_the_plugin_has_spoilt_is_healed_by_the_next(
    phone: Engine, make_site: MakeSite, path: str, kind: str, headers: dict[str, str]
) -> None:
    with StaticServer(make_site(home="Second", extra=SECOND, bundle=False)) as server:
        older = with_older_worker(server.folder, saying(path, kind, headers))
        # The page that is open was right.
        server.fault = lambda asked, answer: (
            older(asked, answer) if "sw.js" in server.requests else answer
        )
        phone.goto(f"{server.url}two/")
        phone.until(f"{REGISTRATION}.then((found) => found?.active?.state === 'activated')")
        if not headers:
            assert kind in phone.js(STORED_TYPES)
        server.fault = None
        server.requests.clear()
        phone.js(LOOK_FOR_UPDATE)
        phone.until(UPDATE_WAITS)
        # What is there does not come again: its bytes are taken over.
        assert path not in server.requests
        phone.js(f"{REGISTRATION}.then((it) => it.waiting.postMessage({{ type: 'activate' }}))")
        phone.until(f"{REGISTRATION}.then((it) => !it.waiting && it.active.state === 'activated')")
        expect_whole(phone, server)


def test_a_404_page_in_another_folder_keeps_its_scripts(phone: Engine, make_site: MakeSite) -> None:
    script = "document.documentElement.dataset.root = '/planned/'.length;"
    page = f"""<!doctype html><html><head><link rel="stylesheet" href="/planned/style.css">
<script>{script} // "/planned/one/"
</script></head><body><h1>Not here</h1><a href="/planned/two/">Two</a></body></html>"""
    site_url = "https://example.org/planned/"
    folder = make_site("moved", site_url=site_url, extra={"404.html": page})
    with StaticServer(folder, base="/a/b/") as server:
        phone.goto(server.url)
        phone.until(SAVED)
        server.stop()
        phone.goto(f"{server.url}deep/down/nothing")
        phone.until_text("Not here")
        assert phone.js("document.documentElement.dataset.root") == "9"
        assert phone.js("getComputedStyle(document.body).marginTop") == "16px"
        phone.click("a")
        phone.until_text("Two of Home")
