"""An update that was cut goes on with what has come, after whatever happened in between."""

from __future__ import annotations

import contextlib
import os
import signal
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext, Error, Page

from mkdocs_pwa_testing.fixtures import StartPhone
from mkdocs_pwa_testing.page import (
    LOOK_FOR_UPDATE,
    UPDATE_WAITS,
    open_and_save,
    until,
    wait_until_saved,
)
from mkdocs_pwa_testing.server import Answer, StaticServer

MakeSite = Callable[..., Path]

FILES = 40
NOTHING_IS_BEING_STORED = """
navigator.serviceWorker.getRegistration().then((found) => !found.installing)
"""


def texts(word: str) -> dict[str, str]:
    return {f"texts/{number}.txt": f"{word} {number}" for number in range(FILES)}


def text_requests(server: StaticServer) -> list[str]:
    return [path for path in server.requests if path.startswith("texts/")]


def cut_after(files: int) -> Callable[[str, Answer], Answer | None]:
    """A network that is lost after so many of the texts."""
    sent: list[str] = []

    def fault(path: str, answer: Answer) -> Answer | None:
        if not path.startswith("texts/"):
            return answer
        sent.append(path)
        return answer if len(sent) <= files else None

    return fault


def cut_the_update(page: Page, server: StaticServer, folder: Path, files: int) -> None:
    """Publish a version, and lose the network after so many of its texts."""
    page.wait_for_load_state("networkidle")
    server.folder = folder
    server.fault = cut_after(files)
    server.requests.clear()
    assert page.evaluate(LOOK_FOR_UPDATE) in (None, "TypeError")
    until(page, NOTHING_IS_BEING_STORED)
    assert len(text_requests(server)) > files


def read_without_a_network(page: Page, server: StaticServer) -> None:
    """Open pages; a worker that has been started again finds that other tabs have closed."""
    server.stop()
    page.goto(f"{server.url}two/")
    session = page.context.new_cdp_session(page)
    session.send("ServiceWorker.enable")
    session.send("ServiceWorker.stopAllWorkers")
    page.goto(f"{server.url}one/")
    # What a page starts while it is being opened is done before the next is answered.
    page.goto(f"{server.url}two/")
    server.start()


def finish_the_update(page: Page, server: StaticServer) -> None:
    server.fault = None
    server.requests.clear()
    assert page.evaluate(LOOK_FOR_UPDATE) in (None, "TypeError")
    until(page, UPDATE_WAITS)


@pytest.mark.fault(26)
def test_what_has_come_of_an_update_outlives_the_tab(phone: Page, make_site: MakeSite) -> None:
    with StaticServer(make_site(extra=texts("old"), bundle=False)) as server:
        phone.goto(server.url)
        wait_until_saved(phone)
        # Answered by the worker, which notes the tab and later that it has closed.
        phone.reload()
        cut_the_update(phone, server, make_site("next", extra=texts("new"), bundle=False), 24)
        again = phone.context.new_page()
        phone.close()
        read_without_a_network(again, server)
        finish_the_update(again, server)
        assert len(text_requests(server)) == FILES - 24
        again.get_by_role("button", name="Use it now").click()
        until(again, "fetch('../texts/39.txt').then((r) => r.text()).then((t) => t === 'new 39')")


@pytest.mark.fault(27)
def test_what_has_come_of_an_update_outlives_a_killed_browser(
    start_phone: StartPhone, make_site: MakeSite, tmp_path: Path
) -> None:
    with StaticServer(make_site(extra=texts("old"), bundle=False)) as server:
        with start_phone() as context:
            page = open_and_save(context, server.url)
            page.reload()
            folder = make_site("next", extra=texts("new"), bundle=False)
            cut_the_update(page, server, folder, 24)
            kill(context, tmp_path / "profile")
        with start_phone() as context:
            page = context.pages[0]
            read_without_a_network(page, server)
            finish_the_update(page, server)
            assert len(text_requests(server)) == FILES - 24


def kill(context: BrowserContext, profile: Path) -> None:
    """End all processes of a browser at once, as a phone does that runs out of memory."""
    for process in Path("/proc").glob("[0-9]*"):
        with contextlib.suppress(OSError):
            if str(profile).encode() in (process / "cmdline").read_bytes():
                os.kill(int(process.name), signal.SIGKILL)
    with contextlib.suppress(Error):
        context.close()
