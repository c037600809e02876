"""Wi-Fi that wants a sign-in first, and answers in the site's name."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from mkdocs_pwa_testing import faults
from mkdocs_pwa_testing.page import LOOK_FOR_UPDATE, wait_until_saved
from mkdocs_pwa_testing.server import Answer, StaticServer

REGISTRATIONS = "navigator.serviceWorker.getRegistrations().then((found) => found.length)"


@pytest.fixture
def sign_in(tmp_path: Path) -> Iterator[StaticServer]:
    """A host of its own that readers are sent to."""
    folder = tmp_path / "sign-in"
    folder.mkdir()
    (folder / "index.html").write_bytes(faults.SIGN_IN)
    with StaticServer(folder) as running:
        yield running


@pytest.mark.fault(9)
def test_a_sign_in_page_on_the_first_visit_leaves_nothing_behind(
    phone: Page, server: StaticServer
) -> None:
    server.fault = faults.everywhere(faults.sign_in_page)
    phone.goto(server.url)
    expect(phone.get_by_role("heading", name="Sign in to the Wi-Fi")).to_be_visible()
    assert phone.evaluate(REGISTRATIONS) == 0
    assert phone.evaluate("caches.keys()") == []

    server.fault = None
    phone.goto(server.url)
    wait_until_saved(phone)


@pytest.mark.fault(10)
def test_a_sign_in_page_while_saving_is_not_stored_and_saving_goes_on_later(
    phone: Page, unbundled: StaticServer
) -> None:
    later = {"two/", "one/deep/", "404.html"}
    unbundled.fault = lambda path, answer: faults.sign_in_page(answer) if path in later else answer
    phone.goto(unbundled.url)
    expect(phone.get_by_text("Saving stopped at")).to_be_visible()

    unbundled.fault = None
    unbundled.requests.clear()
    wait_until_saved(phone)
    assert later <= set(unbundled.requests) <= later | {"sw.js"}


@pytest.mark.fault(11)
@pytest.mark.parametrize("content_type", ["text/html", "text/javascript"])
def test_a_sign_in_page_in_place_of_the_worker_is_refused(
    phone: Page, server: StaticServer, content_type: str
) -> None:
    phone.goto(server.url)
    wait_until_saved(phone)
    errors: list[str] = []
    phone.on("pageerror", lambda error: errors.append(str(error)))
    server.fault = lambda path, answer: Answer(200, content_type, faults.SIGN_IN)
    assert phone.evaluate(LOOK_FOR_UPDATE) in ("SecurityError", "TypeError")
    phone.goto(f"{server.url}one/")
    expect(phone.get_by_role("heading", name="Page one")).to_be_visible()
    expect(phone.get_by_text("Saved on this phone.")).to_be_visible()
    assert errors == []


@pytest.mark.fault(13)
def test_a_redirect_to_a_sign_in_host_does_not_lead_a_reader_of_the_copy_there(
    phone: Page, server: StaticServer, sign_in: StaticServer
) -> None:
    phone.goto(server.url)
    wait_until_saved(phone)
    server.fault = faults.everywhere(faults.redirect_to(sign_in.url))
    phone.goto(f"{server.url}one/")
    expect(phone.get_by_role("heading", name="Page one")).to_be_visible()
    phone.goto(f"{server.url}new/")
    expect(phone.get_by_role("heading", name="This page is not saved")).to_be_visible()
    phone.get_by_role("link", name="Open it from the network").click()
    expect(phone.get_by_role("heading", name="Sign in to the Wi-Fi")).to_be_visible()


@pytest.mark.fault(13)
def test_a_redirect_to_a_sign_in_host_on_the_first_visit_saves_nothing(
    phone: Page, server: StaticServer, sign_in: StaticServer
) -> None:
    server.fault = faults.everywhere(faults.redirect_to(sign_in.url))
    phone.goto(server.url)
    expect(phone.get_by_role("heading", name="Sign in to the Wi-Fi")).to_be_visible()
    server.fault = None
    phone.goto(server.url)
    wait_until_saved(phone)


@pytest.mark.fault(12)
def test_half_a_page_from_the_network_is_not_shown(
    phone: Page, server: StaticServer, make_site: Callable[..., Path]
) -> None:
    phone.goto(server.url)
    wait_until_saved(phone)
    whole = (server.folder / "one/index.html").read_bytes()
    cut = Answer(200, "text/html", whole[:-30], {"Content-Length": "", "Connection": "close"})
    server.fault = lambda path, answer: cut if path == "new/" else answer
    phone.goto(f"{server.url}new/")
    expect(phone.get_by_role("heading", name="This page is not saved")).to_be_visible()


@pytest.mark.fault(45)
def test_a_script_that_fetches_pages_is_not_given_a_sign_in_page(
    phone: Page, server: StaticServer
) -> None:
    phone.goto(server.url)
    wait_until_saved(phone)
    server.fault = faults.everywhere(faults.sign_in_page)
    fetched = "(url) => fetch(url).then((response) => response.text(), () => 'refused')"
    assert phone.evaluate(fetched, f"{server.url}new/") == "refused"
    assert "Page one" in phone.evaluate(fetched, f"{server.url}one/")
