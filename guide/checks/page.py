"""A page as the checks see it: its front matter, its blocks, and the guide it belongs to."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from guide.checks.blocks import Block, read_blocks
from guide.checks.rules import Rules, read_rules
from guide.errors import PageError
from guide.pages.front_matter import FrontMatterError, PageText, read_page_text
from guide.texts import read_text


@dataclass(frozen=True)
class Page:
    """One Markdown file.

    Attributes:
        file: its path as messages name it.
        path: its path in the folder of pages, with `/`: `before/drip.md`.
        text: its first lines and the rest, or why these cannot be told apart.
        body: the lines after the first lines; all, if there are none that can be read.
        blocks: what the body is made of.
    """

    file: str
    path: str
    text: PageText | FrontMatterError
    body: list[str]
    blocks: list[Block]

    @property
    def folder(self) -> str:
        """The first folder of its path; empty for the start page."""
        return self.path.rpartition("/")[0].partition("/")[0]


@dataclass(frozen=True)
class Guide:
    """All that a check may look up.

    Attributes:
        rules: what `checks.yml` says.
        pages: every page by its path.
        files: the paths of all files in the folder of pages.
    """

    rules: Rules
    pages: Mapping[str, Page]
    files: frozenset[str]


def read_page(text: str, path: str, file: str = "") -> Page:
    """Cut the text of a page into front matter and blocks.

    Args:
        text: the whole file.
        path: see `Page`.
        file: see `Page`; the same as the path if left out.
    """
    cut: PageText | FrontMatterError
    try:
        cut = read_page_text(text)
    except FrontMatterError as error:
        cut = error
    body = text.split("\n")[cut.body_line - 1 :]
    return Page(file or path, path, cut, body, read_blocks(body, cut.body_line))


def read_guide(root: Path, shown: Path) -> Guide:
    """Read a folder of pages.

    Args:
        root: the folder, with `checks.yml` in it.
        shown: the same folder as messages name it.

    Raises:
        PageError: for all pages that are not saved as UTF-8.
        RulesError: if `checks.yml` is not as it should be.
    """
    files = sorted(path.relative_to(root).as_posix() for path in root.rglob("*") if path.is_file())
    pages, problems = {}, []
    for path in files:
        if path.endswith(".md"):
            name = (shown / path).as_posix()
            try:
                pages[path] = read_page(read_text(root / path, name), path, name)
            except PageError as error:
                problems.append(str(error))
    if problems:
        raise PageError("\n".join(problems))
    return Guide(read_rules(root / "checks.yml"), pages, frozenset(files))
