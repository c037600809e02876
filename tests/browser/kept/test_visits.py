"""Several visits, each with its own ticks."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from mkdocs_pwa_testing.fixtures import StartPhone
from mkdocs_pwa_testing.page import open_and_save
from mkdocs_pwa_testing.screens import phone
from mkdocs_pwa_testing.server import StaticServer

from ..helpers.axe import assert_nothing_found_in_light_and_dark
from ..helpers.watch import no_requests

TUESDAY = {"id": "a1", "date": "2026-11-24", "time": "10:30", "zone": "", "route": "drip"}
FRIDAY = {"id": "b2", "date": "2026-11-27", "time": "09:00", "zone": "", "route": "spray"}

# To the last character, whatever else is kept.
FILL = """
() => {
  let filling = "";
  for (let size = 2 ** 23; size >= 1; size /= 2) {
    try {
      localStorage.setItem("x", filling + "x".repeat(size));
      filling += "x".repeat(size);
    } catch {
      // The next piece is smaller.
    }
  }
}
"""


@pytest.fixture
def page(browser: Browser, shared_server: StaticServer) -> Iterator[Page]:
    context = browser.new_context(service_workers="block", **phone(), reduced_motion="reduce")
    page = context.new_page()
    page.clock.set_fixed_time("2026-11-20T12:00:00")
    page.goto(f"{shared_server.url}after/drip/")
    expect(bar(page)).to_be_visible()
    yield page
    context.close()


def keep(page: Page, feature: str, version: int, value: object) -> None:
    """Put data on the phone as an earlier use of the guide has left it, and open the page anew."""
    key = f"/:{feature}:{version}"
    page.evaluate("([key, value]) => localStorage.setItem(key, value)", [key, json.dumps(value)])
    page.reload()
    expect(bar(page)).to_be_visible()


def kept(page: Page, feature: str, version: int) -> Any:
    text = page.evaluate("key => localStorage.getItem(key)", f"/:{feature}:{version}")
    return None if text is None else json.loads(text)


def bar(page: Page) -> Locator:
    return page.locator("details.guide-visit")


def unfold(page: Page) -> Locator:
    """The bar with its controls in sight."""
    bar(page).locator("summary").click()
    expect(bar(page).get_by_role("button", name="Share as text")).to_be_visible()
    return bar(page)


def two_visits(page: Page) -> None:
    keep(page, "visits", 1, {"visits": [TUESDAY, FRIDAY], "current": "a1"})


def test_the_bar_stands_once_and_above_the_first_list(page: Page) -> None:
    expect(bar(page)).to_have_count(1)
    assert page.locator("[data-checklist]").count() > 1
    expect(page.locator(".guide-visit + [data-checklist]")).to_have_count(1)


def test_without_a_plan_the_visit_has_no_date(page: Page) -> None:
    expect(bar(page).locator("summary")).to_have_text("This visit: no date yet")


def test_the_visit_is_named_by_its_day_and_route(page: Page) -> None:
    two_visits(page)
    expect(bar(page).locator("summary")).to_have_text("This visit: Tue 24 November, drip")


def test_the_bar_takes_one_line_until_it_is_opened(page: Page) -> None:
    two_visits(page)
    box = bar(page).bounding_box()
    assert box is not None
    assert box["height"] <= 48
    expect(bar(page).get_by_role("button", name="Start a new visit")).to_be_hidden()


def test_a_visit_of_which_nothing_is_known_is_not_followed_by_another(page: Page) -> None:
    expect(unfold(page).get_by_role("button", name="Start a new visit")).to_be_hidden()
    page.get_by_role("checkbox").first.check()
    expect(bar(page).get_by_role("button", name="Start a new visit")).to_be_visible()


def test_looking_at_a_list_keeps_nothing(page: Page) -> None:
    unfold(page)
    assert kept(page, "visits", 1) is None
    assert kept(page, "checklist", 2) is None


def test_a_new_visit_says_what_it_does_and_carries_nothing_over(page: Page) -> None:
    two_visits(page)
    page.get_by_role("checkbox").first.check()
    unfold(page).get_by_role("button", name="Start a new visit").tap()
    said = bar(page).get_by_role("status")
    expect(said).to_have_text(
        "This is a new visit. Its boxes are empty and it has no date yet. "
        "Your last visit is kept, with its ticks."
    )
    expect(page.get_by_role("checkbox").first).not_to_be_checked()
    expect(bar(page).locator("summary")).to_have_text("This visit: no date yet")
    expect(page.locator("[data-checklist]").first.get_by_role("status")).to_contain_text("0 of")


def test_a_new_visit_can_be_undone(page: Page) -> None:
    two_visits(page)
    before = kept(page, "visits", 1)
    page.get_by_role("checkbox").first.check()
    unfold(page).get_by_role("button", name="Start a new visit").tap()
    bar(page).get_by_role("button", name="Undo").tap()
    expect(page.get_by_role("checkbox").first).to_be_checked()
    assert kept(page, "visits", 1) == before


def test_a_tick_made_since_takes_undo_away(page: Page) -> None:
    two_visits(page)
    unfold(page).get_by_role("button", name="Start a new visit").tap()
    page.get_by_role("checkbox").nth(2).check()
    expect(bar(page).get_by_role("button", name="Undo")).to_be_hidden()


def test_each_visit_has_its_own_ticks(page: Page) -> None:
    two_visits(page)
    page.get_by_role("checkbox").nth(0).check()
    unfold(page).get_by_role(
        "button", name="Fri 27 November, nasal spray (0 done)", exact=True
    ).tap()
    expect(page.get_by_role("checkbox").nth(0)).not_to_be_checked()
    page.get_by_role("checkbox").nth(1).check()
    page.reload()
    expect(page.get_by_role("checkbox").nth(0)).not_to_be_checked()
    expect(page.get_by_role("checkbox").nth(1)).to_be_checked()
    unfold(page).get_by_role("button", name="Tue 24 November, drip (1 done)", exact=True).tap()
    expect(page.get_by_role("checkbox").nth(0)).to_be_checked()
    expect(page.get_by_role("checkbox").nth(1)).not_to_be_checked()


def test_the_filter_follows_the_route_of_the_chosen_visit(page: Page) -> None:
    two_visits(page)
    unfold(page).get_by_role("button", name="Fri 27 November, nasal spray").first.tap()
    expect(page.locator(":root")).to_have_attribute("data-guide-route", "spray")


def test_a_removed_visit_takes_its_ticks_with_it_and_comes_back_with_undo(page: Page) -> None:
    keep(page, "checklist", 2, {"b2": {"drip-first-day": ["rest"]}})
    two_visits(page)
    unfold(page).get_by_role("button", name="Remove: Fri 27 November, nasal spray (1 done)").tap()
    expect(bar(page).get_by_role("status")).to_have_text(
        "Removed, with its ticks: Fri 27 November, nasal spray."
    )
    assert kept(page, "checklist", 2) == {}
    assert [visit["id"] for visit in kept(page, "visits", 1)["visits"]] == ["a1"]
    bar(page).get_by_role("button", name="Undo").tap()
    assert kept(page, "checklist", 2) == {"b2": {"drip-first-day": ["rest"]}}
    assert kept(page, "visits", 1) == {"visits": [TUESDAY, FRIDAY], "current": "a1"}


def test_another_tab_follows(page: Page) -> None:
    two_visits(page)
    other = page.context.new_page()
    other.goto(page.url)
    page.bring_to_front()
    unfold(page).get_by_role("button", name="Fri 27 November, nasal spray").first.tap()
    expect(other.locator(".guide-visit summary")).to_contain_text("Fri 27 November")


def test_it_works_with_the_keyboard_alone(page: Page) -> None:
    two_visits(page)
    bar(page).locator("summary").focus()
    page.keyboard.press("Enter")
    start = bar(page).get_by_role("button", name="Start a new visit")
    for _ in range(5):
        page.keyboard.press("Tab")
        if start.evaluate("button => button === document.activeElement"):
            break
    page.keyboard.press("Enter")
    undo = bar(page).get_by_role("button", name="Undo")
    expect(undo).to_be_focused()
    page.keyboard.press("Enter")
    expect(bar(page).locator("summary")).to_be_focused()
    expect(bar(page).locator("summary")).to_contain_text("Tue 24 November")


def test_axe_finds_nothing_in_any_state(page: Page) -> None:
    two_visits(page)
    unfold(page)
    assert_nothing_found_in_light_and_dark(page)
    bar(page).get_by_role("button", name="Start a new visit").tap()
    assert_nothing_found_in_light_and_dark(page)
    page.evaluate("delete Navigator.prototype.clipboard")
    bar(page).get_by_role("button", name="Share as text").tap()
    expect(bar(page).get_by_role("textbox")).to_be_visible()
    assert_nothing_found_in_light_and_dark(page)


def test_everything_to_tap_in_it_is_44_pixels_high(page: Page) -> None:
    two_visits(page)
    for control in unfold(page).locator("summary, button:visible, a").all():
        box = control.bounding_box()
        assert box is not None
        assert box["height"] >= 43.9, control.inner_text()


def test_forced_colors_leave_every_control_in_sight(page: Page) -> None:
    two_visits(page)
    page.emulate_media(forced_colors="active")
    mark = unfold(page).locator("summary")
    color = mark.evaluate("mark => getComputedStyle(mark, '::after').borderBottomColor")
    assert color != mark.evaluate("mark => getComputedStyle(document.body).backgroundColor")
    expect(bar(page).get_by_role("button", name="Share as text")).to_be_visible()


def test_nothing_is_asked_of_the_network(page: Page) -> None:
    two_visits(page)
    with no_requests(page):
        unfold(page).get_by_role("button", name="Start a new visit").tap()
        bar(page).get_by_role("button", name="Undo").tap()
        page.get_by_role("checkbox").first.check()
        bar(page).get_by_role("button", name="Share as text").tap()
        expect(bar(page).get_by_role("status")).not_to_be_empty()


def test_a_full_phone_is_told_once_and_the_page_goes_on(page: Page) -> None:
    two_visits(page)
    page.evaluate(FILL)
    with pytest.raises(Exception, match="QuotaExceededError"):
        page.evaluate("localStorage.setItem('y', 'y'.repeat(1000))")
    unfold(page).get_by_role("button", name="Start a new visit").tap()
    page.get_by_role("checkbox").nth(0).check()
    page.get_by_role("checkbox").nth(1).check()
    said = page.get_by_text("This phone does not let the guide keep what you enter.")
    expect(said).to_have_count(1)
    expect(page.get_by_role("checkbox").nth(0)).to_be_checked()
    first = page.locator("[data-checklist]").first.get_by_role("status")
    expect(first).to_contain_text("2 of")


def test_what_is_kept_but_cannot_be_read_is_passed_over(page: Page) -> None:
    errors: list[str] = []
    page.on("pageerror", lambda error: errors.append(str(error)))
    keep(page, "visits", 1, {"visits": [{"id": 5}, None, {"id": "ok", "date": 7}], "current": []})
    keep(page, "checklist", 2, {"ok": {"drip-first-day": "rest", "x": [1]}, "b": 3})
    page.get_by_role("checkbox").first.check()
    page.reload()
    expect(page.get_by_role("checkbox").first).to_be_checked()
    expect(bar(page).locator("summary")).to_have_text("This visit: no date yet")
    assert errors == []


def test_an_impossible_day_is_no_date(page: Page) -> None:
    visit = {**TUESDAY, "date": "2026-02-30"}
    keep(page, "visits", 1, {"visits": [visit], "current": "a1"})
    expect(bar(page).locator("summary")).to_have_text("This visit: no date yet, drip")


def test_a_day_of_another_year_is_shown_with_it(page: Page) -> None:
    visit = {**TUESDAY, "date": "2028-02-29"}
    keep(page, "visits", 1, {"visits": [visit], "current": "a1"})
    expect(bar(page).locator("summary")).to_have_text("This visit: Tue 29 February 2028, drip")


def test_the_day_is_the_same_wherever_the_phone_is(
    browser: Browser, shared_server: StaticServer
) -> None:
    context = browser.new_context(**phone(), service_workers="block", timezone_id="Pacific/Apia")
    page = context.new_page()
    page.goto(f"{shared_server.url}after/drip/")
    page.clock.set_fixed_time("2026-11-20T12:00:00Z")
    two_visits(page)
    expect(bar(page).locator("summary")).to_have_text("This visit: Tue 24 November, drip")
    context.close()


@pytest.mark.offline
def test_visits_work_with_the_server_gone(start_phone: StartPhone, server: StaticServer) -> None:
    with start_phone() as context:
        page = open_and_save(context, server.url)
        server.stop()
        page.goto(f"{server.url}after/drip/")
        page.get_by_role("checkbox").first.check()
        unfold(page).get_by_role("button", name="Start a new visit").tap()
        expect(page.get_by_role("checkbox").first).not_to_be_checked()
    with start_phone() as context:
        page = context.pages[0]
        page.goto(f"{server.url}after/drip/")
        unfold(page).get_by_role("button", name="no date yet (1 done)", exact=True).tap()
        expect(page.get_by_role("checkbox").first).to_be_checked()
