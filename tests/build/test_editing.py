"""EDITING.md: whoever does what it says sees what it says."""

from __future__ import annotations

import contextlib
import os
import re
import shutil
import signal
import socket
import subprocess
import sys
import urllib.request
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from guide.markup.pictures import known_drawings

from ..conftest import PROJECT
from ..editing import EDITING, Edit, blocks, carry_out, commands, edits, gist, said

TEXT = EDITING.read_text("utf-8")
READY = [f"{sys.prefix}/{name}" for name in (".site-ready", ".check-ready", ".test-ready")]


def make(*arguments: str) -> list[str]:
    """The command with the environment that runs this test, taken as ready."""
    old = [word for stamp in READY for word in ("--old-file", stamp)]
    return ["make", "--no-print-directory", f"VENV={sys.prefix}", *old, *arguments]


def run(command: str, project: Path) -> subprocess.CompletedProcess[str]:
    program, *arguments = command.split()
    assert program == "make", command
    return subprocess.run(
        make(*arguments), cwd=project, capture_output=True, text=True, check=False
    )


@pytest.fixture
def project(project: Path) -> Path:
    shutil.copy(PROJECT / "Makefile", project)
    return project


@contextlib.contextmanager
def preview(project: Path) -> Iterator[subprocess.Popen[str]]:
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    config = project / "mkdocs.yml"
    config.write_text(f"dev_addr: 127.0.0.1:{port}\n" + config.read_text("utf-8"), "utf-8")
    process = subprocess.Popen(
        make("serve"),
        cwd=project,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        # Make and the server that it starts are stopped together. Not as Ctrl and C do: what is run
        # in the background of a shell passes over that signal.
        start_new_session=True,
    )
    try:
        yield process
    finally:
        with contextlib.suppress(ProcessLookupError):
            os.killpg(process.pid, signal.SIGTERM)
        process.communicate()


def mistake(file: str) -> Edit:
    (found,) = [edit for edit in edits(TEXT) if edit.kind == "mistake" and edit.file == file]
    return found


def test_every_command_of_the_text_is_tried_here() -> None:
    assert set(commands(TEXT)) == {"make help", "make check", "make serve", "make site"}


def test_help_lists_the_commands_that_an_editor_needs(project: Path) -> None:
    result = run("make help", project)
    assert result.returncode == 0, result.stderr
    for command in commands(TEXT):
        assert command in result.stdout + "make help"
    assert "http://127.0.0.1:8000" in result.stdout
    assert said(TEXT, "serve says").strip() == "Serving on http://127.0.0.1:8000/"


def test_whoever_does_it_all_sees_it_in_the_guide(project: Path) -> None:
    carry_out(project, TEXT)

    check = run("make check", project)
    assert check.returncode == 0, check.stdout + check.stderr
    assert gist(said(TEXT, "check says")) in gist(check.stdout)

    build = run("make site", project)
    assert build.returncode == 0, build.stdout + build.stderr
    assert build.stdout.endswith(said(TEXT, "site says"))
    assert gist(said(TEXT, "site sums up")) in gist(build.stdout)

    site = project / "site"
    assert "(202) 555-0177" in (site / "help/index.html").read_text("utf-8")
    assert "(202) 555-0134" not in (site / "help/index.html").read_text("utf-8")
    bring = (site / "before/what-to-bring/index.html").read_text("utf-8")
    assert "Have them when your session is over." in bring
    questions = (site / "questions/before/index.html").read_text("utf-8")
    assert "Can I have my own music?" in questions
    assert "Coming for your session" in questions
    saved = (site / "about/save/index.html").read_text("utf-8")
    assert str(date.today()) in saved


def address_of(process: subprocess.Popen[str]) -> str:
    """What the preview prints when it is there."""
    assert process.stdout is not None
    lines = []
    for line in process.stdout:
        lines.append(line)
        if address := re.search(r"Serving on (\S+)", line):
            return address[1]
    raise AssertionError("".join(lines))


def page_at(address: str) -> str:
    with urllib.request.urlopen(address) as answer:
        text: str = answer.read().decode()
        return text


def test_the_preview_is_at_the_address_that_it_prints(project: Path) -> None:
    with preview(project) as process:
        assert "Where are you now?" in page_at(address_of(process))


