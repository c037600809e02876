"""The guide of one clinic, laid out by Zensical."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from mkdocs_pwa_testing.fixtures import executable, playwright, start_phone

from ..conftest import copy_sources
from ..once import once

__all__ = ["executable", "playwright", "start_phone"]

CLINIC = "clinics/example-us.yml"


def build_with_zensical(project: Path, clinic: str = CLINIC) -> subprocess.CompletedProcess[str]:
    """Run the one command, in a copy of the sources."""
    return subprocess.run(
        [sys.executable, "-m", "guide.build", "--with", "zensical"],
        cwd=project,
        env={**os.environ, "CLINIC": clinic, "SOURCE_DATE_EPOCH": "0"},
        capture_output=True,
        text=True,
        check=False,
    )


@pytest.fixture(scope="session")
def zensical_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """What `cedar_hill` is by MkDocs; tests only read it."""

    def make(folder: Path) -> None:
        result = build_with_zensical(copy_sources(folder))
        assert result.returncode == 0, result.stdout + result.stderr

    return once(tmp_path_factory, "zensical", make) / "site-zensical"
