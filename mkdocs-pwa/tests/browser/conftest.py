"""A site of a few files on a server that can misbehave."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, Page

from mkdocs_pwa import PackOptions, pack
from mkdocs_pwa_testing import screens
from mkdocs_pwa_testing.fixtures import LIMIT_MS, browser, executable, playwright, start_phone
from mkdocs_pwa_testing.server import StaticServer

__all__ = ["browser", "executable", "playwright", "start_phone"]

MakeSite = Callable[..., Path]

PAGE = """<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>{title}</title>
<meta name="viewport" content="width=device-width">
<link rel="stylesheet" href="{root}style.css"></head>
<body><h1>{title}</h1><p data-mkdocs-pwa-saved></p>{body}</body></html>
"""


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    here = Path(__file__).parent
    for item in items:
        if here in item.path.parents:
            item.add_marker(pytest.mark.browser)
            # Its histories are the same in each run, so once is enough.
            if item.path.name != "test_random_histories.py":
                item.add_marker(pytest.mark.offline)


@pytest.fixture
def make_site(tmp_path: Path) -> MakeSite:
    """Writes and packs a site; two sites of one name differ only in what is asked for."""

    def make(
        name: str = "site",
        home: str = "Home",
        extra: Mapping[str, str | bytes] | None = None,
        site_url: str | None = None,
        body: str = "",
        **options: Any,
    ) -> Path:
        folder = tmp_path / name
        pages = {"": home, "one/": "Page one", "one/deep/": "Deep page", "two/": "Page two"}
        for path, title in pages.items():
            file = folder / path / "index.html"
            file.parent.mkdir(parents=True, exist_ok=True)
            root = "../" * path.count("/") or "./"
            file.write_text(PAGE.format(title=title, root=root, body=body), "utf-8")
        # As generators do: this page alone has absolute addresses.
        missing_root = urlsplit(site_url or "/").path
        missing = PAGE.format(title="Not here", root=missing_root, body="")
        (folder / "404.html").write_text(missing, "utf-8")
        (folder / "style.css").write_text("body{margin:1em}", "utf-8")
        for path, content in (extra or {}).items():
            (folder / path).parent.mkdir(parents=True, exist_ok=True)
            data = content.encode() if isinstance(content, str) else content
            (folder / path).write_bytes(data)
        pack(folder, PackOptions(name="Small site", site_url=site_url, **options))
        return folder

    return make


@pytest.fixture
def phone(browser: Browser) -> Iterator[Page]:
    """A page of a phone that has nothing stored and is not restarted."""
    context = browser.new_context(**screens.phone())
    context.set_default_timeout(LIMIT_MS)
    yield context.new_page()
    context.close()


@pytest.fixture
def server(make_site: MakeSite) -> Iterator[StaticServer]:
    with StaticServer(make_site()) as running:
        yield running


@pytest.fixture
def unbundled(make_site: MakeSite) -> Iterator[StaticServer]:
    """A server of a site whose files come one by one, as they do where a bundle cannot be had."""
    with StaticServer(make_site(bundle=False)) as running:
        yield running
