"""Time from a keystroke to the first result, on a CPU slowed 4 times: python -m tools.search_bench.

Needs CHROMIUM and the built guide in site/. Chromium slows only the page, not its workers: what the
worker takes is measured by itself and counted 4 times.
"""

from __future__ import annotations

import itertools
import json
import os
import shutil
import statistics
import tempfile
from collections.abc import Mapping, Sized
from pathlib import Path

from playwright.sync_api import Page, sync_playwright

from guide.search.parts import search_parts
from mkdocs_pwa_testing.screens import phone
from mkdocs_pwa_testing.server import StaticServer
from tests.browser.helpers.written import as_written
from tests.search.asking import open_search
from tests.search.data import pages_of

SITE = Path("site")
SLOWER = 4
MANY = 1000
WORDS = ("throwing up in car", "can i drive myself", "cant pee")

_KEY = """
([value]) => new Promise((done) => {
  const field = document.querySelector(".md-search__input");
  const meta = document.querySelector(".md-search-result__meta");
  const start = performance.now();
  new MutationObserver((_, observer) => {
    observer.disconnect();
    requestAnimationFrame(() => done(performance.now() - start));
  }).observe(meta, { childList: true });
  field.value = value;
  field.dispatchEvent(new InputEvent("input", { bubbles: true }));
})
"""
_ENGINE = """
async ([base, queries]) => {
  const { createEngine } = await import(`${base}assets/javascripts/search/engine/engine.js`);
  const { loadData } = await import(`${base}assets/javascripts/search/engine/data.js`);
  const data = await loadData();
  const start = performance.now();
  const engine = createEngine(data);
  const ready = performance.now();
  for (const query of queries) engine.search(query);
  return [ready - start, (performance.now() - ready) / queries.length];
}
"""


def main() -> None:
    """Measure the guide as it is, and with 1,000 sections."""
    if not SITE.exists():
        raise SystemExit("Search benchmark: expected the built guide in site/. Run make site.")
    with tempfile.TemporaryDirectory() as folder:
        large = Path(folder) / "site"
        shutil.copytree(SITE, large)
        grow(large, MANY)
        for site in (SITE, large):
            measure(site)


def grow(site: Path, count: int) -> None:
    """Repeat the pages of the search data until they have at least so many sections."""
    known = pages_of(site)
    pages = dict(known)
    copies = (
        (f"copy-{number}/{address}", sections)
        for number in itertools.count()
        for address, sections in known.items()
    )
    while sections_in(pages) < count:
        pages.update([next(copies)])
    for path, part in search_parts(pages).items():
        (site / path).write_text(json.dumps(part), encoding="utf-8")


def sections_in(pages: Mapping[str, Sized]) -> int:
    return sum(map(len, pages.values()))


def measure(site: Path) -> None:
    with StaticServer(site) as server, sync_playwright() as playwright:
        # The engine is asked by itself, and the build writes it into the worker.
        server.fault = as_written
        browser = playwright.chromium.launch(executable_path=os.environ["CHROMIUM"])
        context = browser.new_context(**phone(), service_workers="block")
        page = context.new_page()
        page.goto(f"{server.url}before/drip/")
        keys = [words[:end] for words in WORDS for end in range(2, len(words) + 1)]
        start, each = page.evaluate(_ENGINE, [server.url, keys])
        times = key_times(page, keys)
        count = sections_in(pages_of(site))
        # What the page's clock saw has the worker's time in it once.
        slow = [time + (SLOWER - 1) * each for time in times]
        print(
            f"{count} sections: ready in {start * SLOWER:.0f} ms, a query {each * SLOWER:.1f} ms; "
            f"keystroke to results: median {statistics.median(slow):.0f} ms, "
            f"95 of 100 within {statistics.quantiles(slow, n=20)[-1]:.0f} ms"
        )
        browser.close()


def key_times(page: Page, keys: list[str]) -> list[float]:
    open_search(page)
    session = page.context.new_cdp_session(page)
    session.send("Emulation.setCPUThrottlingRate", {"rate": SLOWER})
    return [page.evaluate(_KEY, [key]) for key in keys]


if __name__ == "__main__":
    main()
