"""What a host says wrongly of the app, and in another site's frame: only Chromium tells here."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from mkdocs_pwa_testing.page import wait_until_saved
from mkdocs_pwa_testing.server import Answer, Fault, StaticServer

MakeSite = Callable[..., Path]

pytestmark = pytest.mark.fault(22)

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


def with_headers(headers: dict[str, str]) -> Fault:
    """A host whose settings went wrong with one deploy."""
    return lambda path, answer: (
        answer
        if path == "sw.js"
        else Answer(answer.status, answer.content_type, answer.body, headers)
    )


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
