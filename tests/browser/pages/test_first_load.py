"""The budgets of the first load leave out nothing that a browser asks for."""

from __future__ import annotations

from pathlib import Path

from playwright.sync_api import Browser

from guide.weight.first_load import first_load
from mkdocs_pwa_testing.screens import phone
from mkdocs_pwa_testing.server import StaticServer

TEXTS = (".html", ".js", ".css")
# Asked for by the search worker, which is no part of the page.
OF_WORKER = "assets/javascripts/search/"


def test_every_file_that_a_phone_asks_for_is_counted(
    browser: Browser, site: Path, server: StaticServer
) -> None:
    texts = {
        file.relative_to(site).as_posix(): file.read_text("utf-8") if file.suffix in TEXTS else ""
        for file in site.rglob("*")
        if file.is_file()
    }
    counted = set(first_load(texts))

    context = browser.new_context(**phone(390, 844, 3), service_workers="block")
    context.new_page().goto(server.url, wait_until="networkidle")
    context.close()

    asked = {path or "index.html" for path in server.requests}
    assert "assets/javascripts/main.js" in asked
    more = {path for path in asked - counted if path.endswith(TEXTS) and path != "sw.js"}
    assert all(path.startswith(OF_WORKER) for path in more), more
