"""Links in the folder of a site: read by every path, never written through, never without end."""

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from mkdocs_pwa import PackError, PackOptions, check, pack, write_kill_switch
from mkdocs_pwa.copy.links import walk

Contents = Callable[[Path], dict[str, bytes]]
WriteSite = Callable[..., Path]

OPTIONS = PackOptions(name="Small site")
PAGE = '<!doctype html><html lang="en"><head><title>Version 2</title></head><body>A</body></html>'
BROKEN = (
    "{}: expected a link to a file or a folder, found a link that leads {}. Nothing is saved from "
    "it. Remove it, put in its place what it should lead to, or list it under exclude."
)


def link(path: Path, target: str | Path) -> None:
    path.symlink_to(target, target_is_directory=True)


def test_a_folder_that_is_linked_at_another_depth_gets_pages_of_its_own(
    write_site: WriteSite, contents: Contents
) -> None:
    site = write_site({"docs/v2/index.html": PAGE, "docs/v2/map.txt": "map"})
    link(site / "docs/v2/maps", "../../after")
    link(site / "latest", "docs/v2")

    pack(site, OPTIONS)

    assert 'href="../../manifest.webmanifest"' in (site / "docs/v2/index.html").read_text()
    assert 'href="../manifest.webmanifest"' in (site / "latest/index.html").read_text()
    assert 'href="../../manifest.webmanifest"' in (site / "latest/maps/index.html").read_text()
    assert 'href="../manifest.webmanifest"' in (site / "after/index.html").read_text()
    assert (site / "latest/map.txt").read_text() == "map"
    assert check(site) == []
    once = contents(site)
    pack(site, OPTIONS)
    assert contents(site) == once


@pytest.mark.parametrize("make_link", [os.symlink, os.link], ids=["symbolic", "hard"])
def test_a_page_that_is_linked_at_another_depth_gets_a_file_of_its_own(
    write_site: WriteSite, make_link: Callable[[Path, Path], None]
) -> None:
    site = write_site({"docs/v2.html": PAGE})
    make_link(site / "docs/v2.html", site / "v2.html")

    pack(site, OPTIONS)

    assert 'href="../manifest.webmanifest"' in (site / "docs/v2.html").read_text()
    assert 'href="manifest.webmanifest"' in (site / "v2.html").read_text()
    assert check(site) == []


@pytest.mark.parametrize("undo", [False, True], ids=["pack", "remove"])
def test_nothing_outside_of_the_folder_is_changed(
    write_site: WriteSite, contents: Contents, tmp_path: Path, undo: bool
) -> None:
    site = write_site()
    pack(site, OPTIONS)
    outside = tmp_path / "outside"
    (site / "pwa").rename(outside)
    (site / "sw.js").rename(outside / "sw.js")
    (site / "after/index.html").rename(outside / "index.html")
    (site / "index.html").rename(outside / "home.html")
    link(site / "pwa", outside)
    link(site / "new", "../outside")
    (site / "sw.js").symlink_to(outside / "sw.js")
    (site / "index.html").symlink_to(outside / "home.html")
    before = contents(outside)

    if undo:
        write_kill_switch(site)
    else:
        pack(site, PackOptions(name="Small site", theme_color="#123456"))
        assert check(site) == []

    assert contents(outside) == before
    assert not any(path.is_symlink() for path in (site / "new", site / "sw.js"))
    assert not list(site.glob(".mkdocs-pwa-*"))


def test_a_linked_folder_in_which_nothing_changes_stays_a_link(
    write_site: WriteSite, tmp_path: Path
) -> None:
    site = write_site()
    (tmp_path / "fonts").mkdir()
    (tmp_path / "fonts/a.woff2").write_bytes(b"font")
    link(site / "fonts", "../fonts")

    report = pack(site, OPTIONS)

    assert (site / "fonts").is_symlink()
    assert "fonts/a.woff2" in [file.path for file in report.saved]
    assert report.warnings == ()


def test_links_in_a_circle_and_links_to_nowhere_are_named(write_site: WriteSite) -> None:
    site = write_site({"a/index.html": PAGE, "b/index.html": PAGE, ".git/HEAD": "a"})
    link(site / "self", ".")
    link(site / "gone", "nowhere")
    link(site / "ring", "ring")
    link(site / ".git/gone", "nowhere")
    link(site / "a/b", "../b")
    link(site / "b/a", "../a")

    report = pack(site, PackOptions(name="Small site", exclude=("ring",)))

    assert report.warnings == (
        BROKEN.format("a/b and 2 more", "in a circle"),
        BROKEN.format("gone", "nowhere"),
    )
    assert report.details == tuple(
        BROKEN.format(path, "in a circle") for path in ("a/b", "b/a", "self")
    )
    with pytest.raises(PackError):
        pack(site, OPTIONS, strict=True)
    assert (site / "a/b").is_symlink()


def test_a_folder_whose_own_link_leads_back_can_be_linked(tmp_path: Path) -> None:
    (tmp_path / "v2").mkdir()
    (tmp_path / "v2/a.txt").write_text("a", "utf-8")
    link(tmp_path / "v2/home", "..")
    link(tmp_path / "latest", "v2")

    found = walk(tmp_path)

    assert sorted(found.files) == ["latest/a.txt", "v2/a.txt"]
    assert sorted(found.broken) == ["latest/home", "v2/home"]


def test_folders_that_are_all_linked_to_each_other_are_each_walked_once(tmp_path: Path) -> None:
    names = [f"language-{number}" for number in range(12)]
    for name in names:
        (tmp_path / name).mkdir()
        (tmp_path / name / "a.txt").write_text("a", "utf-8")
        for other in names:
            link(tmp_path / name / other, f"../{other}")

    found = walk(tmp_path)

    assert sorted(found.files) == sorted(f"{name}/a.txt" for name in names)
    assert len(found.broken) == len(names) ** 2


def test_a_link_to_all_that_the_site_is_in_is_not_followed(write_site: WriteSite) -> None:
    site = write_site()
    link(site / "everything", "/")

    assert list(walk(site).broken) == ["everything"]
