"""What a reader gets of a built page, whichever frame a builder puts around it."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import urljoin

#: The start of addresses that lead to another place in the guide.
ROOT = "https://guide.invalid/"
_UNREAD = frozenset(("script", "style", "svg", "a skip link"))
_VOID = frozenset(("br", "img", "input", "hr", "wbr", "meta", "link", "source"))


@dataclass
class Reading:
    """A page as it reaches a reader.

    Attributes:
        words: of the whole page, in its order.
        blocks: the elements with a class or a hook of the guide, each with all that it says.
        links: where each link leads, from the root.
        scripts: the lines of script and the data that stand in the page.
        head: title and description.
    """

    words: list[str] = field(default_factory=list)
    blocks: list[tuple[str, tuple[tuple[str, str], ...]]] = field(default_factory=list)
    links: list[str] = field(default_factory=list)
    scripts: list[str] = field(default_factory=list)
    head: list[str] = field(default_factory=list)

    @property
    def numbers(self) -> list[str]:
        """What the buttons of the page dial, in its order."""
        return [link for link in self.links if link.startswith(("tel:", "sms:"))]


def read(site: Path, page: str) -> Reading:
    """Read a page of a built site.

    Args:
        site: the built folder.
        page: the path of the file.
    """
    parser = _Reader(urljoin(ROOT, page.removesuffix("index.html")))
    parser.feed((site / page).read_text("utf-8"))
    return parser.reading


class _Reader(HTMLParser):
    def __init__(self, address: str) -> None:
        super().__init__()
        self.reading = Reading()
        self.address = address
        self.open: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = {name: value or "" for name, value in attrs}
        if tag not in _VOID:
            self.open.append("a skip link" if "md-skip" in values.get("class", "") else tag)
        # The frame's own way over the menu is another in each theme.
        if "a skip link" in self.open or values.get("id") == "__skip":
            return
        if tag == "meta" and values.get("name") == "description":
            self.reading.head.append(values["content"])
        if tag == "a" and "href" in values:
            values["href"] = urljoin(self.address, values["href"])
            self.reading.links.append(values["href"])
        if tag != "script" and _is_of_guide(values):
            self.reading.blocks.append((tag, tuple(sorted(values.items()))))

    def handle_endtag(self, tag: str) -> None:
        while self.open and tag not in _VOID:
            if self.open.pop() in (tag, "a skip link"):
                break

    def handle_data(self, data: str) -> None:
        if "script" in self.open:
            self.reading.scripts.append(_without_spaces(data))
        elif "title" in self.open and "body" not in self.open:
            self.reading.head.append(data)
        elif "body" in self.open and not _UNREAD.intersection(self.open):
            self.reading.words += data.split()


def _is_of_guide(values: dict[str, str]) -> bool:
    hooks = (name for name in values if name.startswith("data-") and "-md-" not in name)
    return "guide-" in values.get("class", "") or any(hooks)


def _without_spaces(script: str) -> str:
    """Data as its values, which builders write with more or less room between; code as it is."""
    try:
        return json.dumps(json.loads(script), sort_keys=True)
    except ValueError:
        return script
