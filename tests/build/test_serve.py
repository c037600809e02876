"""`make serve`: what a writer or a programmer sees of an edit, and when."""

from __future__ import annotations

import re
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import pytest

from guide.search.parts import part_of

from ..conftest import PROJECT, build_guide, copy_sources

# One worker has all of them, so that the preview is started once.
pytestmark = pytest.mark.xdist_group("preview")

WORDS = "One more line about rest."


class Preview:
    """A running preview of a copy of the sources."""

    def __init__(self, project: Path, url: str) -> None:
        self.project = project
        self.url = url

    def read(self, path: str) -> bytes:
        with urllib.request.urlopen(self.url + path, timeout=60) as answer:
            body: bytes = answer.read()
            return body

    def seconds_until(self, words: str, page: str) -> float:
        begin = time.monotonic()
        while words not in self.read(page).decode():
            assert time.monotonic() < begin + 120, f"never seen: {words}"
            time.sleep(0.02)
        return time.monotonic() - begin


@pytest.fixture(scope="module")
def preview(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Preview]:
    project = copy_sources(tmp_path_factory.mktemp("serve") / "project")
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    command = [sys.executable, "-m", "guide.serve", "--dev-addr", f"127.0.0.1:{port}"]
    log = project / "serve.log"
    with log.open("wb") as output:
        process = subprocess.Popen(command, cwd=project, stdout=output, stderr=subprocess.STDOUT)
    try:
        yield Preview(project, address(process, log))
    finally:
        process.terminate()
        process.wait()


def address(process: subprocess.Popen[bytes], log: Path) -> str:
    end = time.monotonic() + 120
    while time.monotonic() < end and process.poll() is None:
        if found := re.search(r"Serving on (\S+)", log.read_text()):
            return found[1]
        time.sleep(0.1)
    raise AssertionError(log.read_text())


def test_scripts_and_styles_are_as_they_were_written(preview: Preview) -> None:
    for path in ("assets/javascripts/main.js", "assets/stylesheets/checklist.css"):
        assert preview.read(path) == (PROJECT / "docs/en" / path).read_bytes()


def test_search_finds_what_was_just_written(preview: Preview) -> None:
    page = preview.project / "docs/en/during/index.md"
    page.write_text(page.read_text("utf-8") + "\n\nThe marimba plays softly.\n", "utf-8")
    preview.seconds_until("marimba", "during/")
    assert "marimba" in preview.read(part_of("during/")).decode()


def test_an_edit_is_seen_in_two_fifths_of_the_time_of_a_whole_build(
    preview: Preview, tmp_path: Path
) -> None:
    begin = time.monotonic()
    result = build_guide(PROJECT, tmp_path / "site")
    whole = time.monotonic() - begin
    assert result.returncode == 0, result.stderr

    page = preview.project / "docs/en/learn/pain.md"
    page.write_text(page.read_text("utf-8") + f"\n\n{WORDS}\n", "utf-8")
    seen = preview.seconds_until(WORDS, "learn/pain/")

    print(f"whole build {whole:.1f} s, edit seen after {seen:.1f} s")
    assert seen <= 0.4 * whole
