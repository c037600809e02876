"""What a built page tells search: the topics, the route and the answer of each section."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from html.parser import HTMLParser

# What holds one thought: text is cut at their ends.
_BLOCKS = frozenset(("p", "li", "td", "th", "dt", "dd"))
# A cell says nothing without its table's head.
_UNSAID = frozenset(("td", "th", "dt"))
_HEADINGS = frozenset(("h1", "h2", "h3", "h4", "h5", "h6"))
_UNSEEN = frozenset(("script", "style", "svg", "sup", "button", "nav", "form", "template"))
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
    """

    topics: list[str] = field(default_factory=list)
    routes: list[str] = field(default_factory=list)
    blocks: list[str] = field(default_factory=list)

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


class _Page(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.sections = {"": Section()}
        self.now = self.sections[""]
        self.open: list[tuple[str, str, bool]] = []
        self.unseen = 0
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
        unseen = tag in _UNSEEN or "data-search-exclude" in values
        self.open.append((tag, values.get("data-route", ""), unseen))
        self.unseen += unseen
        if tag in _HEADINGS or tag in _BLOCKS:
            self._end_block()
        # The title of a card has no id: it is part of the section.
        if tag in _HEADINGS and values.get("id"):
            self.in_heading = True
            topics = values.get("data-topics", "").split()
            if tag == "h1":
                self.now.topics += topics
            else:
                routes = next((route for _, route, _ in reversed(self.open) if route), "")
                self.now = Section(topics, routes.split())
                self.sections[values["id"]] = self.now

    def handle_endtag(self, tag: str) -> None:
        if tag in _VOID or self.done or not self.depth:
            return
        if tag == "article":
            self._end_block()
            self.done = True
            return
        while self.open:
            name, _, unseen = self.open.pop()
            self.unseen -= unseen
            if name in _HEADINGS and self.in_heading:
                # Its words are the title, not the answer.
                self.text = []
                self.in_heading = False
            elif name in _UNSAID:
                self.text = []
            elif name in _BLOCKS or name in _HEADINGS:
                self._end_block()
            if name == tag:
                break

    def handle_data(self, data: str) -> None:
        if self.depth and not self.unseen and not self.done:
            self.text.append(data)

    def _end_block(self) -> None:
        block = " ".join("".join(self.text).split())
        if block:
            self.now.blocks.append(block)
        self.text = []
