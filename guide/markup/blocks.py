"""The blocks an editor may write: cards, do and do-not lists, checklists, choices, pictures.

    /// call | Call the clinic if:
    - it is still there tomorrow
    ///

`pymdownx.blocks` reads them; this file names them and the tree steps beside it finish them.
"""

from __future__ import annotations

import re
from typing import Any, ClassVar
from xml.etree import ElementTree as etree

from markdown import Markdown
from pymdownx.blocks import BlocksExtension
from pymdownx.blocks.block import Block

from guide.errors import PageError
from guide.markup.cards import CARD, TITLE, SetCardTitles
from guide.markup.checklist import CHECKLIST, MakeChecklists
from guide.markup.choices import CHOICES, MakeChoices
from guide.markup.pictures import DAY, MakeDays, add_figure

_LIST_ID = re.compile(r"^[a-z][a-z0-9-]*$")

# Inline Markdown is done at 20: links and references inside an item then exist. Headings get
# their ids at 5: titles of cards are made after it, since "Call the clinic if:" stands on many
# pages many times and must not become a section in search.
_AFTER_INLINE = 15
_AFTER_HEADING_IDS = 3


class _Card(Block):
    ARGUMENT: ClassVar[bool | None] = True

    def on_create(self, parent: etree.Element) -> etree.Element:
        kind = f"guide-card--{self.NAME}"
        card = etree.SubElement(parent, "div", {"class": f"{CARD} {kind}"})
        etree.SubElement(card, "p", {"class": TITLE}).text = self.argument
        return card


def _card(name: str) -> type[Block]:
    return type(f"{name.title()}Card", (_Card,), {"NAME": name})


class _Checklist(Block):
    NAME = "checklist"
    ARGUMENT: ClassVar[bool | None] = True

    def on_create(self, parent: etree.Element) -> etree.Element:
        if not _LIST_ID.match(self.argument):
            raise PageError(
                f'Checklist "{self.argument}": expected a name of small letters, digits and '
                'dashes, such as "/// checklist | drip-ahead".'
            )
        return etree.SubElement(
            parent, "div", {"class": CHECKLIST, "data-checklist": self.argument}
        )


class _Choices(Block):
    NAME = "choices"
    ARGUMENT: ClassVar[bool | None] = False

    def on_create(self, parent: etree.Element) -> etree.Element:
        return etree.SubElement(parent, "div", {"class": CHOICES})


class _Picture(Block):
    NAME = "picture"
    ARGUMENT: ClassVar[bool | None] = True

    def on_create(self, parent: etree.Element) -> etree.Element:
        return add_figure(parent, self.argument)

    def on_add(self, block: etree.Element) -> etree.Element:
        return block[-1]


class _Day(Block):
    NAME = "day"
    ARGUMENT: ClassVar[bool | None] = False

    def on_create(self, parent: etree.Element) -> etree.Element:
        return etree.SubElement(parent, "div", {"class": DAY})


CARD_KINDS = ("usual", "call", "emergency", "do", "do-not", "note")

#: All that this file reads.
BLOCK_NAMES = (*CARD_KINDS, _Checklist.NAME, _Choices.NAME, _Picture.NAME, _Day.NAME)


class GuideBlocks(BlocksExtension):
    """`guide.markup.blocks`"""

    def extendMarkdownBlocks(self, md: Markdown, block_mgr: Any) -> None:
        for block in [*map(_card, CARD_KINDS), _Checklist, _Choices, _Picture, _Day]:
            block_mgr.register(block, self.getConfigs())
        md.treeprocessors.register(MakeChecklists(md), "guide-checklists", _AFTER_INLINE)
        md.treeprocessors.register(MakeChoices(md), "guide-choices", _AFTER_INLINE)
        md.treeprocessors.register(MakeDays(md), "guide-days", _AFTER_INLINE)
        md.treeprocessors.register(SetCardTitles(md), "guide-card-titles", _AFTER_HEADING_IDS)


def makeExtension(**options: Any) -> GuideBlocks:
    return GuideBlocks(**options)
