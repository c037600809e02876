"""What axe must not find, in any state of a page."""

from __future__ import annotations

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

OPTIONS = {
    "runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
    # Beyond AA: contrast of 7:1.
    "rules": {"color-contrast-enhanced": {"enabled": True}, "target-size": {"enabled": True}},
}


def assert_nothing_found(page: Page) -> None:
    """Fail with axe's own report if the page, as it is now, has a violation."""
    results = Axe().run(page, options=OPTIONS)
    assert results.violations_count == 0, results.generate_report()
