"""The command: what it does, prints and returns."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from mkdocs_pwa import __version__
from mkdocs_pwa.cli import main
from mkdocs_pwa.settings.reading import KEYS, SITE_KEYS

Contents = Callable[[Path], dict[str, bytes]]
WriteSite = Callable[..., Path]
Capture = pytest.CaptureFixture[str]

HEADING = "mkdocs-pwa cannot make this site work offline:"


def manifest(site: Path) -> dict[str, Any]:
    loaded: dict[str, Any] = json.loads((site / "manifest.webmanifest").read_text("utf-8"))
    return loaded


def options_file(tmp_path: Path, text: str) -> str:
    path = tmp_path / "options.yml"
    path.write_text(text, "utf-8")
    return str(path)


def test_pack_says_what_is_saved(site: Path, capsys: Capture) -> None:
    assert main(["pack", str(site)]) == 0

    printed = capsys.readouterr()
    assert printed.out.startswith(f"{site}: 6 files, ")
    assert printed.out.endswith(" ready to work offline\n")
    assert printed.err == ""


def test_pack_takes_from_the_home_page_what_no_file_says(site: Path) -> None:
    main(["pack", str(site)])

    found = manifest(site)
    assert (found["name"], found["description"]) == ("Small site", "A site for tests")
    assert (found["lang"], found["id"]) == ("en", "/guide/")


@pytest.mark.parametrize(
    ("canonical", "app_id"),
    [
        ("https://example.org/guide/", "/guide/"),
        ("https://example.org/guide/index.html", "/guide/"),
        ("https://example.org", "/"),
        ("/guide/", None),
        ("https://[x", None),
        ("", None),
    ],
)
def test_address_is_the_folder_of_the_home_page(
    write_site: WriteSite, canonical: str, app_id: str | None
) -> None:
    home = f'<head><title>A</title><link rel="canonical" href="{canonical}"></head>'
    site = write_site({"index.html": home})

    assert main(["pack", str(site)]) == 0

    assert manifest(site).get("id") == app_id


def test_pack_reads_the_options_file(site: Path, tmp_path: Path) -> None:
    file = options_file(
        tmp_path, "name: Other\nlang: es\ndir: ltr\nshortcuts:\n  - {name: After, url: after/}\n"
    )

    assert main(["pack", str(site), "--options", file]) == 0

    found = manifest(site)
    assert (found["name"], found["lang"], found["dir"]) == ("Other", "es", "ltr")
    assert found["shortcuts"] == [{"name": "After", "url": "./after/"}]


def test_icon_path_starts_at_the_options_file(site: Path, tmp_path: Path) -> None:
    (tmp_path / "drawing.svg").write_text("<svg/>")
    file = options_file(tmp_path, "icon: drawing.svg")

    # Found, and refused for what it is.
    assert main(["pack", str(site), "--options", file]) == 1


def test_empty_options_file_changes_nothing(site: Path, tmp_path: Path) -> None:
    assert main(["pack", str(site), "--options", options_file(tmp_path, "")]) == 0


def test_enabled_false_writes_the_kill_switch(site: Path, tmp_path: Path, capsys: Capture) -> None:
    assert main(["pack", str(site), "--options", options_file(tmp_path, "enabled: false")]) == 0

    assert "mkdocs-pwa:kill-switch" in (site / "sw.js").read_text()
    assert capsys.readouterr().out == (
        f"{site}: enabled is false, so sw.js now removes saved copies.\n"
    )


def test_unknown_and_bad_options_are_named_in_one_run(
    site: Path, tmp_path: Path, capsys: Capture, contents: Contents
) -> None:
    before = contents(site)
    file = options_file(tmp_path, "nam: A\ntheme_color: red\n")

    assert main(["pack", str(site), "--options", file]) == 1

    assert capsys.readouterr().err == (
        f"{HEADING}\n"
        f"- {file}: expected one of the options {', '.join((*KEYS, *SITE_KEYS))}, found 'nam'. "
        "Did you mean 'name'?\n"
        "- theme_color: expected a color such as #ffffff, found 'red'. "
        "Write it as # with three or six digits 0-9, a-f.\n"
    )
    assert contents(site) == before


def test_options_file_that_is_not_there(site: Path, tmp_path: Path, capsys: Capture) -> None:
    assert main(["pack", str(site), "--options", f"{tmp_path}/gone.yml"]) == 1

    assert capsys.readouterr().err == (
        f"{HEADING}\n- {tmp_path}/gone.yml: expected a file of options, found none that can be "
        "read. Correct the path.\n"
    )


def test_options_file_that_is_not_yaml(site: Path, tmp_path: Path, capsys: Capture) -> None:
    file = options_file(tmp_path, "name: A\nlang: [en\n")

    assert main(["pack", str(site), "--options", file]) == 1

    assert capsys.readouterr().err == (
        f"{HEADING}\n- {file}: expected YAML, found something else at line 3. "
        "Write `option: value` lines.\n"
    )


def test_options_file_that_is_a_list(site: Path, tmp_path: Path, capsys: Capture) -> None:
    file = options_file(tmp_path, "- name\n")

    assert main(["pack", str(site), "--options", file]) == 1

    assert capsys.readouterr().err == (
        f"{HEADING}\n- {file}: expected options with values, found none. "
        "Write `option: value` lines.\n"
    )


WARNING = (
    "google1.html: expected a page with <head>, found none. It is saved as it is, but cannot be "
    "installed from. Write a whole page, or list it under exclude."
)


def test_pack_prints_warnings_and_goes_on(write_site: WriteSite, capsys: Capture) -> None:
    site = write_site({"google1.html": "google"})

    assert main(["pack", str(site)]) == 0

    assert capsys.readouterr().err == f"warning: {WARNING}\n"


def test_strict_pack_fails_on_warnings_and_writes_nothing(
    write_site: WriteSite, capsys: Capture, contents: Contents
) -> None:
    site = write_site({"google1.html": "google"})
    before = contents(site)

    assert main(["pack", str(site), "--strict"]) == 1

    assert capsys.readouterr().err == f"{HEADING}\n- {WARNING}\n"
    assert contents(site) == before


def test_check_of_a_packed_site(site: Path, capsys: Capture) -> None:
    main(["pack", str(site)])
    capsys.readouterr()

    assert main(["check", str(site)]) == 0

    assert capsys.readouterr().out == (
        f"{site}: every file is listed and verified, and nothing comes from other hosts\n"
    )


def test_check_prints_its_findings(site: Path, capsys: Capture) -> None:
    assert main(["check", str(site)]) == 1

    assert capsys.readouterr().err == (
        "error: sw.js: expected a packed site, found no sw.js. "
        "Run `mkdocs-pwa pack` on the folder as the last step of the build.\n"
    )


def test_check_compares_with_a_folder_only_what_comes_from_an_address(
    site: Path, capsys: Capture
) -> None:
    with pytest.raises(SystemExit) as ended:
        main(["check", str(site), "--against", str(site)])

    assert ended.value.code == 2
    assert capsys.readouterr().err.endswith(
        f"--against: expected an address to check, found the folder {site}. Give the address of "
        "the home page, or leave --against out\n"
    )


@pytest.mark.parametrize("command", ["pack", "remove"])
def test_file_that_cannot_be_written_is_named(command: str, site: Path, capsys: Capture) -> None:
    in_the_way = site / "sw.js"
    in_the_way.mkdir()

    assert main([command, str(site)]) == 1

    assert capsys.readouterr().err == (
        f"{HEADING}\n"
        f"- {in_the_way}: expected a file that can be read and written, found: Is a directory. "
        "Make room, change its rights, or remove what is in its place, and build again.\n"
    )


def test_remove_writes_the_kill_switch(site: Path, capsys: Capture) -> None:
    main(["pack", str(site)])
    capsys.readouterr()

    assert main(["remove", str(site)]) == 0

    assert not (site / "pwa").exists()
    assert capsys.readouterr().out == (
        f"{site}: sw.js now removes saved copies. Keep it online as long as there are any.\n"
    )


@pytest.mark.parametrize("command", ["pack", "check", "remove"])
def test_folder_that_is_not_there(command: str, tmp_path: Path, capsys: Capture) -> None:
    assert main([command, f"{tmp_path}/gone"]) == 1

    assert capsys.readouterr().err == (
        f"{HEADING}\n- {tmp_path}/gone: expected the folder of a built site, found no folder. "
        "Build the site first, or correct the path.\n"
    )


@pytest.mark.parametrize("arguments", [[], ["pack"], ["publish", "."], ["check", ".", "--strict"]])
def test_command_that_is_not_understood(arguments: list[str], capsys: Capture) -> None:
    with pytest.raises(SystemExit) as exit_:
        main(arguments)

    assert exit_.value.code == 2
    assert "usage: mkdocs-pwa" in capsys.readouterr().err


@pytest.mark.parametrize("arguments", [["--help"], ["pack", "--help"]])
def test_help_lists_the_exit_codes(arguments: list[str], capsys: Capture) -> None:
    with pytest.raises(SystemExit) as exit_:
        main(arguments)

    assert exit_.value.code == 0
    printed = " ".join(capsys.readouterr().out.split())
    assert "exit codes: 0 all is well, 1 errors or findings, 2 the command was not" in printed


def test_version_is_printed(capsys: Capture) -> None:
    with pytest.raises(SystemExit):
        main(["--version"])

    assert capsys.readouterr().out == f"{__version__}\n"


def test_pack_names_in_verbose_what_is_not_saved_and_all_that_is_warned_of(
    write_site: WriteSite, capsys: Capture
) -> None:
    site = write_site({"a.html": "a", "b.html": "b", "a.js": "a", "a.js.gz": "b"})

    assert main(["pack", str(site)]) == 0
    brief = capsys.readouterr().err.splitlines()
    assert main(["pack", str(site), "--verbose"]) == 0
    told = capsys.readouterr().err.splitlines()

    assert len(brief) == 1
    assert brief[0].startswith("warning: a.html and 1 more: expected a page with <head>")
    assert "a.js.gz: not saved, a compressed copy for the host" in told
    assert [line for line in told if line.startswith("b.html: expected a page with <head>")]
