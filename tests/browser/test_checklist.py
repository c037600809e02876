"""Ticking."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from mkdocs_pwa.testing.server import StaticServer


@pytest.fixture
def page(browser: Browser, shared_server: StaticServer) -> Iterator[Page]:
    context = browser.new_context(service_workers="block")
    page = context.new_page()
    page.goto(f"{shared_server.url}after/drip/")
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


def test_paper_has_empty_boxes_for_a_pen(page: Page) -> None:
    page.get_by_role("checkbox").first.check()
    page.emulate_media(media="print")
    box = page.get_by_role("checkbox").first
    assert box.evaluate("box => getComputedStyle(box).backgroundColor") == "rgb(255, 255, 255)"
    assert box.evaluate("box => getComputedStyle(box, '::before').content") == "none"
    expect(page.get_by_role("status").first).to_be_hidden()
    expect(page.get_by_role("link", name="Emergency")).to_be_visible()


def test_a_box_can_be_ticked_with_the_keyboard(page: Page) -> None:
    box = page.get_by_role("checkbox").first
    box.focus()
    page.keyboard.press("Space")
    expect(box).to_be_checked()
