"""`make serve` after a saved copy at the same address: the writer sees each edit."""

from __future__ import annotations

import contextlib
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import expect

from mkdocs_pwa_testing.fixtures import StartPhone
from mkdocs_pwa_testing.page import open_and_save, until, wait_until_removed
from mkdocs_pwa_testing.server import StaticServer

pytestmark = pytest.mark.offline

NO_COPY = "caches.keys().then((names) => names.length === 0)"


@contextlib.contextmanager
def preview(project: Path, url: str) -> Iterator[Path]:
    """Run `make serve` at the address of a stopped server; gives the file with its words."""
    address = url.removeprefix("http://").strip("/")
    command = [sys.executable, "-m", "guide.serve", "--dev-addr", address]
    log = project / "serve.log"
    with log.open("wb") as output:
        process = subprocess.Popen(command, cwd=project, stdout=output, stderr=subprocess.STDOUT)
    try:
        wait_until_it_answers(url, process, log)
        yield log
    finally:
        process.terminate()
        process.wait()


def wait_until_it_answers(url: str, process: subprocess.Popen[bytes], log: Path) -> None:
    end = time.monotonic() + 60
    while process.poll() is None:
        assert time.monotonic() < end, log.read_text()
        with contextlib.suppress(urllib.error.URLError, ConnectionError):
            urllib.request.urlopen(url).close()
            return
        with contextlib.suppress(subprocess.TimeoutExpired):
            process.wait(0.1)
    raise AssertionError(log.read_text())


def test_a_saved_copy_gives_way_and_edits_are_seen(
    start_phone: StartPhone, server: StaticServer, project: Path
) -> None:
    with start_phone() as context:
        page = open_and_save(context, server.url)
        server.stop()

        with preview(project, server.url) as log:
            loads: list[str] = []
            page.on("load", lambda _: loads.append(page.url))
            page.goto(server.url)
            wait_until_removed(page)
            until(page, NO_COPY)

            home = project / "docs/en/index.md"
            text = home.read_text("utf-8").replace("Where are you now?", "Where are you today?")
            home.write_text(text, "utf-8")
            expect(page.get_by_role("heading", name="Where are you today?")).to_be_visible()

            # Once asked for, once more when the old copy was taken away, once for each rebuild.
            rebuilds = log.read_text().count("Building documentation") - 1
            assert rebuilds >= 1
            assert len(loads) <= 2 + rebuilds
