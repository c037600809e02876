"""A site of Material for MkDocs whose host fails it, in every engine."""

from __future__ import annotations

import logging
import shutil
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from mkdocs.commands.build import build
from mkdocs.config import load_config

from mkdocs_pwa import PackOptions, pack
from mkdocs_pwa_testing import faults
from mkdocs_pwa_testing.engines import Engine
from mkdocs_pwa_testing.page import LOOK_FOR_UPDATE, SAVED, UPDATE_WAITS
from mkdocs_pwa_testing.server import Answer, StaticServer

pytestmark = pytest.mark.offline

CONFIG = """
site_name: Small guide
theme:
  name: material
  font: false
  features: [navigation.instant, search.highlight]
  palette:
    - {scheme: default, toggle: {icon: material/brightness-7, name: Use dark colors}}
    - {scheme: slate, toggle: {icon: material/brightness-4, name: Use light colors}}
plugins: [search, pwa]
"""
PAGES = {
    "index.md": "# Home\n\nWords of welcome.\n\n[What to do before](before.md)\n",
    "before.md": "# Before\n\nNo food for six hours.\n\n[Back to the start](index.md)\n",
}

SEARCH_BUTTON = "label.md-header__button[for='__search']"
COLORS_BUTTON = "[data-md-component='palette'] label:not([hidden])"


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("material")
    (folder / "mkdocs.yml").write_text(CONFIG, "utf-8")
    (folder / "docs").mkdir()
    for name, text in PAGES.items():
        (folder / "docs" / name).write_text(text, "utf-8")
    logging.getLogger("mkdocs").setLevel(logging.ERROR)
    config = load_config(str(folder / "mkdocs.yml"))
    config.plugins.on_startup(command="build", dirty=False)
    build(config)
    return folder / "site"


@pytest.fixture
def material(site: Path) -> Iterator[StaticServer]:
    with StaticServer(site) as running:
        yield running


@pytest.fixture
def saved(phone: Engine, material: StaticServer) -> Engine:
    phone.goto(material.url)
    phone.until(SAVED)
    return phone


def search_and_find(phone: Engine) -> None:
    phone.click(SEARCH_BUTTON)
    phone.until("getComputedStyle(document.querySelector('.md-search__inner')).opacity === '1'")
    phone.write(".md-search__input", "food")
    phone.until("document.querySelector('.md-search-result__item')?.innerText.includes('Before')")


@pytest.mark.fault(36, 37)
def test_search_and_colors_need_neither_the_index_of_the_host_nor_a_network(
    saved: Engine, material: StaticServer
) -> None:
    for status, colors in {200: "slate", 503: "default"}.items():
        broken = Answer(status, "text/html", faults.SIGN_IN)
        material.fault = lambda path, answer, broken=broken: (
            broken if path.startswith("search/") else answer
        )
        saved.reload()
        saved.click(COLORS_BUTTON)
        saved.until(f"document.body.dataset.mdColorScheme === '{colors}'")
        search_and_find(saved)
    material.stop()
    saved.reload()
    search_and_find(saved)


@pytest.mark.fault(14)
def test_an_update_is_taken_at_once_though_instant_navigation_awaits_its_list_of_pages(
    saved: Engine, material: StaticServer, tmp_path: Path
) -> None:
    asked, over = threading.Event(), threading.Event()

    def never_answered(path: str, answer: Answer) -> Answer:
        if path == "sitemap.xml":
            asked.set()
            over.wait(60)
        return answer

    second = tmp_path / "second"
    shutil.copytree(material.folder, second)
    home = (second / "index.html").read_text("utf-8")
    (second / "index.html").write_text(home.replace("Words of welcome", "Other words"), "utf-8")
    pack(second, PackOptions(name="Small guide"))
    material.fault = never_answered
    try:
        saved.reload()
        assert asked.wait(20)
        material.folder = second
        saved.until_text("Words of welcome")
        saved.js(LOOK_FOR_UPDATE)
        saved.until(UPDATE_WAITS)
        saved.click(".mkdocs-pwa__button--first")
        saved.until_text("Other words")
    finally:
        over.set()


@pytest.mark.fault(45)
def test_instant_navigation_never_shows_a_sign_in_page_or_the_text_of_another_page(
    saved: Engine, material: StaticServer
) -> None:
    saved.reload()
    material.fault = faults.everywhere(faults.sign_in_page)
    saved.click("article a[href*='before']")
    saved.until_text("No food for six hours.")
    saved.until("document.title === 'Before - Small guide'")
    assert saved.js("document.querySelector('link[rel=stylesheet]') !== null")

    # A page that the copy does not have.
    saved.js("void (document.querySelector('article a').href = '../new/')")
    saved.click("article a")
    saved.until_text("This page is not saved")
    assert saved.js("document.title") != "Free Wi-Fi"
