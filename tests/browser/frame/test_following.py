"""Following a link: the page is ready when the finger lifts, and nothing jumps."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from mkdocs_pwa_testing.screens import phone
from mkdocs_pwa_testing.server import StaticServer

from ..helpers.tab import Tab, open_browser, wait_for

TO_AFTER = ".guide-choices__link[href='after/now/']"
TO_BEFORE = ".guide-choices__link[href='before/']"
KEPT = "JSON.stringify([{...localStorage}, {...sessionStorage}])"
CLOCK = "document.querySelector('.guide-session__question') !== null"
SAVED = "document.querySelector('[data-mkdocs-pwa-saved]').textContent.includes('Saved on this')"
#: The version of the copy that a page is answered from: its own, or another.
VERSION = """
new Promise((resolve) => {
  const { port1, port2 } = new MessageChannel();
  port1.onmessage = ({ data }) => resolve(data.tab);
  navigator.serviceWorker.controller.postMessage({ type: "status" }, [port2]);
})
"""


@pytest.fixture
def tab(executable: str, tmp_path: Path, server: StaticServer) -> Iterator[Tab]:
    with open_browser(executable, tmp_path / "profile") as address:
        opened = Tab(address)
        opened.open(server.url)
        yield opened
        opened.close()


def test_a_touched_link_is_made_ready_and_shown_without_another_request(
    tab: Tab, server: StaticServer
) -> None:
    ready = tab.press(TO_BEFORE)
    wait_for(lambda: tab.js("document.readyState === 'complete'", ready), "the page made ready")
    assert tab.js("document.prerendering", ready)
    asked = server.requests.count("before/")
    tab.release(ready)
    assert tab.js("performance.getEntriesByType('navigation')[0].activationStart") > 0
    assert server.requests.count("before/") == asked == 1


def test_a_page_that_is_not_yet_seen_keeps_nothing_and_counts_no_time(tab: Tab) -> None:
    # The page in sight keeps when it looked for a new version.
    wait_for(lambda: "checked" in tab.js(KEPT), "the first page's own notes")
    before = tab.js(KEPT)
    ready = tab.press(TO_AFTER)
    wait_for(lambda: tab.js("document.readyState === 'complete'", ready), "the page made ready")
    assert tab.js(KEPT, ready) == before
    assert not tab.js(CLOCK, ready)
    tab.release(ready)
    wait_for(lambda: tab.js(CLOCK), "the question when the session ended")


def test_a_page_made_ready_from_the_saved_copy_stays_with_its_version(
    tab: Tab, server: StaticServer
) -> None:
    wait_for(lambda: tab.js(SAVED), "the guide saved")
    tab.open(server.url)
    server.stop()
    ready = tab.press(TO_BEFORE)
    wait_for(lambda: tab.js("document.readyState === 'complete'", ready), "the page made ready")
    tab.release(ready)
    assert tab.js(VERSION) == "current"
    # Its parts are answered too, long after it was made ready.
    assert tab.js("fetch('../search/guidance.json').then((answer) => answer.ok)")


@pytest.mark.parametrize(
    "path",
    [
        "",
        "before/drip/",
        "learn/pain/",
        "questions/risks/",
        "help/",
        "before/plan/",
        "after/usual/",
    ],
)
def test_nothing_jumps_while_a_page_loads(
    browser: Browser, shared_server: StaticServer, path: str
) -> None:
    context = browser.new_context(**phone(390, 844, 3), service_workers="block")
    page = context.new_page()
    page.goto(f"{shared_server.url}{path}", wait_until="networkidle")
    expect(page.get_by_role("heading", level=1)).to_be_visible()
    shifts = page.evaluate(
        """() => new Promise((resolve) => {
          const found = [];
          const observer = new PerformanceObserver((list) => found.push(...list.getEntries()));
          observer.observe({ type: "layout-shift", buffered: true });
          requestAnimationFrame(() => requestAnimationFrame(() => {
            found.push(...observer.takeRecords());
            resolve(found.map(({ value, sources }) => [
              value, ...sources.map(({ node }) => node?.outerHTML?.slice(0, 120)),
            ]));
          }));
        })"""
    )
    context.close()
    assert shifts == []
