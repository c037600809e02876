"""What an earlier use of the guide has left on the phone."""

from __future__ import annotations

import json
from typing import Any

from playwright.sync_api import BrowserContext, Page


def keep_settings(context: BrowserContext, **settings: object) -> None:
    """Have settings kept before any page is opened."""
    text = json.dumps(json.dumps(settings))
    context.add_init_script(f"localStorage.setItem('/:settings:1', {text})")


def kept(page: Page, feature: str, version: int = 1) -> Any:
    """What the phone keeps of a feature; None if there is nothing."""
    text = page.evaluate("key => localStorage.getItem(key)", f"/:{feature}:{version}")
    return json.loads(text) if text else None


def keep_elsewhere(page: Page, feature: str, value: object, version: int = 1) -> None:
    """Have another tab of the same guide keep something while this page is open."""
    page.evaluate(
        """([key, newValue]) => {
          localStorage.setItem(key, newValue);
          dispatchEvent(new StorageEvent("storage", { key, newValue }));
        }""",
        [f"/:{feature}:{version}", json.dumps(value)],
    )


def keep_plan(page: Page, visit: dict[str, str], word: dict[str, object] | None = None) -> None:
    """Keep a visit as the current one, and the reader's word about the end of a session."""
    visits = {"visits": [visit], "current": visit["id"]}
    kept_now = {"/:visits:1": visits} | ({"/:session:2": word} if word else {})
    page.evaluate(
        "kept => Object.entries(kept).forEach(([key, text]) => localStorage.setItem(key, text))",
        {key: json.dumps(value) for key, value in kept_now.items()},
    )
