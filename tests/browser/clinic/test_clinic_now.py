"""At any hour, what calls the clinic dials the number that is answered, with no network."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Locator, Page, expect

from mkdocs_pwa_testing.page import wait_until_saved
from mkdocs_pwa_testing.screens import phone
from mkdocs_pwa_testing.server import StaticServer

from ...conftest import PROJECT, build_guide
from ...once import once
from ...pages import SAVED_ADDRESSES
from ..helpers.clinic_clock import CLOSED, LONG_AGO, OPEN, ZONE

pytestmark = pytest.mark.offline

DAY, NIGHT = "tel:2025550134", "tel:2025550135"

# What is shown of the links with an address, but for tables, which name the hours of each number,
# and for the section on when the clinic is closed.
SHOWN = """
address => [...document.querySelectorAll(`a[href="${address}"]`)]
  .filter((link) => link.checkVisibility() && !link.closest("table"))
  .filter((link) => !document.getElementById("closed")?.parentElement.contains(link)
    || document.getElementById("closed").compareDocumentPosition(link) === 2)
  .map((link) => link.innerText)
"""

# Whether a tap on the middle of a link's words reaches it.
IS_HIT = """
link => {
  const box = link.getBoundingClientRect();
  const x = box.x + box.width / 2, y = box.y + box.height / 2;
  return x < innerWidth && y < innerHeight && link.contains(document.elementFromPoint(x, y));
}
"""


def save(browser: Browser, site: Path, **options: Any) -> tuple[BrowserContext, str]:
    """A phone that has saved a guide whose server is gone, and the guide's address."""
    settings = {**phone(), "timezone_id": ZONE, **options}
    context = browser.new_context(**settings)
    with StaticServer(site) as server:
        page = context.new_page()
        page.goto(server.url)
        wait_until_saved(page)
        page.close()
        return context, server.url


@pytest.fixture(scope="module")
def saved(browser: Browser, site: Path) -> Iterator[tuple[BrowserContext, str]]:
    context, url = save(browser, site)
    yield context, url
    context.close()


@pytest.fixture
def page(saved: tuple[BrowserContext, str]) -> Iterator[Page]:
    page = saved[0].new_page()
    yield page
    page.close()


@pytest.fixture
def url(saved: tuple[BrowserContext, str]) -> str:
    return saved[1]


def open_at(page: Page, address: str, now: datetime) -> None:
    page.clock.set_fixed_time(now)
    page.goto(address)
    expect_hour(page, now)


def expect_hour(page: Page, now: datetime) -> None:
    state = "open" if now == OPEN else "closed"
    expect(page.locator("html")).to_have_attribute("data-clinic", state)


def turn_to(page: Page, now: datetime) -> None:
    """Have an open page come back into view at another hour; its timers slept with the phone."""
    page.clock.set_fixed_time(now)
    page.evaluate("document.dispatchEvent(new Event('visibilitychange'))")
    expect_hour(page, now)


def bar(page: Page) -> Locator:
    return page.get_by_role("navigation", name="Help").get_by_role("link")


def calls(page: Page) -> list[tuple[str | None, str]]:
    """The first cells of the bar, up to the crisis line: what is dialed, and its words."""
    found = [(cell.get_attribute("href"), cell.inner_text()) for cell in bar(page).all()]
    return [(to, " ".join(words.split())) for to, words in found][:-2]


# --- One tap, from any page ---


@pytest.fixture(scope="module", params=SAVED_ADDRESSES, ids=lambda address: str(address or "start"))
def any_page(saved: tuple[BrowserContext, str], request: pytest.FixtureRequest) -> Iterator[Page]:
    """Each page of the guide, opened at night and left open until the day."""
    context, url = saved
    page = context.new_page()
    open_at(page, url + request.param, CLOSED)
    yield page
    page.close()


def test_at_night_every_button_dials_the_night_line_and_says_so(any_page: Page) -> None:
    page = any_page
    turn_to(page, CLOSED)
    assert calls(page) == [(NIGHT, "Closed now Night line (202) 555-0135")]
    assert page.evaluate(SHOWN, DAY) == []
    in_text = page.get_by_role("article").locator(f'.guide-action a[href="{NIGHT}"]:visible')
    for button in in_text.all():
        expect(button).to_contain_text("losed")  # "Closed now." or "When we are closed"


def test_by_day_every_button_dials_the_day_number(any_page: Page) -> None:
    page = any_page
    turn_to(page, OPEN)
    assert calls(page) == [(DAY, "Call clinic (202) 555-0134")]
    assert page.evaluate(SHOWN, NIGHT) == []


