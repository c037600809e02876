"""Removing what the guide keeps, and nothing else."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping

import pytest
from playwright.sync_api import Browser, Error, Page, expect

from mkdocs_pwa_testing.fixtures import StartPhone
from mkdocs_pwa_testing.page import open_and_save, until
from mkdocs_pwa_testing.screens import phone
from mkdocs_pwa_testing.server import StaticServer

from ..helpers.axe import assert_nothing_found_in_light_and_dark
from ..helpers.watch import no_requests

OURS = {
    "visits:1": {"visits": [{"id": "a"}, {"id": "b", "date": "2026-11-24"}], "current": "a"},
    "checklist:2": {"a": {"drip-day": ["food", "pills"]}, "b": {"x": ["y"]}},
    "note:1": {"tonight": {"ride": "Kim", "food": "", "visit": "a"}, "mine": "Breathe."},
    "settings:1": {"calm": True},
    "session:1": {"ended": 0},
}
# Of other sites on the same origin; one lies in a folder of this one's.
NEIGHBORS = {
    "/other/:visits:1": "{}",
    "/en/:settings:1": "{}",
    "visits": "x",
    "/other/.__palette": "1",
}


@pytest.fixture
def page(browser: Browser, shared_server: StaticServer) -> Iterator[Page]:
    context = browser.new_context(service_workers="block", **phone(), reduced_motion="reduce")
    page = context.new_page()
    page.goto(f"{shared_server.url}about/settings/")
    yield page
    context.close()


def fill(page: Page, values: Mapping[str, object], prefix: str = "/:") -> None:
    items = {prefix + key: json.dumps(value) for key, value in values.items()}
    page.evaluate(
        "items => Object.entries(items).forEach(([key, text]) => localStorage.setItem(key, text))",
        items,
    )
    page.reload()


def local_keys(page: Page) -> set[str]:
    return set(page.evaluate("Object.keys(localStorage)"))


def test_what_is_kept_is_listed(page: Page) -> None:
    fill(page, OURS)
    expect(page.locator("[data-remove-everything]")).to_contain_text(
        "Kept on this phone: 2 visits, 3 ticks, 2 notes, when your session ended, your settings."
    )


def test_one_of_a_kind_is_in_the_singular(page: Page) -> None:
    fill(page, {"visits:1": {"visits": [{"id": "a"}]}, "note:1": {"mine": "Breathe."}})
    expect(page.get_by_text("Kept on this phone: 1 visit, 1 note.")).to_be_visible()


def test_a_phone_with_nothing_on_it_says_so(page: Page) -> None:
    expect(page.get_by_text("You have nothing of your own on this phone.")).to_be_visible()


def test_the_list_follows_what_is_done_on_the_page(page: Page) -> None:
    page.get_by_role("radio", name="Calm colors").check()
    expect(page.get_by_text("Kept on this phone: your settings.")).to_be_visible()


def test_one_tap_removes_nothing(page: Page) -> None:
    fill(page, OURS)
    page.get_by_role("button", name="Remove everything from this phone").tap()
    assert {f"/:{key}" for key in OURS} <= local_keys(page)
    page.get_by_role("button", name="No, keep it").tap()
    expect(page.get_by_role("button", name="Yes, remove it all")).to_be_hidden()
    assert {f"/:{key}" for key in OURS} <= local_keys(page)


def test_a_tap_too_many_removes_nothing(page: Page) -> None:
    fill(page, OURS)
    first = page.get_by_role("button", name="Remove everything from this phone")
    first.scroll_into_view_if_needed()
    box = first.bounding_box()
    assert box is not None
    for _ in range(2):
        page.touchscreen.tap(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
    assert {f"/:{key}" for key in OURS} <= local_keys(page)
    first.focus()
    for _ in range(2):
        page.keyboard.press("Enter")
    assert {f"/:{key}" for key in OURS} <= local_keys(page)


def test_two_steps_remove_all_and_say_what_it_was(page: Page) -> None:
    fill(page, OURS)
    page.get_by_role("button", name="Remove everything from this phone").tap()
    page.get_by_role("button", name="Yes, remove it all").tap()
    said = page.locator("[data-remove-everything]").get_by_role("status")
    expect(said).to_have_text(
        "Removed: 2 visits, 3 ticks, 2 notes, when your session ended, your settings."
    )
    expect(said).to_be_focused()
    assert local_keys(page) == set()
    expect(page.locator(":root")).not_to_have_attribute("data-guide-calm", "true")
    expect(page.get_by_role("radio", name="Usual colors")).to_be_checked()
    page.reload()
    expect(page.get_by_text("You have nothing of your own on this phone.")).to_be_visible()


def test_the_colors_chosen_in_the_header_and_what_the_tab_remembers_go_too(page: Page) -> None:
    page.get_by_title("Use light colors").click()
    page.evaluate("sessionStorage.setItem('/:mkdocs-pwa-later:1', '1')")
    page.get_by_role("button", name="Remove everything from this phone").tap()
    page.get_by_role("button", name="Yes, remove it all").tap()
    expect(page.get_by_text("Removed: your settings.")).to_be_visible()
    expect(page.get_by_title("Use light colors")).to_be_visible()
    assert local_keys(page) == set()
    assert page.evaluate("sessionStorage.length") == 0


def test_neighbors_on_the_same_origin_are_left_alone(page: Page) -> None:
    fill(page, NEIGHBORS, prefix="")
    fill(page, OURS)
    page.get_by_role("button", name="Remove everything from this phone").tap()
    page.get_by_role("button", name="Yes, remove it all").tap()
    expect(page.get_by_text("Removed: 2 visits")).to_be_visible()
    assert local_keys(page) == set(NEIGHBORS)


def test_a_checklist_in_another_tab_is_emptied(page: Page, shared_server: StaticServer) -> None:
    other = page.context.new_page()
    other.goto(f"{shared_server.url}after/drip/")
    other.get_by_role("checkbox").first.check()
    expect(other.get_by_text("1 of").first).to_be_visible()
    page.bring_to_front()
    page.get_by_role("button", name="Remove everything from this phone").tap()
    page.get_by_role("button", name="Yes, remove it all").tap()
    expect(other.get_by_role("checkbox").first).not_to_be_checked()


def test_it_works_with_the_keyboard_alone(page: Page) -> None:
    fill(page, OURS)
    page.get_by_role("button", name="Remove everything from this phone").focus()
    page.keyboard.press("Enter")
    expect(page.get_by_role("button", name="No, keep it")).to_be_focused()
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(page.get_by_text("Removed: 2 visits")).to_be_visible()


def test_axe_finds_nothing_in_any_state(page: Page) -> None:
    fill(page, OURS)
    page.get_by_role("button", name="Remove everything from this phone").tap()
    assert_nothing_found_in_light_and_dark(page)
    page.get_by_role("button", name="Yes, remove it all").tap()
    expect(page.get_by_text("Removed: 2 visits")).to_be_visible()
    assert_nothing_found_in_light_and_dark(page)


def test_nothing_is_asked_of_the_network(page: Page) -> None:
    fill(page, OURS)
    with no_requests(page):
        page.get_by_role("button", name="Remove everything from this phone").tap()
        page.get_by_role("button", name="Yes, remove it all").tap()
        expect(page.get_by_text("Removed: 2 visits")).to_be_visible()


# What is remembered of a copy that was taken away: that it is not to come back by itself.
WISH = "mkdocs-pwa:/:state"


@pytest.mark.offline
def test_the_saved_guide_stays_unless_asked_for(
    start_phone: StartPhone, server: StaticServer
) -> None:
    with start_phone() as context:
        page = open_and_save(context, f"{server.url}about/settings/")
        server.stop()
        page.get_by_role("button", name="Remove everything from this phone").tap()
        page.get_by_role("button", name="Yes, remove it all").tap()
        page.goto(f"{server.url}after/drip/")
        expect(page.get_by_role("heading", level=1)).to_be_visible()


@pytest.mark.offline
def test_the_saved_guide_goes_on_request_and_a_neighbor_keeps_its_own(
    start_phone: StartPhone, server: StaticServer
) -> None:
    with start_phone() as context:
        page = open_and_save(context, f"{server.url}about/settings/")
        neighbors = {"mkdocs-pwa:/other/:1", "mkdocs-pwa:/:other/:1", "somebody-else"}
        for name in neighbors:
            page.evaluate("(name) => caches.open(name).then(() => null)", name)
        page.get_by_role("button", name="Remove everything from this phone").tap()
        page.get_by_role("checkbox", name="Remove the saved guide too.").check()
        server.stop()
        page.get_by_role("button", name="Yes, remove it all").tap()
        expect(page.get_by_text("The saved guide is removed too.")).to_be_visible()
        assert set(page.evaluate("caches.keys()")) == {WISH, *neighbors}
        with pytest.raises(Error, match="ERR_CONNECTION_REFUSED"):
            page.goto(f"{server.url}after/drip/")


@pytest.mark.offline
def test_the_saved_guide_of_a_folder_within_stays(
    start_phone: StartPhone, server: StaticServer
) -> None:
    with start_phone() as context:
        page = open_and_save(context, f"{server.url}about/settings/")
        # Any worker will do for a neighbor: the guide's own, at an address further down.
        page.evaluate("navigator.serviceWorker.register('/sw.js', {scope: '/help/'})")
        until(page, "navigator.serviceWorker.getRegistrations().then(all => all.length === 2)")
        page.get_by_role("button", name="Remove everything from this phone").tap()
        page.get_by_role("checkbox", name="Remove the saved guide too.").check()
        page.get_by_role("button", name="Yes, remove it all").tap()
        expect(page.get_by_text("The saved guide is removed too.")).to_be_visible()
        scopes = page.evaluate(
            "navigator.serviceWorker.getRegistrations().then(all => all.map(one => one.scope))"
        )
        assert scopes == [f"{server.url}help/"]


def test_without_a_saved_guide_it_is_not_offered(page: Page) -> None:
    page.get_by_role("button", name="Remove everything from this phone").tap()
    expect(page.get_by_role("checkbox")).to_have_count(0)
