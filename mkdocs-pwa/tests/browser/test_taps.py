"""What a tap on an offer may cost."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from mkdocs_pwa_testing.page import LOOK_FOR_UPDATE, UPDATE_WAITS, until, wait_until_saved
from mkdocs_pwa_testing.server import StaticServer

# What a browser may do that needs room: with all of the version that waits, or all but a page.
FILES_GONE = """
async (kept) => {
  const { waiting } = await navigator.serviceWorker.getRegistration();
  const { port1, port2 } = new MessageChannel();
  const answer = new Promise((resolve) => { port1.onmessage = ({ data }) => resolve(data); });
  waiting.postMessage({ type: "status" }, [port2]);
  const cache = await caches.open(`mkdocs-pwa:/:${(await answer).version}`);
  await Promise.all((await cache.keys()).slice(kept).map((request) => cache.delete(request)));
}
"""
# By this message alone a page lets a version take over.
NOTE_MESSAGES = """
() => {
  const original = ServiceWorker.prototype.postMessage;
  window.sent = [];
  ServiceWorker.prototype.postMessage = function (message, ...more) {
    window.sent.push(message.type);
    return original.call(this, message, ...more);
  };
}
"""


@pytest.mark.parametrize("kept", [0, 1])
def test_a_tap_on_a_version_whose_files_are_gone_does_not_cost_the_older_copy(
    phone: Page, server: StaticServer, make_site: Callable[..., Path], kept: int
) -> None:
    phone.goto(server.url)
    wait_until_saved(phone)
    phone.wait_for_load_state("networkidle")
    server.folder = make_site("next", home="New home")
    assert phone.evaluate(LOOK_FOR_UPDATE) is None
    until(phone, UPDATE_WAITS)
    expect(phone.get_by_role("button", name="Use it now")).to_be_visible()
    phone.evaluate(FILES_GONE, kept)
    server.stop()
    phone.evaluate(NOTE_MESSAGES)
    phone.get_by_role("button", name="Use it now").click()
    expect(phone.get_by_role("button", name="Use it now")).to_have_count(0)
    assert phone.evaluate("window.sent ?? 'loaded again'") == ["status", "repair"]
    for path, heading in {"": "Home", "two/": "Page two"}.items():
        phone.goto(f"{server.url}{path}")
        expect(phone.get_by_role("heading", name=heading, exact=True)).to_be_visible()
