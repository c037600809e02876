"""Checklists on paper and as text."""

from __future__ import annotations

import io
import json
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect
from pypdf import PdfReader

from mkdocs_pwa_testing.screens import phone
from mkdocs_pwa_testing.server import StaticServer


@pytest.fixture
def page(browser: Browser, shared_server: StaticServer) -> Iterator[Page]:
    context = browser.new_context(**phone(), service_workers="block")
    page = context.new_page()
    page.goto(f"{shared_server.url}after/drip/")
    expect(page.get_by_text("0 of").first).to_be_visible()
    yield page
    context.close()


STUB_PRINT = """
globalThis.printed = [];
globalThis.print = () => {
  globalThis.printed.push(document.documentElement.dataset.guidePrint ?? "empty");
};
0
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


def test_paper_says_whose_ticks_these_are(page: Page) -> None:
    visit = {"id": "a1", "date": "2026-11-24", "time": "", "zone": "", "route": "drip"}
    state = json.dumps({"visits": [visit], "current": "a1"})
    page.evaluate("state => localStorage.setItem('/:visits:1', state)", state)
    page.reload()
    expect(page.locator(".guide-visit summary")).to_contain_text("24 November")
    paper = PdfReader(io.BytesIO(page.pdf()))
    words = " ".join(" ".join(leaf.extract_text() for leaf in paper.pages).split())
    assert "This visit: Tue 24 November" in words
    assert "Print with" not in words


STUB_SHARE = """
globalThis.shared = [];
navigator.share = async (data) => { globalThis.shared.push(data); };
0
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
    page.evaluate("navigator.share = async () => { throw new DOMException('', 'AbortError'); }; 0")
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


def test_paper_has_empty_boxes_for_a_pen(page: Page) -> None:
    page.get_by_role("checkbox").first.check()
    page.emulate_media(media="print")
    box = page.get_by_role("checkbox").first
    assert box.evaluate("box => getComputedStyle(box).backgroundColor") == "rgb(255, 255, 255)"
    assert box.evaluate("box => getComputedStyle(box, '::before').content") == "none"
    expect(page.get_by_role("status").first).to_be_hidden()
    expect(page.get_by_role("link", name="Emergency")).to_be_visible()
