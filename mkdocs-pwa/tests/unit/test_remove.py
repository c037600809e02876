"""Taking the app away again."""

from collections.abc import Callable
from pathlib import Path

import pytest

from mkdocs_pwa import PackError, PackOptions, pack, resources, write_kill_switch

Contents = Callable[[Path], dict[str, bytes]]
WriteSite = Callable[..., Path]

OPTIONS = PackOptions(name="Small site")
KILL_SWITCH = resources.read("assets/kill-switch.js").encode()


def test_removing_gives_the_site_as_it_was_and_the_kill_switch(
    site: Path, contents: Contents
) -> None:
    before = contents(site)
    pack(site, OPTIONS)

    write_kill_switch(site)

    assert contents(site) == {**before, "sw.js": KILL_SWITCH}
    assert not (site / "pwa").exists()


def test_site_that_was_never_packed_gets_the_kill_switch(site: Path, contents: Contents) -> None:
    before = contents(site)

    write_kill_switch(site)

    assert contents(site) == {**before, "sw.js": KILL_SWITCH}


def test_removing_twice_is_the_same_as_once(site: Path, contents: Contents) -> None:
    write_kill_switch(site)
    once = contents(site)

    write_kill_switch(site)

    assert contents(site) == once


def test_folder_without_a_home_page_gets_the_kill_switch(tmp_path: Path) -> None:
    write_kill_switch(tmp_path)

    assert (tmp_path / "sw.js").read_bytes() == KILL_SWITCH


def test_files_of_the_site_with_our_names_are_kept(write_site: WriteSite) -> None:
    site = write_site({"manifest.webmanifest": "{}", "pwa/client.js": "theirs"})

    write_kill_switch(site)

    assert (site / "manifest.webmanifest").read_text() == "{}"
    assert (site / "pwa/client.js").read_text() == "theirs"


def test_other_files_in_our_folder_are_kept(write_site: WriteSite) -> None:
    site = write_site({"pwa/steps.png": "picture"})
    pack(site, OPTIONS)

    write_kill_switch(site)

    assert [path.name for path in (site / "pwa").iterdir()] == ["steps.png"]


def test_foreign_worker_is_refused(write_site: WriteSite, contents: Contents) -> None:
    site = write_site({"sw.js": "self.skipWaiting()"})
    before = contents(site)

    with pytest.raises(PackError) as error:
        write_kill_switch(site)

    assert error.value.problems == [
        "sw.js: expected none, or one of an earlier run, found a sw.js that mkdocs-pwa did not "
        "write. Remove it from the site: only one worker can serve it."
    ]
    assert contents(site) == before


def test_missing_folder_is_refused(tmp_path: Path) -> None:
    with pytest.raises(PackError) as error:
        write_kill_switch(tmp_path / "gone")

    assert error.value.problems == [
        f"{tmp_path}/gone: expected the folder of a built site, found no folder. "
        "Build the site first, or correct the path."
    ]
