"""Time from a keystroke to the first result, on a CPU slowed 4 times: python -m tools.search_bench.

Needs CHROMIUM and the built guide in site/. Chromium slows only the page, not its workers: what the
worker takes is measured by itself and counted 4 times.
"""

from __future__ import annotations

import json
import os
import shutil
import statistics
import tempfile
from pathlib import Path

from playwright.sync_api import Page, sync_playwright

from mkdocs_pwa.testing.server import StaticServer
from tests.browser.written import as_written
from tests.search.asking import open_search

SITE = Path("site")
INDEX = "search/search_index.json"
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
  const { createEngine } = await import(`${base}assets/javascripts/search/engine.js`);
  const data = await (await fetch(`${base}search/search_index.json`)).json();
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
        grow(large / INDEX, MANY)
        for site in (SITE, large):
            measure(site)


def grow(index: Path, count: int) -> None:
    """Repeat the sections of a search index until there are so many."""
    data = json.loads(index.read_text(encoding="utf-8"))
    docs = data["docs"]
    copies = [
        {**doc, "location": f"copy-{number}/{doc['location']}"}
        for number in range(count // len(docs))
        for doc in docs
    ]
    data["docs"] = [*docs, *copies][:count]
    index.write_text(json.dumps(data), encoding="utf-8")


def measure(site: Path) -> None:
    with StaticServer(site) as server, sync_playwright() as playwright:
        # The engine is asked by itself, and the build writes it into the worker.
        server.fault = as_written
        browser = playwright.chromium.launch(executable_path=os.environ["CHROMIUM"])
        context = browser.new_context(service_workers="block")
        page = context.new_page()
        page.goto(f"{server.url}before/drip/")
        keys = [words[:end] for words in WORDS for end in range(2, len(words) + 1)]
        start, each = page.evaluate(_ENGINE, [server.url, keys])
        times = key_times(page, keys)
        count = len(json.loads((site / INDEX).read_text(encoding="utf-8"))["docs"])
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
