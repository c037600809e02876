"""What hosts do to types, times, names and folders, in every engine."""

from __future__ import annotations

import threading
from collections.abc import Callable
from pathlib import Path

import pytest

from mkdocs_pwa_testing import faults
from mkdocs_pwa_testing.engines import Engine
from mkdocs_pwa_testing.page import LOOK_FOR_UPDATE, SAVED, UPDATE_WAITS
from mkdocs_pwa_testing.server import Answer, StaticServer

pytestmark = pytest.mark.offline

MakeSite = Callable[..., Path]

UPDATE_NOW = ".mkdocs-pwa__button--first"

#: What is asked of a file of ten digits, and what is given.
PARTS: dict[str, list[object]] = {
    "bytes=2-4": [206, "234", "bytes 2-4/10"],
    "bytes=7-": [206, "789", "bytes 7-9/10"],
    "bytes=-2": [206, "89", "bytes 8-9/10"],
    "bytes=8-99": [206, "89", "bytes 8-9/10"],
    "bytes=10-": [416, "", "bytes */10"],
    "bytes=-": [200, "0123456789", None],
}
GIVEN = """
fetch("digits.txt", {{ headers: {{ Range: "{}" }} }}).then(async (response) =>
  [response.status, await response.text(), response.headers.get("content-range")])
"""


@pytest.mark.fault(20)
def test_a_worker_that_the_host_lets_live_for_a_year_is_still_looked_for(
    phone: Engine, server: StaticServer, make_site: MakeSite
) -> None:
    def for_a_year(answer: Answer) -> Answer:
        kept = {**answer.headers, "Cache-Control": "public, max-age=31536000, immutable"}
        return Answer(answer.status, answer.content_type, answer.body, kept)

    server.fault = faults.everywhere(for_a_year)
    phone.goto(server.url)
    phone.until(SAVED)
    server.folder = make_site("next", home="New home")
    assert phone.js(LOOK_FOR_UPDATE) is None
    phone.until(UPDATE_WAITS)
    phone.click(UPDATE_NOW)
    phone.until_text("New home")


@pytest.mark.fault(21)
def test_a_worker_of_the_wrong_type_is_not_used_and_nothing_is_claimed(
    phone: Engine, telling: StaticServer
) -> None:
    asked = threading.Event()

    def as_text(answer: Answer) -> Answer:
        asked.set()
        return Answer(200, "text/plain", answer.body)

    telling.fault = faults.for_path("sw.js", as_text)
    phone.goto(telling.url)
    assert asked.wait(20)
    phone.until_text("This guide is not saved on this phone.")
    assert phone.js("thrown") == []
    phone.click("a")
    phone.until_text("Two of Home")
    assert "Works with no signal" not in phone.text


@pytest.mark.fault(22)
def test_other_files_of_the_wrong_type_are_saved_all_the_same(
    phone: Engine, make_site: MakeSite
) -> None:
    types = (".webmanifest", ".svg", ".txt")
    with StaticServer(make_site(extra={"a.svg": "<svg/>", "a.txt": "text"})) as server:
        server.fault = lambda path, answer: (
            Answer(200, "application/octet-stream", answer.body) if path.endswith(types) else answer
        )
        phone.goto(server.url)
        phone.until(SAVED)


@pytest.mark.fault(31)
def test_a_site_in_another_folder_than_planned_works_and_has_its_404_page(
    phone: Engine, make_site: MakeSite
) -> None:
    folder = make_site("moved", site_url="https://example.org/elsewhere/")
    with StaticServer(folder, base="/a/b/") as server:
        phone.goto(server.url)
        phone.until(SAVED)
        server.stop()
        phone.goto(server.url + "two/")
        phone.until_text("Two of Home")
        phone.goto(server.url + "deep/down/nothing")
        phone.until_text("Not here")


@pytest.mark.fault(46)
def test_a_part_of_a_saved_file_is_given_as_a_part(phone: Engine, make_site: MakeSite) -> None:
    with StaticServer(make_site(extra={"digits.txt": "0123456789"})) as server:
        phone.goto(server.url)
        phone.until(SAVED)
        server.stop()
        assert {asked: phone.js(GIVEN.format(asked)) for asked in PARTS} == PARTS


@pytest.mark.fault(47)
def test_requests_that_are_not_for_files_of_ours_are_left_to_the_network(
    phone: Engine, server: StaticServer
) -> None:
    phone.goto(server.url)
    phone.until(SAVED)
    server.requests.clear()
    assert phone.js("fetch('nothing.json').then((response) => response.status)") == 404
    assert "nothing.json" in server.requests

    server.stop()
    for method, is_answered in {"HEAD": False, "POST": False, "GET": True}.items():
        sent = f"fetch('style.css', {{ method: '{method}' }}).then(() => true, () => false)"
        assert phone.js(sent) is is_answered, method


@pytest.mark.fault(48)
def test_a_name_with_brackets_is_found_however_it_is_spelled(
    phone: Engine, make_site: MakeSite
) -> None:
    with StaticServer(make_site("brackets", extra={"notes(1).txt": "Notes"})) as server:
        phone.goto(server.url)
        phone.until(SAVED)
        server.stop()
        for address in ("notes(1).txt", "notes%281%29.txt"):
            assert phone.js(f"fetch('{address}').then((found) => found.text())") == "Notes"
