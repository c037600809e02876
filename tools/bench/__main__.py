"""Print what the built guide costs a reader: make bench.

Bytes and requests are exact. Times hold only within one run on one machine.
"""

from __future__ import annotations

import os
from pathlib import Path

from playwright.sync_api import sync_playwright

from tools.bench.lighthouse import scores
from tools.bench.visits import first_load, paints, violations, whole_copy


def main() -> None:
    """Measure the folder in SITE, or `site/`."""
    site = Path(os.environ.get("SITE", "site"))
    if not (site / "index.html").exists():
        raise SystemExit(f"Bench: expected the built guide in {site}/. Run make site first.")
    chromium = os.environ["CHROMIUM"]
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium)
        for measure in (first_load, whole_copy, paints, violations):
            _print(measure(browser, site))
        browser.close()
    _print(scores(site, chromium))


def _print(rows: dict[str, str]) -> None:
    for name, value in rows.items():
        print(f"{name:<65} {value}", flush=True)


if __name__ == "__main__":
    main()