def test_the_preview_shows_a_change_of_the_clinic_file_and_outlives_a_mistake_in_it(
    project: Path,
) -> None:
    clinic = project / "clinic.yml"
    text = clinic.read_text("utf-8")
    with preview(project) as process:
        address = address_of(process)
        assert "(202) 555-0134" in page_at(f"{address}help/")
        clinic.write_text(text.replace("country: US", "country: USA"), "utf-8")
        assert process.stdout is not None
        assert any("expected a country by its two letters" in line for line in process.stdout)
        clinic.write_text(text.replace("(202) 555-0134", "(202) 555-0177"), "utf-8")
        assert any("Reloading browsers" in line for line in process.stdout)
        assert "(202) 555-0177" in page_at(f"{address}help/")


def test_a_mistake_in_the_clinic_file_is_told_in_the_words_of_the_text(project: Path) -> None:
    mistake("clinic.yml").carry_out(project)
    result = run("make site", project)
    assert result.returncode != 0
    assert gist(said(TEXT, "site says on mistake")) in gist(result.stderr)


def test_words_that_need_mending_are_told_in_the_words_of_the_text(project: Path) -> None:
    mistake("docs/en/before/what-to-bring.md").carry_out(project)
    result = run("make check", project)
    assert result.returncode != 0
    assert gist(said(TEXT, "check says on mistake")) in gist(result.stdout)


def test_an_overdue_page_is_told_in_the_words_of_the_text(project: Path) -> None:
    (renewal,) = [edit for edit in edits(TEXT) if "due: " in edit.new]
    overdue = "reviewed: 2020-01-10\ndue: 2020-07-10\n"
    Edit("after", renewal.file, renewal.old, overdue).carry_out(project)
    result = run("make site", project)
    assert result.returncode != 0
    assert gist(said(TEXT, "site says on overdue")) in gist(result.stderr)


def test_every_file_that_the_text_names_is_there() -> None:
    named = set(re.findall(r"`((?:docs/|clinic)[\w/.-]*|[\w-]+\.yml)`", TEXT))
    named |= {
        file
        for block in blocks(TEXT)
        if (file := block.label.split(" ")[0]).endswith((".md", "yml"))
    }
    assert len(named) >= 8
    for name in named:
        assert (PROJECT / name).exists(), name


def test_the_marks_that_the_text_explains_are_on_the_page_that_it_shows() -> None:
    page = (PROJECT / "docs/en/before/what-to-bring.md").read_text("utf-8")
    explained = re.findall(r"^- `(\S+|\{\{.*?\}\})`", TEXT, re.MULTILINE)
    assert len(explained) == 4
    for mark in explained:
        assert mark in page, mark


def test_every_picture_is_there_small_and_has_words_for_those_who_do_not_see_it() -> None:
    pictures = re.findall(r"!\[([^\]]*)\]\(([^)]+)\)", TEXT)
    assert {file for _, file in pictures} == {
        file.relative_to(PROJECT).as_posix() for file in (PROJECT / "docs/pictures").glob("*.png")
    }
    for words, file in pictures:
        assert len(words) > 20, file
        assert (PROJECT / file).stat().st_size <= 60_000, file


def test_every_link_within_the_text_leads_to_a_heading() -> None:
    headings = {
        re.sub(r"[^\w -]", "", title.lower()).replace(" ", "-")
        for title in re.findall(r"^#+ (.+)$", TEXT, re.MULTILINE)
    }
    links = re.findall(r"\]\(#([^)]+)\)", TEXT)
    assert len(links) > 8
    assert set(links) <= headings


def test_every_block_that_a_page_uses_is_explained() -> None:
    used = {
        name
        for page in (PROJECT / "docs/en").rglob("*.md")
        for name in re.findall(r"^/{3,} ?([a-z-]+)", page.read_text("utf-8"), re.MULTILINE)
    }
    explained = TEXT.partition("## What a page may use")[2]
    assert len(used) > 8
    for name in used:
        assert f"/// {name}" in explained or f"`{name}`" in explained, name


def test_every_drawing_is_listed() -> None:
    explained = TEXT.partition("## What a page may use")[2]
    for name in known_drawings():
        assert f"`{name}`" in explained, name
