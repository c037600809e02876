"""What axe must not find, in any state of a page."""

from __future__ import annotations

from typing import Any

from axe_playwright_python.base import AXE_SCRIPT, AxeResults
from playwright.sync_api import Page

from .colors import show_in

OPTIONS: dict[str, Any] = {
    "runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
    # Beyond AA: contrast of 7:1. It passes over what is below 4.5:1, which is for the other rule.
    "rules": {"color-contrast-enhanced": {"enabled": True}, "target-size": {"enabled": True}},
}
# All that axe judges by color: the rest of a page is the same in light and dark.
COLORS = {
    "runOnly": {
        "type": "rule",
        "values": ["color-contrast", "color-contrast-enhanced", "link-in-text-block"],
    }
}

# What passes, a node at a time, is most of what axe has to say, and nobody reads it.
_RUN = """options => axe.run({ ...options, resultTypes: ["violations"] })
  .then(({ violations }) => ({ violations }))"""


def judge(page: Page, options: dict[str, Any]) -> AxeResults:
    """What axe finds on the page as it is now: its violations only.

    Args:
        page: loaded, and in the state that is judged.
        options: of axe.
    """
    if not page.evaluate("'axe' in window"):
        page.evaluate(AXE_SCRIPT)
    return AxeResults(page.evaluate(_RUN, options))


def assert_nothing_found(page: Page, options: dict[str, Any] = OPTIONS) -> None:
    """Fail with axe's own report if the page, as it is now, has a violation.

    Args:
        page: loaded, and in the state that is judged.
        options: of axe: `OPTIONS`, or `COLORS` for a page that was judged in other colors.
    """
    results = judge(page, options)
    assert results.violations_count == 0, results.generate_report()


def assert_nothing_found_in_light_and_dark(page: Page) -> None:
    """The same in the colors of day and of night; the page is left in those of day.

    Args:
        page: loaded, in the state that is judged, and following the phone's choice of colors.
    """
    show_in(page, "light")
    assert_nothing_found(page)
    show_in(page, "dark")
    assert_nothing_found(page, COLORS)
    show_in(page, "light")
