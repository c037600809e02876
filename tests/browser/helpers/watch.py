"""What a page asks the network for while it is used."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator

from playwright.sync_api import Page, Request


@contextlib.contextmanager
def no_requests(page: Page) -> Iterator[None]:
    """Fail if anything is asked for before the block ends."""
    page.wait_for_load_state("networkidle")
    asked: list[str] = []

    def note(request: Request) -> None:
        asked.append(request.url)

    page.on("request", note)
    yield
    page.remove_listener("request", note)
    assert asked == []
