"""Text size, calm colors, sources in sight."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from mkdocs_pwa_testing.fixtures import StartPhone
from mkdocs_pwa_testing.page import open_and_save
from mkdocs_pwa_testing.screens import phone
from mkdocs_pwa_testing.server import StaticServer

from ..helpers.axe import assert_nothing_found_in_light_and_dark
from ..helpers.kept import keep_settings
from ..helpers.watch import no_requests

ROOT_SIZE = "parseFloat(getComputedStyle(document.documentElement).fontSize)"
PAPER = "getComputedStyle(document.body).backgroundColor"


@pytest.fixture
def context(browser: Browser) -> Iterator[BrowserContext]:
    context = browser.new_context(service_workers="block", **phone(), reduced_motion="reduce")
    yield context
    context.close()


@pytest.fixture
def page(context: BrowserContext, shared_server: StaticServer) -> Page:
    page = context.new_page()
    page.goto(f"{shared_server.url}about/settings/")
    return page


def test_without_a_choice_nothing_is_changed(page: Page) -> None:
    attributes = page.evaluate("document.documentElement.getAttributeNames()")
    assert not [name for name in attributes if name.startswith("data-guide-")]
    for name in ("Normal", "As on this phone", "Usual colors", "All", "Hide them", "Use them"):
        expect(page.get_by_role("radio", name=name, exact=True)).to_be_checked()


def test_larger_text_holds_at_once_and_on_every_page(
    page: Page, shared_server: StaticServer
) -> None:
    assert page.evaluate(ROOT_SIZE) == 20
    page.get_by_role("radio", name="Largest").check()
    assert page.evaluate(ROOT_SIZE) == 30
    page.goto(f"{shared_server.url}help/")
    assert page.evaluate(ROOT_SIZE) == 30


def test_the_size_set_in_the_browser_counts_too(context: BrowserContext, page: Page) -> None:
    session = context.new_cdp_session(page)
    session.send("Page.setFontSizes", {"fontSizes": {"standard": 20, "fixed": 16}})
    page.get_by_role("radio", name="Large", exact=True).check()
    assert page.evaluate(ROOT_SIZE) == 31.25


@pytest.mark.parametrize(
    "address", ["", "before/drip/", "after/usual/", "help/", "about/settings/"]
)
def test_the_largest_text_does_not_stick_out_at_320_pixels(
    context: BrowserContext, shared_server: StaticServer, address: str
) -> None:
    keep_settings(context, size="largest")
    page = context.new_page()
    page.set_viewport_size({"width": 320, "height": 568})
    page.goto(shared_server.url + address)
    page.wait_for_load_state("networkidle")
    assert page.evaluate("document.documentElement.scrollWidth") <= 320
    too_wide = """nav => [...nav.querySelectorAll("a")].filter((link) =>
      [...link.children].some((words) => words.scrollWidth > link.clientWidth))
      .map((link) => link.textContent)"""
    assert page.get_by_role("navigation", name="Help").evaluate(too_wide) == []


def test_the_largest_text_in_a_browser_set_to_twice_the_size_does_not_stick_out(
    context: BrowserContext, shared_server: StaticServer
) -> None:
    keep_settings(context, size="largest")
    page = context.new_page()
    page.set_viewport_size({"width": 320, "height": 568})
    session = context.new_cdp_session(page)
    session.send("Page.setFontSizes", {"fontSizes": {"standard": 32, "fixed": 26}})
    for address in ("", "after/drip/", "about/settings/"):
        page.goto(shared_server.url + address)
        page.wait_for_load_state("networkidle")
        assert page.evaluate("document.documentElement.scrollWidth") <= 320
        assert page.evaluate(ROOT_SIZE) == 40


@pytest.mark.parametrize(
    "settings",
    [{"size": "large"}, {"colors": "dark"}, {"calm": True}, {"route": "drip"}, {"sources": True}],
    ids=lambda settings: next(iter(settings)),
)
def test_settings_hold_before_the_first_paint(
    context: BrowserContext, shared_server: StaticServer, settings: dict[str, object]
) -> None:
    keep_settings(context, **settings)
    # No module runs: what is set then was set by the head of the page.
    context.route("**/assets/javascripts/**", lambda route: route.abort())
    page = context.new_page()
    page.goto(f"{shared_server.url}after/drip/")
    name, value = next(iter(settings.items()))
    expected = "true" if value is True else str(value)
    expect(page.locator(":root")).to_have_attribute(f"data-guide-{name}", expected)
    assert page.evaluate(
        """() => {
          const line = [...document.head.querySelectorAll("script")]
            .find((script) => script.textContent.includes(":settings:1"));
          return line.compareDocumentPosition(document.body) & Node.DOCUMENT_POSITION_FOLLOWING;
        }"""
    )


def test_damaged_settings_are_those_of_a_new_reader(
    context: BrowserContext, shared_server: StaticServer
) -> None:
    context.add_init_script("localStorage.setItem('/:settings:1', '{\"size\":')")
    page = context.new_page()
    errors: list[str] = []
    page.on("pageerror", lambda error: errors.append(str(error)))
    page.goto(f"{shared_server.url}about/settings/")
    expect(page.get_by_role("radio", name="Normal")).to_be_checked()
    assert errors == []


def test_a_value_of_another_version_of_the_guide_is_not_taken(
    context: BrowserContext, shared_server: StaticServer
) -> None:
    keep_settings(context, size="gigantic", route="pill")
    page = context.new_page()
    page.goto(f"{shared_server.url}about/settings/")
    expect(page.get_by_role("radio", name="Normal")).to_be_checked()
    assert page.evaluate(ROOT_SIZE) == 20
    expect(page.locator(":root")).not_to_have_attribute("data-guide-route", "pill")


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_calm_colors_have_no_bright_area(page: Page, scheme: str) -> None:
    page.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]
    before = page.evaluate(PAPER)
    page.get_by_role("radio", name="Calm colors").check()
    assert page.evaluate(PAPER) != before
    # Relative luminance of what lies behind text, as in WCAG; white is 1.
    fills = page.evaluate(
        """() => ["paper", "card", "tint", "call", "usual", "now"]
          .map((name) => {
            const probe = document.createElement("i");
            probe.style.backgroundColor = `var(--guide-${name})`;
            document.body.append(probe);
            const parts = getComputedStyle(probe).backgroundColor.match(/\\d+/g).slice(0, 3);
            const [r, g, b] = parts.map((part) => (part / 255) ** 2.2);
            return 0.2126 * r + 0.7152 * g + 0.0722 * b;
          })"""
    )
    assert max(fills) < (0.85 if scheme == "light" else 0.05), fills


def test_calm_colors_are_there_before_any_module_has_started(
    browser: Browser, shared_server: StaticServer
) -> None:
    context = browser.new_context(**phone(), service_workers="block", color_scheme="dark")
    keep_settings(context, calm=True)
    context.route("**/assets/javascripts/**", lambda route: route.abort())
    page = context.new_page()
    page.goto(shared_server.url)
    assert page.evaluate(PAPER) == "rgb(18, 24, 26)"
    context.close()


def test_numbers_of_sources_are_hidden_until_asked_for(
    page: Page, shared_server: StaticServer
) -> None:
    page.goto(f"{shared_server.url}after/drip/")
    number = page.locator("sup[id^=fnref]").first
    expect(number).to_be_hidden()
    page.locator(".guide-sources summary").click()
    switch = page.get_by_role("button", name="Show the numbers in the text")
    expect(switch).to_have_attribute("aria-pressed", "false")
    switch.tap()
    expect(switch).to_have_attribute("aria-pressed", "true")
    expect(number).to_be_visible()
    page.reload()
    expect(number).to_be_visible()


def test_a_number_leads_to_its_source_and_back(page: Page, shared_server: StaticServer) -> None:
    page.get_by_role("radio", name="Show them in the text").check()
    page.goto(f"{shared_server.url}after/drip/")
    page.locator("sup[id^=fnref] a").first.click()
    source = page.locator(".footnote li").first
    expect(source).to_be_in_viewport()
    source.locator(".footnote-backref").first.click()
    expect(page.locator("sup[id^=fnref]").first).to_be_in_viewport()


def test_the_switch_stands_beside_the_list_of_all_sources(
    page: Page, shared_server: StaticServer
) -> None:
    page.goto(f"{shared_server.url}about/sources/")
    page.get_by_role("button", name="Show the numbers in the text").tap()
    expect(page.locator(":root")).to_have_attribute("data-guide-sources", "true")


def test_another_tab_follows(page: Page, shared_server: StaticServer) -> None:
    other = page.context.new_page()
    other.goto(shared_server.url)
    page.bring_to_front()
    page.get_by_role("radio", name="Largest").check()
    expect(other.locator(":root")).to_have_attribute("data-guide-size", "largest")


def test_a_page_brought_back_by_the_back_button_follows(
    page: Page, shared_server: StaticServer
) -> None:
    page.goto(f"{shared_server.url}about/")
    page.goto(f"{shared_server.url}about/settings/")
    page.get_by_role("radio", name="Largest").check()
    page.go_back()
    expect(page.locator(":root")).to_have_attribute("data-guide-size", "largest")


def test_settings_are_chosen_with_the_keyboard_alone(page: Page) -> None:
    page.get_by_role("radio", name="Normal").focus()
    page.keyboard.press("ArrowDown")
    expect(page.get_by_role("radio", name="Large", exact=True)).to_be_checked()
    expect(page.get_by_role("group", name="Text size").get_by_role("status")).to_have_text(
        "Kept on this phone."
    )


def test_axe_finds_nothing_with_all_settings_changed(
    context: BrowserContext, shared_server: StaticServer
) -> None:
    keep_settings(context, size="largest", calm=True, sources=True, route="drip")
    page = context.new_page()
    for address in ("", "about/settings/", "after/drip/", "help/", "after/usual/"):
        page.goto(shared_server.url + address)
        page.wait_for_load_state("networkidle")
        for fold in page.locator(".guide-sources summary").all():
            fold.click()
        assert_nothing_found_in_light_and_dark(page)


def test_forced_colors_leave_the_switch_in_sight(page: Page, shared_server: StaticServer) -> None:
    page.emulate_media(forced_colors="active")
    page.goto(f"{shared_server.url}about/sources/")
    switch = page.get_by_role("button", name="Show the numbers in the text")
    before = switch.evaluate("button => getComputedStyle(button, '::before').backgroundColor")
    switch.tap()
    after = switch.evaluate("button => getComputedStyle(button, '::before').backgroundColor")
    assert before != after


def test_nothing_is_asked_of_the_network(page: Page) -> None:
    with no_requests(page):
        for name in ("Largest", "Calm colors", "Drip", "Show them in the text"):
            page.get_by_role("radio", name=name).check()


def test_without_scripts_the_page_says_what_to_do(
    browser: Browser, shared_server: StaticServer
) -> None:
    context = browser.new_context(**phone(), java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{shared_server.url}about/settings/")
    expect(page.get_by_text("The buttons need scripts")).to_be_visible()
    expect(page.get_by_role("article").get_by_role("radio")).to_have_count(0)
    page.get_by_role("link", name="What stays on your phone").click()
    expect(page.get_by_role("heading", name="Remove it all")).to_be_in_viewport()
    context.close()


@pytest.mark.offline
def test_settings_work_with_the_server_gone(start_phone: StartPhone, server: StaticServer) -> None:
    with start_phone() as context:
        page = open_and_save(context, server.url)
        server.stop()
        page.goto(f"{server.url}about/settings/")
        page.get_by_role("radio", name="Large", exact=True).check()
    with start_phone() as context:
        page = context.pages[0]
        page.goto(f"{server.url}after/drip/")
        assert page.evaluate(ROOT_SIZE) == 25
