"""What holds on every page, in light and dark, for every eye and thumb.

A page is opened once for all tests of it: what they ask of it leaves no trace on the next.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, BrowserContext, Page

from mkdocs_pwa_testing import screens
from mkdocs_pwa_testing.fixtures import SMALL_PHONE
from mkdocs_pwa_testing.server import StaticServer

from ...pages import ADDRESSES
from ..helpers.axe import COLORS, assert_nothing_found
from ..helpers.clinic_clock import OPEN
from ..helpers.colors import show_in

# One worker has all tests of a page, so that no other opens it again.
EVERY_PAGE = [
    pytest.param(address, id=address or "start", marks=pytest.mark.xdist_group(f"page {address}"))
    for address in [*ADDRESSES, "no/such/page"]
]

# Links within a sentence cannot be 44 px high without tearing the lines apart; WCAG exempts them.
SMALL_TARGETS = """
() => [...document.querySelectorAll("a[href], button, label, summary")]
  .filter((target) => target.checkVisibility({ visibilityProperty: true, opacityProperty: true }))
  .filter((target) => getComputedStyle(target).display !== "inline")
  // The name of a field is not what is tapped; a box and its words are one target.
  .filter((target) => !target.control?.matches("[type=date], [type=time], [type=text], textarea"))
  .map((target) => ({ target, box: target.getBoundingClientRect() }))
  .filter(({ box }) => box.right > 0 && box.left < innerWidth && box.width > 1)
  .filter(({ box }) => box.width < 43.9 || box.height < 43.9)
  .map(({ target, box }) => `${target.outerHTML.slice(0, 90)} ${box.width}x${box.height}`)
"""


@dataclass
class Opened:
    """A page as its reader has it, and what happened while it was opened."""

    page: Page
    hosts: set[str] = field(default_factory=set)
    errors: list[str] = field(default_factory=list)


@pytest.fixture(scope="module")
def phone(browser: Browser) -> Iterator[BrowserContext]:
    # The worker has its own tests; here it would only fetch the whole guide for every page.
    context = browser.new_context(**screens.phone(), service_workers="block")
    yield context
    context.close()


@pytest.fixture(scope="module", params=EVERY_PAGE)
def opened(
    phone: BrowserContext, shared_server: StaticServer, request: pytest.FixtureRequest
) -> Iterator[Opened]:
    opened = Opened(phone.new_page())
    opened.page.on("request", lambda asked: opened.hosts.add(urlsplit(asked.url).netloc))
    opened.page.on("pageerror", lambda error: opened.errors.append(str(error)))
    opened.page.clock.set_fixed_time(OPEN)
    opened.page.goto(shared_server.url + request.param)
    # Features are loaded when the page is there.
    opened.page.wait_for_load_state("networkidle")
    yield opened
    opened.page.close()


@pytest.fixture
def page(opened: Opened) -> Iterator[Page]:
    yield opened.page
    opened.page.set_viewport_size(SMALL_PHONE)


def test_no_other_host_is_asked_for_anything(opened: Opened, shared_server: StaticServer) -> None:
    assert opened.hosts == {urlsplit(shared_server.url).netloc}
    assert opened.errors == []


def test_axe_finds_nothing_in_the_light(page: Page) -> None:
    assert_nothing_found(page)


@pytest.fixture
def dark(page: Page) -> Iterator[Page]:
    show_in(page, "dark")
    yield page
    show_in(page, "light")


def test_axe_finds_no_weak_color_in_the_dark(dark: Page) -> None:
    assert_nothing_found(dark, COLORS)


def test_nothing_sticks_out_at_320_pixels(page: Page) -> None:
    page.set_viewport_size({"width": 320, "height": 568})
    assert page.evaluate("document.documentElement.scrollWidth") <= 320


def test_nothing_sticks_out_with_text_twice_as_large(page: Page) -> None:
    session = page.context.new_cdp_session(page)
    root = "parseFloat(getComputedStyle(document.documentElement).fontSize)"
    usual = page.evaluate(root)
    page.set_viewport_size({"width": 320, "height": 568})
    session.send("Page.setFontSizes", {"fontSizes": {"standard": 32, "fixed": 26}})
    assert page.evaluate(root) == 2 * usual
    width = page.evaluate("document.documentElement.scrollWidth")
    session.send("Page.setFontSizes", {"fontSizes": {"standard": 16, "fixed": 13}})
    session.detach()
    assert width <= 320


def test_everything_to_tap_is_44_pixels_high_and_wide(page: Page) -> None:
    assert page.evaluate(SMALL_TARGETS) == []


def test_text_is_18_pixels_or_more(page: Page) -> None:
    sizes = page.locator("article :is(p, li):not([class])").evaluate_all(
        """elements => elements
            .filter((element) => !element.closest("details, [class*=__]"))
            .map((element) => parseFloat(getComputedStyle(element).fontSize))"""
    )
    assert min(sizes, default=18) >= 18


def test_the_three_calls_are_in_reach(page: Page) -> None:
    calls = page.get_by_role("navigation", name="Help").get_by_role("link")
    assert [call.get_attribute("href") for call in calls.all()] == [
        "tel:2025550134",
        "tel:988",
        "tel:911",
    ]
    assert [" ".join(call.inner_text().split()) for call in calls.all()] == [
        "Call clinic (202) 555-0134",
        "Crisis line 988",
        "Emergency 911",
    ]
    for call in calls.all():
        box = call.bounding_box()
        assert box is not None
        assert box["y"] + box["height"] <= SMALL_PHONE["height"]


# Words that stick out of their button, and buttons that are covered, or cut off by the screen, at
# each hour, as clinic-now.js leaves the page. Without the attribute nobody can tell.
FAULTS_OF_THE_CALLS = """
() => ["open", "closed", ""].flatMap((state) => {
  const root = document.documentElement;
  if (state) root.setAttribute("data-clinic", state);
  else root.removeAttribute("data-clinic");
  return [...document.querySelectorAll(".guide-help a")]
    .filter((call) => call.checkVisibility())
    .filter((call) => {
      const { x, y, width, height, bottom } = call.getBoundingClientRect();
      if (call.scrollWidth > Math.ceil(width) || call.scrollHeight > Math.ceil(height)) return true;
      if (getComputedStyle(call.parentElement).position !== "fixed") return false;
      const hit = document.elementFromPoint(x + width / 2, y + height / 2);
      return bottom > innerHeight || !call.contains(hit);
    })
    .map((call) => `${state} ${call.textContent}`);
})
"""


@pytest.fixture
def any_hour(page: Page) -> Iterator[Page]:
    yield page
    page.evaluate("document.documentElement.setAttribute('data-clinic', 'open')")


def test_no_word_of_a_call_is_cut_off_in_the_largest_text_at_any_hour(any_hour: Page) -> None:
    page = any_hour
    session = page.context.new_cdp_session(page)
    page.set_viewport_size({"width": 320, "height": 568})
    session.send("Page.setFontSizes", {"fontSizes": {"standard": 32, "fixed": 26}})
    cut = page.evaluate(FAULTS_OF_THE_CALLS)
    session.send("Page.setFontSizes", {"fontSizes": {"standard": 16, "fixed": 13}})
    session.detach()
    assert cut == []
