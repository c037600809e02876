"""Ticking, printing, sharing."""

from __future__ import annotations

import io
import json
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, Route, expect
from pypdf import PdfReader

from mkdocs_pwa.testing.server import StaticServer

from .axe import assert_nothing_found
from .watch import no_requests

ITEMS = "[...document.querySelectorAll('[data-item]')].map((item) => item.dataset.item)"


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


def keep(page: Page, key: str, value: object) -> None:
    """Put data on the phone as an earlier version of the guide has left it; open the page anew."""
    page.evaluate("([key, text]) => localStorage.setItem(key, text)", [key, json.dumps(value)])
    page.reload()


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


STUB_PRINT = """
globalThis.printed = [];
globalThis.print = () => {
  globalThis.printed.push(document.documentElement.dataset.guidePrint ?? "empty");
};
"""


def test_the_reader_chooses_empty_boxes_or_their_ticks(page: Page) -> None:
    page.evaluate(STUB_PRINT)
    page.get_by_role("checkbox").first.check()
    page.locator(".guide-visit summary").click()
    page.get_by_role("button", name="Print with empty boxes").click()
    page.get_by_role("button", name="Print with my ticks").click()
    assert page.evaluate("printed") == ["empty", "ticked"]
    page.evaluate("dispatchEvent(new Event('afterprint'))")
    page.get_by_role("button", name="Print with empty boxes").click()
    assert page.evaluate("printed") == ["empty", "ticked", "empty"]


def test_printed_ticks_are_drawn_in_black(page: Page) -> None:
    page.evaluate(STUB_PRINT)
    page.get_by_role("checkbox").first.check()
    page.locator(".guide-visit summary").click()
    page.get_by_role("button", name="Print with my ticks").click()
    page.emulate_media(media="print")
    box = page.get_by_role("checkbox").first
    # A border, as browsers leave backgrounds out.
    color = box.evaluate("box => getComputedStyle(box, '::before').borderBottomColor")
    assert color == "rgb(0, 0, 0)"
    assert box.evaluate("box => getComputedStyle(box, '::before').content") != "none"
    other = page.get_by_role("checkbox").nth(1)
    assert other.evaluate("box => getComputedStyle(box, '::before').content") == "none"


def test_paper_has_the_number_to_call_and_no_controls(page: Page) -> None:
    page.locator(".guide-visit summary").click()
    for paper_format in ("Letter", "A4"):
        paper = PdfReader(io.BytesIO(page.pdf(format=paper_format)))
        words = " ".join(" ".join(leaf.extract_text() for leaf in paper.pages).split())
        assert len(paper.pages) <= 4
        assert "(202) 555-0134" in words
        assert "Rest all day." in words
        assert "Print with" not in words
        assert "This visit" not in words


STUB_SHARE = """
globalThis.shared = [];
navigator.share = async (data) => { globalThis.shared.push(data); };
"""
NO_SHARE = "delete Navigator.prototype.share;"
NO_CLIPBOARD = "delete Navigator.prototype.clipboard;"


def share(page: Page) -> None:
    page.locator(".guide-visit summary").click()
    page.get_by_role("button", name="Share as text").click()


def test_lists_are_shared_as_neutral_plain_text(page: Page) -> None:
    page.evaluate(STUB_SHARE)
    page.get_by_role("checkbox").first.check()
    share(page)
    [data] = page.evaluate("shared")
    assert set(data) == {"title", "text"}
    assert data["title"] == page.get_by_role("heading", level=1).inner_text()
    lines = data["text"].splitlines()
    assert lines[:2] == [data["title"], "no date yet"]
    assert "[x] Rest all day. You may be tired." in lines
    assert "[ ] Get up slowly, with help. You could fall." in lines
    assert "First day: rest and sip water" in lines
    boxes = [line for line in lines if line.startswith("[")]
    assert len(boxes) == page.get_by_role("checkbox").count()
    assert "http" not in data["text"]
    assert "127.0.0.1" not in data["text"]
    assert "ketamine" not in data["title"].lower()


def test_a_reader_who_thinks_better_of_it_is_left_in_peace(page: Page) -> None:
    page.evaluate("navigator.share = async () => { throw new DOMException('', 'AbortError'); }")
    share(page)
    expect(page.locator(".guide-visit").get_by_role("status")).to_be_empty()
    expect(page.locator(".guide-visit").get_by_role("textbox")).to_have_count(0)


def test_without_a_way_to_share_the_text_is_copied(page: Page) -> None:
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.evaluate(NO_SHARE)
    share(page)
    expect(page.get_by_text("Copied. You can paste the text into a message.")).to_be_visible()
    assert "[ ] Rest all day." in page.evaluate("navigator.clipboard.readText()")


def test_without_a_clipboard_the_text_is_shown(page: Page) -> None:
    page.evaluate(NO_SHARE + NO_CLIPBOARD)
    share(page)
    field = page.get_by_role("textbox", name="Text of this page's lists")
    expect(field).to_be_focused()
    assert "[ ] Rest all day." in field.input_value()
    page.get_by_role("button", name="Share as text").click()
    expect(page.locator(".guide-visit").get_by_role("textbox")).to_have_count(1)


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
