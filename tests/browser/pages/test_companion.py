"""The page for the person with the patient: on their own phone by a code, or on one sheet."""

from __future__ import annotations

import io
from collections.abc import Iterator

import pytest
import zxingcpp
from PIL import Image
from playwright.sync_api import Browser, BrowserContext, Page, expect
from pypdf import PdfReader

from mkdocs_pwa_testing.fixtures import SMALL_PHONE, StartPhone
from mkdocs_pwa_testing.page import open_and_save
from mkdocs_pwa_testing.screens import phone
from mkdocs_pwa_testing.server import StaticServer

from ..helpers.axe import assert_nothing_found_in_light_and_dark
from ..helpers.watch import no_requests

PAGES = ["with-you/", "after/now/"]


@pytest.fixture
def context(browser: Browser) -> Iterator[BrowserContext]:
    context = browser.new_context(**phone(), service_workers="block")
    yield context
    context.close()


def show_code(page: Page) -> None:
    page.get_by_role("button", name="Show a code to the person with me").tap()
    expect(page.get_by_role("img", name="Code that opens the page")).to_be_in_viewport(ratio=1)


def read_screen(page: Page) -> list[str]:
    """What the camera of another phone finds on this screen."""
    with Image.open(io.BytesIO(page.screenshot())) as screen:
        return [code.text for code in zxingcpp.read_barcodes(screen)]


@pytest.mark.parametrize("address", PAGES)
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_another_phone_reads_the_address_from_the_screen(
    context: BrowserContext, shared_server: StaticServer, address: str, scheme: str
) -> None:
    page = context.new_page()
    page.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]
    page.goto(f"{shared_server.url}{address}?from=poster#top")
    show_code(page)
    assert read_screen(page) == [f"{shared_server.url}with-you/"]


def test_the_code_is_black_on_white_in_forced_colors_too(
    context: BrowserContext, shared_server: StaticServer
) -> None:
    page = context.new_page()
    page.emulate_media(color_scheme="dark", forced_colors="active")
    page.goto(f"{shared_server.url}with-you/")
    show_code(page)
    assert read_screen(page) == [f"{shared_server.url}with-you/"]


def test_the_code_is_drawn_with_no_network_under_any_path(
    start_phone: StartPhone, server: StaticServer
) -> None:
    server.base = "/a/b/"
    with start_phone() as context:
        open_and_save(context, server.url)
    server.stop()
    with start_phone() as context:
        page = context.pages[0]
        page.goto(f"{server.url}after/now/")
        show_code(page)
        assert read_screen(page) == [f"{server.url}with-you/"]


def test_the_code_asks_nothing_of_the_network(
    context: BrowserContext, shared_server: StaticServer
) -> None:
    page = context.new_page()
    page.goto(f"{shared_server.url}with-you/")
    with no_requests(page):
        show_code(page)


def test_the_code_can_be_put_away_and_works_with_the_keyboard(
    context: BrowserContext, shared_server: StaticServer
) -> None:
    page = context.new_page()
    page.goto(f"{shared_server.url}with-you/")
    button = page.get_by_role("button", name="Show a code")
    expect(button).to_have_attribute("aria-expanded", "false")
    button.focus()
    page.keyboard.press("Enter")
    expect(button).to_have_attribute("aria-expanded", "true")
    page.keyboard.press("Enter")
    expect(page.get_by_role("img", name="Code that opens the page")).to_be_hidden()


def test_axe_finds_nothing_while_the_code_is_shown(
    context: BrowserContext, shared_server: StaticServer
) -> None:
    page = context.new_page()
    page.goto(f"{shared_server.url}with-you/")
    show_code(page)
    assert_nothing_found_in_light_and_dark(page)


def test_the_code_fits_a_small_phone_with_text_twice_as_large(
    context: BrowserContext, shared_server: StaticServer
) -> None:
    page = context.new_page()
    session = context.new_cdp_session(page)
    session.send("Page.setFontSizes", {"fontSizes": {"standard": 32, "fixed": 26}})
    page.set_viewport_size(SMALL_PHONE)
    page.goto(f"{shared_server.url}with-you/")
    page.get_by_role("button", name="Show a code").tap()
    expect(page.get_by_role("img", name="Code that opens the page")).to_be_visible()
    assert page.evaluate("document.documentElement.scrollWidth") <= SMALL_PHONE["width"]


@pytest.mark.parametrize("size", ["Letter", "A4"])
def test_the_page_prints_on_one_sheet_with_the_numbers(
    context: BrowserContext, shared_server: StaticServer, size: str
) -> None:
    page = context.new_page()
    page.goto(f"{shared_server.url}with-you/")
    show_code(page)
    paper = PdfReader(io.BytesIO(page.pdf(format=size)))
    assert len(paper.pages) == 1
    words = " ".join(paper.pages[0].extract_text().split())
    for text in (
        "(202) 555-0134",
        "911",
        "988",
        "Take them home",
        "In the morning",
        "about suicide",
    ):
        assert text in words, text
    # Nothing to tap is left on it.
    assert "Show a code" not in words
