"""The search as a reader meets it: help first, ways on, keys, announcements, odd input."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Locator, Page, Route, expect

from mkdocs_pwa_testing.screens import phone
from mkdocs_pwa_testing.server import StaticServer

from ..helpers.axe import assert_nothing_found
from ..helpers.clinic_clock import OPEN
from ..helpers.kept import keep_elsewhere

NONSENSE = "qqzzxx wwkkvv"


@pytest.fixture(params=["light"])
def page(
    browser: Browser, shared_server: StaticServer, request: pytest.FixtureRequest
) -> Iterator[Page]:
    context = browser.new_context(
        **phone(),
        service_workers="block",
        color_scheme=request.param,
        reduced_motion="reduce",
    )
    page = context.new_page()
    page.goto(f"{shared_server.url}before/drip/")
    yield page
    context.close()


both_colors = pytest.mark.parametrize("page", ["light", "dark"], indirect=True)


def field(page: Page) -> Locator:
    return page.get_by_role("textbox", name="Search")


def type_words(page: Page, words: str) -> None:
    field(page).focus()
    expect(page.locator(".md-search-result__meta")).to_have_text("Type to start searching")
    page.keyboard.type(words)


def results(page: Page) -> Locator:
    return page.locator(".md-search-result__item")


def guidance(page: Page) -> Locator:
    return page.locator("[data-search-panel]")


def choose_route(page: Page, route: str) -> None:
    keep_elsewhere(page, "settings", {"route": route})


@pytest.mark.parametrize(
    ("words", "call"),
    [
        ("i want to die", "Call the 988 Suicide and Crisis Lifeline: 988"),
        ("sucidal", "Call the 988 Suicide and Crisis Lifeline: 988"),
        ("cant breathe", "Call 911 now"),
        ("cant see", "Call 911 now"),
        ("siezure", "Call 911 now"),
    ],
)
def test_words_of_danger_put_the_call_above_all_results(page: Page, words: str, call: str) -> None:
    type_words(page, words)
    first = guidance(page).get_by_role("link").first
    expect(first).to_have_text(call)
    expect(results(page).first).to_be_visible()
    link, result = first.bounding_box(), results(page).first.bounding_box()
    assert link is not None
    assert result is not None
    assert link["y"] + link["height"] <= result["y"]
    expect(first).to_be_in_viewport()


@pytest.mark.parametrize(
    "words", ["toddler ate my lozenge", "took to many lozenges", "overdose", "poison control"]
)
def test_who_may_have_had_too_much_has_the_poison_line_on_the_card(page: Page, words: str) -> None:
    type_words(page, words)
    expect(guidance(page).get_by_role("link")).to_have_text(
        [
            "Call 911 now",
            "Call Poison Help: 1-800-222-1222",
            "Call the 988 Suicide and Crisis Lifeline: 988",
        ]
    )


def test_the_poison_line_is_on_no_other_card(page: Page) -> None:
    type_words(page, "chest pain")
    expect(guidance(page).get_by_role("link").first).to_have_text("Call 911 now")
    expect(guidance(page).get_by_role("link")).to_have_count(2)


def test_the_call_is_there_before_the_word_is_whole(page: Page) -> None:
    type_words(page, "my friend is suici")
    expect(guidance(page).get_by_role("link").first).to_contain_text("988")


def test_the_call_goes_with_its_words(page: Page) -> None:
    type_words(page, "overdose")
    expect(guidance(page).get_by_role("link").first).to_have_text("Call 911 now")
    field(page).fill("")
    expect(guidance(page)).to_be_empty()


@pytest.mark.parametrize("words", ["diet on the day", "cant see clearly", "took my morning pills"])
def test_everyday_words_bring_no_call(page: Page, words: str) -> None:
    type_words(page, words)
    expect(results(page).first).to_be_visible()
    expect(guidance(page)).to_be_empty()


def test_the_call_does_not_need_the_search_data(page: Page) -> None:
    def refuse(route: Route) -> None:
        route.fulfill(status=503)

    page.route("**/search_index.json", refuse)
    page.route("**/search/part-*.json", refuse)
    page.reload()
    field(page).focus()
    page.keyboard.type("want to die")
    expect(guidance(page).get_by_role("link").first).to_contain_text("988")


def test_no_result_calls_the_clinic_says_what_was_looked_for_and_leads_on(page: Page) -> None:
    page.clock.set_fixed_time(OPEN)
    page.reload()
    type_words(page, f"what is {NONSENSE}")
    expect(guidance(page)).to_contain_text("We found no answer.")
    expect(guidance(page)).to_contain_text("We looked for: qqzzxx, wwkkvv.")
    expect(guidance(page).get_by_role("link", name="Call River Clinic")).to_be_visible()
    links = guidance(page).get_by_role("listitem").get_by_role("link")
    expect(links).to_have_count(6)
    for link in links.all():
        response = page.request.get(link.evaluate("link => link.href"))
        assert response.ok, link.inner_text()


def test_the_ways_on_of_no_result_open(page: Page) -> None:
    type_words(page, NONSENSE)
    guidance(page).get_by_role("link", name="When can I drive?").click()
    expect(page.get_by_role("heading", level=1)).to_have_text(
        "Do not drive on the day of your session"
    )


def test_enter_with_no_result_opens_and_calls_nothing(page: Page) -> None:
    type_words(page, NONSENSE)
    expect(guidance(page)).to_contain_text("We found no answer.")
    address = page.url
    page.keyboard.press("Enter")
    expect(guidance(page)).to_contain_text("We found no answer.")
    assert page.url == address


def test_enter_opens_the_page_of_help_not_the_call(page: Page) -> None:
    type_words(page, "i want to die")
    expect(results(page).first).to_contain_text("You can get help right now")
    page.keyboard.press("Enter")
    page.wait_for_url("**/help/suicide/")


def test_a_result_shows_its_first_sentence(page: Page) -> None:
    type_words(page, "glass of wine")
    expect(results(page).first).to_contain_text("Do not drink")


def test_a_result_for_one_route_says_so(page: Page) -> None:
    type_words(page, "hold it in my mouth")
    expect(results(page).filter(has_text="For: lozenge.").first).to_be_visible()


def test_results_for_other_routes_are_left_out(page: Page) -> None:
    type_words(page, "hold it in my mouth")
    expect(results(page).filter(has_text="For: lozenge.").first).to_be_visible()
    choose_route(page, "spray")
    expect(results(page).filter(has_text="For: lozenge.")).to_have_count(0)
    expect(results(page).first).to_be_visible()


def test_the_route_holds_on_the_next_page_too(page: Page) -> None:
    choose_route(page, "spray")
    page.reload()
    type_words(page, "hold it in my mouth")
    expect(results(page).first).to_be_visible()
    expect(results(page).filter(has_text="For: lozenge.")).to_have_count(0)


def test_a_result_opens_at_its_section_which_is_marked(page: Page) -> None:
    type_words(page, "throwing up in car")
    results(page).first.get_by_role("link").last.click()
    page.wait_for_url("**/*#*")
    heading = page.locator(":target")
    expect(heading).to_be_in_viewport()
    plain = page.locator("h2:not(:target)").first
    color = "heading => getComputedStyle(heading).backgroundColor"
    assert heading.evaluate(color) != plain.evaluate(color)


def test_arrow_keys_go_from_the_field_through_the_calls_to_the_results(page: Page) -> None:
    type_words(page, "want to die")
    expect(guidance(page).get_by_role("link")).to_have_count(2)
    expect(results(page).first).to_be_visible()
    page.keyboard.press("ArrowDown")
    expect(guidance(page).get_by_role("link").nth(0)).to_be_focused()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowDown")
    expect(results(page).first.get_by_role("link").first).to_be_focused()
    page.keyboard.press("ArrowUp")
    page.keyboard.press("ArrowUp")
    page.keyboard.press("ArrowUp")
    expect(field(page)).to_be_focused()


def test_escape_closes_the_search(page: Page) -> None:
    type_words(page, "drive")
    expect(results(page).first).to_be_visible()
    page.keyboard.press("Escape")
    expect(field(page)).not_to_be_focused()
    expect(results(page).first).to_be_hidden()


def test_the_number_of_results_is_announced(page: Page) -> None:
    type_words(page, "drive")
    expect(page.get_by_role("status").filter(has_text="10 results")).to_be_visible()
    field(page).fill(NONSENSE)
    expect(page.get_by_role("status").filter(has_text="No results")).to_be_visible()


def test_what_stands_above_the_results_is_announced(page: Page) -> None:
    expect(guidance(page)).to_have_role("status")
    type_words(page, NONSENSE)
    expect(page.get_by_role("status").filter(has_text="We found no answer.")).to_be_visible()


@pytest.mark.parametrize(
    "words",
    [
        "<img src=x onerror=document.title='taken'>",
        "<script>document.title='taken'</script> drive",
        "title:drive +driving -car ~2 ^9 *",
        "constructor __proto__ toString hasOwnProperty",
        "((((( [[[ \\ / ' \" ` ${1} %00 \u202e \ud83d\ude00",
        "drive " * 400,
        "a" * 5000,
        "e" * 3000,
        "sing" * 750,
    ],
    ids=[
        *("image", "script", "operators", "prototype", "signs", "long", "one long word"),
        *("one long ending", "endings without end"),
    ],
)
def test_odd_input_is_only_words(page: Page, words: str) -> None:
    faults: list[str] = []
    page.on("pageerror", lambda error: faults.append(str(error)))
    title = page.title()
    type_words(page, "x")
    field(page).fill(words)
    field(page).press("End")
    expect(
        results(page).or_(guidance(page).get_by_text("We found no answer.")).first
    ).to_be_visible()
    field(page).fill("drive")
    field(page).press("End")
    expect(results(page).first).to_contain_text("drive")
    assert page.title() == title
    assert page.locator(".md-search :is(img, script)").count() == 0
    assert faults == []


def test_an_address_with_one_very_long_word_is_answered_at_once(page: Page) -> None:
    page.goto(f"{page.url}?q={'e' * 3000}")
    expect(guidance(page)).to_contain_text("We found no answer.", timeout=5000)
    expect(guidance(page)).to_contain_text("We looked for: eeeeeeeeeeeeeeeeeeeeeeeeeeeeee ….")
    assert page.evaluate("innerWidth") == page.evaluate("screen.width")


@both_colors
def test_axe_finds_nothing_in_the_call_card(page: Page) -> None:
    type_words(page, "chest pain")
    expect(results(page).first).to_be_visible()
    expect(guidance(page).get_by_role("link").first).to_be_visible()
    assert_nothing_found(page)


@both_colors
def test_axe_finds_nothing_in_the_ways_on(page: Page) -> None:
    type_words(page, NONSENSE)
    expect(guidance(page).get_by_role("listitem")).to_have_count(6)
    assert_nothing_found(page)
