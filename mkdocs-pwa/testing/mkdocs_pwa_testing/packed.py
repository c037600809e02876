"""What packing has written into a folder."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from mkdocs_pwa.app import worker
from mkdocs_pwa.copy.bundle_name import is_bundle


def worker_data(site: Path) -> dict[str, Any]:
    """What the worker of a packed site knows: its list of files and the rest of its data."""
    data = worker.read((site / "sw.js").read_text("utf-8"), "build")
    assert data is not None, f"{site}: expected a packed site, found no sw.js of ours"
    return data


def bundles(site: Path) -> set[str]:
    """The paths of the bundles in a folder."""
    paths = {file.relative_to(site).as_posix() for file in site.rglob("*")}
    return {path for path in paths if is_bundle(path)}
