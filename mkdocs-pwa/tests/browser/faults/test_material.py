"""A site built with Material for MkDocs: search, colours, printing and instant navigation."""

from __future__ import annotations

import io
import logging
import shutil
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from mkdocs.commands.build import build
from mkdocs.config import load_config
from playwright.sync_api import Page, expect
from pypdf import PdfReader

from mkdocs_pwa import PackOptions, pack
from mkdocs_pwa_testing import faults
from mkdocs_pwa_testing.page import LOOK_FOR_UPDATE, UPDATE_WAITS, until, wait_until_saved
from mkdocs_pwa_testing.server import Answer, StaticServer

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


def search(page: Page, words: str) -> None:
    page.get_by_role("textbox", name="Search").click()
    page.keyboard.type(words)


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


@pytest.mark.fault(37)
@pytest.mark.parametrize("status", [200, 503])
def test_search_and_colors_of_a_saved_site_do_not_depend_on_the_index_of_the_host(
    saved: Page, material: StaticServer, status: int
) -> None:
    broken = Answer(status, "text/html", faults.SIGN_IN)
    material.fault = lambda path, answer: broken if path.startswith("search/") else answer
    saved.reload()
    search(saved, "food")
    expect(saved.locator(".md-search-result__item").first).to_contain_text("Before")
    saved.keyboard.press("Escape")
    saved.get_by_title("Use dark colors").click()
    expect(saved.locator("body")).to_have_attribute("data-md-color-scheme", "slate")


@pytest.mark.fault(14)
def test_an_update_is_taken_at_once_though_instant_navigation_awaits_its_list_of_pages(
    saved: Page, material: StaticServer, tmp_path: Path
) -> None:
    over = threading.Event()

    def never_answered(path: str, answer: Answer) -> Answer:
        if path == "sitemap.xml":
            over.wait(60)
        return answer

    second = tmp_path / "second"
    shutil.copytree(material.folder, second)
    home = (second / "index.html").read_text("utf-8")
    (second / "index.html").write_text(home.replace("Words of welcome", "Other words"), "utf-8")
    pack(second, PackOptions(name="Small guide"))
    material.fault = never_answered
    try:
        with saved.expect_request("**/sitemap.xml"):
            saved.reload(wait_until="commit")
        material.folder = second
        expect(saved.get_by_text("Words of welcome")).to_be_visible()
        assert saved.evaluate(LOOK_FOR_UPDATE) is None
        until(saved, UPDATE_WAITS)
        saved.get_by_role("button", name="Use it now").click()
        expect(saved.get_by_text("Other words")).to_be_visible()
    finally:
        over.set()


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


@pytest.mark.fault(45)
def test_instant_navigation_never_shows_a_sign_in_page_or_the_text_of_another_page(
    saved: Page, material: StaticServer
) -> None:
    material.fault = faults.everywhere(faults.sign_in_page)
    saved.get_by_role("link", name="Before").first.click()
    expect(saved.get_by_role("heading", name="Before")).to_be_visible()
    expect(saved).to_have_title("Before - Small guide")

    # A page that the copy does not have.
    saved.evaluate("document.querySelector('article').innerHTML += '<a href=\"../new/\">New</a>'")
    saved.get_by_role("link", name="New").click()
    expect(saved.get_by_role("heading", name="This page is not saved")).to_be_visible()
    assert saved.title() != "Free Wi-Fi"


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
        search(phone, '"foods"')
        phone.locator(".md-search-result__link").first.click()
        expect(phone.get_by_role("heading", name="Before")).to_be_visible()
        assert not [text for text in said if "Content Security Policy" in text]