@pytest.mark.parametrize(
    "address", ["", "help/", "after/now/", "with-you/", "after/usual/#usual-now"]
)
def test_a_tap_on_the_night_line_reaches_it(page: Page, url: str, address: str) -> None:
    open_at(page, url + address, CLOSED)
    assert bar(page).first.evaluate(IS_HIT)


def test_the_picker_of_what_is_usual_calls_the_night_line(page: Page, url: str) -> None:
    open_at(page, f"{url}after/usual/#usual-now", CLOSED)
    picker = page.locator("[data-usual-picker]")
    picker.get_by_label("Type a word").fill("qqzzxx")
    expect(
        picker.get_by_role("link", name="Closed now. Night line: (202) 555-0135")
    ).to_have_attribute("href", NIGHT)
    expect(picker.locator(f'a[href="{DAY}"]:visible')).to_have_count(0)


def test_a_search_without_a_result_calls_the_night_line(page: Page, url: str) -> None:
    open_at(page, url, CLOSED)
    page.get_by_role("link", name="Search").or_(page.get_by_label("Search")).first.click()
    page.keyboard.type("qqzzxx wwkkvv")
    card = page.locator(".md-search__output")
    expect(card.get_by_role("link", name="Closed now. Night line: (202) 555-0135")).to_be_visible()
    expect(card.locator(f'a[href="{DAY}"]:visible')).to_have_count(0)


# --- The hour ---


def test_it_changes_at_the_minute_of_opening_while_the_page_is_open(page: Page, url: str) -> None:
    page.clock.install(time=CLOSED.replace(hour=7, minute=59, second=30))
    page.goto(f"{url}help/")
    expect(page.locator("html")).to_have_attribute("data-clinic", "closed")
    page.clock.run_for(29_000)
    assert calls(page)[0][0] == NIGHT
    page.clock.run_for(2_000)
    assert calls(page)[0][0] == DAY


def test_it_sleeps_until_the_next_change(page: Page, url: str) -> None:
    page.clock.install(time=CLOSED)
    page.add_init_script(
        """const set = setTimeout;
        window.waits = [];
        window.setTimeout = (call, wait) => waits.push(wait) && set(call, wait);"""
    )
    page.goto(f"{url}about/")
    expect(page.locator("html")).to_have_attribute("data-clinic", "closed")
    until_8 = (CLOSED.replace(hour=8, minute=0) - CLOSED) / timedelta(milliseconds=1)
    waits = page.evaluate("waits.filter((wait) => wait > 60_000)")
    assert {round((wait - until_8) / 60_000) for wait in waits} == {0}


def test_a_page_that_comes_back_into_view_asks_the_clock_again(page: Page, url: str) -> None:
    open_at(page, f"{url}help/", CLOSED)
    turn_to(page, OPEN)
    assert calls(page)[0][0] == DAY


def test_the_clinics_clock_counts_on_a_phone_that_is_elsewhere(
    browser: Browser, shared_server: StaticServer
) -> None:
    # In Tokyo it is 19:10, and noon of the next day would be night in Denver.
    context = browser.new_context(**phone(), timezone_id="Asia/Tokyo", service_workers="block")
    page = context.new_page()
    for now, dialed in [(CLOSED, NIGHT), (OPEN, DAY)]:
        open_at(page, shared_server.url, now)
        assert calls(page)[0][0] == dialed
    context.close()


# --- Where nobody can tell ---

BOTH = [(DAY, "Call clinic (202) 555-0134"), (NIGHT, "If closed (202) 555-0135")]
IN_TEXT = ["Call River Clinic: (202) 555-0134", "When we are closed, call (202) 555-0135"]


def has_both(page: Page) -> bool:
    action = page.locator(".guide-card--call .guide-action").first.get_by_role("link")
    return calls(page) == BOTH and action.all_inner_texts()[:2] == IN_TEXT


@pytest.mark.parametrize("now", [LONG_AGO, OPEN.replace(year=2037)], ids=["past", "future"])
def test_with_a_clock_that_may_be_wrong_both_numbers_stand_there(
    page: Page, url: str, now: datetime
) -> None:
    page.clock.set_fixed_time(now)
    page.goto(f"{url}help/")
    page.wait_for_load_state("networkidle")
    assert has_both(page)
    for link in bar(page).all():
        assert link.evaluate(IS_HIT), link.inner_text()


def test_a_browser_that_does_not_know_the_clinics_zone_shows_both(page: Page, url: str) -> None:
    page.add_init_script(
        """const { DateTimeFormat } = Intl;
        Intl.DateTimeFormat = function (locale, options) {
          if (options?.timeZone === "America/Denver") throw new RangeError("unknown zone");
          return new DateTimeFormat(locale, options);
        };"""
    )
    page.clock.set_fixed_time(CLOSED)
    page.goto(f"{url}help/")
    page.wait_for_load_state("networkidle")
    assert has_both(page)


