"""Checklists whose ticks survive rewording.

An item is written `- [ ] Words. {#ride}`. The tick is kept under the names of list and item, so
the words may change. Without scripts the boxes can still be ticked; they are just not kept.
"""

from __future__ import annotations

import re
from xml.etree import ElementTree as etree

from markdown.treeprocessors import Treeprocessor

from guide.errors import PageError
from guide.markup.tree import take_ending, text_of, with_class

CHECKLIST = "guide-checklist"

_BOX = re.compile(r"^\s*\[ \]\s+")
_OTHER_MARK = re.compile(r"\s*(\{\.[^{}]*\})\s*$")
_ITEM_ID = re.compile(r"\s*\{#([a-z][a-z0-9-]*)\}\s*$")


class MakeChecklists(Treeprocessor):
    """Turn the list in each checklist block into boxes with labels."""

    def run(self, root: etree.Element) -> None:
        for block in list(with_class(root, CHECKLIST)):
            make_checklist(block)


def make_checklist(block: etree.Element) -> None:
    """Give a checklist block its boxes.

    Args:
        block: the element with `data-checklist`; changed in place.

    Raises:
        PageError: for an item without a box, without an id, or with another item's id.
    """
    name = block.get("data-checklist", "")
    items = list(block.iter("li"))
    if not items:
        raise PageError(f'Checklist "{name}": expected lines that begin with "- [ ]", found none.')
    for listing in block.iter("ul"):
        listing.set("class", f"{CHECKLIST}__items")
        # Safari stops announcing a list when its bullets are taken away by style.
        listing.set("role", "list")
    seen: set[str] = set()
    for item in items:
        item_id = _make_item(item, name)
        if item_id in seen:
            raise PageError(
                f'Checklist "{name}": two items are called {{#{item_id}}}. '
                "Give one of them another name."
            )
        seen.add(item_id)


def _make_item(item: etree.Element, list_name: str) -> str:
    # A "loose" list has a paragraph in each item.
    content = item[0] if len(item) == 1 and item[0].tag == "p" else item
    words = text_of(content)
    if not _BOX.match(content.text or ""):
        raise PageError(f'Checklist "{list_name}": expected "- [ ] " before "{words}".')
    item_id = take_ending(content, _ITEM_ID)
    if item_id is None:
        raise PageError(
            f'Checklist "{list_name}": expected a name such as {{#ride}} at the end of "{words}". '
            "The tick is kept under it."
        )
    mark = take_ending(content, _OTHER_MARK)
    if mark:
        words = text_of(content).removeprefix("[ ]").strip()
        raise PageError(
            f'Checklist "{list_name}": expected {{#{item_id}}} before {mark}, found it after. '
            f'Write: "- [ ] {words} {{#{item_id}}} {mark}".'
        )
    label = etree.Element("label", {"class": f"{CHECKLIST}__label"})
    box = etree.SubElement(label, "input", {"type": "checkbox", "class": f"{CHECKLIST}__box"})
    # Browsers refill forms by position, which would tick another item after a change.
    box.set("autocomplete", "off")
    text = etree.SubElement(label, "span", {"class": f"{CHECKLIST}__text"})
    text.text = _BOX.sub("", content.text or "")
    text.extend(list(content))

    item.text = None
    item[:] = [label]
    # An item of some routes only has been marked with them by now.
    item.set("class", f"{item.get('class', '')} {CHECKLIST}__item".strip())
    item.set("data-item", item_id)
    return item_id
