"""Saving that is cut, goes on, finds the phone emptied, or finds files missing, in every engine."""

from __future__ import annotations

import threading
from collections.abc import Callable
from pathlib import Path

import pytest

from mkdocs_pwa.copy.bundle_name import is_bundle
from mkdocs_pwa_testing.engines import Engine
from mkdocs_pwa_testing.faults import Gate
from mkdocs_pwa_testing.page import REGISTRATION, SAVED
from mkdocs_pwa_testing.server import Answer, Fault, StaticServer
from mkdocs_pwa_testing.stored import wrong_bytes

pytestmark = pytest.mark.offline

MakeSite = Callable[..., Path]
StartPhone = Callable[..., Engine]

ERROR = Answer(500, "text/html", b"broken")
EMPTY_THE_PHONE = f"""
Promise.all([
  caches.keys().then((names) => Promise.all(names.map((name) => caches.delete(name)))),
  {REGISTRATION}.then((found) => found.unregister()),
]).then(() => true)
"""


def one_by_one(fault: Fault) -> Fault:
    """A fault in single files, where the file of all of them cannot be had."""
    return lambda path, answer: (
        Answer(404, "text/html", b"") if is_bundle(path) else fault(path, answer)
    )


@pytest.mark.fault(1)
def test_a_lost_connection_costs_only_what_was_under_way(
    phone: Engine, server: StaticServer
) -> None:
    server.fault = one_by_one(lambda path, answer: None if path == "two/" else answer)
    phone.goto(server.url)
    phone.until_text("Saving stopped at 6 of 7.")
    assert "Saved on this phone" not in phone.text
    assert "To two" in phone.text

    server.fault = one_by_one(lambda _, answer: answer)
    phone.goto(server.url + "one/")
    phone.until(SAVED)
    # Counted as sent: the worker may be trying again while the network comes back.
    for path in ("two/index.html", "404.html"):
        assert server.sent[path.removesuffix("index.html")] == len(
            (server.folder / path).read_bytes()
        )


@pytest.mark.fault(2)
def test_a_file_that_fails_once_is_asked_for_again(phone: Engine, server: StaticServer) -> None:
    failed = threading.Event()

    def once(path: str, answer: Answer) -> Answer:
        if path != "two/" or failed.is_set():
            return answer
        failed.set()
        return ERROR

    server.fault = one_by_one(once)
    phone.goto(server.url)
    phone.until(SAVED)
    assert failed.is_set()


@pytest.mark.fault(3)
def test_a_file_that_fails_for_ever_is_never_said_to_be_saved(
    phone: Engine, server: StaticServer
) -> None:
    server.fault = one_by_one(lambda path, answer: ERROR if path == "two/" else answer)
    phone.goto(server.url)
    phone.until_text("Saving stopped at")
    phone.goto(server.url + "one/")
    phone.until_text("Saving stopped at")
    assert "Works with no signal" not in phone.text
    assert wrong_bytes(phone, server.folder) == []


@pytest.mark.fault(4)
def test_an_optional_file_that_is_not_there_is_named_and_holds_nothing_up(
    phone: Engine, make_site: MakeSite
) -> None:
    place = "<div data-mkdocs-pwa-state></div>"
    folder = make_site(body=place, extra={"map.txt": "Map"}, optional=("map.txt",))
    (folder / "map.txt").unlink()
    with StaticServer(folder) as server:
        phone.goto(server.url)
        phone.until(SAVED)
        phone.until_text("Saved on this phone. Works with no signal.")
        phone.until_text("These files could not be saved.")
        assert "map.txt" in phone.text
        server.stop()
        phone.goto(server.url + "two/")
        phone.until_text("Two of Home")


@pytest.mark.fault(25)
def test_a_phone_that_was_emptied_saves_all_of_it_again(
    phone: Engine, server: StaticServer
) -> None:
    phone.goto(server.url)
    phone.until(SAVED)
    assert phone.js(EMPTY_THE_PHONE)
    phone.goto(server.url + "one/")
    phone.until(SAVED)
    server.stop()
    phone.goto(server.url + "two/")
    phone.until_text("Two of Home")


@pytest.mark.fault(26)
def test_a_browser_closed_while_saving_loses_nothing(
    start_phone: StartPhone, server: StaticServer
) -> None:
    phone = start_phone(restarts=True)
    gate = Gate("two/")
    server.fault = one_by_one(gate)
    phone.goto(server.url)
    assert gate.reached.wait(20)
    phone.until_text("Saving for use with no signal: 6 of 7")
    phone.restart()
    gate.open()
    server.requests.clear()
    phone.goto(server.url)
    phone.until(SAVED)
    phone.until_text("Saved on this phone. Works with no signal.")
    assert "one/" not in server.requests


@pytest.mark.fault(27)
def test_saving_that_takes_longer_than_one_install_may_is_done_in_several(
    phone: Engine, make_site: MakeSite
) -> None:
    never = threading.Event()

    def slow(path: str, answer: Answer) -> Answer:
        if path == "sw.js":
            # The limit of minutes, made short: two rounds of the four files at a time. Not shorter,
            # for on a busy machine WebKit takes half a second to open its store.
            limit, short = b"INSTALL_LIMIT_MS = 240_000", b"INSTALL_LIMIT_MS = 2_000"
            assert limit in answer.body
            return Answer(200, answer.content_type, answer.body.replace(limit, short))
        never.wait(1.1)
        return answer

    # With the four pages that the first one does not load, three rounds.
    texts = {f"{number}.txt": "text" for number in range(8)}
    with StaticServer(make_site(extra=texts, bundle=False)) as server:
        server.fault = slow
        phone.goto(server.url)
        phone.until(SAVED)
        # Once for each install.
        assert server.requests.count("sw.js") >= 2
        # No file is fetched by a second install that the first one has stored.
        assert server.requests.count("two/") == 1


@pytest.mark.fault(29)
def test_a_first_visit_without_a_network_does_not_harm_the_next(
    phone: Engine, server: StaticServer
) -> None:
    server.stop()
    phone.goto(server.url)
    server.start()
    phone.goto(server.url)
    phone.until(SAVED)
