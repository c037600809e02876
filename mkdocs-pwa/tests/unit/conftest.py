"""A small built site, as any generator might leave it."""

from collections.abc import Callable
from pathlib import Path

import pytest

HOME = """<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>Small site</title>
<meta name="description" content="A site for tests">
<link rel="canonical" href="https://example.org/guide/">
<link rel="stylesheet" href="style.css"></head><body><h1>Small site</h1></body></html>
"""
AFTER = HOME.replace("Small site", "After").replace("style.css", "../style.css")
NOT_FOUND = HOME.replace("Small site", "Not here").replace("style.css", "/guide/style.css")

WriteSite = Callable[..., Path]


@pytest.fixture
def write_site(tmp_path: Path) -> WriteSite:
    """Writes the site; more files may be given, or None for one to leave out."""

    def write(more: dict[str, str | None] | None = None) -> Path:
        files: dict[str, str | None] = {
            "index.html": HOME,
            "after/index.html": AFTER,
            "404.html": NOT_FOUND,
            "style.css": "body { margin: 1em }",
        }
        folder = tmp_path / "site"
        for path, text in {**files, **(more or {})}.items():
            if text is not None:
                (folder / path).parent.mkdir(parents=True, exist_ok=True)
                (folder / path).write_bytes(text.encode())
        return folder

    return write


@pytest.fixture
def site(write_site: WriteSite) -> Path:
    return write_site()


@pytest.fixture
def contents() -> Callable[[Path], dict[str, bytes]]:
    """Every file of a folder with its bytes."""

    def read(folder: Path) -> dict[str, bytes]:
        files = (path for path in sorted(folder.rglob("*")) if path.is_file())
        return {path.relative_to(folder).as_posix(): path.read_bytes() for path in files}

    return read
