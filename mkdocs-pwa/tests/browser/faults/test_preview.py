"""A preview at the address of a saved copy: the writer sees the edits, not the copy."""

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
from playwright.sync_api import Page, expect

from mkdocs_pwa_testing.page import until, wait_until_removed, wait_until_saved
from mkdocs_pwa_testing.server import StaticServer

CONFIG = "site_name: Small guide\ntheme: mkdocs\nplugins: [search, pwa]\n"


@pytest.mark.fault(30)
@pytest.mark.parametrize("generator", ["mkdocs", "properdocs"])
def test_a_preview_at_the_address_of_a_saved_copy_takes_the_copy_away(
    phone: Page, server: StaticServer, tmp_path: Path, generator: str
) -> None:
    phone.goto(server.url)
    wait_until_saved(phone)
    server.stop()
    project = tmp_path / "project"
    (project / "docs").mkdir(parents=True)
    (project / "mkdocs.yml").write_text(CONFIG, "utf-8")
    (project / "docs/index.md").write_text("# Draft\n", "utf-8")
    loads: list[str] = []
    phone.on("load", lambda _: loads.append(phone.url))
    with preview(project, server.url, generator):
        phone.goto(server.url)
        wait_until_removed(phone)
        until(phone, "caches.keys().then((names) => names.length === 0)")
        expect(phone.get_by_role("heading", name="Draft")).to_be_visible()
        # Asked for once, and once more when the copy was taken away.
        assert len(loads) <= 2


@contextlib.contextmanager
def preview(project: Path, url: str, generator: str) -> Iterator[None]:
    """Run `mkdocs serve`, or its like, at the address of a stopped server."""
    address = url.removeprefix("http://").strip("/")
    command = [sys.executable, "-m", generator, "serve", "--dev-addr", address]
    log = project / "serve.log"
    with log.open("wb") as output:
        process = subprocess.Popen(command, cwd=project, stdout=output, stderr=subprocess.STDOUT)
    try:
        end = time.monotonic() + 60
        while not _answers(url):
            assert process.poll() is None and time.monotonic() < end, log.read_text()
            with contextlib.suppress(subprocess.TimeoutExpired):
                process.wait(0.1)
        yield
    finally:
        process.terminate()
        process.wait()


def _answers(url: str) -> bool:
    try:
        urllib.request.urlopen(url).close()
    except (urllib.error.URLError, ConnectionError):
        return False
    return True
