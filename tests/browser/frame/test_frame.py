"""What surrounds the text of every page: colors, keys, folds, the lists beside wide pages."""

from __future__ import annotations

import io
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect
from pypdf import PdfReader

from guide.search.parts import PATHS
from mkdocs_pwa_testing.screens import phone
from mkdocs_pwa_testing.server import StaticServer

from ..helpers.kept import keep_settings
from ..helpers.watch import no_requests

PAPER = "getComputedStyle(document.body).backgroundColor"
LIGHT, DARK = "rgb(251, 250, 246)", "rgb(16, 23, 26)"
#: The color of the browser's own bar: that of the first line that holds.
BAR = """
[...document.querySelectorAll("meta[name=theme-color]")]
  .find(({ media }) => matchMedia(media).matches).content
"""


@pytest.fixture
def context(browser: Browser) -> Iterator[BrowserContext]:
    context = browser.new_context(service_workers="block", **phone(), reduced_motion="reduce")
    yield context
    context.close()


@pytest.fixture
def page(context: BrowserContext, shared_server: StaticServer) -> Page:
    page = context.new_page()
    page.goto(f"{shared_server.url}after/drip/")
    return page


def test_the_colors_are_those_of_the_phone_and_follow_it(page: Page) -> None:
    assert page.evaluate(PAPER) == LIGHT
    page.emulate_media(color_scheme="dark")
    expect(page.locator("body")).to_have_css("background-color", DARK)
    page.emulate_media(color_scheme="light")
    expect(page.locator("body")).to_have_css("background-color", LIGHT)


def test_the_colors_are_switched_with_the_keyboard_alone(page: Page) -> None:
    page.get_by_role("button", name="Use light colors").focus()
    page.keyboard.press("Enter")
    expect(page.get_by_role("button", name="Use dark colors")).to_be_focused()
    page.keyboard.press("Enter")
    assert page.evaluate(PAPER) == DARK
    expect(page.get_by_role("button", name="Use the colors of this phone")).to_be_focused()
    page.keyboard.press("Space")
    assert page.evaluate(PAPER) == LIGHT
    expect(page.get_by_role("button", name="Use light colors")).to_be_focused()


@pytest.mark.parametrize(
    ("phone", "chosen", "paper", "switch"),
    [
        ("light", "dark", DARK, "Use the colors of this phone"),
        ("dark", "light", LIGHT, "Use dark colors"),
        ("dark", "phone", DARK, "Use light colors"),
    ],
)
def test_chosen_colors_and_their_switch_are_there_before_the_first_paint(
    context: BrowserContext,
    shared_server: StaticServer,
    phone: str,
    chosen: str,
    paper: str,
    switch: str,
) -> None:
    keep_settings(context, colors=chosen)
    # No module runs: what is seen then was there when the page was parsed.
    context.route("**/assets/javascripts/**", lambda route: route.abort())
    page = context.new_page()
    page.emulate_media(color_scheme=phone)  # type: ignore[arg-type]
    page.goto(f"{shared_server.url}after/drip/")
    assert page.evaluate(PAPER) == paper
    expect(page.get_by_role("button", name=switch)).to_be_visible()


def test_the_browsers_own_bar_has_the_chosen_colors(page: Page) -> None:
    assert page.evaluate(BAR) == "#fbfaf6"
    page.get_by_role("button", name="Use light colors").click()
    page.get_by_role("button", name="Use dark colors").click()
    assert page.evaluate(BAR) == "#10171a"
    page.get_by_role("button", name="Use the colors of this phone").click()
    assert page.evaluate(BAR) == "#fbfaf6"
    page.emulate_media(color_scheme="dark")
    assert page.evaluate(BAR) == "#10171a"


def test_chosen_colors_hold_in_another_tab_at_once(
    context: BrowserContext, page: Page, shared_server: StaticServer
) -> None:
    other = context.new_page()
    other.goto(shared_server.url)
    page.bring_to_front()
    page.get_by_role("button", name="Use light colors").click()
    page.get_by_role("button", name="Use dark colors").click()
    expect(other.locator("body")).to_have_css("background-color", DARK)


def test_the_settings_page_and_the_header_show_the_same_colors(
    page: Page, shared_server: StaticServer
) -> None:
    page.goto(f"{shared_server.url}about/settings/")
    page.get_by_role("radio", name="Dark", exact=True).check()
    assert page.evaluate(PAPER) == DARK
    page.get_by_role("button", name="Use the colors of this phone").click()
    expect(page.get_by_role("radio", name="As on this phone")).to_be_checked()


def test_dark_pages_are_printed_like_light_ones(page: Page) -> None:
    page.wait_for_load_state("networkidle")
    colors = """() => [...document.querySelectorAll("article, article *, .guide-help *")]
      .map((part) => getComputedStyle(part))
      .map((style) => [style.color, style.backgroundColor, style.borderTopColor].join())"""
    page.emulate_media(media="print", color_scheme="light")
    light = page.evaluate(colors)
    page.emulate_media(media="print", color_scheme="dark")
    expect(page.locator("body")).to_have_attribute("data-md-color-scheme", "slate")
    assert page.evaluate(colors) == light


@pytest.mark.parametrize("key", ["/", "s", "f"])
def test_a_single_key_leads_to_the_search(page: Page, key: str) -> None:
    page.wait_for_load_state("networkidle")
    page.keyboard.press(key)
    field = page.get_by_role("textbox", name="Search")
    expect(field).to_be_focused()
    expect(field).to_have_value("")


