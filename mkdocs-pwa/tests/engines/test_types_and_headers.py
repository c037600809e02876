"""What a host says wrongly of right bytes is not kept on a phone, in every engine."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from mkdocs_pwa_testing.engines import Engine
from mkdocs_pwa_testing.older import with_older_worker
from mkdocs_pwa_testing.page import LOOK_FOR_UPDATE, REGISTRATION, SAVED, UPDATE_WAITS
from mkdocs_pwa_testing.server import Answer, StaticServer

pytestmark = [pytest.mark.offline, pytest.mark.fault(22)]

MakeSite = Callable[..., Path]

UPDATE_NOW = ".mkdocs-pwa__button--first"
PAGE = """<!doctype html><html lang="en"><head><meta charset="utf-8"><title>{0}</title>
<link rel="stylesheet" href="../style.css"><link rel="stylesheet" href="../more.css">
<script src="../own.js"></script><script src="../more.js"></script></head>
<body><h1>{0}</h1><p data-mkdocs-pwa-saved></p></body></html>"""

PROTECTING = {
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "no-referrer",
    "Content-Security-Policy": "frame-ancestors 'none'",
}
HTML = "text/html"
#: What the host says of each file: a type and headers. It forbids browsers to guess.
SAID: dict[str, tuple[str, dict[str, str]]] = {
    "": ("application/octet-stream", {}),
    "style.css": ("text/plain", {}),
    "more.css": ("application/octet-stream", {}),
    "own.js": ("text/plain", {}),
    "more.js": (HTML, {}),
    "download/": ("application/octet-stream", {}),
    "text/": ("text/plain", {}),
    "no-scripts/": (HTML, {"Content-Security-Policy": "script-src 'none'"}),
    "nothing/": (HTML, {"Content-Security-Policy": "default-src 'none'; sandbox"}),
    "attachment/": (HTML, {"Content-Disposition": "attachment"}),
    "named/": (HTML, {"Content-Disposition": 'attachment; filename="a.html"'}),
    "refresh/": (HTML, {"Refresh": "0; url=/two/"}),
    "link/": (HTML, {"Link": "</two/>; rel=preload; as=style"}),
    "vary/": (HTML, {"Vary": "*"}),
    "embedding/": (HTML, {"Cross-Origin-Embedder-Policy": "require-corp"}),
    "permissions/": (HTML, {"Permissions-Policy": "fullscreen=()"}),
    "protected/": (HTML, PROTECTING),
}
PAGES = [path for path in SAID if path.endswith("/")]
NAMED = {name.lower() for _, headers in SAID.values() for name in headers}

STORED_HEADERS = """
caches.keys()
  .then((names) => names.filter((name) => !name.endsWith(":state")))
  .then((names) => Promise.all(names.map((name) => caches.open(name))))
  .then((opened) => Promise.all(opened.map((cache) => cache.matchAll())))
  .then((found) => found.flat().map((response) => Object.fromEntries(response.headers)))