def test_without_scripts_both_stand_there(browser: Browser, shared_server: StaticServer) -> None:
    context = browser.new_context(**phone(), java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{shared_server.url}help/")
    assert has_both(page)
    for address in ("", "after/now/", "with-you/", "no/such/page"):
        page.goto(shared_server.url + address)
        assert calls(page) == BOTH
    context.close()


@pytest.mark.parametrize("now", [OPEN, CLOSED], ids=["open", "closed"])
def test_on_paper_both_stand_there_whatever_the_hour(page: Page, url: str, now: datetime) -> None:
    open_at(page, f"{url}help/", now)
    page.emulate_media(media="print")
    assert has_both(page)
    page.emulate_media(media="screen")


# --- Other clinics ---


def other_clinic(tmp_path_factory: pytest.TempPathFactory, left_out: str) -> Path:
    """The guide of the example clinic without a part of its file; built once for all rounds."""

    def make(folder: Path) -> None:
        folder.mkdir()
        text, count = re.subn(f"^{left_out}", "", (PROJECT / "clinic.yml").read_text(), flags=re.M)
        assert count == 1
        (folder / "clinic.yml").write_text(text, "utf-8")
        result = build_guide(PROJECT, folder / "site", str(folder / "clinic.yml"))
        assert result.returncode == 0, result.stderr

    name = left_out.partition(":")[0]
    return once(tmp_path_factory, f"without-{name}", make) / "site"


@pytest.mark.parametrize(
    "left_out", [r"time_zone: America/Denver\n", r"opening:\n(  .+\n)+(?s:.+?)closed_on: .+?\n"]
)
def test_a_clinic_without_zone_or_opening_times_shows_both_at_any_hour(
    browser: Browser, tmp_path_factory: pytest.TempPathFactory, left_out: str
) -> None:
    site = other_clinic(tmp_path_factory, left_out)
    context, url = save(browser, site)
    page = context.new_page()
    for now in (OPEN, CLOSED):
        page.clock.set_fixed_time(now)
        page.goto(f"{url}help/")
        page.wait_for_load_state("networkidle")
        assert has_both(page)
    context.close()


def test_without_a_night_number_it_says_closed_and_what_to_do_and_who_is_there(
    browser: Browser, tmp_path_factory: pytest.TempPathFactory
) -> None:
    site = other_clinic(tmp_path_factory, r"phone_after_hours: .+\n")
    context, url = save(browser, site)
    page = context.new_page()
    open_at(page, f"{url}with-you/", CLOSED)
    card = page.locator(".guide-card--call .guide-action").first
    assert card.inner_text().startswith(
        "River Clinic is closed now. Leave a message. A nurse calls you back within the hour."
    )
    expect(card.get_by_role("link", name="If it gets worse, call 911")).to_be_visible()
    expect(page.get_by_role("link", name="Emergency 911")).to_be_visible()

    plan = page.get_by_role("link", name="Closed now What to do")
    assert plan.evaluate(IS_HIT)
    plan.tap()
    expect(page.get_by_role("heading", name="If the clinic is closed")).to_be_in_viewport()
    message = page.get_by_role("paragraph").filter(has_text="Number of the clinic")
    expect(message.get_by_role("link", name="(202) 555-0134")).to_have_attribute("href", DAY)
    # It has no number for the night: nobody is sent to look for one.
    expect(page.get_by_text("Call the night number your clinic gave you.")).to_have_count(0)
    expect(page.get_by_text("If no one answers, or a machine does").first).to_be_visible()
    page.goto(f"{url}after/now/")
    page.get_by_role("link", name="Closed now What to do").tap()
    expect(page.get_by_role("heading", name="If the clinic is closed")).to_be_in_viewport()

    open_at(page, f"{url}help/", OPEN)
    assert calls(page) == [(DAY, "Call clinic (202) 555-0134")]
    context.close()


def test_nobody_is_sent_to_look_for_the_number_that_stands_there(page: Page, url: str) -> None:
    open_at(page, f"{url}help/", CLOSED)
    expect(page.get_by_role("link", name="When we are closed, call (202) 555-0135")).to_be_visible()
    expect(page.get_by_text("night number")).to_have_count(0)
    for address in ("before/drip/", "before/ride-and-companion/", "with-you/"):
        page.goto(url + address)
        expect(page.get_by_text("Ask who answers at night")).to_have_count(0)
