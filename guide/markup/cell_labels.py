"""Tables that a phone can show: each cell knows its column's heading.

The stylesheet lays rows out as blocks on narrow screens. A browser that does so forgets that it
was a table, so the roles say it again (https://adrianroselli.com/2018/02/tables-css-display-properties-and-aria.html).
"""

from __future__ import annotations

from typing import Any
from xml.etree import ElementTree as etree

from markdown import Markdown
from markdown.extensions import Extension
from markdown.treeprocessors import Treeprocessor

from guide.markup.tree import text_of

_ROLES = {
    "table": "table",
    "thead": "rowgroup",
    "tbody": "rowgroup",
    "tr": "row",
    "th": "columnheader",
    "td": "cell",
}


class _LabelCells(Treeprocessor):
    def run(self, root: etree.Element) -> None:
        for table in root.iter("table"):
            label_cells(table)


def label_cells(table: etree.Element) -> None:
    """Give each cell its role and `data-label`, the words of its column; changed in place."""
    labels = [text_of(heading) for heading in table.iter("th")]
    # Two columns fit beside each other on any phone.
    table.set("class", "guide-table guide-table--wide" if len(labels) > 2 else "guide-table")
    for element in table.iter():
        if element.tag in _ROLES:
            element.set("role", _ROLES[element.tag])
    for row in table.iter("tr"):
        for label, cell in zip(labels, row.findall("td"), strict=False):
            cell.set("data-label", label)


class TablesExtension(Extension):
    """`guide.markup.cell_labels`"""

    def extendMarkdown(self, md: Markdown) -> None:
        # After inline Markdown, so that headings are read without their marks.
        md.treeprocessors.register(_LabelCells(md), "guide-tables", 15)


def makeExtension(**options: Any) -> TablesExtension:
    return TablesExtension(**options)
