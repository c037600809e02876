"""Saving: only verified bytes, never twice, never claimed too early."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from mkdocs_pwa_testing.fixtures import StartPhone
from mkdocs_pwa_testing.page import open_and_save, until, wait_until_saved
from mkdocs_pwa_testing.server import Answer, StaticServer

SAVED = "Saved on this phone. Works with no signal."
SIGN_IN = b"<!doctype html><title>Free Wi-Fi</title><h1>Sign in to the Wi-Fi</h1>"

TEXTS = {".html", ".css", ".js", ".webmanifest"}

STORED = """
(async () => {
  const names = (await caches.keys()).filter((name) => !name.endsWith(":state"));
  const caches_ = await Promise.all(names.map((name) => caches.open(name)));
  const texts = [];
  for (const cache of caches_) {
    for (const request of await cache.keys()) texts.push(await (await cache.match(request)).text());
  }
  return texts;
})()
"""


def test_everything_is_stored_after_one_visit(
    start_phone: StartPhone, server: StaticServer
) -> None:
    with start_phone() as context:
        page = open_and_save(context, server.url)
        expect(page.get_by_text(SAVED)).to_be_visible()
        server.stop()
        for path, title in [("one/", "Page one"), ("one/deep/", "Deep page"), ("two/", "Page two")]:
            page.goto(server.url + path)
            expect(page.get_by_role("heading", name=title)).to_be_visible()


def test_the_worker_of_a_small_site_is_asked_for_once(phone: Page, server: StaticServer) -> None:
    phone.goto(server.url)
    wait_until_saved(phone)
    assert server.requests.count("sw.js") == 1


def test_a_page_that_is_never_told_of_the_activation_still_says_that_all_is_saved(
    phone: Page, server: StaticServer
) -> None:
    # As WebKitGTK 2.50 does to a page that it opens in that moment.
    phone.add_init_script("ServiceWorker.prototype.addEventListener = () => {}")
    phone.goto(server.url)
    expect(phone.get_by_text(SAVED)).to_be_visible()


@pytest.mark.fault(1)
def test_a_cut_install_goes_on_where_it_stopped(
    start_phone: StartPhone, unbundled: StaticServer
) -> None:
    with start_phone() as context:
        page = context.pages[0]
        unbundled.fault = lambda path, answer: None if path == "two/" else answer
        page.goto(unbundled.url)
        expect(page.get_by_text("Saving stopped at")).to_be_visible()
        expect(page.get_by_text(SAVED)).to_have_count(0)

        unbundled.fault = None
        unbundled.requests.clear()
        page.goto(unbundled.url + "two/")
        wait_until_saved(page)
        asked_by_page = {"two/", "style.css", "pwa/client.js"}
        icons = {path for path in unbundled.requests if path.startswith("pwa/icon-")}
        new = set(unbundled.requests) - asked_by_page - icons - {"sw.js", "manifest.webmanifest"}
        assert new - {"favicon.ico", "pwa/apple-touch-icon.png"} == set()


def login_page(path: str, answer: Answer) -> Answer:
    return Answer(200, "text/html", SIGN_IN) if path == "two/" else answer


def half_the_file(path: str, answer: Answer) -> Answer:
    half = answer.body[: len(answer.body) // 2]
    return Answer(200, answer.content_type, half) if path == "two/" else answer


def redirect_to_login(path: str, answer: Answer) -> Answer:
    return Answer(302, "text/html", b"", {"Location": "one/"}) if path == "two/" else answer


@pytest.mark.fault(10, 13)
@pytest.mark.parametrize("fault", [login_page, half_the_file, redirect_to_login])
def test_wrong_bytes_are_never_stored(
    start_phone: StartPhone, unbundled: StaticServer, fault: object
) -> None:
    with start_phone() as context:
        page = context.pages[0]
        unbundled.fault = fault  # type: ignore[assignment]
        page.goto(unbundled.url)
        expect(page.get_by_text("Saving stopped at")).to_be_visible()
        stored = page.evaluate(STORED)
        published = [
            file.read_text("utf-8")
            for file in unbundled.folder.rglob("*.*")
            if file.suffix in TEXTS
        ]
        assert stored
        assert all(text in published for text in stored)
        expect(page.get_by_text(SAVED)).to_have_count(0)


@pytest.mark.fault(2)
def test_a_server_that_stumbles_once_is_asked_again(
    start_phone: StartPhone, unbundled: StaticServer
) -> None:
    failed: list[str] = []

    def stumble(path: str, answer: Answer) -> Answer:
        if path == "two/" and not failed:
            failed.append(path)
            return Answer(500, "text/html", b"busy")
        return answer

    unbundled.fault = stumble
    with start_phone() as context:
        open_and_save(context, unbundled.url)
    assert failed == ["two/"]


@pytest.mark.fault(11)
def test_a_sign_in_page_in_place_of_the_worker_changes_nothing(
    start_phone: StartPhone, server: StaticServer
) -> None:
    with start_phone() as context:
        page = open_and_save(context, server.url)
        server.fault = lambda path, answer: Answer(200, "text/html", SIGN_IN)
        page.goto(server.url + "one/")
        expect(page.get_by_role("heading", name="Page one")).to_be_visible()
        expect(page.get_by_text(SAVED)).to_be_visible()


def clear_the_store(page: Page) -> None:
    page.evaluate(
        "caches.keys().then(names => Promise.all(names.map(name => caches.delete(name))))"
    )


@pytest.mark.fault(24)
def test_a_store_that_the_browser_has_emptied_is_mended_from_the_network(
    start_phone: StartPhone, server: StaticServer
) -> None:
    with start_phone() as context:
        page = open_and_save(context, server.url)
        clear_the_store(page)
        page.goto(server.url + "one/")
        expect(page.get_by_role("heading", name="Page one")).to_be_visible()
        wait_until_saved(page)
        server.stop()
        page.goto(server.url + "two/")
        expect(page.get_by_role("heading", name="Page two")).to_be_visible()


@pytest.mark.fault(24)
def test_an_emptied_store_without_a_network_says_what_to_do(
    start_phone: StartPhone, server: StaticServer
) -> None:
    with start_phone() as context:
        page = open_and_save(context, server.url)
        server.stop()
        clear_the_store(page)
        page.goto(server.url + "one/")
        expect(page.get_by_role("heading", name="The saved copy needs repair")).to_be_visible()


def test_a_first_visit_is_not_reloaded(start_phone: StartPhone, server: StaticServer) -> None:
    with start_phone() as context:
        page = context.pages[0]
        page.goto(server.url)
        page.evaluate("window.stillHere = true")
        wait_until_saved(page)
        assert page.evaluate("window.stillHere") is True


def test_nothing_else_on_the_origin_is_touched(
    start_phone: StartPhone, server: StaticServer
) -> None:
    with start_phone() as context:
        page = context.pages[0]
        page.goto(server.url)
        page.evaluate("caches.open('mkdocs-pwa:/other/:1234').then(() => caches.open('foreign'))")
        wait_until_saved(page)
        names = until(page, "caches.keys()")
        assert {"mkdocs-pwa:/other/:1234", "foreign"} <= set(names)
