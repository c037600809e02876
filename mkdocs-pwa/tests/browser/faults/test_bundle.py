"""The bundle of the first copy, spoilt in every way that single files are; requests are counted."""

from __future__ import annotations

import random
import re
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from mkdocs_pwa_testing import faults
from mkdocs_pwa_testing.fixtures import StartPhone
from mkdocs_pwa_testing.packed import worker_data
from mkdocs_pwa_testing.page import LOOK_FOR_UPDATE, UPDATE_WAITS, until, wait_until_saved
from mkdocs_pwa_testing.server import Answer, StaticServer

MakeSite = Callable[..., Path]
Spoil = Callable[[Answer], Answer | None]

SAVED = "Saved on this phone. Works with no signal."
PAGES = {"", "one/", "one/deep/", "two/", "404.html"}
# What the first page asks for itself, with or without a worker.
OF_THE_PAGE = {"", "style.css", "pwa/client.js", "manifest.webmanifest"}
OF_THE_SYSTEM = {"favicon.ico", "pwa/apple-touch-icon.png", "pwa/icon-192.png", "pwa/icon-512.png"}

# All that is stored, as [path, bytes as Latin-1 text].
STORED = """
(async () => {
  const found = [];
  for (const name of (await caches.keys()).filter((name) => !name.endsWith(":state"))) {
    const cache = await caches.open(name);
    for (const request of await cache.keys()) {
      const response = await cache.match(request);
      const bytes = new Uint8Array(await response.arrayBuffer());
      const text = Array.from(bytes, (byte) => String.fromCharCode(byte)).join("");
      const path = new URL(request.url).pathname.slice(1);
      found.push([path, text]);
    }
  }
  return found;
})()
"""


def bundle_of(folder: Path) -> str:
    """The path of a packed site's bundle."""
    return str(worker_data(folder)["bundle"]["url"])


def is_as_published(page: Page, folder: Path) -> bool:
    """Whether all that is stored is what was packed; it must be something."""
    stored = page.evaluate(STORED)
    assert stored
    files = [
        folder / path / ("index.html" if path in PAGES - {"404.html"} else "") for path, _ in stored
    ]
    return [text.encode("latin-1") for _, text in stored] == [file.read_bytes() for file in files]


def many_texts() -> dict[str, str]:
    """Files that share a half and that gzip cannot do much with, so a bundle has many pieces."""
    chance = random.Random(7)
    shared = chance.randbytes(10_000).hex()
    texts = [f"{shared}<{chance.randbytes(10_000).hex()}" for _ in range(40)]
    return {f"texts/{number:02}.txt": text for number, text in enumerate(texts)}


@pytest.mark.fault(34)
@pytest.mark.parametrize(
    "spoil",
    [
        lambda answer: answer,
        faults.whole_gzip,
        faults.whole_brotli,
        # A host that takes our file for the compressed form of another: browsers unpack it.
        lambda answer: Answer(200, "text/plain", answer.body, {"Content-Encoding": "gzip"}),
        lambda answer: Answer(200, "text/html", answer.body),
    ],
    ids=["as it is", "gzip", "brotli", "unpacked", "another type"],
)
def test_the_first_copy_takes_one_request_beside_those_of_the_page(
    phone: Page, server: StaticServer, spoil: Spoil
) -> None:
    bundle = bundle_of(server.folder)
    server.fault = lambda path, answer: spoil(answer) if path == bundle else answer
    phone.goto(server.url)
    wait_until_saved(phone)
    asked = [path for path in server.requests if path not in {"sw.js", *OF_THE_SYSTEM}]
    # What the page has loaded is taken from the browser's own cache.
    assert sorted(asked) == sorted([*OF_THE_PAGE, bundle])
    assert is_as_published(phone, server.folder)


def test_without_a_bundle_the_copy_is_the_same(phone: Page, make_site: MakeSite) -> None:
    with StaticServer(make_site("single", bundle=False)) as server:
        phone.goto(server.url)
        wait_until_saved(phone)
        assert set(server.requests) >= PAGES
        assert is_as_published(phone, server.folder)


def stall_after(fraction: float) -> Callable[[Answer], Answer]:
    """The first part of a body, and then nothing more, while the connection stays."""
    return lambda answer: Answer(
        200,
        answer.content_type,
        answer.body[: int(len(answer.body) * fraction)],
        {"Content-Length": str(len(answer.body))},
    )


