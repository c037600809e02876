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
