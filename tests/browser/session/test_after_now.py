"""The page for the hours after a session: one screen for a dizzy reader with blurred sight."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Locator, Page, expect

from mkdocs_pwa_testing.fixtures import SMALL_PHONE, StartPhone
from mkdocs_pwa_testing.page import open_and_save
from mkdocs_pwa_testing.screens import phone
from mkdocs_pwa_testing.server import StaticServer

from ..helpers.axe import assert_nothing_found_in_light_and_dark
from ..helpers.blurred import blur, contrast_of_words
from ..helpers.clinic_clock import OPEN, ZONE
from ..helpers.kept import keep_plan, keep_settings
from ..helpers.watch import no_requests

# The clinic is open.
NOW = "2026-12-02T13:00:00-07:00"
DRIVING = "Do not drive. Not today. Ask again tomorrow, after a full night's sleep."
#: A drip that ends at 12:10 by the plan, and what is said of it.
DRIP = {"id": "a", "date": "2026-12-02", "time": "10:30", "zone": "", "route": "drip"}
ENDED_BEFORE = round(datetime.fromisoformat("2026-12-02T09:00:00-07:00").timestamp() * 1000)
STATES: dict[str, tuple[str, dict[str, object] | None]] = {
    "before": ("2026-12-01T13:00:00-07:00", None),
    "early": ("2026-12-02T09:30:00-07:00", {"visit": "a", "ended": ENDED_BEFORE}),
    "during": ("2026-12-02T11:00:00-07:00", None),
    "after": (NOW, None),
    "contradicted": (NOW, {"visit": "a", "ended": ENDED_BEFORE}),
    "not yet": (NOW, {"visit": "a", "notYet": ENDED_BEFORE + 3 * 3_600_000}),
    "past": ("2026-12-05T13:00:00-07:00", None),
}

DO_NOT = re.compile("do not", re.IGNORECASE)

# Every line of text that is shown, as [size in px, words].
SIZES = """
() => {
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const found = [];
  while (walker.nextNode()) {
    const { data, parentElement } = walker.currentNode;
    if (!data.trim() || parentElement.matches("script, style")) continue;
    if (!parentElement.checkVisibility({ visibilityProperty: true })) continue;
    found.push([parseFloat(getComputedStyle(parentElement).fontSize), data.trim().slice(0, 40)]);
  }
  return found;
}
"""

# Everything to tap, as [width, height, words]; links within the list of sources are in sentences.
TARGETS = """
() => [...document.querySelectorAll("a[href], button, summary, input, textarea")]
  .filter((target) => target.checkVisibility({ visibilityProperty: true }))
  .filter((target) => !target.closest(".footnote"))
  .map((target) => ({ target, box: target.getBoundingClientRect() }))
  .filter(({ box }) => box.width > 1 && box.bottom > 0)
  .map(({ target, box }) => [box.width, box.height, target.textContent.trim().slice(0, 40)])
