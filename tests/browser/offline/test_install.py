"""The guide on the home screen: accepted by the browser, neutral to whoever looks on."""

from __future__ import annotations

import json
import re
from pathlib import Path

from playwright.sync_api import expect

from mkdocs_pwa_testing.fixtures import StartPhone
from mkdocs_pwa_testing.server import StaticServer

MEDICINE = re.compile("ketamine|esketamine|spravato", re.IGNORECASE)


def test_the_browser_finds_nothing_against_installing(
    start_phone: StartPhone, server: StaticServer
) -> None:
    with start_phone() as context:
        page = context.pages[0]
        page.goto(server.url)
        session = context.new_cdp_session(page)
        assert session.send("Page.getInstallabilityErrors")["installabilityErrors"] == []
        assert session.send("Page.getAppManifest")["errors"] == []


def test_the_page_about_saving_offers_to_install(
    start_phone: StartPhone, server: StaticServer
) -> None:
    with start_phone() as context:
        page = context.pages[0]
        page.goto(f"{server.url}about/save/")
        expect(page.get_by_role("button", name="Add to home screen")).to_be_visible()
        # Where the browser does not offer it, the steps are in words.
        expect(page.get_by_text("Tap the Share button")).to_be_visible()


def test_the_home_screen_does_not_name_the_medicine(site: Path) -> None:
    manifest = (site / "manifest.webmanifest").read_text("utf-8")
    assert json.loads(manifest)["short_name"] == "Care Guide"
    assert not MEDICINE.search(manifest)


def test_no_file_name_and_no_title_names_the_medicine(site: Path) -> None:
    titles = re.compile("<title>(.*?)</title>", re.DOTALL)
    for file in site.rglob("*"):
        assert not MEDICINE.search(file.relative_to(site).as_posix())
        if file.suffix == ".html":
            title = titles.search(file.read_text("utf-8"))
            assert title, file
            assert not MEDICINE.search(title[1]), file
