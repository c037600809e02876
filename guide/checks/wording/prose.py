"""The words of a block as its reader sees them, and the sentences they make."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from html import unescape

from guide.checks.blocks import Block

# Stands for what a macro fills in, such as a phone number: one word, of unknown length.
MACRO = "□"

_REPLACED = (
    (re.compile(r"<!--.*?-->", re.DOTALL), ""),
    (re.compile(r"\{##.*?##\}|\{%.*?%\}", re.DOTALL), ""),
    (re.compile(r"^\[ \]\s+"), ""),
    (re.compile(r"\[\^[^\]]*\]"), ""),
    (re.compile(r"!?\[([^\]]*)\]\([^)]*\)"), r"\1"),
    (re.compile(r"\{(?:[:#.]|data-)[^}]*\}"), ""),
    (re.compile(r"</?[A-Za-z][^>]*>"), ""),
    (re.compile(r"\*\*|__|`|(?<!\w)[*_](?=\w)|(?<=\w)[*_](?!\w)"), ""),
)
_LINK = re.compile(r"!?\[[^\]^]*\]\([^)]*\)")
_WAY = re.compile(rf"(?:\w+: )?{_LINK.pattern}")
_MACRO = re.compile(r"\{\{\s*(.*?)\s*\}\}")
_QUOTED = re.compile(r"\"([^\"]*)\"")
_CELL = re.compile(r"(?<!\\)\|")
_SENTENCE_END = re.compile(r"[.!?][\"'”’)\]]*(?=\s|$)")
_WORD = re.compile(rf"{MACRO}|[^\W_][\w'’.,/-]*")


@dataclass(frozen=True)
class Sentence:
    """A sentence, or what stands for one: an item or a cell without a full stop.

    Attributes:
        line: the line of the file on which it begins.
        text: its words, with `MACRO` for each value that is filled in.
    """

    line: int
    text: str

    @property
    def words(self) -> list[str]:
        """Its words; a number is one, and so is a value that is filled in."""
        return [word.rstrip(".,-/") for word in _WORD.findall(self.text)]


def plain(markdown: str) -> str:
    """Return Markdown without its marks: no references, addresses, names of items or HTML."""
    for pattern, replacement in _REPLACED:
        markdown = pattern.sub(replacement, markdown)
    return unescape(_MACRO.sub(_filled_in, markdown))


def _filled_in(macro: re.Match[str]) -> str:
    # `one_of("drip", "shot")` becomes words of the page, any other macro a value of the clinic.
    words = _QUOTED.findall(macro[1]) if macro[1].startswith("one_of(") else []
    return " or ".join(words) or MACRO


def sentences(block: Block) -> list[Sentence]:
    """Return the sentences of a block; the cells of a row are read one by one."""
    text = plain(block.text)
    # Split after the macros are gone, which may have a | of their own.
    parts = _CELL.split(text)[1:-1] if block.kind in ("row", "header") else [text]
    return [sentence for part in parts for sentence in _split(part, block.line)]


def leads_on(block: Block) -> bool:
    """Whether a block is a way to another page: a link, perhaps with "More:" before it."""
    return block.kind in ("paragraph", "item") and bool(_WAY.match(block.text))


def without_links(block: Block) -> Block:
    """Return a block without the words of its links, which are titles of other pages."""
    return replace(block, text=_LINK.sub("", block.text))


def _split(text: str, line: int) -> Iterator[Sentence]:
    start = 0
    ends = [match.end() for match in _SENTENCE_END.finditer(text)]
    for end in [*ends, len(text)]:
        words = text[start:end]
        if any(sign.isalpha() or sign == MACRO for sign in words):
            before = text[: start + len(words) - len(words.lstrip())]
            yield Sentence(line + before.count("\n"), " ".join(words.split()))
        start = end
