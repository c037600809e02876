"""Titles of cards: real headings, at the level that fits where the card stands."""

from __future__ import annotations

from xml.etree import ElementTree as etree

from markdown.treeprocessors import Treeprocessor

from guide.markup.tree import with_class

CARD = "guide-card"
TITLE = f"{CARD}__title"

_HEADINGS = ("h1", "h2", "h3", "h4", "h5")


class SetCardTitles(Treeprocessor):
    """Make the title of each card a heading one level below the heading before it."""

    def run(self, root: etree.Element) -> None:
        set_card_titles(root)


def set_card_titles(root: etree.Element) -> None:
    """Set the tags of card titles in a page; changed in place.

    The titles of cards do not count: two cards under one heading are of one level. A card right
    after the page's own heading becomes a section of its own.
    """
    titles = set(with_class(root, TITLE))
    level = 1
    for element in root.iter():
        if element in titles:
            element.tag = f"h{level + 1}"
        elif element.tag in _HEADINGS:
            level = int(element.tag[1])
