"""A site in a folder of another: each speaks of itself only."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from mkdocs_pwa_testing.page import until, wait_until_saved
from mkdocs_pwa_testing.server import Answer, StaticServer

MakeSite = Callable[..., Path]

# All that a page has said since it was opened.
LISTEN = """
addEventListener("DOMContentLoaded", () => {
  globalThis.said = new Set();
  const note = () => {
    for (const place of document.querySelectorAll(".mkdocs-pwa, [data-mkdocs-pwa-saved]")) {
      if (place.textContent) said.add(place.textContent);
    }
  };
  new MutationObserver(note).observe(document.body, { childList: true, subtree: true });
});
"""
SAID = "[...said]"
BOTH_ACTIVE = """
navigator.serviceWorker.getRegistrations().then((all) =>
  all.length === 2 && all.every(({ active }) => active?.state === "activated"))
"""


@pytest.fixture
def both(make_site: MakeSite) -> Iterator[StaticServer]:
    """A site with another in its folder `child/`."""
    parent = make_site("parent", home="Parent", extra={"big.txt": "More to save.\n" * 900})
    shutil.copytree(make_site("child", home="Child"), parent / "child")
    with StaticServer(parent) as running:
        yield running


def without_childs_worker(path: str, answer: Answer) -> Answer | None:
    return None if path == "child/sw.js" else answer


def test_a_page_is_not_called_saved_because_a_site_above_it_is(
    phone: Page, both: StaticServer
) -> None:
    phone.goto(both.url)
    wait_until_saved(phone)

    both.fault = without_childs_worker
    phone.add_init_script(LISTEN)
    phone.goto(f"{both.url}child/")
    phone.wait_for_load_state("networkidle")
    phone.evaluate("dispatchEvent(new Event('offline'))")
    expect(phone.get_by_text("not saved", exact=False).first).to_be_visible()
    assert not [text for text in phone.evaluate(SAID) if "saved copy" in text]


def test_the_first_copy_is_no_new_version_under_a_saved_site(
    phone: Page, both: StaticServer
) -> None:
    phone.goto(both.url)
    wait_until_saved(phone)
    phone.add_init_script(LISTEN)
    phone.goto(f"{both.url}child/")
    expect(phone.get_by_text("Saved on this phone.").first).to_be_visible()
    assert not [text for text in phone.evaluate(SAID) if "new version" in text]


def test_the_news_of_a_site_is_not_told_in_a_folder_below_it(
    phone: Page, both: StaticServer
) -> None:
    both.fault = without_childs_worker
    phone.add_init_script(LISTEN)
    phone.goto(f"{both.url}child/")
    phone.wait_for_load_state("networkidle")
    parent = phone.context.new_page()
    parent.goto(both.url)
    wait_until_saved(parent)
    assert phone.evaluate(SAID) == []


def test_with_no_network_each_opens_its_own_pages(phone: Page, both: StaticServer) -> None:
    for site in (both.url, f"{both.url}child/"):
        phone.goto(site)
        expect(phone.get_by_text("Saved on this phone.").first).to_be_visible()
    until(phone, BOTH_ACTIVE)
    both.stop()
    for site, heading in ((both.url, "Parent"), (f"{both.url}child/", "Child")):
        phone.goto(site)
        expect(phone.get_by_role("heading", name=heading)).to_be_visible()
