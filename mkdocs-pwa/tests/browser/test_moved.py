"""The 404 page of a site in another folder than it was built for."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from mkdocs_pwa_testing.page import wait_until_saved
from mkdocs_pwa_testing.server import StaticServer

MakeSite = Callable[..., Path]

pytestmark = pytest.mark.fault(31)

# Its script and its styles are allowed by their hashes, so not a letter of them may change.
MISSING = """<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>Not here</title>
<!-- <link rel="stylesheet" href="{root}style.css"> it's -->
<style>h1::after{{content:"{root}"}}</style>
<script data-site="{root}">
const root = document.currentScript.dataset.site;
document.documentElement.dataset.found = `"{root}" ${{root}} <a href="{root}">`;
</script>
<link rel=stylesheet href={root}style.css title=it's></head>
<body><h1>Not here</h1><p style="--root:'{root}'">He said "{root}one/" or '{root}two/'.</p>
<p><a HREF = '{root}one/'>One</a> <a href="//other.example/">Other</a>
<img alt="" srcset="{root}a.png 1x, {root}b.png 2x"></p>
<script type="application/json" id="data">{{"base": "{root}", "other": "//x"}}</script>
<script type="importmap">{{"imports": {{"a": "{root}a.js"}}}}</script>
<textarea><a href="{root}"></textarea></body></html>
"""


@pytest.mark.parametrize(
    ("site_url", "root"),
    [(None, "/"), ("https://example.org/elsewhere/", "/elsewhere/")],
    ids=["no address", "another folder"],
)
def test_addresses_are_moved_and_not_a_letter_of_a_script_or_a_style(
    phone: Page, make_site: MakeSite, site_url: str | None, root: str
) -> None:
    folder = make_site("moved", site_url=site_url, extra={"404.html": MISSING.format(root=root)})
    stopped: list[str] = []
    phone.on("console", lambda said: stopped.append(said.text) if said.type == "error" else None)
    with StaticServer(folder, base="/a/b/") as server:
        phone.goto(server.url)
        wait_until_saved(phone)
        server.stop()
        phone.goto(f"{server.url}deep/down/nothing")
        expect(phone.get_by_role("heading", name="Not here")).to_be_visible()
        found = phone.locator("html").get_attribute("data-found")
        assert found == f'"{root}" /a/b/ <a href="{root}">'
        style = "(of) => getComputedStyle(document.querySelector(of[0]), of[1])"
        assert phone.evaluate(f"{style}.content", ["h1", "::after"]) == f'"{root}"'
        assert phone.evaluate(f"{style}.marginTop", ["body", None]) == "16px"
        assert phone.evaluate(f"{style}.getPropertyValue('--root')", ["p", None]) == f"'{root}'"
        # What is read stays as it was written.
        expect(phone.get_by_text(f"He said \"{root}one/\" or '{root}two/'.")).to_be_visible()
        expect(phone.get_by_role("textbox")).to_have_value(f'<a href="{root}">')
        expect(phone.get_by_role("link", name="Other")).to_have_attribute(
            "href", "//other.example/"
        )
        expect(phone.locator("img")).to_have_attribute("srcset", "/a/b/a.png 1x, /a/b/b.png 2x")
        data = phone.evaluate("JSON.parse(document.getElementById('data').textContent)")
        assert data == {"base": "/a/b/", "other": "//x"}
        assert not [text for text in stopped if "Content Security Policy" in text]

        phone.get_by_role("link", name="One").click()
        expect(phone.get_by_role("heading", name="Page one")).to_be_visible()


OWN = """<!doctype html>
<html lang="de"><head><meta charset="{charset}"><title>NF</title>
<link rel="stylesheet" href="/elsewhere/style.css">
<script src="/elsewhere/found.js"></script></head>
<body><h1>Nicht gefunden: Übersicht</h1><a href="/elsewhere/two/">Zwei</a></body></html>
"""
FOUND = {"found.js": "document.documentElement.dataset.found = 'yes';"}


@pytest.mark.parametrize(
    ("address", "charset"), [("404.html", "utf-8"), ("de/404", "windows-1252")]
)
def test_a_404_page_at_its_own_address_has_its_style_and_its_script(
    phone: Page, make_site: MakeSite, address: str, charset: str
) -> None:
    page = OWN.format(charset=charset).encode(charset)
    extra = {"404.html": page, "de/404.html": page, **FOUND}
    folder = make_site("moved", site_url="https://example.org/elsewhere/", extra=extra)
    with StaticServer(folder, base="/a/b/") as server:
        phone.goto(server.url)
        wait_until_saved(phone)
        server.stop()
        phone.goto(f"{server.url}{address}")
        expect(phone.get_by_role("heading", name="Nicht gefunden: Übersicht")).to_be_visible()
        expect(phone.locator("html")).to_have_attribute("data-found", "yes")
        margin = phone.evaluate("getComputedStyle(document.body).marginTop")
        assert margin == "16px"
        # The script that says what is saved is found as well.
        expect(phone.locator(".mkdocs-pwa")).to_be_attached()
        phone.get_by_role("link", name="Zwei").click()
        expect(phone.get_by_role("heading", name="Page two")).to_be_visible()


def test_a_404_page_in_another_charset_keeps_its_letters_at_a_wrong_address(
    phone: Page, make_site: MakeSite
) -> None:
    page = OWN.format(charset="windows-1252").encode("windows-1252")
    folder = make_site("moved", site_url="https://example.org/elsewhere/", extra={"404.html": page})
    with StaticServer(folder, base="/a/b/") as server:
        phone.goto(server.url)
        wait_until_saved(phone)
        server.stop()
        phone.goto(f"{server.url}deep/down/nothing")
        expect(phone.get_by_role("heading", name="Nicht gefunden: Übersicht")).to_be_visible()
