"""What an earlier use of the guide has left on the phone."""

from __future__ import annotations

import json

from playwright.sync_api import BrowserContext


def keep_settings(context: BrowserContext, **settings: object) -> None:
    """Have settings kept before any page is opened."""
    text = json.dumps(json.dumps(settings))
    context.add_init_script(f"localStorage.setItem('/:settings:1', {text})")
