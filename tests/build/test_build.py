"""Building: plain, by make site, the same each time, and harmless when it fails."""

from __future__ import annotations

import hashlib
import json
import os
import re
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from guide.build import date_of, main, plain, replace
from guide.search.parts import part_of
from mkdocs_pwa.copy.bundle_name import is_bundle

from ..conftest import build_guide, copy_sources, make_site
from ..editing import edited
from ..search.data import pages_of

# So that no other process builds the same guide again.
in_one_process = pytest.mark.xdist_group("mistakes that are counted")

UNUSED = "- id: spare\n  title: T\n  publisher: P\n  year: '2020'\n  kind: label\n"


def hashes(folder: Path) -> dict[str, str]:
    return {
        file.relative_to(folder).as_posix(): hashlib.sha256(file.read_bytes()).hexdigest()
        for file in sorted(folder.rglob("*"))
        if file.is_file()
    }


def test_editing_one_page_changes_that_page_its_part_of_search_worker_and_bundle(
    site: Path, project: Path
) -> None:
    page = project / "docs/en/during/index.md"
    page.write_text(page.read_text("utf-8") + "\nOne more line.\n", "utf-8")
    result = build_guide(project, project / "site")
    assert result.returncode == 0, result.stderr
    before, after = hashes(site), hashes(project / "site")
    changed = {path for path in after if after[path] != before.get(path)}
    bundles = {path for path in changed if is_bundle(path)}
    assert len(bundles) == 1
    assert changed == {"during/index.html", part_of("during/"), "sw.js", *bundles}


def test_adding_one_page_changes_no_search_data_but_its_part(site: Path, project: Path) -> None:
    pages = project / "docs/en/learn"
    (pages / "pain-again.md").write_text((pages / "pain.md").read_text("utf-8"), "utf-8")
    settings = project / "mkdocs.yml"
    line = "      - Pain: learn/pain.md\n"
    more = line + "      - Pain again: learn/pain-again.md\n"
    settings.write_text(edited(settings.read_text("utf-8"), line, more), "utf-8")
    result = build_guide(project, project / "site")
    assert result.returncode == 0, result.stderr
    before, after = hashes(site / "search"), hashes(project / "site/search")
    assert before.keys() == after.keys()
    changed = {f"search/{path}" for path in after if after[path] != before[path]}
    assert changed == {part_of("learn/pain-again/")}


def test_every_page_is_in_its_part_of_the_search_data(site: Path) -> None:
    known = pages_of(site)
    files = {file.parent.relative_to(site).as_posix() for file in site.rglob("index.html")}
    built = {"" if folder == "." else f"{folder}/" for folder in files}
    assert known.keys() == built - {"about/poster/"}
    for page in known:
        assert page in json.loads((site / part_of(page)).read_text("utf-8"))
        assert "id" not in known[page][0]


