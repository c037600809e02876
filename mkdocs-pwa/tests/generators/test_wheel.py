"""What is published: both archives are whole, and what they install builds the same site."""

from __future__ import annotations

import os
import re
import subprocess
import sys
import tarfile
import venv
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).parents[2]
SOURCE = ROOT / "src"
pytestmark = pytest.mark.xdist_group("wheel")

#: The versions that this environment has, so that the bare one gets the same; not in the archive.
PINNED = ROOT.parent / "requirements.txt"


def build(project: Path, into: Path, repository: str = "") -> Path:
    """The archives of a project whose repository has this address, or none."""
    command = [sys.executable, "-m", "hatchling", "build", "-d", str(into)]
    env = os.environ | {"MKDOCS_PWA_REPOSITORY": repository}
    subprocess.run(command, cwd=project, check=True, capture_output=True, env=env)
    return into


def metadata(wheel: Path) -> str:
    return next(text.decode() for name, text in members(wheel).items() if "/METADATA" in name)


def members(wheel: Path) -> dict[str, bytes]:
    with zipfile.ZipFile(wheel) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


@pytest.fixture(scope="module")
def archives(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return build(ROOT, tmp_path_factory.mktemp("archives"))


@pytest.fixture(scope="module")
def wheel(archives: Path) -> Path:
    return next(archives.glob("*.whl"))


@pytest.fixture(scope="module")
def unpacked(archives: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder in the source archive."""
    folder = tmp_path_factory.mktemp("sdist")
    with tarfile.open(next(archives.glob("*.tar.gz"))) as archive:
        archive.extractall(folder, filter="data")
    return next(folder.iterdir())


def test_wheel_has_every_file_of_the_package(wheel: Path) -> None:
    found = members(wheel)

    written = {
        path.relative_to(SOURCE).as_posix(): path.read_bytes()
        for path in SOURCE.rglob("*")
        if path.is_file() and "__pycache__" not in path.parts
    }
    packed = {name: data for name, data in found.items() if ".dist-info/" not in name}
    assert {"mkdocs_pwa/py.typed", "mkdocs_pwa/assets/client.css"} <= written.keys()
    assert packed == written


def test_wheel_says_what_it_is(wheel: Path) -> None:
    found = members(wheel)
    about = metadata(wheel)
    points = next(
        text.decode() for name, text in found.items() if name.endswith("/entry_points.txt")
    )

    assert "Requires-Python: >=3.11\n" in about
    assert "License-Expression: MIT\n" in about
    assert "Description-Content-Type: text/markdown\n" in about
    assert any(name.endswith("/licenses/LICENSE") for name in found)
    assert re.findall(r"^\[(.+)\]\n\S+ = (.+)$", points, flags=re.MULTILINE) == [
        ("console_scripts", "mkdocs_pwa.cli:main"),
        ("mkdocs.plugins", "mkdocs_pwa.plugin:PwaPlugin"),
        ("properdocs.plugins", "mkdocs_pwa.plugin:PwaPlugin"),
    ]


#: What a link or a picture of Markdown leads to, but for places of the same page.
LINKED = re.compile(r"\]\((?!#)([^)]+)\)")


def test_description_has_no_link_to_a_file_that_an_index_of_packages_does_not_have(
    wheel: Path,
) -> None:
    about = metadata(wheel)

    assert [link for link in LINKED.findall(about) if not link.startswith("https://")] == []
    assert "CHANGELOG.md says the effect of each" in about
    assert "Three phone screens" not in about
    assert "Project-URL" not in about


def test_description_links_to_the_repository_whose_address_is_given(tmp_path: Path) -> None:
    wheel = next(build(ROOT, tmp_path, "https://example.org/a/b/").glob("*.whl"))
    about = metadata(wheel)
    version = re.search(r"^Version: (.+)$", about, re.MULTILINE)
    assert version
    tag = f"mkdocs-pwa-v{version[1]}"

    links = [link for link in LINKED.findall(about) if "//example.org" in link]
    files = [re.fullmatch(r"https://example\.org/a/b/(?:blob|raw)/(\S+)", link) for link in links]
    assert [file[1].removeprefix(f"{tag}/mkdocs-pwa/") for file in files if file] == [
        "pictures/phones.png",
        "REMOVING.md",
        "CHANGELOG.md",
    ]
    assert all((ROOT / link.split("/mkdocs-pwa/")[-1]).is_file() for link in links)
    assert "Project-URL: Issues, https://example.org/a/b/issues\n" in about


def test_wheel_from_the_source_archive_is_the_same(
    wheel: Path, unpacked: Path, tmp_path: Path
) -> None:
    again = next(build(unpacked, tmp_path / "again").glob("*.whl"))

    assert members(again) == members(wheel)


def test_source_archive_has_the_tests_and_every_page_that_the_readme_links_to(
    unpacked: Path,
) -> None:
    readme = (unpacked / "README.md").read_text("utf-8")
    linked = re.findall(r"\]\((?!#|https?:)([^)#]+)", readme)

    assert "REMOVING.md" in linked
    assert [name for name in linked if not (unpacked / name).is_file()] == []
    assert (unpacked / "tests/generators/test_wheel.py").is_file()


def test_version_is_semantic_and_the_changelog_has_its_heading() -> None:
    """A release gets its own heading; until then its changes are the unreleased ones."""
    version = re.search(
        r'^__version__ = "(.+)"$', (SOURCE / "mkdocs_pwa/__init__.py").read_text(), re.MULTILINE
    )
    assert version
    assert re.fullmatch(r"\d+\.\d+\.\d+((a|b|rc)\d+)?", version[1])
    headings = re.findall(r"^## (\S+)", (ROOT / "CHANGELOG.md").read_text("utf-8"), re.MULTILINE)
    assert headings[0] in ("Unreleased", version[1])


@pytest.fixture(scope="module")
def bare(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The Python of an environment that has nothing but the wheel and what it asks for."""
    folder = tmp_path_factory.mktemp("bare")
    pins = folder / "pins.txt"
    # Without the hashes, which would be asked for of the wheel too.
    text = PINNED.read_text("utf-8") if PINNED.is_file() else ""
    lines = re.findall(r"^(\S+==\S+(?: ;.+?)?) \\$", text, re.MULTILINE)
    pins.write_text("\n".join(lines), "utf-8")
    venv.create(folder / "venv", symlinks=True)
    python = folder / "venv/bin/python"
    command = [sys.executable, "-m", "pip", f"--python={python}", "--disable-pip-version-check"]
    command += ["install", "--quiet", f"--constraint={pins}", str(wheel)]
    ran = subprocess.run(command, capture_output=True, text=True, check=False)
    assert ran.returncode == 0, ran.stderr
    return python


def test_wheel_alone_builds_the_same_bytes_as_the_source(
    bare: Path, new_site: Callable[..., Any], contents: Callable[[Path], dict[str, bytes]]
) -> None:
    by_wheel = new_site("wheel", python=str(bare)).run("site")
    by_source = new_site("source").run("site")

    assert contents(by_wheel) == contents(by_source)


def test_command_of_the_wheel_needs_nothing_else(bare: Path, tmp_path: Path) -> None:
    (tmp_path / "index.html").write_text("<!doctype html><title>Guide</title><p>Words", "utf-8")
    command = [str(bare.with_name("mkdocs-pwa")), "pack", str(tmp_path)]
    ran = subprocess.run(command, capture_output=True, text=True, check=False)

    assert "ready to work offline" in ran.stdout, ran.stderr
