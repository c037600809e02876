"""What axe must not find, in any state of a page."""

from __future__ import annotations

from typing import Any

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

OPTIONS: dict[str, Any] = {
    "runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
    # Beyond AA: contrast of 7:1.
    "rules": {"color-contrast-enhanced": {"enabled": True}, "target-size": {"enabled": True}},
}
# All that axe judges by color: the rest of a page is the same in light and dark.
COLORS = {
    "runOnly": {
        "type": "rule",
        "values": ["color-contrast", "color-contrast-enhanced", "link-in-text-block"],
    }
}


def assert_nothing_found(page: Page, options: dict[str, Any] = OPTIONS) -> None:
    """Fail with axe's own report if the page, as it is now, has a violation.

    Args:
        page: loaded, and in the state that is judged.
        options: of axe: `OPTIONS`, or `COLORS` for a page that was judged in other colors.
    """
    results = Axe().run(page, options=options)
    assert results.violations_count == 0, results.generate_report()