@pytest.mark.parametrize(
    ("file", "old", "new", "message"),
    [
        ("clinic.yml", "country: US", "country: JP", ": country: expected one of US, UK"),
        ("docs/en/before/drip.md", " {#ride}", "", "expected a name such as {#ride} at the end"),
        ("docs/en/before/drip.md", "[^askp-tips]", "[^askp-tip]", "Did you mean [^askp-tips]?"),
        ("docs/en/index.md", "{{ saved_here }}", "{{ saved_her }}", "saved_her"),
        ("docs/en/index.md", "{{ saved_here }}", "{{ saved_here }", "unexpected '}'"),
        ("docs/en/index.md", "{{ saved_here }}", '{% include "no.md" %}', "'no.md' not found"),
        (
            "docs/en/index.md",
            "title: ",
            "title: [",
            "index.md, line 2: expected a line such as ",
        ),
        ("docs/en/index.md", "due: 2027-05-22", "due: 2027-02-30", 'found "2027-02-30". Check the'),
        (
            "docs/en/index.md",
            "due: 2027-05-22",
            "due: soon",
            "index.md, line 5: expected ",
        ),
        ("docs/en/learn/pain.md", "topics: [", "topics: x # [", 'after "topics:" a list such as'),
        ("docs/en/index.md", "/// choices", "/// choice", 'Did you mean "choices"?'),
        ("sources.yml", "publisher: ", "publishers: ", 'expected a line "publisher:", found none'),
        ("docs/en/strings.yml", "call_clinic:", "call_klinic:", 'a line "call_clinic:", found no'),
        ("docs/en/strings.yml", "help: Help", "help: [Help", "strings.yml, line "),
        ("mkdocs.yml", "nav:", "nav: [", "error parsing the configuration file"),
        ("clinic.yml", "# logo: logo.svg", "logo: none.svg", 'found no file "none.svg"'),
    ],
)
def test_a_mistake_is_named_and_the_last_good_site_stays(
    project: Path,
    file: str,
    old: str,
    new: str,
    message: str,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    good = project / "site"
    good.mkdir()
    (good / "index.html").write_text("the last good guide", "utf-8")
    source = project / file
    text = source.read_text("utf-8")
    assert old in text
    source.write_text(text.replace(old, new), "utf-8")

    monkeypatch.chdir(project)
    # What `make site` runs, but for one more start of Python.
    assert main([]) != 0

    said = capsys.readouterr()
    assert message in said.out + said.err
    assert "The last good site/ is unchanged." in said.err
    assert "Traceback" not in said.out + said.err
    assert hashes(good).keys() == {"index.html"}


# What a build goes on after, and counts: a strict one then fails, so one build names them all.
WARNED = {
    "a link to no page": (
        *("docs/en/before/drip.md", "](../after/drip.md)", "](../after/dripp.md)"),
        "a link '../after/dripp.md', but the target",
    ),
    "a picture that is not there": (
        *("docs/en/index.md", "{{ saved_here }}", "![A bag](bag.png)"),
        "'bag.png', but the target",
    ),
    "a page of the menu that is not there": (
        *("mkdocs.yml", "before/drip.md", "before/drop.md"),
        "A reference to 'before/drop.md' is included in the 'nav'",
    ),
    "an overdue page": (
        "docs/en/learn/pain.md",
        *("reviewed: 2026-11-22\ndue: 2027-05-22", "reviewed: 2024-01-01\ndue: 2025-01-01"),
        "learn/pain.md: expected a check by 2025-01-01, found none; today is",
    ),
    "a source that no page uses": (
        *("sources.yml", "- id: ", UNUSED + "- id: "),
        "found no page that refers to [^spare]",
    ),
}


@pytest.fixture(scope="module")
def warned(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, str]:
    """The project with all mistakes that are only counted, and what its build says."""
    project = copy_sources(tmp_path_factory.mktemp("warned") / "project")
    (project / "site").mkdir()
    (project / "site/index.html").write_text("the last good guide", "utf-8")
    for file, old, new, _ in WARNED.values():
        text = (project / file).read_text("utf-8")
        assert old in text
        (project / file).write_text(text.replace(old, new, 1), "utf-8")
    result = make_site(project)
    assert result.returncode != 0
    return project, result.stdout + result.stderr


@in_one_process
@pytest.mark.parametrize("mistake", WARNED)
def test_a_mistake_that_is_counted_is_named(warned: tuple[Path, str], mistake: str) -> None:
    assert WARNED[mistake][-1] in warned[1]


@in_one_process
def test_each_of_them_stops_a_build_and_the_last_good_site_stays(
    warned: tuple[Path, str],
) -> None:
    project, said = warned
    # The page whose name in the menu is wrong is also one that is in no menu.
    assert f"Aborted with {len(WARNED) + 1} warnings in strict mode!" in said
    assert "The last good site/ is unchanged." in said
    assert "Traceback" not in said
    assert hashes(project / "site").keys() == {"index.html"}


def test_another_clinic_is_built_by_naming_its_file(harbour: Path) -> None:
    page = (harbour / "help/index.html").read_text("utf-8")
    assert "Harbour Clinic" in page
    assert 'href="tel:999"' in page
    assert 'href="tel:116123"' in page
    assert "911" not in page


def test_a_page_saved_in_another_way_is_named_and_the_last_good_site_stays(project: Path) -> None:
    (project / "site").mkdir()
    page = project / "docs/en/index.md"
    page.write_bytes(page.read_bytes() + b"\ncaf\xe9\n")
    result = make_site(project)
    assert result.returncode != 0
    assert "index.md, line " in result.stderr
    assert "expected a file saved as UTF-8" in result.stderr
    assert "The last good site/ is unchanged." in result.stderr


def test_two_builds_give_the_same_bytes_however_a_program_saves_a_page(
    site: Path, project: Path
) -> None:
    changes: dict[str, Callable[[str], str]] = {
        "index.md": lambda text: "\N{ZERO WIDTH NO-BREAK SPACE}" + text,
        "help/index.md": lambda text: text.replace("---\n", "--- \n", 2),
        "during/index.md": lambda text: text.replace("\n", "\r\n"),
        "learn/pain.md": lambda text: re.sub(
            r"topics: \[(.*)\]",
            lambda found: "topics:" + "".join(f"\n  - {each}" for each in found[1].split(", ")),
            text,
        ),
    }
    for page, change in changes.items():
        file = project / "docs/en" / page
        text = file.read_text("utf-8")
        assert change(text) != text, page
        file.write_bytes(change(text).encode())
    result = build_guide(project, project / "site")
    assert result.returncode == 0, result.stderr
    assert hashes(project / "site") == hashes(site)


def test_a_programmer_sees_the_whole_trace_when_asked(project: Path) -> None:
    sources = project / "sources.yml"
    sources.write_text("one: two\n", "utf-8")
    result = make_site(project, TRACE="1")
    assert '  File "' in result.stderr


def git(folder: Path, *arguments: str) -> None:
    who = ["-c", "user.name=A", "-c", "user.email=a@example.org"]
    environment = {**os.environ, "GIT_COMMITTER_DATE": "2026-11-20T12:00:00+0000"}
    command = ["git", *who, *arguments]
    subprocess.run(command, cwd=folder, env=environment, check=True, capture_output=True)


def test_what_is_committed_has_the_date_of_its_commit(tmp_path: Path) -> None:
    git(tmp_path, "init")
    (tmp_path / "clinic.yml").touch()
    git(tmp_path, "add", ".")
    git(tmp_path, "commit", "--message", "First")
    assert date_of(tmp_path) == {"SOURCE_DATE_EPOCH": "1795176000"}
    (tmp_path / "clinic.yml").write_text("name: River", "utf-8")
    # Changed since: it is of today.
    assert date_of(tmp_path) == {}


def test_a_copy_without_history_has_the_date_of_today(tmp_path: Path) -> None:
    assert date_of(tmp_path) == {}


def test_an_editor_is_spared_what_only_programmers_can_use() -> None:
    lines = [
        "INFO    -  [macros] - Config filters: ['pretty']\n",
        "_UndefinedError_: 'saved_her' is undefined\n",
        "```\n",
        "Traceback (most recent call last):\n",
        "```\n",
        "ERROR   -  Failed to load.\n",
        '  File "config.py", line 1021, in run\n',
        "    md.register(ext)\n",
        "    ^^^^^^^^^^^^^^^^\n",
        "guide.errors.PageError: sources.yml: expected a list\n",
        "Traceback (most recent call last):\n",
        '  File "config.py", line 1, in <module>\n',
        "KeyError: 'name'\n",
        "Aborted.\n",
    ]
    assert list(plain(lines)) == [
        "_UndefinedError_: 'saved_her' is undefined\n",
        "ERROR   -  Failed to load.\n",
        "guide.errors.PageError: sources.yml: expected a list\n",
        "KeyError: 'name'\n",
        "Aborted.\n",
    ]


def test_a_site_is_replaced_as_a_whole(tmp_path: Path) -> None:
    site, stage, previous = tmp_path / "site", tmp_path / "stage", tmp_path / "previous"
    for folder, name in [(site, "old.html"), (stage, "new.html"), (previous, "older.html")]:
        folder.mkdir()
        (folder / name).touch()
    replace(site, stage, previous)
    assert [file.name for file in site.iterdir()] == ["new.html"]
    assert not stage.exists()
    assert not previous.exists()


def test_the_night_number_is_there_for_a_clinic_that_has_one(site: Path) -> None:
    page = (site / "help/index.html").read_text("utf-8")
    assert 'href="tel:2025550135"' in page
