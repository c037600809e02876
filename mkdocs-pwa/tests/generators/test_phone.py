"""On a phone, every generator's site is saved, read with the server gone, searched and updated."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any, NamedTuple

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from mkdocs_pwa_testing.fixtures import LIMIT_MS
from mkdocs_pwa_testing.page import LOOK_FOR_UPDATE, UPDATE_WAITS, until, wait_until_saved
from mkdocs_pwa_testing.screens import laptop
from mkdocs_pwa_testing.server import StaticServer

pytestmark = [pytest.mark.browser, pytest.mark.offline]

WORD = "hours"
SAVED = "Saved on this phone. Works with no signal."


class Phone(NamedTuple):
    """A page that was opened once and saved, the maker of its site, and the site's server."""

    page: Page
    maker: Any
    server: StaticServer

    def open(self, name: str = "") -> None:
        self.page.goto(self.server.url + (self.maker.page(name) if name else ""))


@pytest.fixture(scope="module")
def phone(versions: Any, browser: Browser) -> Iterator[Phone]:
    """Only the home page was opened, and the server is gone."""
    # Wide enough for the themes to show their search.
    context = browser.new_context(**laptop())
    context.set_default_timeout(LIMIT_MS)
    page = context.new_page()
    with StaticServer(versions.first) as server:
        page.goto(server.url)
        wait_until_saved(page)
        server.stop()
        yield Phone(page, versions.maker, server)
    context.close()


def test_home_page_opens_and_says_that_the_site_is_saved(phone: Phone) -> None:
    phone.open()

    expect(phone.page.get_by_role("heading", name="Small guide")).to_be_visible()
    expect(phone.page.get_by_text(SAVED)).to_be_visible()


def test_page_that_was_never_visited_opens_with_its_picture(phone: Phone) -> None:
    phone.open("before")

    expect(phone.page.get_by_role("heading", name="Before")).to_be_visible()
    picture = phone.page.get_by_role("img", name="A glass of water")
    expect(picture).to_be_visible()
    assert picture.evaluate("(image) => image.naturalWidth") > 0


def in_mkdocs(page: Page) -> Locator:
    page.get_by_role("link", name="Search").click()
    dialog = page.get_by_role("dialog")
    # Its keys are listened to once it has come to rest.
    expect(dialog.get_by_role("searchbox")).to_be_focused()
    dialog.get_by_role("searchbox").press_sequentially(WORD)
    return dialog.get_by_role("article").get_by_role("link")


def in_readthedocs(page: Page) -> Locator:
    page.get_by_placeholder("Search docs").fill(WORD)
    page.keyboard.press("Enter")
    return page.get_by_role("article").get_by_role("link")


def in_material(page: Page) -> Locator:
    page.get_by_role("textbox", name="Search").click()
    page.keyboard.type(WORD)
    return page.get_by_role("dialog").get_by_role("link")


def in_zensical(page: Page) -> Locator:
    page.get_by_role("button", name="Search").click()
    page.get_by_role("combobox", name="Search").fill(WORD)
    return page.get_by_role("option")


SEARCHES: dict[tuple[str, str], Callable[[Page], Locator]] = {
    ("mkdocs", "mkdocs"): in_mkdocs,
    ("mkdocs", "readthedocs"): in_readthedocs,
    ("mkdocs", "material"): in_material,
    ("properdocs", "mkdocs"): in_mkdocs,
    ("properdocs", "readthedocs"): in_readthedocs,
    ("properdocs", "material"): in_material,
    ("zensical", "material"): in_zensical,
}


def test_search_finds_a_page_and_looks_as_its_theme_means_it(phone: Phone) -> None:
    stopped: list[str] = []
    phone.page.on("console", lambda said: stopped.append(said.text))
    phone.open("after/home")

    results = SEARCHES[phone.maker.generator, phone.maker.theme](phone.page)
    results.filter(has_text="Before").first.click()

    expect(phone.page.get_by_text("Eat nothing for")).to_be_visible()
    assert [text for text in stopped if "Content Security Policy" in text] == []


def test_new_version_is_offered_and_taken(phone: Phone, versions: Any) -> None:
    phone.server.folder = versions.second
    with phone.server:
        phone.open("before")
        assert phone.page.evaluate(LOOK_FOR_UPDATE) is None
        until(phone.page, UPDATE_WAITS)
        phone.page.get_by_role("button", name="Use it now").click()
        expect(phone.page.get_by_text("Eat nothing for eight hours.")).to_be_visible()


def test_browser_finds_nothing_against_installing(phone: Phone) -> None:
    with phone.server:
        phone.open()
        session = phone.page.context.new_cdp_session(phone.page)
        found = session.send("Page.getInstallabilityErrors")["installabilityErrors"]
        assert session.send("Page.getAppManifest")["errors"] == []

    # A private window, which this is, cannot install anything.
    assert {error["errorId"] for error in found} <= {"in-incognito"}