@pytest.mark.fault(1)
@pytest.mark.parametrize(
    ("arrived", "counted", "comes_again"),
    [(0.3, r": [12]\d of 48", True), (0.85, r": [34]\d of 48", False)],
    ids=["little", "most"],
)
def test_what_has_arrived_is_kept_and_the_rest_comes_by_the_smaller_way(
    start_phone: StartPhone, make_site: MakeSite, arrived: float, counted: str, comes_again: bool
) -> None:
    folder = make_site(extra=many_texts())
    bundle = bundle_of(folder)
    with StaticServer(folder) as server:
        server.fault = faults.for_path(bundle, stall_after(arrived))
        with start_phone() as context:
            page = context.pages[0]
            page.goto(server.url)
            expect(page.get_by_text(re.compile(f"Saving .*{counted}"))).to_be_visible()
            server.stop()
            expect(page.get_by_text("Saving stopped at")).to_be_visible()
            assert is_as_published(page, folder)
            kept = {path for path, _ in page.evaluate(STORED)}
        assert kept > {"one/", "two/", "texts/00.txt"}

        server.fault = None
        server.start()
        server.requests.clear()
        with start_phone() as context:
            page = context.pages[0]
            page.goto(f"{server.url}two/")
            wait_until_saved(page)
            assert is_as_published(page, folder)
        single = {path for path in server.requests if path.startswith("texts/")}
        assert (bundle in server.requests) is comes_again
        assert single == (set() if comes_again else many_texts().keys() - kept)


@pytest.mark.fault(26, 27)
def test_a_browser_that_is_ended_while_it_unpacks_goes_on_where_it_was(
    start_phone: StartPhone, make_site: MakeSite
) -> None:
    folder = make_site(extra=many_texts())
    bundle = bundle_of(folder)
    with StaticServer(folder) as server:
        server.fault = faults.for_path(bundle, stall_after(0.9))
        with start_phone() as context:
            page = context.pages[0]
            page.goto(server.url)
            expect(page.get_by_text(re.compile(r"Saving .*: [34]\d of 48"))).to_be_visible()
        server.fault = None
        server.requests.clear()
        with start_phone() as context:
            page = context.pages[0]
            page.goto(server.url)
            wait_until_saved(page)
            assert is_as_published(page, folder)
        assert "texts/00.txt" not in server.requests
        assert server.requests.count("texts/39.txt") == 1
        assert bundle not in server.requests


def with_worker(server: StaticServer, change: Callable[[bytes], bytes], more: Spoil) -> None:
    """Serve the worker with a change, and the bundle as `more` has it."""
    bundle = bundle_of(server.folder)

    def fault(path: str, answer: Answer) -> Answer | None:
        if path == "sw.js":
            assert change(answer.body) != answer.body
            return Answer(200, answer.content_type, change(answer.body))
        return more(answer) if path == bundle else answer

    server.fault = fault


def test_a_bundle_that_stays_away_is_waited_for_only_so_long(
    phone: Page, make_site: MakeSite
) -> None:
    with StaticServer(make_site(extra=many_texts())) as server:
        limit, short = b"STALL_LIMIT_MS = 20_000", b"STALL_LIMIT_MS = 500"
        with_worker(server, lambda script: script.replace(limit, short), stall_after(0.5))
        phone.goto(server.url)
        wait_until_saved(phone)
        assert server.requests.count("texts/39.txt") == 1
        assert is_as_published(phone, server.folder)


def test_an_engine_that_cannot_unpack_does_not_fetch_the_bundle(
    phone: Page, server: StaticServer
) -> None:
    with_worker(server, lambda script: b"delete self.DecompressionStream;\n" + script, lambda a: a)
    phone.goto(server.url)
    wait_until_saved(phone)
    assert bundle_of(server.folder) not in server.requests
    assert is_as_published(phone, server.folder)


def test_an_update_of_every_page_comes_in_the_bundle(phone: Page, make_site: MakeSite) -> None:
    with StaticServer(make_site()) as server:
        phone.goto(server.url)
        wait_until_saved(phone)
        phone.wait_for_load_state("networkidle")
        server.folder = make_site("next", body="<p>New in every page</p>")
        server.requests.clear()
        assert phone.evaluate(LOOK_FOR_UPDATE) is None
        until(phone, UPDATE_WAITS)
        # The 404 page has no such place, so it is not among them.
        assert sorted(server.requests) == [bundle_of(server.folder), "sw.js"]


def test_a_file_that_the_browser_lost_is_fetched_by_itself(
    phone: Page, server: StaticServer
) -> None:
    phone.goto(server.url)
    wait_until_saved(phone)
    phone.evaluate(
        "caches.keys().then((names) => names.find((name) => !name.endsWith(':state')))"
        ".then((name) => caches.open(name)).then((cache) => cache.delete('/two/'))"
    )
    server.requests.clear()
    phone.goto(f"{server.url}one/")
    wait_until_saved(phone)
    assert bundle_of(server.folder) not in server.requests
    assert server.requests.count("two/") == 1
    expect(phone.get_by_text(SAVED)).to_be_visible()
