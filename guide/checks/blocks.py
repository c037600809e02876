"""Cut the Markdown of a page into the blocks that its reader sees: a paragraph, an item, a row."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Literal

from guide.markup.blocks import CARD_KINDS

Kind = Literal["heading", "title", "paragraph", "item", "header", "row", "term", "meaning"]

_OPEN = re.compile(r"^/{3,}\s+([a-z-]+)\s*(?:\|\s*(.*?)\s*)?$")
_CLOSE = re.compile(r"^/{3,}\s*$")
_OPTION = re.compile(r"^ {4,}[a-z_-]+:")
_HEADING = re.compile(r"^(#{1,6})\s+(.*)$")
_ITEM = re.compile(r"^\s*(?:[-*+]|\d+\.)\s+(.*)$")
_MEANING = re.compile(r"^:\s+(.*)$")
_RULE_OF_TABLE = re.compile(r"^\|[\s:|-]+$")
_STATEMENT = re.compile(r"^\s*\{%.*%\}\s*$")


@dataclass(frozen=True)
class Block:
    """A piece of a page.

    Attributes:
        kind: what it is; `title` is the title of a card, `term` and `meaning` are of a glossary.
        line: the line of the file on which it begins, from 1.
        text: its Markdown, without the sign that makes it an item or a heading.
        level: of a heading, from 1; 0 for all else.
        card: the card it stands in, such as `call`; empty outside of one.
        section: counts the first- and second-level headings before it.
        group: one number for all items of a list, or all rows of a table.
    """

    kind: Kind
    line: int
    text: str
    level: int = 0
    card: str = ""
    section: int = 0
    group: int = 0


def read_blocks(lines: list[str], first_line: int) -> list[Block]:
    """Return the blocks of a page.

    Args:
        lines: the page after its front matter.
        first_line: the number of the first of them in the file.
    """
    return list(_Reader().read(lines, first_line))


class _Reader:
    def __init__(self) -> None:
        self.cards: list[str] = []
        self.section = 0
        self.group = 0
        self.open: Block | None = None
        self.last: Kind | None = None
        self.after_opening = False

    def read(self, lines: list[str], first_line: int) -> Iterator[Block]:
        for number, line in enumerate(lines, first_line):
            yield from self._line(number, line)
        yield from self._finish()

    def _line(self, number: int, line: str) -> Iterator[Block]:
        is_option = self.after_opening and _OPTION.match(line)
        self.after_opening = False
        if is_option:
            self.after_opening = True
        elif not line.strip() or _STATEMENT.match(line):
            yield from self._finish()
        elif _CLOSE.match(line):
            yield from self._finish()
            self._end_card()
        elif match := _OPEN.match(line):
            yield from self._finish()
            yield from self._begin_card(number, match[1], match[2] or "")
        elif match := _HEADING.match(line):
            yield from self._finish()
            level = len(match[1])
            self.section += level <= 2
            self.last = None
            yield self._block("heading", number, match[2], level)
        elif line.startswith("|"):
            yield from self._finish()
            yield from self._row(number, line)
        elif match := _MEANING.match(line):
            if self.open is not None:
                self.open = replace(self.open, kind="term")
            yield from self._finish()
            self.open = self._block("meaning", number, match[1])
        elif match := _ITEM.match(line):
            yield from self._finish()
            self._join("item")
            self.open = self._block("item", number, match[1])
        elif self.open is not None:
            self.open = replace(self.open, text=f"{self.open.text}\n{line.strip()}")
        else:
            self.last = None
            self.open = self._block("paragraph", number, line.strip())

    def _finish(self) -> Iterator[Block]:
        if self.open is not None:
            yield self.open
        self.open = None

    def _begin_card(self, number: int, name: str, title: str) -> Iterator[Block]:
        self.cards.append(name)
        self.last = None
        self.after_opening = True
        if title and name in CARD_KINDS:
            yield self._block("title", number, title)

    def _end_card(self) -> None:
        if self.cards:
            self.cards.pop()
        self.last = None

    def _row(self, number: int, line: str) -> Iterator[Block]:
        if _RULE_OF_TABLE.match(line):
            return
        is_first = self.last != "row"
        self._join("row")
        yield self._block("header" if is_first else "row", number, line)

    def _join(self, kind: Kind) -> None:
        # Blank lines between items do not end a list.
        self.group += self.last != kind
        self.last = kind

    def _block(self, kind: Kind, number: int, text: str, level: int = 0) -> Block:
        card = next((name for name in reversed(self.cards) if name in CARD_KINDS), "")
        group = self.group if kind in ("item", "row", "header") else 0
        return Block(kind, number, text, level, card, self.section, group)
