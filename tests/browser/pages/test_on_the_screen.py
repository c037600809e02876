"""In every state a page is as wide as the screen, and every call button is hit by its own words.

A mobile browser widens the page by what sticks out, and with it all that is fixed; so what is
outside the screen is looked for at the layout's own width. A state is reached once and looked at on
every screen.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from mkdocs_pwa_testing.screens import phone
from mkdocs_pwa_testing.server import StaticServer

from ..helpers.fakes import SPEECH
from ..helpers.planning import DAYS_BEFORE, ZONE, fill_plan

VOICE = '{"name": "On phone", "lang": "en_US", "localService": true, "default": false}'

#: Narrow and wide, upright and lying; the last two are tablets.
SCREENS = [
    *[(320, 568), (360, 640), (390, 844), (412, 915)],
    *[(568, 320), (640, 360), (844, 390), (768, 1024), (1024, 768)],
]
#: Where hands miss most easily.
SMALL = [(320, 568), (360, 640)]

#: The widths of the layout, of what can be scrolled to, and of what is seen.
WIDTHS = """
() => [innerWidth, document.documentElement.scrollWidth, Math.round(visualViewport.width)]
"""

#: The call buttons that a finger in the middle of their words would miss.
MISSED = """
(within) => {
  const middleOfWords = (button) => {
    const words = document.createRange();
    words.selectNodeContents(button);
    const { left, right, top, bottom } = words.getBoundingClientRect();
    return [(left + right) / 2, (top + bottom) / 2];
  };
  return [...document.querySelectorAll("a[href^='tel:'], a[href^='sms:']")]
    .filter((button) => button.checkVisibility({ visibilityProperty: true, opacityProperty: true }))
    .filter((button) => button.closest(within))
    .filter((button) => {
      button.scrollIntoView({ block: "center", behavior: "instant" });
      const [x, y] = middleOfWords(button);
      const isInside = x > 0 && x < screen.width && y > 0 && y < innerHeight;
      return !isInside || document.elementFromPoint(x, y)?.closest("a") !== button;
    })
    .map((button) => `${button.textContent.trim()} ${button.outerHTML.slice(0, 80)}`);
}
"""

Act = Callable[[Page], None]


def as_opened(page: Page) -> None:
    """Nothing is done."""


def search(words: str) -> Act:
    def act(page: Page) -> None:
        page.get_by_role("button", name="Search", exact=True).click()
        page.get_by_role("textbox", name="Search").fill(words)
        expect(page.locator(".md-search-result__meta")).to_contain_text("result")

    return act


def search_in_vain(page: Page) -> None:
    page.get_by_role("button", name="Search", exact=True).click()
    page.get_by_role("textbox", name="Search").fill("zzzzqqq")
    expect(page.get_by_text("We found no answer.")).to_be_visible()


def open_menu(page: Page) -> None:
    page.get_by_role("button", name="Menu").click()
    expect(page.get_by_role("navigation", name="Navigation")).to_be_visible()


def read_aloud(page: Page) -> None:
    page.get_by_role("button", name="Read aloud").click()
    expect(page.get_by_role("button", name="Stop", exact=True)).to_be_visible()


def open_folds(page: Page) -> None:
    page.locator("details").evaluate_all("folds => folds.forEach((fold) => { fold.open = true; })")


def plan(page: Page) -> None:
    fill_plan(page)
    expect(page.get_by_role("heading", level=2).first).to_contain_text("Drip")


def largest_text(page: Page) -> None:
    page.get_by_role("radio", name="Largest").check()
    expect(page.get_by_role("radio", name="Largest")).to_be_checked()


def no_signal(page: Page) -> None:
    page.evaluate("dispatchEvent(new Event('offline'))")
    expect(page.locator(".mkdocs-pwa")).to_contain_text("You are offline")


@dataclass(frozen=True)
class State:
    """A page, and what its reader has done."""

    name: str
    path: str
    act: Act = as_opened
    #: Where it can be tapped: a menu and a search cover the page behind them.
    within: str = "body"


BAR = ".guide-help"
SEARCH = f"{BAR}, [data-search]"
STATES = [
    *[State(path or "start", path) for path in ("", "help/", "help/suicide/", "after/usual/")],
    *[State(path, path) for path in ("help/warning-signs/", "with-you/", "after/sheet/")],
    State("menu", "before/drip/", open_menu, BAR),
    State("results", "before/drip/", search("drive"), SEARCH),
    State("help card", "before/drip/", search("suicide"), SEARCH),
    State("help card of an emergency", "", search("chest pain"), SEARCH),
    State("no result", "", search_in_vain, SEARCH),
    State("read aloud", "before/food-and-drink/", read_aloud),
    State("folds", "questions/risks/", open_folds),
    State("folds of the companion", "with-you/", open_folds),
    State("notice", "learn/forms/", no_signal),
    State("hours after", "after/now/"),
    State("picker in the hours after", "after/usual/#usual-now"),
    State("planner", "before/plan/"),
    State("plan", "before/plan/", plan),
    State("largest text", "about/settings/", largest_text),
]


@pytest.fixture(scope="module")
def context(browser: Browser) -> Iterator[BrowserContext]:
    context = browser.new_context(
        **phone(), service_workers="block", timezone_id=ZONE, reduced_motion="reduce"
    )
    context.add_init_script(f"{SPEECH}; speech.voices = [{VOICE}]")
    yield context
    context.close()


@pytest.fixture(scope="module", params=STATES, ids=lambda state: state.name)
def reached(
    context: BrowserContext, shared_server: StaticServer, request: pytest.FixtureRequest
) -> Iterator[tuple[Page, State]]:
    """A state that a reader has come to, and its page."""
    state: State = request.param
    page = context.new_page()
    page.clock.set_fixed_time(DAYS_BEFORE)
    page.goto(shared_server.url + state.path, wait_until="networkidle")
    state.act(page)
    yield page, state
    page.evaluate("localStorage.clear()")
    page.close()


def look_at(reached: tuple[Page, State], screens: list[tuple[int, int]]) -> None:
    page, state = reached
    for width, height in screens:
        page.set_viewport_size({"width": width, "height": height})
        assert page.evaluate(WIDTHS) == [width] * 3, f"{width} by {height}"
        if (width, height) in SMALL:
            assert page.evaluate(MISSED, state.within) == [], f"{width} by {height}"


def test_a_page_is_as_wide_as_the_screen_and_its_calls_are_hit(
    reached: tuple[Page, State],
) -> None:
    look_at(reached, SCREENS)


@pytest.mark.parametrize("hour", ["open", "closed"])
def test_it_is_so_whatever_the_clinics_hour(reached: tuple[Page, State], hour: str) -> None:
    # As clinic-now.js leaves a page; by the clock of these tests it cannot tell.
    root = reached[0].locator("html")
    root.evaluate("(root, hour) => root.setAttribute('data-clinic', hour)", hour)
    look_at(reached, SMALL)
    root.evaluate("root => root.removeAttribute('data-clinic')")
