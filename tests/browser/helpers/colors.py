"""The colors of day and night, as a phone asks for them."""

from __future__ import annotations

from typing import Literal

from playwright.sync_api import Page, expect

Scheme = Literal["light", "dark"]
_NAMES: dict[Scheme, str] = {"light": "default", "dark": "slate"}


def show_in(page: Page, scheme: Scheme) -> None:
    """Have the phone ask for other colors, and wait until the page has them."""
    page.emulate_media(color_scheme=scheme)
    # The page for the hours after has no switch: it is dim by day too.
    if page.locator("[data-colors]").count():
        expect(page.locator("body")).to_have_attribute("data-md-color-scheme", _NAMES[scheme])
