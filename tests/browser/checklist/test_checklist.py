"""Ticking."""

from __future__ import annotations

import json
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, Route, expect

from mkdocs_pwa_testing.screens import phone
from mkdocs_pwa_testing.server import StaticServer

from ..helpers.axe import assert_nothing_found
from ..helpers.watch import no_requests

ITEMS = "[...document.querySelectorAll('[data-item]')].map((item) => item.dataset.item)"


@pytest.fixture
def page(browser: Browser, shared_server: StaticServer) -> Iterator[Page]:
    context = browser.new_context(**phone(), service_workers="block")
    page = context.new_page()
    page.goto(f"{shared_server.url}after/drip/")
    expect(page.get_by_text("0 of").first).to_be_visible()
    yield page
    context.close()


def test_how_many_are_done_is_said(page: Page) -> None:
    block = page.locator("[data-checklist]").first
    total = block.get_by_role("checkbox").count()
    said = block.get_by_role("status")
    expect(said).to_have_text(f"0 of {total} done")
    block.get_by_role("checkbox").first.check()
    expect(said).to_have_text(f"1 of {total} done")


def test_the_whole_row_can_be_tapped(page: Page) -> None:
    row = page.locator("[data-item] label").first
    box = row.bounding_box()
    assert box is not None
    row.click(position={"x": box["width"] - 4, "y": box["height"] / 2})
    expect(page.get_by_role("checkbox").first).to_be_checked()


def test_ticks_are_there_again_on_the_next_visit(page: Page) -> None:
    page.get_by_role("checkbox").nth(2).check()
    page.reload()
    expect(page.get_by_role("checkbox").nth(2)).to_be_checked()
    expect(page.get_by_role("checkbox").nth(1)).not_to_be_checked()


def test_the_same_item_of_another_route_is_not_ticked_with_it(
    page: Page, shared_server: StaticServer
) -> None:
    page.get_by_role("checkbox").first.check()
    page.goto(f"{shared_server.url}after/shot/")
    expect(page.get_by_role("checkbox").first).not_to_be_checked()


def test_cleared_ticks_come_back_with_undo(page: Page) -> None:
    block = page.locator("[data-checklist]").first
    first = block.get_by_role("checkbox").first
    first.check()
    block.get_by_role("button", name="Clear these ticks").click()
    expect(first).not_to_be_checked()
    block.get_by_role("button", name="Undo").click()
    expect(first).to_be_checked()
    page.reload()
    expect(first).to_be_checked()


def test_a_list_without_ticks_has_nothing_to_clear(page: Page) -> None:
    expect(page.get_by_role("button", name="Clear these ticks")).to_have_count(0)


def test_another_tab_sees_the_tick(page: Page) -> None:
    other = page.context.new_page()
    other.goto(page.url)
    page.get_by_role("checkbox").first.check()
    expect(other.get_by_role("checkbox").first).to_be_checked()


def keep(page: Page, key: str, value: object) -> None:
    """Put data on the phone as an earlier version of the guide has left it; open the page anew."""
    page.evaluate("([key, text]) => localStorage.setItem(key, text)", [key, json.dumps(value)])
    page.reload()
    expect(page.locator("[data-checklist] [role=status]").first).to_contain_text("done")


def test_ticks_from_before_there_were_visits_are_those_of_the_first(page: Page) -> None:
    second = page.evaluate(ITEMS)[1]
    keep(page, "/:checklist:1", {"drip-first-day-rest": [second]})
    expect(page.get_by_role("checkbox").nth(1)).to_be_checked()
    page.reload()
    expect(page.get_by_role("checkbox").nth(1)).to_be_checked()
    expect(page.get_by_role("checkbox").nth(0)).not_to_be_checked()
    visits = json.loads(page.evaluate("localStorage.getItem('/:visits:1')"))
    assert len(visits["visits"]) == 1
    ticks = json.loads(page.evaluate("localStorage.getItem('/:checklist:2')"))
    assert ticks == {visits["current"]: {"drip-first-day-rest": [second]}}
    assert page.evaluate("localStorage.getItem('/:checklist:1')") is None


def test_a_reworded_item_keeps_its_tick(page: Page) -> None:
    page.get_by_role("checkbox").first.check()
    words = page.locator("[data-item] .guide-checklist__text").first.inner_text()

    def reworded(route: Route) -> None:
        html = route.fetch().text()
        assert words in html
        route.fulfill(body=html.replace(words, "Said in another way."), content_type="text/html")

    page.route("**/after/drip/", reworded)
    page.reload()
    expect(page.get_by_role("checkbox", name="Said in another way.")).to_be_checked()


def test_an_item_that_is_gone_is_let_go(page: Page) -> None:
    errors: list[str] = []
    page.on("pageerror", lambda error: errors.append(str(error)))
    items = page.evaluate(ITEMS)
    keep(page, "/:visits:1", {"visits": [{"id": "a"}], "current": "a"})
    keep(page, "/:checklist:2", {"a": {"drip-first-day-rest": ["gone", items[0]]}})
    block = page.locator("[data-checklist]").first
    expect(block.get_by_role("status")).to_contain_text("1 of")
    block.get_by_role("checkbox").nth(1).check()
    ticks = json.loads(page.evaluate("localStorage.getItem('/:checklist:2')"))
    assert ticks == {"a": {"drip-first-day-rest": items[:2]}}
    assert errors == []


def test_ticks_of_a_list_that_is_gone_hurt_nothing(page: Page) -> None:
    keep(page, "/:visits:1", {"visits": [{"id": "a"}], "current": "a"})
    keep(page, "/:checklist:2", {"a": {"no-such-list": ["x"]}})
    page.get_by_role("checkbox").first.check()
    page.reload()
    expect(page.get_by_role("checkbox").first).to_be_checked()


def test_axe_finds_nothing_with_ticks_and_undo(page: Page) -> None:
    page.get_by_role("checkbox").first.check()
    assert_nothing_found(page)
    page.get_by_role("button", name="Clear these ticks").first.click()
    assert_nothing_found(page)


def test_ticking_asks_nothing_of_the_network(page: Page) -> None:
    with no_requests(page):
        page.get_by_role("checkbox").first.check()
        page.get_by_role("button", name="Clear these ticks").first.click()
        page.get_by_role("button", name="Undo").first.click()


def test_a_tick_is_drawn_within_its_box(page: Page) -> None:
    box = page.get_by_role("checkbox").first
    box.check()
    margin = box.evaluate("box => parseFloat(getComputedStyle(box, '::before').marginTop)")
    assert -5 < margin < 0


def test_a_box_can_be_ticked_with_the_keyboard(page: Page) -> None:
    box = page.get_by_role("checkbox").first
    box.focus()
    page.keyboard.press("Space")
    expect(box).to_be_checked()
