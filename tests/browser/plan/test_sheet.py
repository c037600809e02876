"""The going-home sheet, on the phone and on paper."""

from __future__ import annotations

import io
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect
from pypdf import PdfReader

from mkdocs_pwa_testing.server import StaticServer

from ..helpers.axe import assert_nothing_found_in_light_and_dark
from ..helpers.planning import fill_plan, make_plan, open_phone
from ..helpers.watch import no_requests

NUMBERS = ["(202) 555-0134", "(202) 555-0135", "988", "911"]
FORMATS = ["Letter", "A4"]


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    page = open_phone(browser)
    yield page
    page.context.close()


def make_full_plan(page: Page, site: str) -> None:
    page.goto(f"{site}before/plan/")
    page.get_by_label("Who takes me home").fill("Sam")
    page.get_by_label("What I will eat").fill("Soup")
    page.get_by_label("What I will not decide today").fill("The new job")
    fill_plan(page)


def paper(page: Page, size: str) -> list[str]:
    """The words of each printed page."""
    pages = PdfReader(io.BytesIO(page.pdf(format=size))).pages
    return [" ".join(page.extract_text().split()) for page in pages]


@pytest.mark.parametrize("size", FORMATS)
def test_with_a_plan_it_is_one_page_with_every_number_and_time(
    page: Page, shared_server: StaticServer, size: str
) -> None:
    make_full_plan(page, shared_server.url)
    page.goto(f"{shared_server.url}after/sheet/")
    expect(page.get_by_text("Soup")).to_be_visible()
    printed = paper(page, size)
    assert len(printed) == 1
    for words in [
        *NUMBERS,
        "River Clinic",
        "Do not drive for at least 24 hours. Not before Wednesday, November 25, 12:10 pm",
        "Sleep a full night",
        "Do not drink alcohol for 24 hours. Not before Wednesday, November 25, 12:10 pm",
        "They stay until Wednesday, November 25, 7:00 am",
        "My adult: Sam",
        "Food: Soup",
        "I do not decide today: The new job",
        "Call 911 now if:",
        "Not yet reviewed by a clinician.",
    ]:
        assert words in printed[0], words


@pytest.mark.parametrize("size", FORMATS)
def test_without_scripts_it_is_one_page_with_lines_for_a_pen(
    browser: Browser, shared_server: StaticServer, size: str
) -> None:
    page = open_phone(browser, java_script_enabled=False)
    page.goto(f"{shared_server.url}after/sheet/")
    for blank in page.locator("[data-blank]").all():
        box = blank.bounding_box()
        assert box is not None
        assert box["width"] >= 100
    printed = paper(page, size)
    assert len(printed) == 1
    assert all(number in printed[0] for number in NUMBERS)
    assert "Do not drive for at least 24 hours. Not before" in printed[0]
    page.context.close()


def test_paper_is_black_and_white(page: Page, shared_server: StaticServer) -> None:
    make_full_plan(page, shared_server.url)
    page.emulate_media(media="print", color_scheme="dark")
    page.goto(f"{shared_server.url}after/sheet/")
    colors = page.locator("article :visible").evaluate_all(
        """elements => elements.flatMap((element) => {
          const { color, backgroundColor } = getComputedStyle(element);
          return [color, backgroundColor];
        })"""
    )
    assert set(colors) <= {"rgb(0, 0, 0)", "rgb(255, 255, 255)", "rgba(0, 0, 0, 0)"}


def test_it_never_says_that_driving_is_allowed(page: Page, shared_server: StaticServer) -> None:
    page.goto(f"{shared_server.url}after/sheet/")
    lines = page.get_by_role("listitem").filter(has_text="drive").all_inner_texts()
    assert lines
    assert all(line.startswith("Do not drive") for line in lines)


def test_a_plan_made_in_another_tab_fills_it(page: Page, shared_server: StaticServer) -> None:
    page.goto(f"{shared_server.url}after/sheet/")
    expect(page.get_by_role("button", name="Print")).to_be_visible()
    make_plan(page.context.new_page(), shared_server.url)
    expect(page.get_by_text("Wednesday, November 25, 12:10 pm").first).to_be_visible()


def test_print_asks_for_nothing(page: Page, shared_server: StaticServer) -> None:
    page.goto(f"{shared_server.url}after/sheet/")
    page.evaluate("window.print = () => { window.printed = true; }")
    with no_requests(page):
        page.get_by_role("button", name="Print").click()
    assert page.evaluate("window.printed")


def test_axe_finds_nothing_on_a_filled_sheet(page: Page, shared_server: StaticServer) -> None:
    make_full_plan(page, shared_server.url)
    page.goto(f"{shared_server.url}after/sheet/")
    expect(page.get_by_text("Soup")).to_be_visible()
    assert_nothing_found_in_light_and_dark(page)


@pytest.mark.parametrize("page_of", ["before/drip/", "after/", "with-you/"])
def test_lists_lead_to_it(page: Page, shared_server: StaticServer, page_of: str) -> None:
    page.goto(shared_server.url + page_of)
    page.get_by_role("link", name="going-home sheet").first.click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Your going-home sheet")
