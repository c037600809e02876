"""Opening, using and closing the search by keys and taps, on a phone and on a wide screen."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from guide.search.parts import PATHS
from mkdocs_pwa_testing.screens import laptop, phone
from mkdocs_pwa_testing.server import Answer, StaticServer

WIDE = laptop(1280, 800)

#: Whether the focus is on what the search covers on the screen of a phone.
BEHIND = """
() => document.activeElement !== document.body
  && !document.activeElement.closest(".md-search, .guide-help")
"""


@pytest.fixture(params=[phone()])
def page(
    browser: Browser, shared_server: StaticServer, request: pytest.FixtureRequest
) -> Iterator[Page]:
    context = browser.new_context(**request.param, service_workers="block", reduced_motion="reduce")
    page = context.new_page()
    page.goto(f"{shared_server.url}after/driving-work-decisions/")
    yield page
    context.close()


on_a_wide_screen = pytest.mark.parametrize("page", [WIDE], indirect=True)
on_both = pytest.mark.parametrize("page", [phone(), WIDE], indirect=True)


def opener(page: Page) -> Locator:
    return page.get_by_role("button", name="Search", exact=True)


def field(page: Page) -> Locator:
    return page.get_by_role("textbox", name="Search")


def results(page: Page) -> Locator:
    return page.locator(".md-search-result__item")


def find(page: Page, words: str) -> None:
    field(page).focus()
    page.keyboard.type(words)
    expect(results(page).first).to_be_visible()


def test_a_button_opens_the_search_and_gets_the_focus_back(page: Page) -> None:
    opener(page).focus()
    page.keyboard.press("Enter")
    expect(field(page)).to_be_focused()
    expect(page.get_by_role("dialog", name="Search")).to_be_visible()
    page.keyboard.press("Escape")
    expect(page.get_by_role("dialog", name="Search")).to_have_count(0)
    expect(opener(page)).to_be_focused()
    expect(opener(page)).to_have_attribute("aria-expanded", "false")


def test_a_button_closes_the_search(page: Page) -> None:
    opener(page).click()
    page.get_by_role("button", name="Close the search").click()
    expect(page.get_by_role("dialog", name="Search")).to_have_count(0)
    expect(opener(page)).to_be_focused()


def test_the_tab_key_passes_by_a_closed_search(page: Page) -> None:
    opener(page).focus()
    page.keyboard.press("Tab")
    expect(page.get_by_role("dialog", name="Search")).to_have_count(0)
    assert not page.evaluate("Boolean(document.activeElement.closest('.md-search'))")


def test_nothing_behind_the_open_search_is_reached_by_keys(page: Page) -> None:
    opener(page).click()
    for key in ["Tab"] * 8 + ["Shift+Tab"] * 8:
        page.keyboard.press(key)
        assert not page.evaluate(BEHIND)


def test_the_page_behind_does_not_scroll(page: Page) -> None:
    opener(page).click()
    page.mouse.move(180, 300)
    page.mouse.wheel(0, 400)
    page.keyboard.press("Escape")
    assert page.evaluate("scrollY") == 0


def test_a_search_left_open_while_the_screen_turns_wide_leaves_the_page_usable(page: Page) -> None:
    opener(page).click()
    page.set_viewport_size(WIDE["viewport"])
    page.keyboard.press("Escape")
    page.get_by_role("article").get_by_role("link").first.click(trial=True)


@on_both
def test_results_are_reached_with_the_tab_key_too(page: Page) -> None:
    find(page, "drive")
    page.keyboard.press("Tab")
    expect(page.get_by_role("button", name="Clear")).to_be_focused()
    page.keyboard.press("Tab")
    expect(results(page).first.get_by_role("link").first).to_be_focused()


@on_a_wide_screen
def test_leaving_the_results_with_the_tab_key_closes_them(page: Page) -> None:
    find(page, "drive")
    page.keyboard.press("Shift+Tab")
    expect(results(page).first).to_be_hidden()


@on_a_wide_screen
def test_results_are_not_reached_while_they_are_closed(page: Page) -> None:
    find(page, "drive")
    page.keyboard.press("Escape")
    expect(results(page).first).to_be_hidden()
    page.keyboard.press("Tab")
    assert not page.evaluate("Boolean(document.activeElement.closest('.md-search'))")


@on_a_wide_screen
def test_a_click_beside_the_results_closes_them(page: Page) -> None:
    find(page, "drive")
    page.mouse.click(100, 600)
    expect(results(page).first).to_be_hidden()


@on_both
def test_arrow_keys_go_round(page: Page) -> None:
    find(page, "drive")
    page.keyboard.press("ArrowUp")
    last = page.locator(".md-search-result__list :is(a, summary)").last
    if not last.is_visible():
        last = page.locator(".md-search-result__list summary").last
    expect(last).to_be_focused()
    page.keyboard.press("ArrowDown")
    expect(field(page)).to_be_focused()


@on_both
def test_typing_goes_on_in_the_field_from_a_result(page: Page) -> None:
    find(page, "driv")
    page.keyboard.press("ArrowDown")
    expect(field(page)).not_to_be_focused()
    page.keyboard.type("ing")
    expect(field(page)).to_be_focused()
    expect(field(page)).to_have_value("driving")


def test_home_goes_from_a_result_to_the_field(page: Page) -> None:
    find(page, "drive")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Home")
    expect(field(page)).to_be_focused()


@on_both
def test_enter_opens_the_best_result(page: Page) -> None:
    find(page, "can i drink wine")
    best = page.locator("[data-best]").first.evaluate("link => link.href")
    page.keyboard.press("Enter")
    page.wait_for_url(best)


def test_enter_pressed_before_the_answer_opens_the_answer(page: Page) -> None:
    field(page).focus()
    expect(page.locator(".md-search-result__meta")).to_have_text("Type to start searching")
    field(page).evaluate(
        """field => {
          field.value = "pregnant";
          field.dispatchEvent(new InputEvent("input", { bubbles: true }));
          field.form.requestSubmit();
        }"""
    )
    page.wait_for_url("**/learn/pregnancy/**")


def test_a_result_on_the_same_page_is_shown(page: Page) -> None:
    find(page, "take the day off work today")
    page.get_by_role("link", name="Take today off work").first.click()
    expect(page.get_by_role("dialog", name="Search")).to_have_count(0)
    expect(page.locator(":target")).to_be_in_viewport()


def test_results_that_answer_less_are_folded_away(page: Page) -> None:
    find(page, "drive")
    fold = results(page).first.get_by_text(" more on this page")
    folded = results(page).first.get_by_role("link", name="If you need help")
    expect(folded).to_be_hidden()
    fold.click()
    expect(folded).to_be_visible()


@on_both
def test_the_field_is_emptied_by_a_button(page: Page) -> None:
    find(page, "drive")
    page.get_by_role("button", name="Clear").click()
    expect(field(page)).to_have_value("")
    expect(field(page)).to_be_focused()
    expect(results(page)).to_have_count(0)
    expect(page.get_by_role("status").filter(has_text="Type to start searching")).to_be_visible()


def test_words_in_the_address_are_searched_for(page: Page, shared_server: StaticServer) -> None:
    page.goto(f"{shared_server.url}?q=wine")
    expect(field(page)).to_be_focused()
    expect(results(page).first).to_be_visible()


@pytest.mark.parametrize("missing", ["search/search_index.json", PATHS[0], PATHS[-1]])
def test_a_search_that_cannot_be_loaded_says_so_and_is_loaded_by_the_next_key(
    browser: Browser, server: StaticServer, missing: str
) -> None:
    def cut(path: str, answer: Answer) -> Answer | None:
        return None if path == missing else answer

    context = browser.new_context(**phone(), service_workers="block")
    page = context.new_page()
    server.fault = cut
    page.goto(server.url)
    field(page).focus()
    page.keyboard.type("driv")
    expect(page.get_by_role("status").filter(has_text="Search could not be loaded")).to_be_visible()
    server.fault = None
    page.keyboard.type("e")
    expect(results(page).first).to_be_visible()
    context.close()


ASKED = """
async (script) => {
  const asked = [], answered = [];
  let hear;
  globalThis.Worker = class {
    postMessage({ query }) { asked.push(query); }
    addEventListener(type, listener) { if (type === "message") hear = listener; }
  };
  const { createAsker } = await import(script);
  const asker = createAsker((query) => answered.push(query), () => {});
  const answer = () => hear({ data: { groups: [] } });
  for (const query of ["d", "dr", "dri"]) asker.ask(query, "");
  answer();
  answer();
  asker.ask("driv", "");
  asker.forget();
  answer();
  return { asked, answered, waits: asker.isWaiting() };
}
"""


def test_only_the_last_question_is_asked_and_answered(
    page: Page, source_server: StaticServer
) -> None:
    page.goto(source_server.url)
    script = f"{source_server.url}assets/javascripts/search/asker.js"
    found = page.evaluate(ASKED, script)
    assert found == {"asked": ["d", "dri", "driv"], "answered": ["dri"], "waits": False}
