"""What an earlier use of the guide has left on the phone."""

from __future__ import annotations

import json

from playwright.sync_api import BrowserContext, Page


def keep_settings(context: BrowserContext, **settings: object) -> None:
    """Have settings kept before any page is opened."""
    text = json.dumps(json.dumps(settings))
    context.add_init_script(f"localStorage.setItem('/:settings:1', {text})")


def keep_elsewhere(page: Page, feature: str, value: object) -> None:
    """Have another tab of the same guide keep something while this page is open."""
    page.evaluate(
        """([key, newValue]) => {
          localStorage.setItem(key, newValue);
          dispatchEvent(new StorageEvent("storage", { key, newValue }));
        }""",
        [f"/:{feature}:1", json.dumps(value)],
    )
