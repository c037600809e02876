"""What a built page tells search: title, words, topics, route and answer of each section."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from html.parser import HTMLParser
from typing import NamedTuple

# What holds one thought: text is cut at their ends.
_BLOCKS = frozenset(("p", "li", "td", "th", "dt", "dd"))
# A cell says nothing without its table's head.
_CELLS = frozenset(("td", "th", "dt"))
_HEADINGS = frozenset(("h1", "h2", "h3", "h4", "h5", "h6"))
_UNSAID = frozenset(("script", "style", "svg", "sup", "button", "nav", "form", "template"))
# What can be found, if not read out as an answer, is all but these.
_UNFOUND = frozenset(("script", "style", "object"))
# Put before the text by a template, the same on every page.
_WAY_BACK = "guide-back"
# Words on both sides of their ends are two.
_APART = frozenset(("p", "code", "pre", "li", "ol", "ul", "sub", "sup"))
_VOID = frozenset(("br", "img", "input", "hr", "wbr", "meta", "link", "source"))
_SENTENCE = re.compile(r"(.+?[.?!])(?=\s+[A-Z“]|$)")
_LONGEST = 160


@dataclass
class Section:
    """A part of a page.

    Attributes:
        topics: the ids it answers.
        routes: the routes it is for; empty for all.
        blocks: its texts, one a paragraph, item or title of a card.
        title: of its heading, as text.
        text: all that it can be found by, but for its title.
    """

    topics: list[str] = field(default_factory=list)
    routes: list[str] = field(default_factory=list)
    blocks: list[str] = field(default_factory=list)
    title: str = ""
    text: str = ""

    @property
    def answer(self) -> str:
        """The first sentence that says something by itself; empty if there is none."""
        for index, block in enumerate(self.blocks):
            if block.endswith(":") and index + 1 < len(self.blocks):
                return _short(f"{block} {self.blocks[index + 1]}")
            sentence = _SENTENCE.match(block)
            if sentence:
                return _short(sentence[1])
        return _short(self.blocks[0]) if self.blocks else ""


# A preview reads all pages after each edit of one.
@lru_cache(maxsize=256)
def read_sections(html: str) -> dict[str, Section]:
    """Return the sections of a built page by the id of their heading; "" is what comes before.

    Args:
        html: the whole page. What stands outside of its first `<article>` is passed over.
    """
    parser = _Page()
    # What is around the article is two thirds of a page.
    parser.feed(html[max(html.find("<article"), 0) : html.rfind("</article>") + len("</article>")])
    parser.close()
    return parser.sections


def _short(text: str) -> str:
    if len(text) <= _LONGEST:
        return text
    return text[:_LONGEST].rsplit(" ", 1)[0] + " …"


class _Element(NamedTuple):
    """An open element: `unsaid` parts are no answer, and `unfound` ones are not searched either."""

    tag: str
    routes: str
    unsaid: bool
    unfound: bool


class _Found:
    """Whose title and text words are: those of the last heading on this level or above.

    A heading within a card or another block ends with that block, and the text goes on.
    """

    def __init__(self, first: Section) -> None:
        self.now = (first, "h1", 1)
        self.before = [self.now]

    def begin(self, section: Section, tag: str, depth: int) -> None:
        self.now = (section, tag, depth)
        self.before.append(self.now)

    def end(self, depth: int) -> None:
        """Leave an element that is so many elements deep."""
        if self.now[2] > depth:
            self.before = [each for each in self.before if each[2] <= depth] or self.before[:1]
            self.now = self.before[-1]

    def add(self, text: str, elements: Sequence[_Element]) -> None:
        section, tag, _ = self.now
        if any(element.tag == tag for element in elements):
            section.title += text
        else:
            section.text += text


class _Page(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.sections = {"": Section()}
        self.now = self.sections[""]
        self.found = _Found(self.now)
        self.open: list[_Element] = []
        self.unsaid = 0
        self.unfound = 0
        self.depth = 0
        self.in_heading = False
        self.text: list[str] = []
        self.done = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in _VOID or self.done:
            return
        values = {name: value or "" for name, value in attrs}
        if tag == "article":
            self.depth = 1
        elif self.depth:
            self._start(tag, values)

    def _start(self, tag: str, values: dict[str, str]) -> None:
        excluded = "data-unsearched" in values
        unfound = excluded or tag in _UNFOUND or values.get("class") == _WAY_BACK
        element = _Element(tag, values.get("data-route", ""), excluded or tag in _UNSAID, unfound)
        self.open.append(element)
        self.unsaid += element.unsaid
        self.unfound += element.unfound
        if tag in _HEADINGS or tag in _BLOCKS:
            self._end_block()
        # The title of a card has no id: it is part of the section.
        if tag in _HEADINGS and values.get("id"):
            self.in_heading = True
            topics = values.get("data-topics", "").split()
            if tag == "h1":
                self.now.topics += topics
            else:
                routes = next((each.routes for each in reversed(self.open) if each.routes), "")
                self.now = Section(topics, routes.split())
                self.sections[values["id"]] = self.now
                self.found.begin(self.now, tag, len(self.open))
        self._keep_apart(tag)

    def handle_endtag(self, tag: str) -> None:
        if tag in _VOID or self.done or not self.depth:
            return
        if tag == "article":
            self._end_block()
            self.done = True
            return
        while self.open:
            self.found.end(len(self.open))
            name, _, unsaid, unfound = self.open.pop()
            self._keep_apart(name)
            self.unsaid -= unsaid
            self.unfound -= unfound
            if name in _HEADINGS and self.in_heading:
                # Its words are the title, not the answer.
                self.text = []
                self.in_heading = False
            elif name in _CELLS:
                self.text = []
            elif name in _BLOCKS or name in _HEADINGS:
                self._end_block()
            if name == tag:
                break

    def handle_data(self, data: str) -> None:
        if not self.depth or self.done:
            return
        if not self.unsaid:
            self.text.append(data)
        if not self.unfound:
            self.found.add(data.replace("\n", " "), self.open)

    def _keep_apart(self, tag: str) -> None:
        if tag in _APART and not self.unfound:
            self.found.add(" ", self.open)

    def _end_block(self) -> None:
        block = " ".join("".join(self.text).split())
        if block:
            self.now.blocks.append(block)
        self.text = []
