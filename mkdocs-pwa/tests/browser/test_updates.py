"""A new version is found in time, says what it costs and why, and costs no more than it must."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import CDPSession, Page, expect

from mkdocs_pwa_testing.page import LOOK_FOR_UPDATE, UPDATE_WAITS, until, wait_until_saved
from mkdocs_pwa_testing.server import StaticServer

MakeSite = Callable[..., Path]

WORDS = {"words.txt": "A line of text.\n" * 4000}
HOUR = 3600_000
REGISTRATIONS = "navigator.serviceWorker.getRegistrations().then((all) => all.length)"
EMPTY_THE_STORE = """
caches.keys().then((names) => Promise.all(names.map((name) => caches.delete(name))))
"""
# All but one page of the version that waits: what a browser may do that needs room.
EMPTY_THE_NEXT = """
(async () => {
  const names = (await caches.keys()).filter((name) => !name.endsWith(":state"));
  for (const name of names) {
    const cache = await caches.open(name);
    if (!(await cache.match("words.txt"))) continue;
    await Promise.all((await cache.keys()).slice(1).map((request) => cache.delete(request)));
  }
})()
"""
TAB = """
new Promise((resolve) => {
  const { port1, port2 } = new MessageChannel();
  port1.onmessage = ({ data }) => resolve(data.tab);
  navigator.serviceWorker.controller.postMessage({ type: "status" }, [port2]);
})
"""
RETURN = "document.dispatchEvent(new Event('visibilitychange'))"


@pytest.fixture
def site(make_site: MakeSite) -> Iterator[StaticServer]:
    with StaticServer(make_site()) as running:
        yield running


@pytest.fixture
def saved(phone: Page, site: StaticServer) -> Page:
    phone.clock.install()
    phone.goto(site.url)
    wait_until_saved(phone)
    # The first check has been made, and the browser's own after a navigation.
    phone.wait_for_load_state("networkidle")
    return phone


def page_of_ours(site: StaticServer) -> bytes:
    return (site.folder / "one/index.html").read_bytes()


def update(page: Page) -> None:
    assert page.evaluate(LOOK_FOR_UPDATE) is None
    until(page, UPDATE_WAITS)


def test_a_reader_who_comes_back_after_days_without_a_navigation_is_offered_the_new_version(
    saved: Page, site: StaticServer, make_site: MakeSite
) -> None:
    site.folder = make_site("next", home="New home")
    saved.clock.fast_forward(72 * HOUR)
    saved.evaluate(RETURN)
    expect(saved.get_by_role("button", name="Use it now")).to_be_visible()


def test_a_browser_that_denies_its_own_registration_still_looks_for_the_new_version(
    saved: Page, site: StaticServer, make_site: MakeSite
) -> None:
    # As WebKitGTK 2.50 does now and then, for as long as its process lives.
    saved.evaluate("navigator.serviceWorker.getRegistration = async () => undefined")
    site.folder = make_site("next", home="New home")
    saved.clock.fast_forward(72 * HOUR)
    saved.evaluate(RETURN)
    expect(saved.get_by_role("button", name="Use it now")).to_be_visible()


def test_coming_back_within_the_hour_asks_nothing_of_the_host(
    saved: Page, site: StaticServer
) -> None:
    saved.clock.fast_forward(HOUR // 2)
    site.requests.clear()
    saved.evaluate(RETURN)
    saved.evaluate("dispatchEvent(new Event('online'))")
    assert saved.evaluate("fetch('style.css').then((response) => response.ok)")
    assert site.requests == []


def test_a_clock_that_was_set_back_does_not_stop_the_checks(
    saved: Page, site: StaticServer, make_site: MakeSite
) -> None:
    site.folder = make_site("next", home="New home")
    saved.evaluate("localStorage.setItem('/:mkdocs-pwa-checked:1', Date.now() + 9e12)")
    saved.evaluate(RETURN)
    expect(saved.get_by_role("button", name="Use it now")).to_be_visible()


def test_a_check_that_failed_is_made_again_when_the_network_is_back(
    saved: Page, site: StaticServer, make_site: MakeSite
) -> None:
    site.stop()
    saved.clock.fast_forward(2 * HOUR)
    saved.evaluate(RETURN)
    site.folder = make_site("next", home="New home")
    site.start()
    saved.evaluate("dispatchEvent(new Event('online'))")
    expect(saved.get_by_role("button", name="Use it now")).to_be_visible()


def test_the_notice_gives_the_size_of_what_has_changed(
    saved: Page, site: StaticServer, make_site: MakeSite
) -> None:
    site.folder = make_site("next", extra=WORDS)
    update(saved)
    expect(saved.get_by_text("A new version is ready (64 kB).")).to_be_visible()


@pytest.mark.parametrize(
    ("before", "after", "said"),
    [
        pytest.param("x" * 300, "y" * 300, "A new version is ready (300 bytes).", id="changed"),
        pytest.param("x" * 300, None, "A new version is ready.", id="deleted"),
    ],
)
def test_a_version_with_next_to_nothing_to_fetch_is_not_offered_as_no_kilobytes(
    phone: Page, make_site: MakeSite, before: str, after: str | None, said: str
) -> None:
    with StaticServer(make_site(extra={"small.txt": before})) as site:
        phone.goto(site.url)
        wait_until_saved(phone)
        phone.wait_for_load_state("networkidle")
        site.folder = make_site("next", extra={"small.txt": after} if after else {})
        update(phone)
        expect(phone.get_by_text("A new version is ready")).to_have_text(said)


def test_editing_one_page_downloads_that_page_and_the_worker(
    phone: Page, site: StaticServer, make_site: MakeSite
) -> None:
    phone.goto(site.url)
    wait_until_saved(phone)
    phone.wait_for_load_state("networkidle")
    site.folder = make_site("next", home="New home")
    site.sent.clear()
    update(phone)
    assert site.sent == {
        path: (site.folder / file).stat().st_size
        for path, file in {"": "index.html", "sw.js": "sw.js"}.items()
    }


def test_a_tab_whose_version_nobody_knows_any_more_is_promised_nothing(
    phone: Page, site: StaticServer, make_site: MakeSite
) -> None:
    phone.goto(site.url)
    wait_until_saved(phone)
    site.folder = make_site("next", home="New home", extra={"new/index.html": page_of_ours(site)})
    phone.goto(f"{site.url}new/")
    assert phone.evaluate(TAB) == "network"
    phone.evaluate(EMPTY_THE_STORE)
    session = phone.context.new_cdp_session(phone)
    session.send("ServiceWorker.enable")
    session.send("ServiceWorker.stopAllWorkers")
    assert phone.evaluate(TAB) == "network"


def test_a_tab_of_an_older_version_gets_no_part_of_another_when_the_store_is_emptied(
    phone: Page, site: StaticServer, make_site: MakeSite
) -> None:
    phone.goto(site.url)
    wait_until_saved(phone)
    # Opened by the worker, which notes its version.
    phone.reload()
    second = phone.context.new_page()
    second.goto(site.url)
    site.folder = make_site("next", home="New home", extra={"style.css": "body{margin:2em}"})
    update(second)
    second.get_by_role("button", name="Use it now").click()
    expect(second.get_by_role("heading", name="New home")).to_be_visible()
    phone.evaluate(EMPTY_THE_STORE)
    part = "fetch('style.css').then((response) => response.text(), () => 'nothing')"
    assert phone.evaluate(part) == "nothing"


def test_going_back_to_an_older_version_is_an_update_like_others(
    saved: Page, site: StaticServer, make_site: MakeSite
) -> None:
    first = site.folder
    site.folder = make_site("next", home="New home")
    update(saved)
    saved.get_by_role("button", name="Use it now").click()
    expect(saved.get_by_role("heading", name="New home")).to_be_visible()
    site.folder = first
    update(saved)
    saved.get_by_role("button", name="Use it now").click()
    expect(saved.get_by_role("heading", name="Home", exact=True)).to_be_visible()


def test_a_version_that_was_taken_back_before_it_was_used_is_not_offered(
    saved: Page, site: StaticServer, make_site: MakeSite
) -> None:
    first = site.folder
    site.folder = make_site("next", home="New home")
    update(saved)
    site.folder = first
    site.requests.clear()
    assert saved.evaluate(LOOK_FOR_UPDATE) is None
    until(saved, "navigator.serviceWorker.getRegistration().then((r) => !r.installing)")
    saved.reload()
    # The older version waits behind itself, as a worker of its own.
    until(saved, UPDATE_WAITS)
    expect(saved.get_by_text("Saved on this phone.")).to_be_visible()
    expect(saved.get_by_role("button", name="Use it now")).to_have_count(0)


def test_an_urgent_version_says_why_also_to_a_reader_who_said_later(
    saved: Page, site: StaticServer, make_site: MakeSite
) -> None:
    site.folder = make_site("next", home="New home")
    update(saved)
    saved.get_by_role("button", name="Later").click()
    site.folder = make_site("urgent", home="Right home", urgent="The fasting time was wrong")
    update(saved)
    reason = saved.get_by_text("Important correction: The fasting time was wrong")
    expect(reason).to_be_visible()
    saved.get_by_role("button", name="Use it now").click()
    expect(saved.get_by_role("heading", name="Right home")).to_be_visible()

    # The same reason is not given again with the version after it.
    site.folder = make_site("after", home="Last home", urgent="The fasting time was wrong")
    update(saved)
    expect(saved.get_by_text("A new version is ready")).not_to_be_visible()
    assert reason.count() == 0


@pytest.fixture
def data_saver(phone: Page) -> CDPSession:
    session = phone.context.new_cdp_session(phone)
    session.send("Emulation.setDataSaverOverride", {"dataSaverEnabled": True})
    return session


def test_where_the_reader_saves_data_the_first_copy_is_asked_for_with_its_size(
    phone: Page, site: StaticServer, data_saver: CDPSession
) -> None:
    phone.goto(site.url)
    assert phone.evaluate("navigator.connection.saveData") is True
    notice = phone.locator(".mkdocs-pwa")
    expect(notice).to_contain_text("Save this guide for use with no signal? It needs")
    # The worker that has asked is gone again, and has stored nothing.
    until(phone, f"{REGISTRATIONS}.then((count) => count === 0)")
    assert phone.evaluate("caches.keys()") == ["mkdocs-pwa:/:state"]
    notice.get_by_role("button", name="Save").click()
    wait_until_saved(phone)


def test_where_the_reader_saves_data_later_is_not_asked_again_on_the_next_page(
    phone: Page, site: StaticServer, data_saver: CDPSession
) -> None:
    phone.goto(site.url)
    phone.locator(".mkdocs-pwa").get_by_role("button", name="Later").click()
    phone.goto(f"{site.url}one/")
    expect(phone.get_by_text("Save this guide for use with no signal?")).to_be_visible()
    expect(phone.locator(".mkdocs-pwa button")).to_have_count(0)


def test_where_the_reader_saves_data_an_update_is_fetched_only_with_leave(
    phone: Page, site: StaticServer, make_site: MakeSite, data_saver: CDPSession
) -> None:
    phone.goto(site.url)
    phone.locator(".mkdocs-pwa").get_by_role("button", name="Save").click()
    wait_until_saved(phone)
    site.folder = make_site("next", extra=WORDS)
    phone.evaluate("localStorage.clear()")
    site.requests.clear()
    phone.reload()
    notice = phone.locator(".mkdocs-pwa")
    expect(notice).to_contain_text("A new version is out. It needs 64 kB.")
    # The browser looks for itself after a navigation; the worker waits for the reader's leave.
    assert phone.evaluate(LOOK_FOR_UPDATE) in (None, "TypeError")
    until(phone, "navigator.serviceWorker.getRegistration().then((r) => !r.installing)")
    assert "words.txt" not in site.requests
    notice.get_by_role("button", name="Download").click()
    until(phone, UPDATE_WAITS)
    assert site.requests.count("words.txt") == 1


# --- Much to fetch ---

FILM = random.Random(1).randbytes(11_000_000)


def test_an_update_that_is_large_is_fetched_only_with_leave(
    saved: Page, site: StaticServer, make_site: MakeSite
) -> None:
    site.folder = make_site("next", extra={"film.mp4": FILM})
    site.requests.clear()
    assert saved.evaluate(LOOK_FOR_UPDATE) in (None, "TypeError")
    notice = saved.locator(".mkdocs-pwa")
    expect(notice).to_contain_text("A new version is out. It needs 11 MB.")
    until(saved, "navigator.serviceWorker.getRegistration().then((r) => !r.installing)")
    assert film_requests(site) == []
    notice.get_by_role("button", name="Download").click()
    until(saved, UPDATE_WAITS)
    assert len(film_requests(site)) == 1


def test_a_large_update_that_can_wait_is_not_asked_about_on_the_next_page(
    saved: Page, site: StaticServer, make_site: MakeSite
) -> None:
    site.folder = make_site("next", extra={"film.mp4": FILM})
    site.requests.clear()
    assert saved.evaluate(LOOK_FOR_UPDATE) in (None, "TypeError")
    saved.locator(".mkdocs-pwa").get_by_role("button", name="Later").click()
    saved.goto(f"{site.url}one/")
    assert saved.evaluate(LOOK_FOR_UPDATE) in (None, "TypeError")
    until(saved, "navigator.serviceWorker.getRegistration().then((r) => !r.installing)")
    expect(saved.locator(".mkdocs-pwa button")).to_have_count(0)
    assert film_requests(site) == []


def test_a_small_change_of_a_large_site_needs_no_leave(phone: Page, make_site: MakeSite) -> None:
    with StaticServer(make_site(extra={"film.mp4": FILM})) as site:
        phone.goto(site.url)
        phone.locator(".mkdocs-pwa").get_by_role("button", name="Save").click()
        wait_until_saved(phone)
        site.folder = make_site("next", home="New home", extra={"film.mp4": FILM})
        site.requests.clear()
        update(phone)
        assert film_requests(site) == []


def film_requests(site: StaticServer) -> list[str]:
    """Those that bring the film: its own, or for the bundle."""
    return [path for path in site.requests if path.endswith((".mp4", ".bin"))]


# --- What is no longer worth an offer ---


def test_an_offer_goes_when_its_version_is_taken_back(
    saved: Page, site: StaticServer, make_site: MakeSite
) -> None:
    first = site.folder
    site.folder = make_site("next", home="New home")
    update(saved)
    expect(saved.get_by_role("button", name="Use it now")).to_be_visible()
    site.folder = first
    assert saved.evaluate(LOOK_FOR_UPDATE) is None
    expect(saved.get_by_role("button", name="Use it now")).to_have_count(0)


def test_a_version_whose_files_are_gone_is_made_whole_before_it_is_offered(
    saved: Page, site: StaticServer, make_site: MakeSite
) -> None:
    site.folder = make_site("next", home="New home", extra=WORDS)
    update(saved)
    saved.evaluate(EMPTY_THE_NEXT)
    site.requests.clear()
    saved.reload()
    expect(saved.get_by_role("button", name="Use it now")).to_be_visible()
    assert "words.txt" in site.requests or film_requests(site)
    site.stop()
    saved.get_by_role("button", name="Use it now").click()
    expect(saved.get_by_role("heading", name="New home")).to_be_visible()
    assert saved.evaluate("fetch('words.txt').then((response) => response.status)") == 200


def test_the_worker_of_another_tool_is_replaced_without_a_word(
    phone: Page, site: StaticServer
) -> None:
    ours = (site.folder / "sw.js").read_bytes()
    (site.folder / "sw.js").write_text("addEventListener('fetch', () => {});", "utf-8")
    phone.goto(site.url)
    until(phone, "navigator.serviceWorker.getRegistration().then((r) => Boolean(r?.active))")
    phone.reload()
    (site.folder / "sw.js").write_bytes(ours)
    phone.evaluate("localStorage.clear()")
    phone.reload()
    expect(phone.get_by_text("Saved on this phone.").first).to_be_visible()
    expect(phone.get_by_text("A new version")).to_have_count(0)
