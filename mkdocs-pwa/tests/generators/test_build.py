"""What every generator's site is once it is packed."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

from mkdocs_pwa import PackOptions, check, pack
from mkdocs_pwa.copy.bundle_name import is_bundle
from mkdocs_pwa_testing.packed import worker_data

Contents = Callable[[Path], dict[str, bytes]]


def urls_of(site: Path) -> list[str]:
    return [url for url, _, _ in worker_data(site)["entries"]]


def test_check_finds_no_error(versions: Any) -> None:
    assert [finding for finding in check(versions.first) if finding.level == "error"] == []


def test_every_page_is_saved(versions: Any) -> None:
    maker = versions.maker

    saved = {"", "404.html", maker.page("before"), maker.page("after/home"), "img/water.svg"}
    assert saved <= set(urls_of(versions.first))


def test_whatever_a_page_loads_is_saved(versions: Any) -> None:
    home = (versions.first / "index.html").read_text("utf-8")

    loaded = re.findall(r'<(?:script|img)[^>]* src="([^":]+)"', home)
    loaded += re.findall(r'<link[^>]*href="([^":]+)"[^>]*rel="stylesheet"', home)
    loaded += re.findall(r'<link[^>]*rel="stylesheet"[^>]*href="([^":]+)"', home)
    assert len(loaded) >= 3
    assert {path.removeprefix("./") for path in loaded} <= set(urls_of(versions.first))


def test_search_has_what_it_needs_and_no_more(versions: Any) -> None:
    urls = urls_of(versions.first)

    assert versions.maker.search_index in urls
    assert [url for url in urls if "lunr." in url and not url.endswith("lunr.js")] == []


def test_packing_again_changes_no_byte(versions: Any, contents: Contents) -> None:
    before = contents(versions.first)

    pack(versions.first, PackOptions(name="Small guide"))

    assert contents(versions.first) == before


def test_editing_one_page_changes_that_page_the_search_the_worker_and_the_bundle(
    versions: Any, contents: Contents
) -> None:
    first, second = contents(versions.first), contents(versions.second)

    changed = {path for path in second if first.get(path) != second[path]}
    bundles = set(filter(is_bundle, changed))
    maker = versions.maker
    assert len(bundles) == 1
    assert changed == {maker.file("before"), maker.search_index, "sw.js", *bundles}
    assert first.keys() - second.keys() == set(filter(is_bundle, first))
