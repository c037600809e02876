"""What holds on every page, in light and dark, for every eye and thumb."""

from __future__ import annotations

from collections.abc import Iterator
from urllib.parse import urlsplit

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, BrowserContext, Page

from mkdocs_pwa.testing.fixtures import SMALL_PHONE
from mkdocs_pwa.testing.server import StaticServer

from ..pages import ADDRESSES

EVERY_PAGE = [*ADDRESSES, "no/such/page"]

AXE = {
    "runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
    # Beyond AA: contrast of 7:1.
    "rules": {"color-contrast-enhanced": {"enabled": True}, "target-size": {"enabled": True}},
}

# Links within a sentence cannot be 44 px high without tearing the lines apart; WCAG exempts them.
SMALL_TARGETS = """
() => [...document.querySelectorAll("a[href], button, label, summary")]
  .filter((target) => target.checkVisibility({ visibilityProperty: true, opacityProperty: true }))
  .filter((target) => getComputedStyle(target).display !== "inline")
  .map((target) => ({ target, box: target.getBoundingClientRect() }))
  .filter(({ box }) => box.right > 0 && box.left < innerWidth && box.width > 1)
  .filter(({ box }) => box.width < 43.9 || box.height < 43.9)
  .map(({ target, box }) => `${target.outerHTML.slice(0, 90)} ${box.width}x${box.height}`)
"""


@pytest.fixture(params=EVERY_PAGE, ids=lambda address: address or "start")
def address(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture(scope="module")
def phone(browser: Browser) -> Iterator[BrowserContext]:
    """One for all pages: what these tests ask of a page leaves no trace on the next."""
    # The worker has its own tests; here it would only fetch the whole guide for every page.
    context = browser.new_context(viewport=SMALL_PHONE, service_workers="block")
    yield context
    context.close()


@pytest.fixture
def page(phone: BrowserContext) -> Iterator[Page]:
    page = phone.new_page()
    yield page
    page.close()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing(
    page: Page, shared_server: StaticServer, address: str, scheme: str
) -> None:
    page.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]
    page.goto(shared_server.url + address)
    results = Axe().run(page, options=AXE)
    assert results.violations_count == 0, results.generate_report()


def test_nothing_sticks_out_at_320_pixels(
    page: Page, shared_server: StaticServer, address: str
) -> None:
    page.set_viewport_size({"width": 320, "height": 568})
    page.goto(shared_server.url + address)
    assert page.evaluate("document.documentElement.scrollWidth") <= 320


def test_nothing_sticks_out_with_text_twice_as_large(
    page: Page, shared_server: StaticServer, address: str
) -> None:
    session = page.context.new_cdp_session(page)
    session.send("Page.setFontSizes", {"fontSizes": {"standard": 32, "fixed": 26}})
    page.set_viewport_size({"width": 320, "height": 568})
    page.goto(shared_server.url + address)
    assert page.evaluate("document.documentElement.scrollWidth") <= 320


def test_everything_to_tap_is_44_pixels_high_and_wide(
    page: Page, shared_server: StaticServer, address: str
) -> None:
    page.goto(shared_server.url + address)
    assert page.evaluate(SMALL_TARGETS) == []


def test_text_is_18_pixels_or_more(page: Page, shared_server: StaticServer, address: str) -> None:
    page.goto(shared_server.url + address)
    sizes = page.locator("article :is(p, li):not([class])").evaluate_all(
        """elements => elements
            .filter((element) => !element.closest("details, [class*=__]"))
            .map((element) => parseFloat(getComputedStyle(element).fontSize))"""
    )
    assert min(sizes, default=18) >= 18


def test_the_three_calls_are_in_reach(
    page: Page, shared_server: StaticServer, address: str
) -> None:
    page.goto(shared_server.url + address)
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


def test_no_other_host_is_asked_for_anything(
    page: Page, shared_server: StaticServer, address: str
) -> None:
    hosts: set[str] = set()
    page.on("request", lambda request: hosts.add(urlsplit(request.url).netloc))
    errors: list[str] = []
    page.on("pageerror", lambda error: errors.append(str(error)))
    page.goto(shared_server.url + address)
    page.wait_for_load_state("networkidle")
    assert hosts == {urlsplit(shared_server.url).netloc}
    assert errors == []
