"""Once saved, the whole guide is there with the server gone.

The server is stopped for good: its port is closed and its connections are cut. Chromium's own
offline switch would not cut what a service worker fetches.
"""

from __future__ import annotations

import io
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext, Page, Playwright, expect
from pypdf import PdfReader

from mkdocs_pwa.copy.bundle_name import is_bundle
from mkdocs_pwa_testing.fixtures import StartPhone, phone_in
from mkdocs_pwa_testing.page import open_and_save
from mkdocs_pwa_testing.server import StaticServer

from ...pages import SAVED_ADDRESSES

pytestmark = pytest.mark.offline
# One worker has the tests that share a phone, so that no other saves and restarts one too.
IN_ONE = pytest.mark.xdist_group("a phone that was restarted")

SAVED = "Saved on this phone. Works with no signal."


@pytest.fixture(scope="module")
def restarted(
    playwright: Playwright, executable: str, site: Path, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[tuple[BrowserContext, str]]:
    """A phone that saved the guide, was switched off, and is on again with no server to reach.

    With the guide's address; tests only read, each in a tab of its own.
    """
    start = phone_in(playwright, executable, tmp_path_factory.mktemp("restarted"))
    with StaticServer(site) as server, start() as context:
        open_and_save(context, server.url)
    with start() as context:
        yield context, server.url


@pytest.fixture
def offline_page(restarted: tuple[BrowserContext, str]) -> Iterator[Page]:
    page = restarted[0].new_page()
    yield page
    page.close()


@pytest.fixture
def url(restarted: tuple[BrowserContext, str]) -> str:
    return restarted[1]


def test_the_start_page_says_saved_only_when_every_file_is_stored(
    steady_phone: BrowserContext, server: StaticServer
) -> None:
    page = steady_phone.pages[0]
    server.fault = lambda path, answer: (
        None if path == "about/glossary/" or is_bundle(path) else answer
    )
    page.goto(server.url)
    expect(page.get_by_text("Saving for use with no signal")).to_be_visible()
    expect(page.get_by_text("Saving stopped at")).to_be_visible()
    expect(page.get_by_text(SAVED)).to_have_count(0)

    server.fault = None
    page.reload()
    expect(page.get_by_text(SAVED)).to_be_visible()


def test_the_404_page_in_a_folder_runs_its_scripts_and_knows_the_readers_settings(
    steady_phone: BrowserContext, site: Path
) -> None:
    stopped: list[str] = []
    with StaticServer(site, base="/a/b/") as server:
        page = open_and_save(steady_phone, server.url)
        page.on("console", lambda said: stopped.append(said.text))
        page.evaluate("""localStorage.setItem('/a/b/:settings:1', '{"colors": "dark"}')""")
        # As the page is read to its end, before modules run: nothing may flash.
        page.add_init_script(
            "document.addEventListener('readystatechange', () => {"
            " window.early ??= document.documentElement.dataset.guideColors ?? 'none'; })"
        )
        server.stop()
        page.goto(f"{server.url}not/here")
        assert page.evaluate("window.early") == "dark"
        page.get_by_role("button", name="Search").click()
        page.get_by_role("textbox", name="Search").fill("vomit")
        expect(page.get_by_role("dialog").get_by_role("link").first).to_be_visible()
        assert not [text for text in stopped if "Content Security Policy" in text]


@IN_ONE
def test_a_cold_start_opens_the_start_page(offline_page: Page, url: str) -> None:
    offline_page.goto(url)
    expect(offline_page.get_by_role("heading", name="Where are you now?")).to_be_visible()
    expect(offline_page.get_by_text(SAVED)).to_be_visible()


@IN_ONE
def test_a_page_never_visited_opens_from_a_printed_code(offline_page: Page, url: str) -> None:
    offline_page.goto(f"{url}during/?utm_source=qr#spray")
    assert offline_page.url.endswith("during/?utm_source=qr#spray")
    heading = offline_page.locator("#spray")
    expect(heading).to_be_in_viewport()


@IN_ONE
def test_an_address_without_its_last_slash_opens_the_page(offline_page: Page, url: str) -> None:
    offline_page.goto(f"{url}help/suicide?from=poster")
    assert offline_page.url == f"{url}help/suicide/?from=poster"
    expect(offline_page.get_by_role("heading", level=1)).to_be_visible()


@IN_ONE
def test_search_answers(offline_page: Page, url: str) -> None:
    offline_page.goto(url)
    offline_page.get_by_role("textbox", name="Search").focus()
    offline_page.keyboard.type("drive home")
    results = offline_page.locator(".md-search-result__item")
    expect(results.first).to_be_visible()
    assert "drive" in results.first.inner_text().lower()


def test_ticks_outlive_a_restart_of_the_phone(
    start_phone: StartPhone, server: StaticServer
) -> None:
    with start_phone() as context:
        page = open_and_save(context, server.url)
        page.goto(f"{server.url}before/drip/")
        page.get_by_role("checkbox").nth(1).check()
        # What is counted is kept; before that the list's script was not there yet.
        expect(page.get_by_text("1 of").first).to_be_visible()
    server.stop()
    with start_phone() as context:
        page = context.pages[0]
        page.goto(f"{server.url}before/drip/")
        expect(page.get_by_role("checkbox").nth(1)).to_be_checked()
        expect(page.get_by_role("checkbox").nth(0)).not_to_be_checked()


@IN_ONE
def test_a_checklist_prints_with_the_number_to_call(offline_page: Page, url: str) -> None:
    offline_page.goto(f"{url}after/drip/")
    heading = offline_page.get_by_role("heading", level=1).inner_text()
    paper = PdfReader(io.BytesIO(offline_page.pdf(format="Letter")))
    words = " ".join(" ".join(page.extract_text() for page in paper.pages).split())
    assert "911" in words
    assert "(202) 555-0134" in words
    assert heading in words


@IN_ONE
def test_an_unknown_page_says_so_and_leads_on(offline_page: Page, url: str) -> None:
    response = offline_page.goto(f"{url}nothing/here")
    assert response is not None
    assert response.status == 404
    expect(offline_page.get_by_role("heading", name="This page is not here")).to_be_visible()
    offline_page.get_by_role("link", name="Start page").click()
    expect(offline_page.get_by_role("heading", name="Where are you now?")).to_be_visible()


@IN_ONE
def test_every_page_is_there(offline_page: Page, url: str) -> None:
    for address in SAVED_ADDRESSES:
        response = offline_page.goto(url + address)
        assert response is not None
        assert response.status == 200, address
        assert response.from_service_worker, address


def test_the_guide_works_under_any_path(steady_phone: BrowserContext, server: StaticServer) -> None:
    server.base = "/a/b/"
    page = open_and_save(steady_phone, server.url)
    server.stop()
    page.goto(f"{server.url}after/usual/")
    expect(page.get_by_role("heading", level=1)).to_be_visible()
    page.goto(f"{server.url}nothing/here")
    expect(page.get_by_role("heading", name="This page is not here")).to_be_visible()
    # With its styles: the help bar stays at the foot of the screen.
    bar = page.get_by_role("navigation", name="Help")
    assert bar.evaluate("bar => getComputedStyle(bar).position") == "fixed"


def test_a_page_reached_by_a_tap_has_its_tools(
    start_phone: StartPhone, server: StaticServer
) -> None:
    with start_phone() as context:
        open_and_save(context, server.url)
    server.stop()
    with start_phone() as context:
        page = context.pages[0]
        page.goto(f"{server.url}after/now/")
        page.get_by_role("link", name="Is this usual?").tap()
        page.get_by_label("Type a word").fill("vomiting")
        expect(page.locator("#usual-now").get_by_role("button").first).to_be_visible()
