"""One small site by every generator, built once for all tests of it.

What holds for all of them is tested here, and nowhere else.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NamedTuple

import pytest
import yaml
from playwright.sync_api import Browser, Playwright

from mkdocs_pwa_testing.fixtures import executable, playwright

__all__ = ["executable", "playwright"]

SOURCE = Path(__file__).parents[1] / "sites" / "minimal"
#: The day of each build: MkDocs' own themes write its time into the home page.
DAY = "1700000000"


class Maker(NamedTuple):
    """A generator with a theme; pages are folders, as in `before/`, or files."""

    generator: str
    theme: str
    folders: bool

    def __str__(self) -> str:
        return f"{self.generator}-{self.theme}-{'folders' if self.folders else 'files'}"

    @property
    def packs_itself(self) -> bool:
        """Whether the plugin runs; Zensical passes over plugins that it does not know."""
        return self.generator != "zensical"

    @property
    def search_index(self) -> str:
        """Where the search data are."""
        return "search/search_index.json" if self.packs_itself else "search.json"

    def page(self, name: str) -> str:
        """The address of a page from the site's root."""
        return f"{name}/" if self.folders else f"{name}.html"

    def file(self, name: str) -> str:
        """The file of a page."""
        return f"{name}/index.html" if self.folders else f"{name}.html"


MAKERS = (
    Maker("mkdocs", "mkdocs", folders=True),
    Maker("mkdocs", "mkdocs", folders=False),
    Maker("mkdocs", "readthedocs", folders=True),
    Maker("mkdocs", "readthedocs", folders=False),
    Maker("mkdocs", "material", folders=True),
    Maker("mkdocs", "material", folders=False),
    Maker("properdocs", "mkdocs", folders=True),
    Maker("properdocs", "readthedocs", folders=False),
    Maker("properdocs", "material", folders=True),
    # It has one theme, and takes Material's name for it.
    Maker("zensical", "material", folders=True),
    Maker("zensical", "material", folders=False),
)


class Build:
    """A new site of one maker, in a folder of its own.

    Args:
        maker: who makes it.
        folder: where its sources and its builds are kept.
        python: the interpreter with generator and plugin.
    """

    def __init__(self, maker: Maker, folder: Path, python: str = sys.executable) -> None:
        self.maker = maker
        self.folder = folder
        self._python = python
        shutil.copytree(SOURCE / "docs", folder / "docs")

    def edit(self, page: str, old: str, new: str) -> None:
        """Change the words of a page."""
        path = self.folder / "docs" / page
        text = path.read_text("utf-8")
        assert old in text
        path.write_text(text.replace(old, new), "utf-8")

    def run(self, name: str) -> Path:
        """Build as a writer would, warnings being errors; the folder of the built site."""
        site = self.folder / name
        config = self.folder / "mkdocs.yml"
        settings = {
            "site_name": "Small guide",
            "site_dir": name,
            "theme": self.maker.theme,
            "use_directory_urls": self.maker.folders,
            "plugins": ["search", "pwa"],
        }
        config.write_text(yaml.safe_dump(settings), "utf-8")
        self._command(self.maker.generator, "build", "--strict", "-f", str(config))
        if not self.maker.packs_itself:
            self._command("mkdocs_pwa.cli", "pack", str(site), "--strict")
        return site

    def _command(self, *words: str) -> None:
        ran = subprocess.run(
            [self._python, "-m", *words],
            cwd=self.folder,
            env={**os.environ, "SOURCE_DATE_EPOCH": DAY, "NO_MKDOCS_2_WARNING": "1"},
            capture_output=True,
            text=True,
            check=False,
        )
        assert ran.returncode == 0, ran.stdout + ran.stderr


class Versions(NamedTuple):
    """Two builds of one site: before and after an edit of the page `before`."""

    maker: Maker
    first: Path
    second: Path


@pytest.fixture
def new_site(tmp_path: Path) -> Callable[..., Build]:
    """Gives a new site of MkDocs with its first theme, in a folder of this name."""

    def make(name: str, python: str = sys.executable) -> Build:
        return Build(MAKERS[0], tmp_path / name, python)

    return make


@pytest.fixture(scope="session")
def contents() -> Callable[[Path], dict[str, bytes]]:
    """Reads every file of a folder."""

    def read(folder: Path) -> dict[str, bytes]:
        files = (path for path in sorted(folder.rglob("*")) if path.is_file())
        return {path.relative_to(folder).as_posix(): path.read_bytes() for path in files}

    return read


def _in_one_process(maker: Maker) -> object:
    return pytest.param(maker, id=str(maker), marks=pytest.mark.xdist_group(str(maker)))


@pytest.fixture(scope="session", params=map(_in_one_process, MAKERS))
def versions(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Versions:
    """Built once for all tests of a maker."""
    build = Build(request.param, tmp_path_factory.mktemp(str(request.param)) / "project")
    first = build.run("first")
    build.edit("before.md", "six hours", "eight hours")
    return Versions(build.maker, first, build.run("second"))


@pytest.fixture(scope="session")
def browser(playwright: Playwright, executable: str) -> Iterator[Browser]:
    """A browser that reaches no host but this machine, wherever the tests run.

    The themes as they come load fonts and code colors from other hosts.
    """
    no_other_host = "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1"
    instance = playwright.chromium.launch(executable_path=executable, args=[no_other_host])
    yield instance
    instance.close()
