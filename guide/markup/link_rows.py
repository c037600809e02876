"""Lists of links: a list item that is nothing but a link becomes a row to tap."""

from __future__ import annotations

from typing import Any
from xml.etree import ElementTree as etree

from markdown import Markdown
from markdown.extensions import Extension
from markdown.treeprocessors import Treeprocessor

ROW = "guide-row"


class _MarkRows(Treeprocessor):
    def run(self, root: etree.Element) -> None:
        for item in root.iter("li"):
            if is_link_alone(item):
                item[0].set("class", ROW)


def is_link_alone(item: etree.Element) -> bool:
    """Whether a list item has one link, not yet of another kind, and no other words."""
    if len(item) != 1 or item[0].tag != "a" or item[0].get("class"):
        return False
    return not (item.text or "").strip() and not (item[0].tail or "").strip()


class RowsExtension(Extension):
    """`guide.markup.link_rows`"""

    def extendMarkdown(self, md: Markdown) -> None:
        # After choices (15), whose links are rows of another kind.
        md.treeprocessors.register(_MarkRows(md), "guide-rows", 14)


def makeExtension(**options: Any) -> RowsExtension:
    return RowsExtension(**options)