"""
TAKEN_OVER = f"{REGISTRATION}.then((it) => !it.waiting && it.active.state === 'activated')"
TAKE_OVER = f"{REGISTRATION}.then((it) => it.waiting.postMessage({{ type: 'activate' }}))"


def erring(path: str, answer: Answer) -> Answer:
    """A host that errs in what it says, while its bytes are right."""
    if path not in SAID:
        return answer
    kind, headers = SAID[path]
    return Answer(200, kind, answer.body, {"X-Content-Type-Options": "nosniff", **headers})


def version(make_site: MakeSite, number: int, *, bundle: bool) -> Path:
    """A site of which every file is another in each version."""
    extra = {f"{path}index.html": PAGE.format(f"{path} {number}") for path in PAGES}
    extra["style.css"] = f"body{{margin:{number}em}}"
    extra["more.css"] = f"body{{padding:{number}px}}"
    extra["own.js"] = f"window.own = {number};"
    extra["more.js"] = f"window.more = {number};"
    return make_site(f"version-{number}", home=f"Home {number}", extra=extra, bundle=bundle)


def expect_whole(phone: Engine, server: StaticServer, number: int) -> None:
    """With no server each page shows, is styled, and its scripts run."""
    server.stop()
    for path in PAGES:
        phone.goto(server.url + path)
        phone.until(f"document.querySelector('h1')?.textContent === '{path} {number}'")
        phone.until("document.readyState === 'complete'")
        style = "getComputedStyle(document.body)"
        seen = phone.js(f"[{style}.marginTop, {style}.paddingTop, window.own, window.more]")
        assert seen == [f"{16 * number}px", f"{number}px", number, number], path
    phone.goto(server.url)
    phone.until(f"document.querySelector('h1')?.textContent === 'Home {number}'")
    phone.until_text("Saved on this phone")
    assert phone.js("location.pathname") == "/"


@pytest.mark.parametrize("bundled", [True, False], ids=["bundle", "single"])
def test_what_was_said_wrongly_while_a_version_was_saved_is_right_on_the_phone(
    phone: Engine, make_site: MakeSite, bundled: bool
) -> None:
    with StaticServer(version(make_site, 1, bundle=bundled)) as server:
        phone.goto(server.url)
        phone.until(SAVED)
        server.folder = version(make_site, 2, bundle=bundled)
        server.fault = erring
        phone.js(LOOK_FOR_UPDATE)
        phone.until(UPDATE_WAITS)
        phone.click(UPDATE_NOW)
        phone.until_text("Home 2")
        expect_whole(phone, server, 2)
        found = phone.js(STORED_HEADERS)
        assert found
        assert not any(NAMED & headers.keys() for headers in found)


def save_with_an_older_plugin(phone: Engine, server: StaticServer) -> None:
    """Open a page, and let a worker of an earlier version store what the host then sends."""
    # No browser stores what varies by everything.
    older = with_older_worker(
        server.folder,
        lambda path, answer: answer if path == "vary/" else erring(path, answer),
    )
    # The page that is open was right.
    server.fault = lambda path, answer: (
        older(path, answer) if "sw.js" in server.requests else answer
    )
    phone.goto(f"{server.url}two/")
    phone.until(f"{REGISTRATION}.then((found) => found?.active?.state === 'activated')")
    server.fault = None


def test_a_phone_that_an_older_version_of_the_plugin_has_spoilt_is_healed_by_the_next(
    start_phone: Callable[..., Engine], make_site: MakeSite
) -> None:
    phone = start_phone(restarts=True)
    with StaticServer(version(make_site, 1, bundle=False)) as server:
        save_with_an_older_plugin(phone, server)
        # All that the host said was stored, and is what that worker answers.
        found = phone.js(STORED_HEADERS)
        assert all("server" in headers for headers in found)
        assert any(NAMED & headers.keys() for headers in found)
        server.requests.clear()
        phone.js(LOOK_FOR_UPDATE)
        phone.until(UPDATE_WAITS)
        # What is there does not come again: its bytes are taken over.
        assert not {*SAID, "two/"} & set(server.requests)
        phone.js(TAKE_OVER)
        phone.until(TAKEN_OVER)
        server.stop()
        phone.restart()
        expect_whole(phone, server, 1)
        assert not any("server" in headers for headers in phone.js(STORED_HEADERS))


def test_a_tab_that_was_loaded_from_a_spoilt_version_gets_its_parts_with_their_types(
    phone: Engine, make_site: MakeSite
) -> None:
    with StaticServer(version(make_site, 1, bundle=False)) as server:
        save_with_an_older_plugin(phone, server)
        server.folder = version(make_site, 2, bundle=False)
        phone.js(LOOK_FOR_UPDATE)
        phone.until(UPDATE_WAITS)
        phone.js(TAKE_OVER)
        # Not by asking for parts: a worker that has to answer is not replaced.
        phone.until(TAKEN_OVER)
        server.stop()
        found = phone.js(
            "fetch('/style.css').then(async (answer) =>"
            " [answer.headers.get('content-type'), await answer.text()])"
        )
        assert found == ["text/css; charset=utf-8", "body{margin:1em}"]


def test_a_page_that_the_browser_lost_comes_back_with_its_type(
    phone: Engine, make_site: MakeSite
) -> None:
    with StaticServer(version(make_site, 1, bundle=True)) as server:
        phone.goto(server.url)
        phone.until(SAVED)
        phone.js(
            "caches.keys().then((names) => names.find((name) => !name.endsWith(':state')))"
            ".then((name) => caches.open(name)).then((cache) => cache.delete('/'))"
        )
        server.fault = erring
        phone.goto(server.url)
        phone.until_text("Home 1")
        expect_whole(phone, server, 1)


def test_what_protected_while_a_version_was_saved_does_not_stop_the_sites_own_frames_later(
    phone: Engine, make_site: MakeSite
) -> None:
    framing = (
        '<!doctype html><html lang="en"><head><title>Framing</title></head>'
        '<body><iframe src="../two/"></iframe></body></html>'
    )
    for name, bundled in {"bundle": True, "single": False}.items():
        folder = make_site(name, extra={"framing/index.html": framing}, bundle=bundled)
        with StaticServer(folder) as server:
            server.fault = lambda path, answer: (
                answer
                if path == "sw.js"
                else Answer(answer.status, answer.content_type, answer.body, PROTECTING)
            )
            phone.goto(server.url)
            phone.until(SAVED)
            server.fault = None
            phone.goto(f"{server.url}framing/")
            phone.until(
                "document.querySelector('iframe').contentDocument"
                "?.querySelector('h1')?.textContent === 'Two of Home'"
            )


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
