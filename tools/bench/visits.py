"""First visits and offline ones, in a browser slowed to an old phone's speed."""

from __future__ import annotations

import statistics
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, BrowserContext, Page

from mkdocs_pwa_testing.page import wait_until_saved
from mkdocs_pwa_testing.screens import phone
from tools.bench.serving import serving

PHONE = {"width": 412, "height": 915}
PAGES = ["", "before/drip/", "questions/risks/", "before/plan/", "help/"]
_SLOWED = 4
_LINKS = 4

_PAINTS = """() => new Promise((resolve) => {
  let largest = 0;
  let shift = 0;
  new PerformanceObserver((list) => { largest = list.getEntries().at(-1).startTime; })
    .observe({ type: "largest-contentful-paint", buffered: true });
  new PerformanceObserver((list) => { for (const { value } of list.getEntries()) shift += value; })
    .observe({ type: "layout-shift", buffered: true });
  const first = () => performance.getEntriesByName("first-contentful-paint")[0]?.startTime;
  const look = () => (first() ? requestAnimationFrame(() => setTimeout(
    () => resolve([first(), largest, shift]))) : setTimeout(look, 10));
  look();
})"""


def first_load(browser: Browser, site: Path) -> dict[str, str]:
    """Requests and kB of the home page, without the worker's save."""
    with serving(site) as (server, count), _phone(browser) as page:
        page.add_init_script("navigator.serviceWorker.register = () => new Promise(() => {})")
        page.goto(server.url, wait_until="networkidle")
        return {
            "First load: requests": str(len(count.sent)),
            "First load: kB": f"{count.kb():.1f}",
            "... scripts / styles kB": f"{count.kb('.js'):.1f} / {count.kb('.css'):.1f}",
        }


def whole_copy(browser: Browser, site: Path) -> dict[str, str]:
    """Requests and kB until all is saved, then pages opened and links followed with no server."""
    with serving(site) as (server, count), _phone(browser) as page:
        page.goto(server.url)
        wait_until_saved(page)
        saved = {
            "Whole copy: requests": str(len(count.sent)),
            "Whole copy: kB": f"{count.kb():.1f}",
        }
        url = server.url
        server.stop()
        return saved | _offline(page, url)


def paints(browser: Browser, site: Path) -> dict[str, str]:
    """First and largest paint and layout shift of each kind of page, with the server there."""
    rows = {}
    with serving(site) as (server, _):
        for path in PAGES:
            with _phone(browser, service_workers="block") as page:
                _slow(page)
                page.goto(f"{server.url}{path}")
                first, largest, shift = page.evaluate(_PAINTS)
                rows[f"/{path}: first / largest paint ms, shift"] = (
                    f"{first:.0f} / {largest:.0f}, {shift:.3f}"
                )
    return rows


def violations(browser: Browser, site: Path) -> dict[str, str]:
    """What axe finds on the pages."""
    found: list[str] = []
    with serving(site) as (server, _), _phone(browser, bypass_csp=True) as page:
        for path in PAGES:
            page.goto(f"{server.url}{path}", wait_until="networkidle")
            result = Axe().run(page).response["violations"]
            found += [f"/{path}: {violation['id']}" for violation in result]
    return {f"axe: violations on {len(PAGES)} pages": ", ".join(found) or "0"}


def _offline(page: Page, url: str) -> dict[str, str]:
    _slow(page)
    opened, followed = [], []
    for path in PAGES[1:]:
        page.goto(f"{url}{path}")
        opened.append(page.evaluate(_PAINTS)[0])
    for number in range(_LINKS):
        page.goto(url)
        start = page.evaluate("performance.timeOrigin + performance.now()")
        with page.expect_navigation(wait_until="domcontentloaded"):
            page.locator(".md-content a[href$='/']").nth(number).click()
        first = page.evaluate(_PAINTS)[0]
        followed.append(page.evaluate("performance.timeOrigin") + first - start)
    return {
        "Offline: page opened, first paint ms": f"{statistics.median(opened):.0f}",
        "Offline: link followed, first paint ms": f"{statistics.median(followed):.0f}",
    }


def _slow(page: Page) -> None:
    session = page.context.new_cdp_session(page)
    session.send("Emulation.setCPUThrottlingRate", {"rate": _SLOWED})


@contextmanager
def _phone(browser: Browser, **options: Any) -> Iterator[Page]:
    context: BrowserContext = browser.new_context(**phone(**PHONE), **options)
    yield context.new_page()
    context.close()
