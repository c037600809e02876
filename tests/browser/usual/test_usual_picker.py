"""Is this usual? The table of the page, an effect at a time."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, BrowserContext, Locator, Page, expect

from mkdocs_pwa_testing.fixtures import StartPhone
from mkdocs_pwa_testing.page import open_and_save
from mkdocs_pwa_testing.screens import phone
from mkdocs_pwa_testing.server import StaticServer

from ..helpers.axe import assert_nothing_found_in_light_and_dark
from ..helpers.clinic_clock import OPEN
from ..helpers.watch import no_requests
from ..session.test_after_now import SIZES, TARGETS

LARGE = "after/usual/#usual-now"
STATES = [
    "times",
    "effects",
    "card",
    "later",
    "found",
    "unknown",
    "emergency",
    "suicide",
    "reading",
]
#: By the state, what is typed and what then stands above the answer.
TYPED = {
    "found": ("tired", "What you may mean"),
    "unknown": ("toothache", "We do not know these words"),
    "emergency": ("chest pain", "Get help now"),
    "suicide": ("i want to die", "Get help now"),
    "reading": ("190/125", "A reading of 180/120 or more"),
}


@pytest.fixture
def context(browser: Browser) -> Iterator[BrowserContext]:
    context = by_day(browser)
    yield context
    context.close()


def by_day(browser: Browser) -> BrowserContext:
    context = browser.new_context(**phone(), service_workers="block")
    # At night its buttons have other words.
    context.clock.set_fixed_time(OPEN)
    return context


@pytest.fixture
def page(context: BrowserContext, shared_server: StaticServer) -> Page:
    return open_picker(context, shared_server.url + "after/usual/")


@pytest.fixture
def large(context: BrowserContext, shared_server: StaticServer) -> Page:
    """Opened from the page for the hours after."""
    return open_picker(context, shared_server.url + LARGE)


def open_picker(context: BrowserContext, url: str) -> Page:
    page = context.new_page()
    page.goto(url)
    expect(field(page)).to_be_visible()
    return page


def field(page: Page) -> Locator:
    return page.get_by_label("Type a word")


def picker(page: Page) -> Locator:
    return page.locator("#usual-now")


def tap(page: Page, name: str) -> None:
    picker(page).get_by_role("button", name=name).tap()


def bring_to(page: Page, state: str) -> None:
    """Bring the picker into one of its states."""
    if state in ("effects", "card"):
        tap(page, "First 2 hours")
    if state == "card":
        tap(page, "Sleepy")
    if state == "later":
        tap(page, "Next day")
        tap(page, "Sick")
    if state in TYPED:
        words, title = TYPED[state]
        field(page).fill(words)
        expect(picker(page).get_by_role("heading", name=title)).to_be_visible()
        expect(picker(page).locator(".guide-usual__content > *")).not_to_have_count(0)


# What leaves a state as it is may be asked of one that was reached once.
large_states = pytest.mark.parametrize(
    "brought", [("large", state) for state in STATES], indirect=True, ids=" ".join
)
all_states = pytest.mark.parametrize(
    "brought",
    [(where, state) for where in ("large", "page") for state in STATES],
    indirect=True,
    ids=" ".join,
)


@pytest.fixture(scope="module")
def brought(
    browser: Browser, shared_server: StaticServer, request: pytest.FixtureRequest
) -> Iterator[Page]:
    """The picker in one of its states, on the page or opened from that for the hours after."""
    where, state = request.param
    context = by_day(browser)
    address = LARGE if where == "large" else "after/usual/"
    page = open_picker(context, shared_server.url + address)
    bring_to(page, state)
    yield page
    context.close()


def test_a_time_and_an_effect_lead_to_what_the_table_says(page: Page) -> None:
    row = page.get_by_role("row").filter(has_text="Sleepy").first
    cells = [re.sub(r"\d+$", "", cell) for cell in row.get_by_role("cell").all_inner_texts()]
    bring_to(page, "card")
    expect(picker(page).get_by_role("heading", name="Sleepy", exact=True)).to_be_focused()
    said = " ".join(picker(page).inner_text().split())
    assert f"Usually gone by: {cells[1].strip()}" in said
    assert f"Call the clinic if: {cells[2].strip()}" in said


def test_every_row_of_the_table_can_be_found(page: Page) -> None:
    tables = page.locator("table").filter(has=page.get_by_text("What you may notice"))
    bands = [heading.inner_text() for heading in page.locator("h2[id]:has(~ table)").all()][:6]
    for index, band in enumerate(bands):
        tap(page, band)
        names = tables.nth(index).locator("tbody td:first-child").all_inner_texts()
        choices = picker(page).get_by_role("list").first.get_by_role("button").all_inner_texts()
        assert [re.sub(r"\d+$", "", name).strip() for name in names] == choices
        tap(page, "Choose something else")
    assert len(bands) == tables.count() == 6


def test_the_card_has_the_emergency_signs_of_the_page(page: Page) -> None:
    of_page = page.locator("article > .guide-card--emergency").inner_text()
    bring_to(page, "card")
    card = picker(page).locator(".guide-card--emergency")
    expect(card).to_be_visible()
    assert card.inner_text() == of_page
    expect(card.get_by_role("link", name="Call 911 now")).to_be_visible()


@pytest.mark.parametrize("state", STATES)
@pytest.mark.parametrize("where", ["page", "large"])
def test_help_with_suicide_is_one_tap_from_every_state(
    request: pytest.FixtureRequest, where: str, state: str
) -> None:
    page: Page = request.getfixturevalue(where)
    bring_to(page, state)
    picker(page).get_by_role("link", name="Thoughts of suicide? Get help now").tap()
    expect(page.get_by_role("heading", level=1, name="You can get help right now")).to_be_visible()


def test_nothing_is_judged_from_answers(page: Page) -> None:
    words = ""
    for state in STATES:
        page.evaluate("history.replaceState(null, '')")
        page.reload()
        bring_to(page, state)
        words += picker(page).inner_text()
    assert not re.search(r"\b(you are fine|normal|no need|don't worry|likely|score|safe)\b", words)


def test_a_word_finds_effects_of_all_times(page: Page) -> None:
    bring_to(page, "found")
    choices = picker(page).get_by_role("list").get_by_role("button")
    expect(choices).to_have_text(
        [
            re.compile("Tired.*Rest of the day, or later"),
            re.compile("tired.*Next day"),
            re.compile("Sleepy.*First 2 hours, or later"),
        ]
    )
    choices.first.tap()
    expect(picker(page).get_by_role("heading", name="Tired")).to_be_focused()


def test_words_that_are_not_known_lead_to_the_clinic_first_and_then_to_the_signs(
    page: Page,
) -> None:
    bring_to(page, "unknown")
    said = picker(page).inner_text()
    assert said.index("do not know") < said.index("Call River") < said.index("Call 911 now if")
    expect(picker(page).locator(".guide-card--emergency:visible")).to_have_count(1)


@pytest.mark.parametrize(
    ("state", "call"),
    [
        ("emergency", "Call 911 now"),
        ("suicide", "Call the 988 Suicide and Crisis Lifeline: 988"),
        ("unknown", "Call River Clinic"),
    ],
)
@pytest.mark.parametrize("where", ["page", "large"])
def test_the_first_call_is_under_the_words_and_can_be_hit(
    request: pytest.FixtureRequest, where: str, state: str, call: str
) -> None:
    page: Page = request.getfixturevalue(where)
    bring_to(page, state)
    first = picker(page).locator(".guide-usual__content").get_by_role("link").first
    expect(first).to_contain_text(call)
    hit = """link => {
      link.scrollIntoView({ block: "center" });
      const { left, top, width, height } = link.getBoundingClientRect();
      return link.contains(document.elementFromPoint(left + width / 2, top + height / 2));
    }"""
    assert first.evaluate(hit)
    assert page.evaluate("innerWidth") == 360


@pytest.mark.parametrize("state", ["card", "later", "unknown"])
def test_the_button_of_the_clinic_is_that_of_the_page(page: Page, state: str) -> None:
    of_page = page.locator("article > .guide-card .guide-action:has(.guide-action__button--clinic)")
    bring_to(page, state)
    copy = picker(page).locator(".guide-action:has(.guide-action__button--clinic)")
    assert copy.evaluate("e => e.outerHTML") == of_page.first.evaluate("e => e.outerHTML")


def test_a_line_of_the_list_of_any_day_is_found_too(page: Page) -> None:
    field(page).fill("burning pee")
    picker(page).get_by_role("button", name="It hurts or burns to pee").tap()
    said = " ".join(picker(page).inner_text().split())
    assert "Call the clinic if: it hurts or burns to pee" in said
    assert "Usually gone by" not in said
    expect(picker(page).locator(".guide-card--emergency")).to_be_visible()


# --- What began earlier ---


@pytest.mark.parametrize("effect", ["Sick", "Dizzy", "Sleepy", "Blurred sight"])
def test_the_rest_of_the_day_has_what_may_still_be_there(page: Page, effect: str) -> None:
    tap(page, "Rest of the day")
    tap(page, effect)
    said = picker(page).inner_text()
    assert "Rest of the day" in said
    assert said.index("Usually gone by") < said.index("Call the clinic if")


def test_after_its_time_an_effect_stands_once_more_with_the_call_first(page: Page) -> None:
    bring_to(page, "later")
    said = picker(page).inner_text()
    assert said.index("usually gone by now") < said.index("Call River") < said.index("Usually gone")
    page.go_back()
    page.go_back()
    tap(page, "Next weeks")
    expect(picker(page).get_by_role("button", name="Sick")).to_have_count(0)


def test_no_time_names_one_effect_twice(page: Page) -> None:
    for time in ("First 2 hours", "Rest of the day", "That night", "Next day", "Next weeks"):
        tap(page, time)
        names = picker(page).get_by_role("list").get_by_role("button").all_inner_texts()
        assert len(set(names)) == len(names) >= 3, time
        page.go_back()


def test_every_time_that_a_row_goes_on_to_is_one_after_its_own(page: Page) -> None:
    bands = [heading.get_attribute("id") for heading in page.locator("h2[id]:has(~ table)").all()]
    rows = page.evaluate(
        """() => [...document.querySelectorAll("td[data-until]")].map((cell) => {
          let own = cell.closest("table");
          while (!own.matches("h2")) own = own.previousElementSibling;
          return [own.id, cell.dataset.until];
        })"""
    )
    assert len(rows) > 15
    for own, until in rows:
        assert bands.index(own) <= bands.index(until), (own, until)


# --- Words that cannot be looked up ---


def test_without_the_words_the_times_stand_there_and_the_next_key_tries_again(
    context: BrowserContext, shared_server: StaticServer
) -> None:
    page = open_picker(context, shared_server.url + "after/usual/")
    context.set_offline(True)
    field(page).fill("vomit")
    expect(picker(page).get_by_text("Words cannot be looked up right now")).to_be_visible()
    expect(picker(page).get_by_role("button", name="First 2 hours")).to_be_visible()
    expect(picker(page).locator(".guide-usual__emergency")).to_be_hidden()
    context.set_offline(False)
    field(page).fill("vomiting")
    expect(picker(page).get_by_role("button", name="Sick")).to_be_visible()


def test_the_back_button_of_the_phone_goes_back_one_step(page: Page) -> None:
    bring_to(page, "card")
    page.go_back()
    expect(picker(page).get_by_role("heading", name="First 2 hours")).to_be_focused()
    page.go_back()
    expect(picker(page).get_by_role("button", name="First 2 hours")).to_be_visible()
    page.go_forward()
    expect(picker(page).get_by_role("button", name="Sleepy")).to_be_visible()


def test_a_reload_stays_where_it_was(page: Page) -> None:
    bring_to(page, "card")
    page.reload()
    expect(picker(page).get_by_role("heading", name="Sleepy", exact=True)).to_be_visible()


def test_a_row_that_is_gone_is_let_go(page: Page) -> None:
    page.evaluate("history.replaceState({ usual: { band: 1, effect: 99 } }, '')")
    page.reload()
    expect(picker(page).get_by_role("heading", name="First 2 hours")).to_be_visible()
    page.evaluate("history.replaceState({ usual: { band: 99 } }, '')")
    page.reload()
    expect(picker(page).get_by_role("button", name="First 2 hours")).to_be_visible()


def test_a_reader_who_shows_one_route_sees_its_effects_only(
    context: BrowserContext, shared_server: StaticServer
) -> None:
    context.add_init_script("localStorage.setItem('/:settings:1', '{\"route\":\"spray\"}')")
    page = open_picker(context, shared_server.url + "after/usual/")
    tap(page, "First 2 hours")
    expect(picker(page).get_by_role("button", name="Sleepy")).to_be_visible()
    expect(picker(page).get_by_role("button", name="Double sight")).to_have_count(0)


def test_it_works_with_the_keyboard_alone(page: Page) -> None:
    field(page).focus()
    page.keyboard.type("sleepy")
    expect(picker(page).get_by_role("button", name="Sleepy")).to_be_visible()
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(picker(page).get_by_role("heading", name="Sleepy", exact=True)).to_be_focused()
    page.keyboard.press("Tab")
    expect(picker(page).get_by_role("link", name="Call River Clinic")).to_be_focused()
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(picker(page).get_by_role("heading", name="What you may mean")).to_be_focused()


# --- Opened from the page for the hours after ---


def test_from_the_hours_after_it_is_at_once_on_the_screen(
    context: BrowserContext, shared_server: StaticServer
) -> None:
    page = context.new_page()
    page.goto(f"{shared_server.url}after/now/")
    page.get_by_role("link", name="Is this usual?").tap()
    expect(field(page)).to_be_in_viewport()
    expect(page.get_by_role("banner")).to_be_hidden()
    expect(page.get_by_role("link", name="Call clinic")).to_be_in_viewport()
    assert page.evaluate("scrollY") == 0
    page.get_by_role("link", name="After my session").tap()
    expect(page.get_by_role("heading", name="Rest now")).to_be_visible()


@large_states
def test_there_all_text_is_24_pixels_and_all_targets_are_56(brought: Page) -> None:
    assert [line for line in brought.evaluate(SIZES) if line[0] < 24] == []
    targets = brought.evaluate(TARGETS)
    assert len(targets) > 5
    assert [target for target in targets if min(target[:2]) < 56] == []


@all_states
def test_axe_finds_nothing_in_any_state(brought: Page) -> None:
    assert_nothing_found_in_light_and_dark(brought)


@pytest.mark.parametrize("state", STATES)
def test_there_nothing_sticks_out_with_text_twice_as_large(
    context: BrowserContext, shared_server: StaticServer, state: str
) -> None:
    page = context.new_page()
    session = context.new_cdp_session(page)
    session.send("Page.setFontSizes", {"fontSizes": {"standard": 32, "fixed": 26}})
    page.goto(shared_server.url + LARGE)
    bring_to(page, state)
    for width in (320, 360):
        page.set_viewport_size({"width": width, "height": 640})
        assert page.evaluate("document.documentElement.scrollWidth") <= width


# --- With less ---


def test_without_scripts_the_tables_stand_as_they_are(
    browser: Browser, shared_server: StaticServer
) -> None:
    context = browser.new_context(java_script_enabled=False, **phone())
    page = context.new_page()
    page.goto(shared_server.url + LARGE)
    expect(page.get_by_role("table")).to_have_count(8)
    expect(page.get_by_role("button")).to_have_count(0)
    expect(page.get_by_role("row").filter(has_text="Sleepy").first).to_be_visible()
    context.close()


def test_it_works_with_no_network_and_with_nothing_kept(
    start_phone: StartPhone, server: StaticServer
) -> None:
    with start_phone() as context:
        open_and_save(context, server.url)
    server.stop()
    with start_phone() as context:
        page = context.pages[0]
        page.add_init_script("Storage.prototype.getItem = () => { throw new Error('blocked') }")
        page.goto(server.url + LARGE)
        bring_to(page, "card")
        expect(picker(page).get_by_role("heading", name="Sleepy", exact=True)).to_be_visible()


def test_it_asks_nothing_of_the_network(page: Page) -> None:
    # The words of the guide are fetched once, when the reader is about to type.
    field(page).fill("tired")
    expect(picker(page).get_by_role("button", name="Tired")).to_have_count(2)
    with no_requests(page):
        field(page).fill("sick")
        expect(picker(page).get_by_role("button", name="Sick")).to_be_visible()
        field(page).fill("")
        bring_to(page, "card")
        page.go_back()


def test_paper_has_the_tables_only(page: Page) -> None:
    page.emulate_media(media="print")
    expect(picker(page)).to_be_hidden()
    expect(page.get_by_role("table").first).to_be_visible()


def test_the_only_row_that_is_found_says_at_once_until_when_and_whom_to_call(page: Page) -> None:
    field(page).fill("vomiting")
    content = page.locator("#usual-now").locator(".guide-usual__content")
    expect(content.get_by_role("button")).to_have_count(1)
    expect(content.get_by_text("Usually gone by:")).to_be_visible()
    expect(content.get_by_role("link", name="Call River Clinic")).to_be_visible()
