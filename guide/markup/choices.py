"""Big choices: a list of links, each a whole row to tap.

/// choices
- [Before my session](before/index.md) Checklists, food, medicines {.before}
///
"""

from __future__ import annotations

import re
from xml.etree import ElementTree as etree

from markdown.treeprocessors import Treeprocessor

from guide.errors import PageError
from guide.markup.tree import take_ending, text_of, with_class

CHOICES = "guide-choices"

_KIND = re.compile(r"\s*\{\.([a-z][a-z0-9-]*)\}\s*$")


class MakeChoices(Treeprocessor):
    """Turn the list in each choices block into rows."""

    def run(self, root: etree.Element) -> None:
        for block in with_class(root, CHOICES):
            for listing in block.iter("ul"):
                listing.set("class", f"{CHOICES}__items")
                listing.set("role", "list")
            for item in block.iter("li"):
                make_choice(item)


def make_choice(item: etree.Element) -> None:
    """Move the words after an item's link into the link.

    Args:
        item: a list item that begins with a link; changed in place.

    Raises:
        PageError: if it does not.
    """
    kind = take_ending(item, _KIND)
    link = item[0] if len(item) == 1 else None
    if link is None or link.tag != "a" or (item.text or "").strip():
        raise PageError(
            f'Choices: expected "- [Title](page.md) A few words", found "{text_of(item)}".'
        )
    item.set("class", f"{CHOICES}__item")
    link.set("class", f"{CHOICES}__link" + (f" {CHOICES}__link--{kind}" if kind else ""))
    title = etree.Element("span", {"class": f"{CHOICES}__title"})
    title.text, link.text = link.text, None
    title.extend(list(link))
    note = etree.Element("span", {"class": f"{CHOICES}__note"})
    note.text, link.tail = (link.tail or "").strip(), None
    for child in list(link):
        link.remove(child)
    link.append(title)
    if note.text:
        title.tail = " "
        link.append(note)
