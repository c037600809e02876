"""What packing refuses, and that nothing is written then."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from mkdocs_pwa import PackError, PackOptions, Shortcut, pack
from mkdocs_pwa.copy.outputs import WRITTEN

Contents = Callable[[Path], dict[str, bytes]]
WriteSite = Callable[..., Path]

OPTIONS = PackOptions(name="Small site", site_url="https://example.org/guide/")


def refused(site: Path, options: PackOptions, contents: Contents) -> list[str]:
    """The problems of packing, which must leave the folder as it was."""
    before = contents(site)
    with pytest.raises(PackError) as error:
        pack(site, options)
    assert contents(site) == before
    return error.value.problems


def test_missing_folder_is_refused(tmp_path: Path) -> None:
    with pytest.raises(PackError) as error:
        pack(tmp_path / "gone", OPTIONS)

    assert error.value.problems == [
        f"{tmp_path}/gone: expected the folder of a built site, found no folder. "
        "Build the site first, or correct the path."
    ]


def test_folder_without_a_home_page_is_refused(write_site: WriteSite, contents: Contents) -> None:
    site = write_site({"index.html": None})

    assert refused(site, OPTIONS, contents) == [
        f"{site}: expected a home page index.html, found none. "
        "Give the folder that holds the whole built site."
    ]


def test_foreign_worker_is_refused(write_site: WriteSite, contents: Contents) -> None:
    site = write_site({"sw.js": "self.skipWaiting()"})

    assert refused(site, OPTIONS, contents) == [
        "sw.js: expected none, or one of an earlier run, found a sw.js that mkdocs-pwa did not "
        "write. Remove it from the site: only one worker can serve it."
    ]


@pytest.mark.parametrize("path", WRITTEN)
def test_file_that_would_be_overwritten_is_refused(
    path: str, write_site: WriteSite, contents: Contents
) -> None:
    site = write_site({path: "{}"})

    assert refused(site, OPTIONS, contents) == [
        f"{path}: expected none, or one of an earlier run, found a file that mkdocs-pwa did not "
        "write. Remove or rename it: packing would overwrite it."
    ]


def test_bad_options_and_foreign_files_are_found_in_one_run(
    write_site: WriteSite, contents: Contents
) -> None:
    site = write_site({"sw.js": "x", "manifest.webmanifest": "{}"})
    options = replace(OPTIONS, name="", theme_color="red", icon=b"<svg/>")

    found = [problem.split(":")[0] for problem in refused(site, options, contents)]
    assert found == ["name", "icon", "theme_color", "sw.js", "manifest.webmanifest"]


def test_shortcut_to_a_page_that_is_not_there_is_refused(site: Path, contents: Contents) -> None:
    options = replace(OPTIONS, shortcuts=(Shortcut("A", "after/"), Shortcut("B", "afte/#now")))

    assert refused(site, options, contents) == [
        "shortcuts: item 2, url: expected a saved page of this site, found 'afte/#now'. "
        "Did you mean 'after/'?"
    ]


def test_shortcut_that_is_like_no_page_gets_plain_advice(site: Path, contents: Contents) -> None:
    options = replace(OPTIONS, shortcuts=(Shortcut("A", "xyzzy"),))

    assert refused(site, options, contents) == [
        "shortcuts: item 1, url: expected a saved page of this site, found 'xyzzy'. "
        "Write the page's path in the site."
    ]


def test_excluding_the_home_page_is_refused(site: Path, contents: Contents) -> None:
    assert refused(site, replace(OPTIONS, exclude=("/index.html",)), contents) == [
        "exclude: expected patterns that leave the home page in, found one that leaves out "
        "index.html. The app opens on it: narrow the pattern."
    ]


def test_names_that_clash_are_refused(write_site: WriteSite, contents: Contents) -> None:
    site = write_site({"e\u0301.txt": "a", "\u00e9.txt": "b"})

    assert refused(site, OPTIONS, contents) == [
        "\u00e9.txt: expected one file of this name, found 2 that differ only in how their "
        "accented letters are stored. Delete or rename all but one."
    ]
