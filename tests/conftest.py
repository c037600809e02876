"""What the layers share: the really built guide, and a browser on a phone's screen."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from .once import once

PROJECT = Path(__file__).parents[1]


def build_guide(
    project: Path, site: Path, clinic: str = "clinic.yml"
) -> subprocess.CompletedProcess[str]:
    """Run the build that a plain `mkdocs build --strict` is, in a folder of the project's shape."""
    command = [sys.executable, "-m", "mkdocs", "build", "--strict", "--site-dir", str(site)]
    environment = {
        **os.environ,
        "CLINIC": clinic,
        "SOURCE_DATE_EPOCH": "0",
        "NO_MKDOCS_2_WARNING": "1",
    }
    return subprocess.run(
        command, cwd=project, env=environment, capture_output=True, text=True, check=False
    )


def make_site(project: Path, **environment: str) -> subprocess.CompletedProcess[str]:
    """Run `make site` in a folder of the project's shape."""
    return subprocess.run(
        [sys.executable, "-m", "guide.build"],
        cwd=project,
        env={**os.environ, "SOURCE_DATE_EPOCH": "0", **environment},
        capture_output=True,
        text=True,
        check=False,
    )


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The guide as it is built for readers; tests only read it."""
    return once(tmp_path_factory, "guide", lambda folder: _built(PROJECT, folder))


@pytest.fixture(scope="session")
def cedar_hill(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The guide of another clinic, which has said where its guide is."""
    clinic = "clinics/example-us.yml"
    return once(tmp_path_factory, "cedar-hill", lambda folder: _built(PROJECT, folder, clinic))


@pytest.fixture(scope="session")
def harbour(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The guide of a clinic of another country, as `make site CLINIC=…` leaves it."""

    def make(folder: Path) -> None:
        result = make_site(copy_sources(folder), CLINIC="clinics/example-uk.yml")
        assert result.returncode == 0, result.stderr

    return once(tmp_path_factory, "harbour", make) / "site"


#: The heading of the start page, and in the version after.
OLD, NEW = "Where are you now?", "Where are you today?"


@pytest.fixture(scope="session")
def next_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The guide, built again after one page was reworded."""

    def make(folder: Path) -> None:
        sources = copy_sources(folder)
        home = sources / "docs/en/index.md"
        home.write_text(home.read_text("utf-8").replace(OLD, NEW), "utf-8")
        _built(sources, sources / "site")

    return once(tmp_path_factory, "next", make) / "site"


def _built(project: Path, site: Path, clinic: str = "clinic.yml") -> None:
    result = build_guide(project, site, clinic)
    assert result.returncode == 0, result.stdout + result.stderr


def copy_sources(target: Path) -> Path:
    """Copy all that the guide is built from."""
    target.mkdir()
    for name in ("docs", "overrides", "clinics"):
        shutil.copytree(PROJECT / name, target / name)
    for name in ("mkdocs.yml", "clinic.yml", "sources.yml"):
        shutil.copy(PROJECT / name, target / name)
    # Code is not what these tests change.
    (target / "guide").symlink_to(PROJECT / "guide")
    return target


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A copy of the sources that a test may change and build."""
    return copy_sources(tmp_path / "project")
