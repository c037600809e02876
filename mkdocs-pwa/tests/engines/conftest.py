"""A small site, and a phone in each engine."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest

from mkdocs_pwa import PackOptions, pack
from mkdocs_pwa_testing.engines.fixtures import engine, phone, start_phone
from mkdocs_pwa_testing.server import StaticServer

__all__ = ["engine", "phone", "start_phone"]

MakeSite = Callable[..., Path]

PAGE = """<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>{title}</title>
<link rel="stylesheet" href="{root}style.css"></head>
<body><h1>{title}</h1><p data-mkdocs-pwa-saved></p><a href="{root}two/">To two</a>
<p>{filling}</p></body></html>
"""
# Enough that half a page is not a whole one in any encoding.
FILLING = " ".join(f"Sentence {number}." for number in range(300))


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    here = Path(__file__).parent
    for item in items:
        if here in item.path.parents:
            item.add_marker(pytest.mark.browser)


@pytest.fixture
def make_site(tmp_path: Path) -> MakeSite:
    """Writes and packs a site; two sites of one name differ only in what is asked for."""

    def make(
        name: str = "site",
        home: str = "Home",
        extra: Mapping[str, str] | None = None,
        **options: Any,
    ) -> Path:
        folder = tmp_path / name
        pages = {"": home, "one/": f"One of {home}", "two/": f"Two of {home}"}
        for path, title in pages.items():
            file = folder / path / "index.html"
            file.parent.mkdir(parents=True, exist_ok=True)
            root = "../" * path.count("/") or "./"
            file.write_text(PAGE.format(title=title, root=root, filling=FILLING), "utf-8")
        missing_page = PAGE.format(title="Not here", root="/", filling="")
        (folder / "404.html").write_text(missing_page, "utf-8")
        (folder / "style.css").write_text("body{margin:1em}", "utf-8")
        for path, text in (extra or {}).items():
            (folder / path).parent.mkdir(parents=True, exist_ok=True)
            (folder / path).write_text(text, "utf-8")
        pack(folder, PackOptions(name="Small site", **options))
        return folder

    return make


@pytest.fixture
def server(make_site: MakeSite) -> Iterator[StaticServer]:
    with StaticServer(make_site()) as running:
        yield running
