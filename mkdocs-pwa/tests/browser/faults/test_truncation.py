"""Bodies that end too early, or are not what was published, however the host spells it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from mkdocs_pwa_testing import faults
from mkdocs_pwa_testing.page import wait_until_saved
from mkdocs_pwa_testing.server import Answer, StaticServer

Spoil = Callable[[Answer], Answer]

# What the worker notes for itself, such as "/?stage", is no file.
STORED_PATHS = """
caches.keys()
  .then((names) => names.filter((name) => !name.endsWith(":state")))
  .then((names) => Promise.all(names.map((name) => caches.open(name))))
  .then((found) => Promise.all(found.map((cache) => cache.keys())))
  .then((keys) => keys.flat().map((request) => new URL(request.url).pathname))
"""


def with_a_script_of_the_proxy(answer: Answer) -> Answer:
    body = answer.body.replace(b"</body>", b"<script>proxy()</script></body>")
    return Answer(answer.status, answer.content_type, body)


@pytest.fixture
def long_site(make_site: Callable[..., Path]) -> Path:
    # Longer than the first piece that a browser reads.
    return make_site("long", bundle=False, extra={"long.txt": "A line of a long text.\n" * 9000})


@pytest.mark.parametrize(
    "spoil",
    [
        pytest.param(faults.shorter_than_announced, marks=pytest.mark.fault(5)),
        pytest.param(faults.cut_in_a_chunk, marks=pytest.mark.fault(6)),
        pytest.param(faults.cut_by_a_close, marks=pytest.mark.fault(7)),
        pytest.param(faults.cut_gzip, marks=pytest.mark.fault(8)),
        pytest.param(faults.cut_brotli, marks=pytest.mark.fault(8)),
    ],
)
def test_half_a_file_is_not_stored_and_the_whole_one_is_later(
    phone: Page, long_site: Path, spoil: Spoil
) -> None:
    with StaticServer(long_site) as server:
        server.fault = faults.for_path("long.txt", spoil)
        phone.goto(server.url)
        expect(phone.get_by_text("Saving stopped at 8 of 9.")).to_be_visible()
        assert "/long.txt" not in phone.evaluate(STORED_PATHS)
        server.fault = None
        wait_until_saved(phone)
        assert "/long.txt" in phone.evaluate(STORED_PATHS)


@pytest.mark.fault(35)
def test_pages_that_a_proxy_rewrites_are_not_stored(phone: Page, unbundled: StaticServer) -> None:
    unbundled.fault = lambda path, answer: with_a_script_of_the_proxy(answer)
    phone.goto(unbundled.url)
    expect(phone.get_by_text("Saving stopped at")).to_be_visible()
    stored = phone.evaluate(STORED_PATHS)
    assert stored
    assert not {"/", "/one/", "/two/", "/404.html"} & set(stored)


@pytest.mark.fault(34)
@pytest.mark.parametrize("compress", [faults.whole_gzip, faults.whole_brotli])
def test_a_host_that_compresses_gives_the_same_copy(
    phone: Page, server: StaticServer, compress: Spoil
) -> None:
    server.fault = faults.everywhere(compress)
    phone.goto(server.url)
    wait_until_saved(phone)
    server.stop()
    phone.goto(f"{server.url}one/")
    expect(phone.get_by_role("heading", name="Page one")).to_be_visible()
