"""The place that says what is on this phone, and the buttons in it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from mkdocs_pwa import read_report
from mkdocs_pwa_testing.page import LOOK_FOR_UPDATE, UPDATE_WAITS, until, wait_until_saved
from mkdocs_pwa_testing.server import StaticServer

MakeSite = Callable[..., Path]

STATE = (
    "<div data-mkdocs-pwa-state></div><p data-mkdocs-pwa-version></p>"
    '<p data-mkdocs-pwa-due="2027-05-22" hidden></p>'
)
SPOIL_ONE = """
caches.keys().then((names) => names.find((name) => !name.endsWith(":state")))
  .then((name) => caches.open(name))
  .then((cache) => cache.put("/two/", new Response("spoiled")))
"""
COPIES = "caches.keys().then((names) => names.filter((name) => !name.endsWith(':state')))"


@pytest.fixture
def site(make_site: MakeSite) -> Iterator[StaticServer]:
    with StaticServer(make_site(body=STATE, built="2026-11-22")) as running:
        yield running


@pytest.fixture
def saved(phone: Page, site: StaticServer) -> Page:
    phone.goto(site.url)
    wait_until_saved(phone)
    return phone


def test_version_day_files_size_and_last_check_are_given(saved: Page, site: StaticServer) -> None:
    facts = saved.locator("[data-mkdocs-pwa-state] dl")
    version = saved.evaluate(COPIES)[0].rpartition(":")[2]
    expect(facts).to_contain_text(f"Version{version}")
    expect(facts).to_contain_text("Built onNovember 22, 2026")
    expect(facts).to_contain_text("Files8 of 8")
    expect(facts).to_contain_text("kB")
    year = saved.evaluate("new Date().getFullYear()")
    expect(facts.locator("dd").last).to_contain_text(str(year))


def test_repair_replaces_what_is_not_as_published(saved: Page, site: StaticServer) -> None:
    saved.evaluate(SPOIL_ONE)
    saved.get_by_role("button", name="Repair").click()
    expect(saved.get_by_text("Saved on this phone.").first).to_be_visible()
    site.stop()
    saved.goto(f"{site.url}two/")
    expect(saved.get_by_role("heading", name="Page two")).to_be_visible()


def test_repair_without_a_network_says_what_is_missing(saved: Page, site: StaticServer) -> None:
    saved.evaluate(SPOIL_ONE)
    site.stop()
    saved.get_by_role("button", name="Repair").click()
    expect(saved.get_by_text("Saving stopped at 7 of 8.").first).to_be_visible()


def test_remove_asks_and_takes_only_our_copies(saved: Page, site: StaticServer) -> None:
    saved.evaluate("caches.open('mkdocs-pwa:/other/:1234').then(() => caches.open('foreign'))")
    saved.get_by_role("button", name="Remove").click()
    saved.get_by_role("button", name="Keep").click()
    saved.get_by_role("button", name="Remove").click()
    saved.get_by_role("button", name="Remove").click()
    expect(saved.get_by_text("is removed from this phone").first).to_be_visible()
    assert set(saved.evaluate(COPIES)) == {"mkdocs-pwa:/other/:1234", "foreign"}


def test_a_removed_copy_comes_back_only_when_the_reader_says_so(
    saved: Page, site: StaticServer
) -> None:
    saved.get_by_role("button", name="Remove").click()
    saved.get_by_role("button", name="Remove").click()
    expect(saved.get_by_text("is removed from this phone").first).to_be_visible()
    saved.goto(f"{site.url}one/")
    expect(saved.get_by_text("This guide is not saved on this phone.").first).to_be_visible()
    assert saved.evaluate(COPIES) == []
    saved.get_by_role("button", name="Save").click()
    wait_until_saved(saved)


def test_a_page_says_the_day_of_its_version(saved: Page) -> None:
    expect(saved.get_by_text("Version of November 22, 2026")).to_be_visible()


def test_a_page_of_the_older_version_does_not_claim_the_newer_day(
    saved: Page, site: StaticServer, make_site: MakeSite
) -> None:
    second = saved.context.new_page()
    second.goto(f"{site.url}one/")
    site.folder = make_site("next", home="New", body=STATE, built="2027-01-15")
    assert second.evaluate(LOOK_FOR_UPDATE) is None
    until(second, UPDATE_WAITS)
    second.get_by_role("button", name="Use it now").click()
    expect(second.get_by_text("Version of January 15, 2027")).to_be_visible()
    expect(saved.get_by_text("This page is from the older version.")).to_be_visible()
    expect(saved.get_by_text("Version of")).to_have_text("Version of November 22, 2026")


@pytest.mark.parametrize(
    ("today", "is_shown"),
    [("2027-05-22", False), ("2027-05-23", True), ("2041-01-01", True), ("1970-01-02", False)],
)
def test_a_page_past_its_day_says_so_without_a_network_by_the_clock_of_the_phone(
    saved: Page, site: StaticServer, today: str, is_shown: bool
) -> None:
    site.stop()
    saved.clock.set_fixed_time(f"{today}T12:00:00")
    saved.goto(site.url)
    expect(saved.get_by_text("Saved on this phone.").first).to_be_visible()
    due = saved.get_by_text("This page was due for a check by May 22, 2027.")
    expect(due).to_have_count(1 if is_shown else 0)


def test_the_place_is_filled_in_the_language_of_the_page(phone: Page, make_site: MakeSite) -> None:
    with StaticServer(make_site("german", body=STATE, lang="de")) as server:
        # Before the client script, as a page in that language has it.
        phone.add_init_script(
            "addEventListener('readystatechange', () => { document.documentElement.lang = 'de'; },"
            " { capture: true, once: true })"
        )
        phone.goto(server.url)
        wait_until_saved(phone)
        expect(phone.get_by_role("button", name="Entfernen")).to_be_visible()


# --- What scripts of the page are told ---

LISTEN = """
window.told = [];
addEventListener("mkdocs-pwa:status", ({ detail }) => told.push(detail));
"""
ASK = "dispatchEvent(new Event('mkdocs-pwa:ask'))"


def test_scripts_are_told_of_each_change_of_the_copy_and_of_nothing_twice(
    phone: Page, site: StaticServer, make_site: MakeSite
) -> None:
    phone.add_init_script(LISTEN)
    phone.goto(site.url)
    wait_until_saved(phone)
    until(phone, "told.at(-1)?.state === 'saved'")
    states = phone.evaluate("told.map(({ state }) => state)")
    assert states == [state for state in ("none", "saving", "saved") if state in states]
    expected = {
        "state": "saved",
        "version": phone.evaluate(COPIES)[0].rpartition(":")[2],
        "built": "2026-11-22",
        "files": 8,
        "bytes": read_report(site.folder).size,
        "updateWaits": False,
    }
    assert phone.evaluate("told.at(-1)") == expected

    site.folder = make_site("next", home="New home", body=STATE, built="2026-11-22")
    assert phone.evaluate(LOOK_FOR_UPDATE) is None
    until(phone, "told.at(-1).updateWaits")
    assert phone.evaluate("told.at(-1)") == {**expected, "updateWaits": True}
    phone.evaluate(ASK)
    assert phone.evaluate("JSON.stringify(told.at(-1)) === JSON.stringify(told.at(-2))")


def test_scripts_are_told_that_files_are_missing_and_that_the_copy_is_gone(
    saved: Page, site: StaticServer
) -> None:
    saved.evaluate(SPOIL_ONE)
    site.stop()
    saved.evaluate(LISTEN)
    saved.evaluate(ASK)
    assert saved.evaluate("told.at(-1).state") == "saved"
    saved.get_by_role("button", name="Repair").click()
    until(saved, "told.at(-1).state === 'incomplete' && told.at(-1).files === 7")
    saved.get_by_role("button", name="Remove").click()
    saved.get_by_role("button", name="Remove").click()
    until(saved, "told.at(-1).state === 'none'")
    assert saved.evaluate("JSON.stringify(told.at(-1))") == '{"state":"none","updateWaits":false}'
