"""The planner for every reader: every state, paper, no signal, nothing kept, no scripts."""

from __future__ import annotations

import io
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect
from pypdf import PdfReader

from mkdocs_pwa_testing.fixtures import StartPhone
from mkdocs_pwa_testing.page import open_and_save
from mkdocs_pwa_testing.server import StaticServer

from ..helpers.axe import assert_nothing_found, assert_nothing_found_in_light_and_dark
from ..helpers.planning import denver, fill_plan, line, make_plan, open_phone, show_times, title
from ..helpers.watch import no_requests


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    page = open_phone(browser)
    yield page
    page.context.close()


@pytest.fixture
def url(shared_server: StaticServer) -> str:
    return f"{shared_server.url}before/plan/"


@pytest.fixture
def site_url(shared_server: StaticServer) -> str:
    return shared_server.url


SMALL = """
() => [...document.querySelectorAll(".guide-plan :is(a, button, label, input)")]
  .filter((target) => !target.matches("label[for], [type=radio]") && target.checkVisibility())
  .map((target) => ({ target, box: target.getBoundingClientRect() }))
  .filter(({ box }) => box.width < 43.9 || box.height < 43.9)
  .map(({ target, box }) => `${target.outerHTML.slice(0, 90)} ${box.width}x${box.height}`)
"""


@pytest.mark.parametrize("state", ["problems", "plan", "too late", "over", "change"])
def test_axe_finds_nothing_and_all_fits(page: Page, site_url: str, state: str) -> None:
    show_state(page, site_url, state)
    assert_nothing_found_in_light_and_dark(page)
    assert page.evaluate(SMALL) == []
    page.set_viewport_size({"width": 320, "height": 568})
    assert page.evaluate("document.documentElement.scrollWidth") <= 320


def show_state(page: Page, site_url: str, state: str) -> None:
    page.clock.set_fixed_time(
        {"too late": denver(24, 9), "over": denver(30, 9)}.get(state, denver(20, 9))
    )
    if state == "problems":
        page.goto(f"{site_url}before/plan/")
        show_times(page).click()
        expect(page.get_by_text("Choose the day.")).to_be_visible()
        return
    make_plan(page, site_url)
    if state == "change":
        page.get_by_role("button", name="Change").click()


@pytest.mark.parametrize("state", ["problems", "plan", "too late"])
def test_nothing_sticks_out_with_text_twice_as_large(page: Page, site_url: str, state: str) -> None:
    session = page.context.new_cdp_session(page)
    session.send("Page.setFontSizes", {"fontSizes": {"standard": 32, "fixed": 26}})
    show_state(page, site_url, state)
    assert page.evaluate("document.documentElement.scrollWidth") <= 360


def test_with_forced_colors_the_next_thing_keeps_its_edge(browser: Browser, site_url: str) -> None:
    page = open_phone(browser, forced_colors="active", reduced_motion="reduce")
    make_plan(page, site_url)
    edge = line(page, "Next Stop alcohol").evaluate("item => getComputedStyle(item).borderTopWidth")
    assert edge == "2px"
    assert_nothing_found(page)
    page.context.close()


def test_without_scripts_the_page_gives_the_rules_and_says_what_to_ask(
    browser: Browser, url: str
) -> None:
    page = open_phone(browser, java_script_enabled=False)
    page.goto(url)
    expect(page.get_by_text("Call your clinic and ask for your times.")).to_be_visible()
    expect(page.get_by_role("table")).to_have_count(4)
    expect(page.get_by_role("cell", name="6 hours before").first).to_be_visible()
    expect(page.get_by_role("button", name="Show my times")).to_have_count(0)
    page.context.close()


def test_using_it_asks_the_network_for_nothing(page: Page, url: str) -> None:
    page.goto(url)
    expect(show_times(page)).to_be_visible()
    with no_requests(page):
        fill_plan(page)
        expect(title(page)).to_be_visible()
        with page.expect_download():
            page.get_by_role("button", name="Add to my calendar").click()
        page.get_by_role("button", name="Change").click()


@pytest.mark.parametrize("size", ["Letter", "A4"])
def test_a_plan_prints_with_its_times_and_the_numbers_to_call(
    page: Page, site_url: str, size: str
) -> None:
    make_plan(page, site_url)
    pages = PdfReader(io.BytesIO(page.pdf(format=size))).pages
    words = " ".join(" ".join(page.extract_text() for page in pages).split())
    assert len(pages) <= 2
    for expected in ["Stop food", "4:30 am", "Do not drive before 12:10 pm", "(202) 555-0134"]:
        assert expected in words
    for left_out in ["Show my times", "If you see no form here", "Add to my calendar"]:
        assert left_out not in words


def test_a_plan_outlives_a_restart_with_no_server(
    start_phone: StartPhone, server: StaticServer
) -> None:
    with start_phone() as context:
        page = open_and_save(context, server.url)
        make_plan(page, server.url)
    server.stop()
    with start_phone() as context:
        page = context.pages[0]
        page.goto(f"{server.url}before/plan/")
        expect(title(page)).to_be_visible()
        with page.expect_download():
            page.get_by_role("button", name="Add to my calendar").click()


def test_a_phone_that_keeps_nothing_shows_the_plan_and_says_so_once(
    start_phone: StartPhone, server: StaticServer, tmp_path: Path
) -> None:
    preferences = tmp_path / "profile/Default/Preferences"
    preferences.parent.mkdir(parents=True)
    preferences.write_text('{"profile": {"default_content_setting_values": {"cookies": 2}}}')
    with start_phone() as context:
        page = context.pages[0]
        make_plan(page, server.url)
        expect(title(page)).to_be_visible()
        expect(page.get_by_role("alert")).to_have_count(1)
        page.get_by_role("button", name="Change").click()
        fill_plan(page, time="11:30")
        expect(page.get_by_role("heading", name="11:30 am")).to_be_visible()
