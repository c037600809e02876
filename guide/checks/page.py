"""A page as the checks see it: its front matter, its blocks, and the guide it belongs to."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from guide.checks.blocks import Block, read_blocks
from guide.checks.rules import Rules, read_rules

_FENCE = re.compile(r"^---\s*$")


@dataclass(frozen=True)
class Page:
    """One Markdown file.

    Attributes:
        file: its path as messages name it.
        path: its path in the folder of pages, with `/`: `before/drip.md`.
        head: the lines between the two `---`, or None if there are no such lines.
        body: the lines after them.
        body_line: the number of the first line of the body in the file.
        blocks: what the body is made of.
    """

    file: str
    path: str
    head: list[str] | None
    body: list[str]
    body_line: int
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
    lines = text.splitlines()
    head, start = _head(lines)
    body = lines[start:]
    return Page(file or path, path, head, body, start + 1, read_blocks(body, start + 1))


def read_guide(root: Path, shown: Path) -> Guide:
    """Read a folder of pages.

    Args:
        root: the folder, with `checks.yml` in it.
        shown: the same folder as messages name it.

    Raises:
        RulesError: if `checks.yml` is not as it should be.
    """
    files = sorted(path.relative_to(root).as_posix() for path in root.rglob("*") if path.is_file())
    pages = {
        path: read_page((root / path).read_text("utf-8"), path, (shown / path).as_posix())
        for path in files
        if path.endswith(".md")
    }
    return Guide(read_rules(root / "checks.yml"), pages, frozenset(files))


def _head(lines: list[str]) -> tuple[list[str] | None, int]:
    if not lines or not _FENCE.match(lines[0]):
        return None, 0
    for index, line in enumerate(lines[1:], 1):
        if _FENCE.match(line):
            return lines[1:index], index + 1
    return None, 0
