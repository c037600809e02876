"""A small site, and a phone in each engine."""

from __future__ import annotations

import functools
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest

from mkdocs_pwa import PackOptions, pack
from mkdocs_pwa.app import worker
from mkdocs_pwa_testing.engines.fixtures import engine, phone, start_phone
from mkdocs_pwa_testing.server import StaticServer

__all__ = ["engine", "phone", "start_phone"]

MakeSite = Callable[..., Path]

PAGE = """<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>{title}</title>
<link rel="stylesheet" href="{root}style.css"></head>
<body><h1>{title}</h1><p data-mkdocs-pwa-saved></p><a href="{root}two/">To two</a>
{body}<p>{filling}</p></body></html>
"""
# Enough that half a page is not a whole one in any encoding.
FILLING = " ".join(f"Sentence {number}." for number in range(300))


#: For a page: what is on the phone, and what its scripts have thrown from the start.
STATE = """<div data-mkdocs-pwa-state></div><script>
window.thrown = [];
for (const kind of ["error", "unhandledrejection"]) {
  addEventListener(kind, (event) => thrown.push(String(event.message ?? event.reason)));
}
</script>"""


def _page(title: str, root: str, body: str) -> str:
    return PAGE.format(title=title, root=root, body=body, filling=FILLING)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    here = Path(__file__).parent
    for item in items:
        if here in item.path.parents:
            item.add_marker(pytest.mark.browser)


@pytest.fixture(scope="session", autouse=True)
def without_waits() -> Iterator[None]:
    """The worker as it is, but for the seconds between its attempts at one file."""
    waits, short = "[0, 500, 2500]", "[0, 20, 20]"
    assert waits in worker.source("build")
    with pytest.MonkeyPatch.context() as patch:
        source = functools.cache(worker.source)
        patch.setattr(worker, "source", lambda kind: source(kind).replace(waits, short))
        yield


@pytest.fixture
def make_site(tmp_path: Path) -> MakeSite:
    """Writes and packs a site; two sites of one name differ only in what is asked for."""

    def make(
        name: str = "site",
        home: str = "Home",
        extra: Mapping[str, str] | None = None,
        body: str = "",
        **options: Any,
    ) -> Path:
        folder = tmp_path / name
        pages = {"": home, "one/": f"One of {home}", "two/": f"Two of {home}"}
        for path, title in pages.items():
            file = folder / path / "index.html"
            file.parent.mkdir(parents=True, exist_ok=True)
            root = "../" * path.count("/") or "./"
            file.write_text(_page(title, root, body), "utf-8")
        missing_page = PAGE.format(title="Not here", root="/", body="", filling="")
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


@pytest.fixture
def telling(make_site: MakeSite) -> Iterator[StaticServer]:
    """A site whose pages say what is on the phone, and note what their scripts throw."""
    with StaticServer(make_site(body=STATE)) as running:
        yield running
