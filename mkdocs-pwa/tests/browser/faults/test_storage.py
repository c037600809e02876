"""Phones that are full, run no scripts or have no secure address: only Chromium can be one here.

DevTools limit the room of a site, Playwright switches scripts off, and a flag names this machine.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, Playwright, expect

from mkdocs_pwa_testing import screens
from mkdocs_pwa_testing.chromium import ARGUMENTS
from mkdocs_pwa_testing.page import LOOK_FOR_UPDATE, wait_until_saved
from mkdocs_pwa_testing.server import StaticServer

MakeSite = Callable[..., Path]

STATE = "<div data-mkdocs-pwa-state></div><div data-mkdocs-pwa-install></div>"
BIG = {"big.txt": "A long line of text.\n" * 100_000}
COPIES = "caches.keys().then((names) => names.filter((name) => !name.endsWith(':state')))"


def limit_storage(page: Page, server: StaticServer, size: int | None) -> None:
    session = page.context.new_cdp_session(page)
    limit = {} if size is None else {"quotaSize": size}
    session.send("Storage.overrideQuotaForOrigin", {"origin": server.url.rstrip("/"), **limit})


@pytest.mark.fault(23)
def test_a_first_copy_that_has_no_room_is_taken_away_and_not_fetched_again_on_each_page(
    phone: Page, make_site: MakeSite
) -> None:
    with StaticServer(make_site(extra=BIG, body=STATE)) as server:
        limit_storage(phone, server, 200_000)
        phone.goto(server.url)
        expect(
            phone.get_by_text("This phone has no room to save the guide.").first
        ).to_contain_text("It needs 2.1 MB.")
        assert phone.evaluate(COPIES) == []
        server.requests.clear()
        phone.goto(f"{server.url}two/")
        expect(phone.get_by_text("This phone has no room").first).to_be_visible()
        asked = [path for path in server.requests if path.startswith(("big", "pwa/bundle"))]
        assert asked == []

        limit_storage(phone, server, None)
        phone.get_by_role("button", name="Save").click()
        wait_until_saved(phone)


@pytest.mark.fault(23)
def test_an_update_that_has_no_room_leaves_the_old_version_whole(
    phone: Page, make_site: MakeSite
) -> None:
    with StaticServer(make_site(body=STATE)) as server:
        phone.goto(server.url)
        wait_until_saved(phone)
        limit_storage(phone, server, 200_000)
        server.folder = make_site("next", home="New home", extra=BIG, body=STATE)
        phone.evaluate(LOOK_FOR_UPDATE)
        expect(phone.get_by_text("There is no room for the new version.").first).to_be_visible()
        assert len(phone.evaluate(COPIES)) == 1
        server.stop()
        phone.goto(f"{server.url}one/")
        expect(phone.get_by_role("heading", name="Page one")).to_be_visible()
        wait_until_saved(phone)


@pytest.mark.fault(42)
def test_without_scripts_the_words_of_the_page_stay(browser: Browser, make_site: MakeSite) -> None:
    # A place may say what holds without scripts.
    body = "<p data-mkdocs-pwa-saved>Saving needs scripts.</p>"
    context = browser.new_context(**screens.phone(), java_script_enabled=False)
    with StaticServer(make_site(body=body)) as server:
        page = context.new_page()
        page.goto(server.url)
        expect(page.get_by_role("heading", name="Home")).to_be_visible()
        expect(page.get_by_text("Saving needs scripts.")).to_be_visible()
        page.goto(f"{server.url}one/")
        expect(page.get_by_role("heading", name="Page one")).to_be_visible()
    context.close()


@pytest.mark.fault(44)
def test_over_plain_http_everything_else_works(
    playwright: Playwright, executable: str, make_site: MakeSite
) -> None:
    errors: list[str] = []
    mapped = playwright.chromium.launch(
        executable_path=executable,
        args=[*ARGUMENTS, "--host-resolver-rules=MAP insecure.test 127.0.0.1"],
    )
    with StaticServer(make_site(body=STATE)) as server:
        page = mapped.new_page()
        page.on("pageerror", lambda error: errors.append(str(error)))
        page.goto(server.url.replace("127.0.0.1", "insecure.test"))
        assert page.evaluate("isSecureContext") is False
        expect(page.get_by_text("This browser cannot save the guide").first).to_be_visible()
        expect(page.get_by_role("heading", name="Home")).to_be_visible()
    assert errors == []
    mapped.close()
