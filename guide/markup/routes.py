"""Text for some routes only: left out for a clinic without them, marked for the route filter.

    /// route | drip shot
    Text for a drip or a shot.
    ///

    - A line for one route. {.spray}
    | A row for two {.drip .shot} | … |

What a clinic does not offer is taken out before anything else is read, so that its sources, its
links and its words in search go with it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Any, ClassVar, cast
from xml.etree import ElementTree as etree

from markdown import Markdown
from markdown.preprocessors import Preprocessor
from markdown.treeprocessors import Treeprocessor
from pymdownx.blocks import BlocksExtension
from pymdownx.blocks.block import Block

from guide.clinic.rules.floors import ROUTES
from guide.errors import PageError
from guide.markup.tree import take_ending, with_class

ROUTE = "guide-route"

_OPENING = re.compile(r"^(/{3,})\s*route\s*\|\s*(.*?)\s*$")
_MARK = re.compile(r"\s*\{((?:\s*\.(?:" + "|".join(ROUTES) + r"))+)\s*\}")
_ALL = ", ".join(ROUTES)
_ENDING = re.compile(_MARK.pattern + "$")

# Checklists and choices read the ends of their lines at 15, after inline Markdown (20).
_BEFORE_OTHER_MARKS = 17
# Headings are counted for ids at 5.
_HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")


def without_other_routes(lines: Sequence[str], offered: Iterable[str]) -> list[str]:
    """Return the lines of a page without those that are for other routes only.

    Args:
        lines: Markdown.
        offered: the clinic's routes.

    Raises:
        PageError: for a block of a route that does not exist, or without an end.
    """
    return list(_kept(iter(lines), frozenset(offered)))


def _kept(lines: Iterator[str], offered: frozenset[str]) -> Iterator[str]:
    for line in lines:
        opening = _OPENING.match(line)
        if opening and offered.isdisjoint(routes_of_block(opening[2])):
            _skip_to(opening[1], line, lines)
        elif _is_kept(line, offered):
            yield line


def _is_kept(line: str, offered: frozenset[str]) -> bool:
    mark = _MARK.search(line)
    return mark is None or not offered.isdisjoint(_routes_of_mark(mark[1]))


def _skip_to(fence: str, opening: str, lines: Iterator[str]) -> None:
    if all(line.rstrip() != fence for line in lines):
        raise PageError(
            f'"{opening.strip()}": expected a line "{fence}" after its text, found the end of '
            "the page. Add that line."
        )


def routes_of_block(argument: str) -> list[str]:
    """Return the routes that a block names; raises `PageError` for a name that is none."""
    names = argument.split()
    for name in names:
        if name not in ROUTES:
            raise PageError(
                f'"/// route | {argument}": expected {_ALL} or some of them, found "{name}".'
            )
    if not names:
        raise PageError(f'"/// route |": expected {_ALL} or some of them, found none.')
    return names


def _routes_of_mark(mark: str) -> list[str]:
    return mark.replace(".", " ").split()


BLOCK_NAME = "route"


class _LeaveOut(Preprocessor):
    def __init__(self, md: Markdown, offered: list[str]) -> None:
        super().__init__(md)
        self.offered = offered

    def run(self, lines: list[str]) -> list[str]:
        return without_other_routes(lines, self.offered)


class _RouteBlock(Block):
    NAME = BLOCK_NAME
    ARGUMENT: ClassVar[bool | None] = True

    def on_create(self, parent: etree.Element) -> etree.Element:
        routes = " ".join(routes_of_block(self.argument))
        return etree.SubElement(parent, "div", {"class": ROUTE, "data-route": routes})


class _MarkRoutes(Treeprocessor):
    def __init__(self, md: Markdown, names: dict[str, str]) -> None:
        super().__init__(md)
        self.names = names

    def run(self, root: etree.Element) -> None:
        for row in root.iter("tr"):
            for cell in row:
                mark_route(cell, row)
        for element in [*root.iter("li"), *root.iter("p")]:
            mark_route(element, element)
        for block in with_class(root, ROUTE):
            name_block(block, self.names)


def mark_route(written_in: etree.Element, marked: etree.Element) -> None:
    """Turn the mark at the end of an element into `data-route`; both are changed in place."""
    mark = take_ending(written_in, _ENDING)
    if mark:
        marked.set("data-route", " ".join(_routes_of_mark(mark)))


def name_block(block: etree.Element, names: dict[str, str]) -> None:
    """Put the names of its routes on top of a block that has no heading to say them."""
    if len(block) and block[0].tag in _HEADINGS:
        return
    routes = block.get("data-route", "").split()
    label = etree.Element("p", {"class": f"{ROUTE}__name"})
    label.text = ", ".join(names.get(route, route) for route in routes)
    block.insert(0, label)


class RoutesExtension(BlocksExtension):
    """`guide.markup.routes`: options `offered`, the clinic's routes, and their `names`."""

    def __init__(self, **options: Any) -> None:
        self.config = {
            "offered": [list(ROUTES), "The routes that the clinic offers"],
            "names": [{}, "Names of the routes"],
        }
        super().__init__(**options)

    def extendMarkdownBlocks(self, md: Markdown, block_mgr: Any) -> None:
        block_mgr.register(_RouteBlock, {})
        # Before source references are read (15), so that those of other routes are not listed.
        leave_out = _LeaveOut(md, cast("list[str]", self.getConfig("offered")))
        md.preprocessors.register(leave_out, "guide-routes-leave-out", 20)
        mark = _MarkRoutes(md, cast("dict[str, str]", self.getConfig("names")))
        md.treeprocessors.register(mark, "guide-routes-mark", _BEFORE_OTHER_MARKS)


def makeExtension(**options: Any) -> RoutesExtension:
    return RoutesExtension(**options)