@pytest.mark.parametrize(
    ("key", "address"),
    [("n", "after/shot/"), (".", "after/shot/"), ("p", "after/now/"), (",", "after/now/")],
)
def test_a_single_key_leads_to_the_page_before_or_after(
    page: Page, shared_server: StaticServer, key: str, address: str
) -> None:
    page.wait_for_load_state("networkidle")
    page.keyboard.press(key)
    page.wait_for_url(shared_server.url + address)


def test_single_keys_can_be_switched_off(page: Page, shared_server: StaticServer) -> None:
    page.goto(f"{shared_server.url}about/settings/")
    page.get_by_role("radio", name="Do not use them").check()
    page.get_by_role("heading", level=1).click()
    for key in ("/", "s", "n"):
        page.keyboard.press(key)
    page.goto(f"{shared_server.url}after/drip/")
    page.wait_for_load_state("networkidle")
    page.keyboard.press("s")
    expect(page.get_by_role("textbox", name="Search")).not_to_be_focused()


def test_keys_with_which_something_is_written_do_nothing_else(
    page: Page, shared_server: StaticServer
) -> None:
    page.goto(f"{shared_server.url}after/now/")
    page.goto(f"{shared_server.url}after/usual/")
    page.wait_for_load_state("networkidle")
    field = page.get_by_label("Type a word")
    field.focus()
    page.keyboard.type("sn/f.")
    expect(field).to_have_value("sn/f.")
    page.keyboard.press("Control+s")
    expect(field).to_be_focused()


def test_a_link_to_a_folded_line_opens_its_fold(page: Page, shared_server: StaticServer) -> None:
    name = page.locator(".footnote li").first.get_attribute("id")
    page.goto(f"{shared_server.url}after/drip/#{name}")
    expect(page.locator(f"[id='{name}']")).to_be_in_viewport()
    page.locator(".guide-sources summary").click()
    expect(page.locator(f"[id='{name}']")).to_be_hidden()
    page.evaluate("location.hash = ''")
    page.evaluate("name => { location.hash = name; }", name)
    expect(page.locator(f"[id='{name}']")).to_be_in_viewport()


def test_what_is_folded_away_is_printed_and_folded_again(page: Page) -> None:
    page.wait_for_load_state("networkidle")
    page.evaluate(
        """() => {
          const fold = document.createElement("details");
          fold.innerHTML = "<summary>Fold</summary><p>Words within</p>";
          document.querySelector("article h1").after(fold);
        }"""
    )
    pages = PdfReader(io.BytesIO(page.pdf())).pages
    assert "Words within" in pages[0].extract_text()
    expect(page.get_by_text("Words within")).to_be_hidden()


def test_buttons_of_the_header_show_that_they_have_the_focus(page: Page) -> None:
    for name in ("Menu", "Use light colors", "Search"):
        button = page.get_by_role("button", name=name, exact=True)
        page.keyboard.press("Tab")
        button.focus()
        expect(button).to_have_css("outline-style", "solid")


@pytest.mark.parametrize("width", [1000, 1280])
def test_beside_a_wide_page_the_section_in_sight_is_marked(
    page: Page, shared_server: StaticServer, width: int
) -> None:
    page.set_viewport_size({"width": width, "height": 500})
    page.goto(f"{shared_server.url}learn/side-effects/")
    contents = page.get_by_role("navigation", name="Table of contents")
    links = contents.get_by_role("link")
    expect(contents.locator(".md-nav__link--active")).to_have_count(0)
    links.nth(1).click()
    expect(contents.locator(".md-nav__link--active")).to_have_text(links.nth(1).inner_text())


def test_beside_a_wide_page_the_lists_stay_in_sight(
    page: Page, shared_server: StaticServer
) -> None:
    page.set_viewport_size({"width": 1280, "height": 600})
    page.goto(f"{shared_server.url}learn/side-effects/")
    page.evaluate("scrollTo(0, 800)")
    menu = page.get_by_role("navigation", name="Navigation")
    expect(menu.get_by_role("link", name="Start")).to_be_in_viewport()
    # All of it, if need be by scrolling within it.
    last = menu.get_by_role("link").last
    last.scroll_into_view_if_needed()
    box = last.bounding_box()
    bar = page.get_by_role("navigation", name="Help").bounding_box()
    assert box is not None
    assert bar is not None
    assert box["y"] + box["height"] <= bar["y"]
    assert page.evaluate("scrollY") == 800


def test_a_page_opened_asks_for_nothing_of_the_search(
    page: Page, shared_server: StaticServer
) -> None:
    # At the server: what a page has loaded is read once more from the browser's store, by which
    # mkdocs-pwa tells versions apart.
    asked = shared_server.requests
    before = len(asked)
    page.reload()
    page.wait_for_load_state("networkidle")
    assert [path for path in asked[before:] if "search/" in path] == []
    opened = len(asked)
    page.get_by_role("button", name="Search", exact=True).click()
    page.keyboard.type("drive")
    first = page.locator(".md-search-result__item").first
    expect(first).to_be_visible()
    data = [path for path in asked[opened:] if path.startswith("search/")]
    assert sorted(data) == sorted(["search/search_index.json", "search/guidance.json", *PATHS])
    with no_requests(page):
        page.get_by_role("textbox", name="Search").fill("glass of wine")
        expect(first).to_contain_text("Do not drink")


def test_before_the_first_paint_nothing_waits_for_a_script(page: Page) -> None:
    blocking = page.evaluate(
        """() => [...document.scripts]
          .filter((script) => script.src && script.type !== "module" && !script.async)
          .map((script) => script.src)"""
    )
    assert blocking == []