"""


@pytest.fixture
def context(browser: Browser) -> Iterator[BrowserContext]:
    context = browser.new_context(**phone(), timezone_id=ZONE, service_workers="block")
    yield context
    context.close()


@pytest.fixture
def page(context: BrowserContext, shared_server: StaticServer) -> Page:
    page = context.new_page()
    page.clock.install(time=NOW)
    page.goto(f"{shared_server.url}after/now/")
    expect(just_now(page)).to_be_visible()
    return page


def just_now(page: Page) -> Locator:
    return page.get_by_role("button", name="Just now")


def is_on_screen(page: Page, target: Locator) -> bool:
    """Whether all of it is seen without scrolling, above the bar at the foot."""
    box = target.bounding_box()
    assert box is not None
    bar = page.get_by_role("navigation", name="Help").bounding_box()
    assert bar is not None
    return box["y"] >= 0 and box["y"] + box["height"] <= bar["y"]


# --- One screen ---


def test_what_not_to_do_and_whom_to_call_are_on_the_first_screen(page: Page) -> None:
    items = page.get_by_role("article").locator("ul > li").filter(has_text=DO_NOT)
    assert items.count() == 3
    for item in items.all():
        assert is_on_screen(page, item), item.inner_text()
    for name in ("Call clinic (202) 555-0134", "Crisis line 988", "Emergency 911"):
        box = page.get_by_role("link", name=name).bounding_box()
        assert box is not None
        assert box["y"] + box["height"] <= SMALL_PHONE["height"]


@pytest.mark.parametrize("state", STATES)
def test_what_not_to_do_is_on_the_first_screen_with_a_plan_too(page: Page, state: str) -> None:
    now, word = STATES[state]
    keep_plan(page, DRIP, word)
    page.clock.set_fixed_time(now)
    page.reload()
    rules = page.get_by_role("article").locator("ul > li").filter(has_text=DO_NOT)
    # The answer is no longer the one for everyone, except where no end is known.
    answer = rules.filter(has_text="drive")
    expect(answer).to_contain_text("Not today." if state == "not yet" else "12:10 pm")
    assert rules.count() == 3
    for rule in rules.all():
        assert is_on_screen(page, rule), rule.inner_text()


def test_my_plan_is_one_tap_away(page: Page) -> None:
    page.get_by_role("article").get_by_role("link", name="My plan").tap()
    expect(page.get_by_role("heading", name="My plan")).to_be_visible()


def test_it_never_says_that_driving_is_allowed(page: Page) -> None:
    expect(page.get_by_role("listitem").filter(has_text="drive")).to_have_text(
        re.compile(re.escape(DRIVING))
    )
    just_now(page).tap()
    # Hours later, and the next day too.
    for passed in ("00:00", "12:00:00", "11:30:00", "30:00:00"):
        page.clock.fast_forward(passed)
        words = page.locator("body").inner_text()
        assert not re.search(r"(can|may) (now )?drive|until|left|remaining", words)
        about = [part for part in words.split("\n") if "drive" in part.lower()]
        assert about
        assert all("not drive" in part.lower() for part in about), about


def test_it_has_no_header_menu_or_search(page: Page) -> None:
    assert page.get_by_role("banner").count() == 0
    assert page.get_by_role("textbox", name="Search").count() == 0
    navigations = page.get_by_role("navigation")
    assert [nav.get_attribute("aria-label") for nav in navigations.all()] == [
        "Where you are",
        "Help",
    ]


def test_the_way_out_and_back_in_is_one_tap_each(page: Page) -> None:
    page.get_by_role("link", name="Back to the guide").tap()
    expect(page.get_by_role("heading", name="Where are you now?")).to_be_visible()
    page.get_by_role("article").get_by_role("link", name="I have had my session").tap()
    expect(page.get_by_role("heading", name="Rest now")).to_be_visible()


def test_the_clinic_is_three_taps_from_the_icon_with_no_network(
    start_phone: StartPhone, server: StaticServer, site: Path
) -> None:
    manifest = json.loads((site / "manifest.webmanifest").read_text("utf-8"))
    with start_phone() as context:
        open_and_save(context, server.url)
    server.stop()
    with start_phone() as context:
        page = context.pages[0]
        page.clock.set_fixed_time(OPEN)
        page.goto(server.url + manifest["start_url"])  # the first tap: the icon
        page.get_by_role("article").get_by_role("link", name="I have had my session").tap()
        call = page.get_by_role("link", name="Call clinic")
        expect(call).to_be_in_viewport()
        assert call.get_attribute("href") == "tel:2025550134"  # the third


def test_the_icon_has_a_shortcut_to_it(site: Path) -> None:
    manifest = json.loads((site / "manifest.webmanifest").read_text("utf-8"))
    urls = {shortcut["name"]: shortcut["url"] for shortcut in manifest["shortcuts"]}
    assert urls["I have had my session"].endswith("after/now/")


# --- For blurred sight and unsteady hands ---


@pytest.mark.parametrize("state", ["asked", "told", "telling", "code"])
def test_all_text_is_24_pixels_and_all_targets_are_56(page: Page, state: str) -> None:
    if state == "told":
        just_now(page).tap()
    if state == "telling":
        page.get_by_role("button", name="Earlier").tap()
    if state == "code":
        page.get_by_role("button", name="Show a code").tap()
    page.locator("summary").evaluate_all(
        "all => all.forEach((one) => (one.parentElement.open = true))"
    )
    sizes = page.evaluate(SIZES)
    assert len(sizes) > 10
    assert [line for line in sizes if line[0] < 24] == []
    targets = page.evaluate(TARGETS)
    assert len(targets) > 8
    assert [target for target in targets if min(target[:2]) < 56] == []


@pytest.mark.parametrize("state", ["asked", "told", "telling", "code"])
def test_axe_finds_nothing_in_any_state(page: Page, state: str) -> None:
    if state == "told":
        just_now(page).tap()
    if state == "telling":
        page.get_by_role("button", name="Earlier").tap()
    if state == "code":
        page.get_by_role("button", name="Show a code").tap()
    # axe waits with timers.
    page.clock.resume()
    assert_nothing_found_in_light_and_dark(page)


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_it_is_dim_in_light_and_dark(page: Page, scheme: str) -> None:
    page.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]
    paper = page.evaluate("getComputedStyle(document.body).backgroundColor")
    assert max(int(part) for part in re.findall(r"\d+", paper)) < 40


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_words_stand_out_to_blurred_eyes(page: Page, scheme: str) -> None:
    page.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]
    blur(page, 2)
    do_nots = page.get_by_role("article").locator("ul > li").filter(has_text=DO_NOT)
    calls = page.get_by_role("navigation", name="Help").get_by_role("link")
    choices = page.get_by_role("article").get_by_role("link")
    for words in [*do_nots.all(), *calls.all(), just_now(page), choices.first]:
        # What WCAG AA asks of text of any size, which sharp eyes get.
        assert contrast_of_words(page, words) >= 4.5, words.inner_text()


@pytest.mark.parametrize("width", [320, 360])
def test_nothing_sticks_out_with_text_twice_as_large(
    context: BrowserContext, shared_server: StaticServer, width: int
) -> None:
    page = context.new_page()
    session = context.new_cdp_session(page)
    session.send("Page.setFontSizes", {"fontSizes": {"standard": 32, "fixed": 26}})
    page.set_viewport_size({"width": width, "height": 640})
    page.goto(f"{shared_server.url}after/now/")
    expect(just_now(page)).to_be_visible()
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    for link in page.get_by_role("navigation", name="Help").get_by_role("link").all():
        inside = link.evaluate("link => link.scrollWidth <= link.clientWidth")
        assert inside, link.inner_text()


@pytest.fixture(
    scope="module",
    params=[
        (address, text)
        for address in ("after/now/", "after/usual/#usual-now")
        for text in ("usual", "large", "largest", "doubled")
    ],
    ids=" in text ".join,
)
def in_text(
    browser: Browser, shared_server: StaticServer, request: pytest.FixtureRequest
) -> Iterator[Page]:
    """A page in a size of text, opened once for all screens."""
    address, text = request.param
    context = browser.new_context(**phone(), timezone_id=ZONE, service_workers="block")
    if text != "doubled":
        keep_settings(context, size=text)
    page = context.new_page()
    if text == "doubled":
        session = context.new_cdp_session(page)
        session.send("Page.setFontSizes", {"fontSizes": {"standard": 32, "fixed": 26}})
    page.clock.set_fixed_time(OPEN)
    page.goto(shared_server.url + address)
    yield page
    context.close()


@pytest.mark.parametrize(("width", "height"), [(320, 568), (360, 640), (390, 844), (640, 360)])
def test_whom_to_call_is_on_the_screen_whatever_its_size_and_that_of_the_text(
    in_text: Page, width: int, height: int
) -> None:
    page = in_text
    page.set_viewport_size({"width": width, "height": height})
    calls = page.get_by_role("navigation", name="Help").get_by_role("link")
    assert calls.count() == 3
    for call in calls.all():
        box = call.bounding_box()
        assert box is not None
        assert box["y"] >= height / 2
        assert box["y"] + box["height"] <= height
    # The end of the text can be scrolled out from behind the bar.
    page.evaluate("scrollTo(0, document.documentElement.scrollHeight)")
    bar = page.get_by_role("navigation", name="Help").bounding_box()
    last = page.get_by_role("contentinfo").get_by_role("link").last.bounding_box()
    assert bar is not None
    assert last is not None
    assert last["y"] + last["height"] <= bar["y"]


def test_nothing_moves(page: Page) -> None:
    just_now(page).tap()
    page.get_by_role("button", name="Show a code").tap()
    assert page.evaluate("document.getAnimations().length") == 0


def test_forced_colors_keep_every_button_visible(page: Page) -> None:
    page.emulate_media(forced_colors="active", reduced_motion="reduce")
    for target in page.get_by_role("navigation", name="Help").get_by_role("link").all():
        assert target.evaluate("link => parseFloat(getComputedStyle(link).borderTopWidth)") > 0


# --- My note ---


def test_my_note_is_kept(page: Page) -> None:
    page.get_by_label("My note").fill("A blue sea.")
    page.reload()
    expect(page.get_by_label("My note")).to_have_value("A blue sea.")


def test_what_was_planned_for_tonight_is_shown(page: Page) -> None:
    keep_plan(page, DRIP)
    note = {"tonight": {"visit": "a", "ride": "Ana", "food": "Soup"}, "mine": ""}
    page.evaluate("note => localStorage.setItem('/:note:1', note)", json.dumps(note))
    page.reload()
    expect(page.get_by_role("definition").filter(has_text="Ana")).to_be_visible()
    expect(page.get_by_role("definition").filter(has_text="Soup")).to_be_visible()
    expect(page.get_by_role("term")).to_have_count(2)


# --- With less ---


def test_without_scripts_it_reads_in_full(browser: Browser, shared_server: StaticServer) -> None:
    context = browser.new_context(java_script_enabled=False, **phone())
    page = context.new_page()
    page.goto(f"{shared_server.url}after/now/")
    expect(page.get_by_text("Not today. Ask again tomorrow")).to_be_visible()
    for name in ("Call clinic", "Is this usual?", "For the person with you", "Lists for today"):
        expect(page.get_by_role("link", name=name)).to_be_visible()
    # Nothing that would not work.
    expect(page.get_by_role("button")).to_have_count(0)
    expect(page.get_by_label("My note")).to_have_count(0)
    page.get_by_role("link", name="Is this usual?").click()
    expect(page.get_by_role("row").filter(has_text="Sleepy").first).to_be_visible()
    context.close()


def test_where_nothing_is_kept_it_still_tells_the_time_and_says_so_once(
    context: BrowserContext, shared_server: StaticServer
) -> None:
    page = context.new_page()
    page.add_init_script(
        "Storage.prototype.setItem = () => { throw new DOMException('', 'QuotaExceededError') }"
    )
    page.goto(f"{shared_server.url}after/now/")
    just_now(page).tap()
    expect(page.get_by_text("Your session has just ended")).to_be_visible()
    page.get_by_label("My note").fill("A blue sea.")
    expect(page.get_by_role("alert")).to_have_count(1)


def test_it_asks_nothing_of_the_network(page: Page) -> None:
    with no_requests(page):
        just_now(page).tap()
        page.get_by_role("button", name="Show a code").tap()
        page.get_by_label("My note").fill("A blue sea.")
        page.clock.fast_forward("10:00")
