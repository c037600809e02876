"""A version that its host took back is neither offered nor taken."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from mkdocs_pwa_testing.faults import Gate
from mkdocs_pwa_testing.page import LOOK_FOR_UPDATE, UPDATE_WAITS, until, wait_until_saved
from mkdocs_pwa_testing.server import StaticServer

MakeSite = Callable[..., Path]

# All that the page has said since it was opened.
LISTEN = """
addEventListener("DOMContentLoaded", () => {
  globalThis.said = [];
  const note = () => said.push(document.querySelector(".mkdocs-pwa")?.textContent);
  new MutationObserver(note).observe(document.body, { childList: true, subtree: true });
});
"""
OFFERED = "said.some((text) => text?.includes('A new version is ready'))"
NOBODY_INSTALLS = "navigator.serviceWorker.getRegistration().then((found) => !found.installing)"
ACTIVE_AND_WAITING = """
navigator.serviceWorker.getRegistration().then((found) => Promise.all(
  [found.active, found.waiting].map((worker) => new Promise((resolve) => {
    if (!worker) return resolve(null);
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = ({ data }) => resolve(data.version);
    worker.postMessage({ type: "status" }, [port2]);
    // One that is replaced in this moment never answers.
    setTimeout(resolve, 2000, null);
  }))))
"""
ROLLED_BACK = f"{ACTIVE_AND_WAITING}.then(([active, waiting]) => active && active === waiting)"


@pytest.fixture
def waiting(phone: Page, server: StaticServer, make_site: MakeSite) -> Page:
    """A page that offers a later version, as yet the one that the host has."""
    phone.goto(server.url)
    wait_until_saved(phone)
    phone.wait_for_load_state("networkidle")
    server.folder = make_site("next", home="New home")
    assert phone.evaluate(LOOK_FOR_UPDATE) is None
    until(phone, UPDATE_WAITS)
    expect(phone.get_by_role("button", name="Use it now")).to_be_visible()
    return phone


def test_a_version_that_was_taken_back_is_not_offered_for_a_moment(
    waiting: Page, server: StaticServer, make_site: MakeSite
) -> None:
    server.folder = make_site()
    waiting.add_init_script(LISTEN)
    waiting.reload()
    until(waiting, ROLLED_BACK)
    assert not waiting.evaluate(OFFERED)


def test_a_tap_on_a_version_that_was_taken_back_while_it_was_offered_does_not_take_it(
    waiting: Page, server: StaticServer, make_site: MakeSite
) -> None:
    server.folder = make_site()
    waiting.get_by_role("button", name="Use it now").click()
    expect(waiting.get_by_role("button", name="Use it now")).to_have_count(0)
    until(waiting, ROLLED_BACK)
    for path, heading in {"": "Home", "two/": "Page two"}.items():
        waiting.goto(f"{server.url}{path}")
        expect(waiting.get_by_role("heading", name=heading, exact=True)).to_be_visible()


def test_without_a_network_a_version_that_waits_is_offered_and_taken(
    waiting: Page, server: StaticServer
) -> None:
    server.stop()
    waiting.reload()
    waiting.get_by_role("button", name="Use it now").click()
    expect(waiting.get_by_role("heading", name="New home")).to_be_visible()


def test_a_host_that_does_not_answer_holds_no_offer_back_for_long(
    waiting: Page, server: StaticServer
) -> None:
    server.fault = gate = Gate("sw.js")
    waiting.reload()
    waiting.get_by_role("button", name="Use it now").click()
    expect(waiting.get_by_role("heading", name="New home")).to_be_visible()
    assert gate.reached.is_set()
    gate.open()


def test_a_version_that_waits_is_offered_once_a_later_one_has_failed(
    waiting: Page, server: StaticServer, make_site: MakeSite
) -> None:
    server.folder = make_site("broken", home="Broken", bundle=False)
    home = Gate("")

    server.fault = lambda path, answer: None if home(path, answer) and path == "" else answer
    waiting.add_init_script(LISTEN)
    waiting.clock.install()
    waiting.reload()
    assert home.reached.wait(20)
    # Longer than a page waits for it.
    waiting.clock.fast_forward(10_000)
    expect(waiting.get_by_text("Saved on this phone.")).to_be_visible()
    assert not waiting.evaluate(OFFERED)
    home.open()
    expect(waiting.get_by_role("button", name="Use it now")).to_be_visible()
