"""A site of Material for MkDocs, asked as only Chromium can be here.

It prints, tells what its console says, and takes words without their keys.
"""

from __future__ import annotations

import io
import logging
from collections.abc import Iterator
from pathlib import Path

import pytest
from mkdocs.commands.build import build
from mkdocs.config import load_config
from playwright.sync_api import Page, expect
from pypdf import PdfReader

from mkdocs_pwa_testing.page import wait_until_saved
from mkdocs_pwa_testing.server import StaticServer

CONFIG = """
site_name: Small guide
use_directory_urls: true
theme:
  name: material
  font: false
  features: [navigation.instant, search.highlight]
  palette:
    - {scheme: default, toggle: {icon: material/brightness-7, name: Use dark colors}}
    - {scheme: slate, toggle: {icon: material/brightness-4, name: Use light colors}}
plugins:
  - search: {lang: [en, de], pipeline: [stemmer, stopWordFilter]}
  - pwa
"""
PAGES = {
    "index.md": "# Home\n\nWords of welcome.\n",
    "before.md": "# Before\n\nNo food for six hours. In an emergency call 911.\n",
    "after.md": "# After\n\nDie Kinder. Rest at home.\n",
}


def build_site(folder: Path, config: str) -> Path:
    (folder / "mkdocs.yml").write_text(config, "utf-8")
    (folder / "docs").mkdir()
    for name, text in PAGES.items():
        (folder / "docs" / name).write_text(text, "utf-8")
    logging.getLogger("mkdocs").setLevel(logging.ERROR)
    loaded = load_config(str(folder / "mkdocs.yml"))
    loaded.plugins.on_startup(command="build", dirty=False)
    build(loaded)
    return folder / "site"


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("material")
    build_site(folder, CONFIG)
    return folder


@pytest.fixture
def material(project: Path) -> Iterator[StaticServer]:
    with StaticServer(project / "site") as running:
        yield running


@pytest.fixture
def saved(phone: Page, material: StaticServer) -> Page:
    # Wide enough for the menu to be seen.
    phone.set_viewport_size({"width": 1300, "height": 800})
    phone.goto(material.url)
    wait_until_saved(phone)
    phone.reload()
    return phone


@pytest.mark.fault(36)
@pytest.mark.parametrize(("words", "page"), [('"foods"', "Before"), ('"Kindern"', "After")])
def test_search_without_a_network_knows_the_word_stems_of_each_language(
    saved: Page, material: StaticServer, words: str, page: str
) -> None:
    material.stop()
    saved.reload()
    # In quotes and at once: of a word that is being typed the theme takes letters, not the stem.
    saved.get_by_role("textbox", name="Search").click()
    saved.keyboard.insert_text(words)
    # The theme looks when a key is let go.
    saved.keyboard.press("End")
    expect(saved.locator(".md-search-result__item").first).to_contain_text(page)


@pytest.mark.fault(40)
def test_a_page_prints_without_a_network_as_it_does_with_one(
    saved: Page, material: StaticServer
) -> None:
    def printed() -> str:
        paper = PdfReader(io.BytesIO(saved.pdf(format="A4")))
        return "\n".join(sheet.extract_text() for sheet in paper.pages)

    saved.goto(f"{material.url}before/")
    with_network = printed()
    material.stop()
    saved.goto(f"{material.url}before/")
    assert printed() == with_network
    assert "call 911" in with_network


@pytest.mark.fault(31)
def test_the_404_page_in_another_folder_searches_and_changes_colors(
    phone: Page, tmp_path: Path
) -> None:
    planned = CONFIG.replace(
        "use_directory_urls: true", "site_url: https://example.org/planned/"
    ).replace("features: [navigation.instant, search.highlight]", "features: [search.highlight]")
    folder = build_site(tmp_path, planned)
    phone.set_viewport_size({"width": 1300, "height": 800})
    said: list[str] = []
    phone.on("console", lambda message: said.append(message.text))
    with StaticServer(folder, base="/a/b/") as server:
        phone.goto(server.url)
        wait_until_saved(phone)
        server.stop()
        phone.goto(f"{server.url}not/here")
        expect(phone.get_by_role("heading", name="404")).to_be_visible()
        phone.get_by_title("Use dark colors").click()
        expect(phone.locator("body")).to_have_attribute("data-md-color-scheme", "slate")
        phone.get_by_role("textbox", name="Search").click()
        phone.keyboard.type('"foods"')
        phone.locator(".md-search-result__link").first.click()
        expect(phone.get_by_role("heading", name="Before")).to_be_visible()
        assert not [text for text in said if "Content Security Policy" in text]
