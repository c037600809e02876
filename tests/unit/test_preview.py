"""What a preview lays out again after an edit."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from guide.preview import take_away_outdated


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A project whose preview has been built once."""
    for path in ("docs/index.md", "docs/before/drip.md", "docs/a.css", "docs/s.yml", "clinic.yml"):
        write(tmp_path / path, "first")
    take_away(tmp_path)
    for path in ("index.html", "before/drip/index.html", "a.css"):
        write(tmp_path / "site" / path, "built")
    return tmp_path


def write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, "utf-8")


def take_away(project: Path) -> set[str]:
    """What is left of the preview."""
    docs = project / "docs"
    take_away_outdated(project / "site", docs, [project / "clinic.yml", docs / "s.yml"])
    files = (path for path in (project / "site").rglob("*") if path.is_file())
    return {path.relative_to(project / "site").as_posix() for path in files} - {".made-of.json"}


def edit(path: Path) -> None:
    os.utime(path, ns=(0, path.stat().st_mtime_ns + 1))


def test_without_an_edit_all_stays(project: Path) -> None:
    assert take_away(project) == {"index.html", "before/drip/index.html", "a.css"}


@pytest.mark.parametrize(
    ("source", "outdated"),
    [
        ("index.md", "index.html"),
        ("before/drip.md", "before/drip/index.html"),
        ("a.css", "a.css"),
    ],
)
def test_an_edited_file_is_laid_out_again_and_no_other(
    project: Path, source: str, outdated: str
) -> None:
    edit(project / "docs" / source)
    assert take_away(project) == {"index.html", "before/drip/index.html", "a.css"} - {outdated}


def test_an_edit_while_the_last_build_ran_is_seen(project: Path) -> None:
    # What was built of the words before is later than the edit.
    edit(project / "docs/index.md")
    write(project / "site/index.html", "built later")
    assert "index.html" not in take_away(project)


def test_a_page_that_is_gone_is_gone_from_the_preview(project: Path) -> None:
    (project / "docs/before/drip.md").unlink()
    assert "before/drip/index.html" not in take_away(project)


@pytest.mark.parametrize("shared", ["clinic.yml", "docs/s.yml"])
def test_what_any_page_may_depend_on_has_all_laid_out_again(project: Path, shared: str) -> None:
    edit(project / shared)
    assert take_away(project) == set()
