"""Parts for some routes only."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from mkdocs_pwa_testing.screens import phone
from mkdocs_pwa_testing.server import StaticServer

from ..helpers.axe import assert_nothing_found_in_light_and_dark
from ..helpers.kept import keep_settings

# Parts for some routes only, as `guide.markup.routes` writes them, put into a page that has a few.
ROUTED = """
() => {
  document.querySelector("article h2").insertAdjacentHTML("beforebegin", `
    <div class="guide-route" data-route="drip shot">
      <p class="guide-route__name">Drip, Shot</p><p id="by-needle">By needle.</p></div>
    <div class="guide-route" data-route="spray">
      <p class="guide-route__name">Nasal spray</p><p id="by-nose">By nose.</p></div>
    <p id="for-all">For all.</p>
    <table><tbody><tr data-route="lozenge"><td>Let it melt.</td></tr></tbody></table>`);
}
"""


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


def routed(context: BrowserContext, url: str) -> Page:
    """A page with parts for some routes only."""
    page = context.new_page()
    # Before the page's own scripts look for such parts.
    page.add_init_script(f"document.addEventListener('readystatechange', {ROUTED}, {{once: true}})")
    page.goto(url)
    expect(page.get_by_role("group", name="Show only one kind of treatment")).to_be_attached()
    return page


@pytest.fixture
def routed_page(context: BrowserContext, shared_server: StaticServer) -> Page:
    return routed(context, f"{shared_server.url}learn/pain/")


def test_nothing_is_hidden_before_a_choice(routed_page: Page) -> None:
    for words in ("By needle.", "By nose.", "For all.", "Let it melt."):
        expect(routed_page.get_by_text(words)).to_be_visible()
    expect(routed_page.get_by_text("Showing all.")).to_be_visible()


def test_a_choice_hides_the_other_routes_and_show_all_brings_them_back(routed_page: Page) -> None:
    group = routed_page.get_by_role("group", name="Show only one kind of treatment")
    group.get_by_role("button", name="Nasal spray").tap()
    expect(routed_page.get_by_text("By nose.")).to_be_visible()
    expect(routed_page.get_by_text("For all.")).to_be_visible()
    expect(routed_page.get_by_text("By needle.")).to_be_hidden()
    expect(routed_page.get_by_text("Let it melt.")).to_be_hidden()
    expect(group.get_by_role("status")).to_have_text("Showing: nasal spray.")
    group.get_by_role("button", name="Show all").tap()
    expect(routed_page.get_by_text("By needle.")).to_be_visible()
    expect(routed_page.get_by_text("Let it melt.")).to_be_visible()


def test_the_filter_works_with_the_keyboard_alone(routed_page: Page) -> None:
    group = routed_page.get_by_role("group", name="Show only one kind of treatment")
    group.get_by_role("button", name="Drip").focus()
    routed_page.keyboard.press("Enter")
    expect(routed_page.get_by_text("By nose.")).to_be_hidden()
    expect(group.get_by_role("button", name="Show all")).to_be_focused()
    routed_page.keyboard.press("Enter")
    expect(routed_page.get_by_text("By nose.")).to_be_visible()
    expect(group.get_by_role("button", name="Drip")).to_be_focused()


def test_a_part_for_two_routes_is_shown_for_each(routed_page: Page) -> None:
    group = routed_page.get_by_role("group", name="Show only one kind of treatment")
    group.get_by_role("button", name="Shot").tap()
    expect(routed_page.get_by_text("By needle.")).to_be_visible()


def test_a_link_into_a_hidden_part_shows_it(
    context: BrowserContext, shared_server: StaticServer
) -> None:
    keep_settings(context, route="drip")
    page = routed(context, f"{shared_server.url}learn/pain/")
    expect(page.get_by_text("By nose.")).to_be_hidden()
    page.evaluate("location.hash = 'by-nose'")
    expect(page.get_by_text("By nose.")).to_be_in_viewport()
    expect(page.get_by_text("Let it melt.")).to_be_hidden()


def test_an_address_into_a_hidden_part_opens_on_it(
    context: BrowserContext, shared_server: StaticServer
) -> None:
    keep_settings(context, route="drip")
    page = routed(context, f"{shared_server.url}learn/pain/#by-nose")
    expect(page.get_by_text("By nose.")).to_be_visible()


def test_the_parts_of_the_guides_own_pages_follow_the_filter(
    page: Page, shared_server: StaticServer
) -> None:
    page.goto(f"{shared_server.url}during/")
    part = page.locator(".guide-route[data-route=spray]").first
    expect(part).to_be_visible()
    page.get_by_role("button", name="Drip", exact=True).tap()
    expect(part).to_be_hidden()
    expect(page.locator(".guide-route[data-route=drip]").first).to_be_visible()
    page.get_by_role("button", name="Show all").tap()
    expect(part).to_be_visible()


def test_a_page_for_every_route_has_no_filter(page: Page, shared_server: StaticServer) -> None:
    page.goto(f"{shared_server.url}after/drip/")
    expect(page.locator(".guide-visit")).to_be_visible()
    expect(page.locator(".guide-route-filter")).to_have_count(0)


def test_without_scripts_every_part_is_shown_with_its_name(
    browser: Browser, shared_server: StaticServer
) -> None:
    context = browser.new_context(**phone(), java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{shared_server.url}during/")
    for part in page.locator("article [data-route]").all():
        expect(part).to_be_visible()
    for block in page.locator(".guide-route").all():
        first = block.locator(":scope > :first-child")
        assert first.evaluate("first => first.matches('.guide-route__name, h2, h3')")
    context.close()


def test_the_route_can_be_chosen_in_the_settings(page: Page, shared_server: StaticServer) -> None:
    for name in ("Drip", "Shot", "Nasal spray", "Lozenge"):
        expect(page.get_by_role("radio", name=name)).to_have_count(1)
    page.get_by_role("radio", name="Lozenge").check()
    other = routed(page.context, f"{shared_server.url}learn/pain/")
    expect(other.get_by_text("Showing: lozenge.")).to_be_visible()
    expect(other.get_by_text("By nose.")).to_be_hidden()


def test_axe_finds_nothing_with_a_filter_in_use(routed_page: Page) -> None:
    assert_nothing_found_in_light_and_dark(routed_page)
    routed_page.get_by_role("button", name="Drip").tap()
    assert_nothing_found_in_light_and_dark(routed_page)
