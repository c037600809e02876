"""Packing a folder again: what changes, and what stays as it is."""

from __future__ import annotations

import os
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from mkdocs_pwa import PackOptions, pack, write_kill_switch
from mkdocs_pwa.copy.bundle_name import is_bundle
from mkdocs_pwa_testing.packed import bundles, worker_data

Contents = Callable[[Path], dict[str, bytes]]
WriteSite = Callable[..., Path]

OPTIONS = PackOptions(name="Small site", site_url="https://example.org/guide/")


def test_packing_again_changes_no_byte(site: Path, contents: Contents) -> None:
    pack(site, OPTIONS)
    once = contents(site)

    pack(site, OPTIONS)

    assert contents(site) == once


def test_packing_again_writes_no_file(site: Path) -> None:
    pack(site, OPTIONS)
    for path in site.rglob("*"):
        os.utime(path, (0, 0))

    pack(site, OPTIONS)

    assert {path.stat().st_mtime for path in site.rglob("*")} == {0}


def test_packing_with_other_options_replaces_the_first(
    site: Path, write_site: WriteSite, contents: Contents
) -> None:
    pack(site, OPTIONS)
    fresh = contents(site)
    pack(site, replace(OPTIONS, short_name="Other", theme_color="#123456"))

    pack(site, OPTIONS)

    assert contents(site) == fresh


def test_packing_after_removing_is_as_packing_at_first(site: Path, contents: Contents) -> None:
    pack(site, OPTIONS)
    first = contents(site)
    write_kill_switch(site)

    pack(site, OPTIONS)

    assert contents(site) == first


def test_a_run_that_was_cut_short_can_be_repeated(site: Path, contents: Contents) -> None:
    pack(site, OPTIONS)
    whole = contents(site)
    (site / "sw.js").unlink()
    (site / "pwa/client.js").unlink()

    pack(site, OPTIONS)

    assert contents(site) == whole


def test_packing_the_same_files_on_another_day_keeps_the_first_day(
    site: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1700000000")
    pack(site, OPTIONS)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1800000000")
    pack(site, OPTIONS)
    assert worker_data(site)["built"] == "2023-11-14"

    (site / "style.css").write_text("body { margin: 3em }", "utf-8")
    pack(site, OPTIONS)
    assert worker_data(site)["built"] == "2027-01-15"


def test_editing_one_page_changes_that_page_the_worker_and_the_bundle_only(
    site: Path, contents: Contents
) -> None:
    pack(site, OPTIONS)
    before = contents(site)
    page = site / "after/index.html"
    page.write_text(page.read_text().replace("<h1>", "<h1>Edited: "))

    pack(site, OPTIONS)

    after = contents(site)
    changed = {path for path in after if after[path] != before.get(path)}
    assert changed == {"after/index.html", "sw.js", *bundles(site)}
    # The one before is gone.
    assert before.keys() - after.keys() == before.keys() & set(filter(is_bundle, before))


def test_an_edit_changes_no_other_page(write_site: WriteSite, contents: Contents) -> None:
    site = write_site({})
    pack(site, OPTIONS)
    before = contents(site)
    html = (site / "index.html").read_text("utf-8")
    (site / "index.html").write_text(html.replace("</body>", "More.</body>"), "utf-8")

    pack(site, OPTIONS)

    after = contents(site)
    changed = {path for path in after if before.get(path) != after[path]}
    assert {path for path in changed if "bundle" not in path} == {"index.html", "sw.js"}


def test_without_the_bundle_none_is_left(site: Path) -> None:
    pack(site, OPTIONS)

    pack(site, replace(OPTIONS, bundle=False))

    assert bundles(site) == set()
    assert worker_data(site)["bundle"] is None
