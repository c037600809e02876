"""The poster: printed on one page, its codes read from the paper as a camera reads them."""

from __future__ import annotations

import io
from collections.abc import Iterator
from pathlib import Path

import pytest
import zxingcpp
from PIL import Image
from playwright.sync_api import Browser, Page, expect
from pypdf import PdfReader

from mkdocs_pwa_testing.fixtures import StartPhone
from mkdocs_pwa_testing.page import open_and_save
from mkdocs_pwa_testing.screens import phone
from mkdocs_pwa_testing.server import StaticServer

from ...search.data import pages_of
from ..helpers.axe import assert_nothing_found

POSTER = "about/poster/"
ADDRESS = "https://cedarhill.example.org/guide/"
CODES = [ADDRESS, f"{ADDRESS}with-you/"]
#: CSS pixels of the two papers without their margins.
PAPERS = {"Letter": (816, 1056), "A4": (794, 1123)}


@pytest.fixture(scope="module")
def clinic(cedar_hill: Path) -> Iterator[StaticServer]:
    with StaticServer(cedar_hill) as running:
        yield running


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    context = browser.new_context(**phone(), service_workers="block")
    yield context.new_page()
    context.close()


def scanned(picture: bytes) -> list[zxingcpp.Barcode]:
    """What a camera finds on a picture, from its top to its foot."""
    with Image.open(io.BytesIO(picture)) as seen:
        return sorted(zxingcpp.read_barcodes(seen), key=lambda code: code.position.top_left.y)


def printed(page: Page, paper: str) -> list[str]:
    pages = PdfReader(io.BytesIO(page.pdf(format=paper))).pages
    return [" ".join(found.extract_text().split()) for found in pages]


@pytest.mark.parametrize("paper", PAPERS)
def test_it_is_one_page_with_all_that_a_patient_needs(
    page: Page, clinic: StaticServer, paper: str
) -> None:
    page.goto(clinic.url + POSTER)
    (words,) = printed(page, paper)
    for text in ("Cedar Hill Clinic", "Android phone", "iPhone", "(406) 555-0171", "911", *CODES):
        assert text in words, text
    # Nothing that others in the room may not know.
    assert "ketamine" not in words.lower()


@pytest.mark.parametrize("paper", PAPERS)
def test_it_stays_one_page_with_a_long_name_and_address(
    page: Page, clinic: StaticServer, paper: str
) -> None:
    page.goto(clinic.url + POSTER)
    page.locator(".guide-poster__clinic").evaluate(
        "name => name.textContent = 'The Northern Valley Center for Pain Relief and Recovery'"
    )
    for address in page.locator(".guide-poster__address").all():
        address.evaluate(
            "place => place.textContent = 'https://www.northern-valley-center.example.org/patients/"
            "leaflets/treatment-guide/with-you/'"
        )
    assert len(printed(page, paper)) == 1


@pytest.mark.parametrize("paper", PAPERS)
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_both_codes_are_read_from_the_paper(
    page: Page, clinic: StaticServer, paper: str, scheme: str
) -> None:
    width, height = PAPERS[paper]
    page.set_viewport_size({"width": width, "height": height})
    page.emulate_media(media="print", color_scheme=scheme)  # type: ignore[arg-type]
    page.goto(clinic.url + POSTER)
    codes = scanned(page.screenshot(full_page=True))
    assert [code.text for code in codes] == CODES
    assert all(code.ec_level in ("Q", "H") for code in codes)


def test_the_code_of_the_guide_is_read_with_a_stain_on_it(page: Page, clinic: StaticServer) -> None:
    page.goto(clinic.url + POSTER)
    picture = page.get_by_role("img", name="Code that opens this guide").screenshot()
    with Image.open(io.BytesIO(picture)) as clean:
        size = clean.width // 5
        clean.paste((120, 60, 20), (2 * size, 2 * size, 3 * size, 3 * size))
        stained = io.BytesIO()
        clean.save(stained, "PNG")
    assert [code.text for code in scanned(stained.getvalue())] == [ADDRESS]


def test_axe_finds_nothing_on_it(page: Page, clinic: StaticServer) -> None:
    page.goto(clinic.url + POSTER)
    assert_nothing_found(page)


def test_without_an_address_it_says_what_to_fill_in(
    page: Page, shared_server: StaticServer
) -> None:
    page.goto(shared_server.url + POSTER)
    expect(page.get_by_text("after guide_address: and run make site again")).to_be_visible()
    assert scanned(page.screenshot(full_page=True)) == []


def test_no_page_and_no_search_leads_to_it(site: Path) -> None:
    pages = [file for file in site.rglob("*.html") if file.parent.name != "poster"]
    assert len(pages) > 50
    assert not [file for file in pages if POSTER.strip("/") in file.read_text("utf-8")]
    assert POSTER not in pages_of(site)
    assert not [file for file in (site / "search").iterdir() if POSTER in file.read_text("utf-8")]


def test_a_phone_with_a_saved_copy_shows_it_from_the_network_and_never_saves_it(
    start_phone: StartPhone, server: StaticServer
) -> None:
    with start_phone() as context:
        page = open_and_save(context, server.url)
        page.goto(server.url + POSTER)
        expect(page.get_by_role("heading", level=1)).to_have_text("Keep this guide on your phone")
        stored = page.evaluate(
            """async () => {
              const names = await caches.keys();
              const caches_ = await Promise.all(names.map((name) => caches.open(name)));
              const lists = await Promise.all(caches_.map((cache) => cache.keys()));
              return lists.flat().map((request) => request.url);
            }"""
        )
    assert len(stored) > 50
    assert not [url for url in stored if "poster" in url]
