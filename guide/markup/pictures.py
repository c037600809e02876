"""Drawings in a page, and the day as a line.

    /// picture | nose-position
    Tip your head back a little.[^mayo-esketamine]
    ///

    /// day
    - Ride: Your adult takes you home. {.car}
    ///

Drawings stand in the page itself, since only there do they know its colors: light, dark, on paper
and those that a reader has forced on the browser. They hold no words, so one serves all languages;
the caption says all that a drawing shows, so that screen readers may pass over it.
"""

from __future__ import annotations

import re
from pathlib import Path
from xml.etree import ElementTree as etree

from markdown.treeprocessors import Treeprocessor

from guide.errors import PageError
from guide.markup.tree import take_ending, text_of, with_class

DRAWINGS = Path(__file__).parent / "drawings"
PICTURE = "guide-picture"
DAY = "guide-day"

_SVG = "{http://www.w3.org/2000/svg}"
_ICON = re.compile(r"\s*\{\.([a-z][a-z0-9-]*)\}\s*$")
_WHEN = re.compile(r"([^:\n]+):\s+")


def known_drawings(folder: Path = DRAWINGS) -> list[str]:
    """Return the names of the drawings in a folder, in the order of the alphabet."""
    return sorted(path.stem for path in folder.glob("*.svg"))


def drawing(name: str, folder: Path = DRAWINGS) -> etree.Element:
    """Read a drawing as an element for an HTML page, hidden from screen readers.

    Args:
        name: file name without its ending.
        folder: where the drawings are.

    Raises:
        PageError: if there is no drawing of that name.
    """
    known = known_drawings(folder)
    if name not in known:
        raise PageError(
            f'Picture "{name}": expected the name of a drawing in guide/markup/{folder.name}/, '
            f"found none of that name. Use one of: {', '.join(known)}."
        )
    svg = etree.parse(folder / f"{name}.svg").getroot()
    for element in svg.iter():
        # In HTML the browser knows these elements without their namespace.
        element.tag = element.tag.removeprefix(_SVG)
        element.tail = None
    svg.text = None
    svg.set("aria-hidden", "true")
    return svg


def add_figure(parent: etree.Element, name: str) -> etree.Element:
    """Add a figure with a drawing and a caption, still empty, to an element; return the figure."""
    figure = etree.SubElement(parent, "figure", {"class": f"{PICTURE} {PICTURE}--{name}"})
    svg = drawing(name)
    svg.set("class", f"{PICTURE}__drawing")
    figure.append(svg)
    etree.SubElement(figure, "figcaption", {"class": f"{PICTURE}__caption"})
    return figure


class MakeDays(Treeprocessor):
    """Turn the list in each day block into a line with stops."""

    def run(self, root: etree.Element) -> None:
        for block in with_class(root, DAY):
            for listing in block.findall("ul"):
                # One stop comes after the other, whatever sign the editor has typed before it.
                listing.tag = "ol"
                listing.set("class", f"{DAY}__stops")
                listing.set("role", "list")
            for item in block.iter("li"):
                make_stop(item)


def make_stop(item: etree.Element) -> None:
    """Set a list item's label, words and drawing apart.

    Args:
        item: a list item of the form "Label: Words. {.drawing}"; changed in place.

    Raises:
        PageError: if it has another form, or if there is no such drawing.
    """
    icon = take_ending(item, _ICON)
    label = _WHEN.match(item.text or "")
    if icon is None or label is None:
        raise PageError(
            'Day: expected "- Label: A few words. {.drawing}", such as "- Ride: Your adult takes '
            f'you home. {{.car}}", found "{text_of(item)}". The drawings are: '
            f"{', '.join(known_drawings())}."
        )
    when = etree.Element("span", {"class": f"{DAY}__when"})
    when.text, when.tail = f"{label[1].strip()}:", " "
    what = etree.Element("span", {"class": f"{DAY}__what"})
    what.text = (item.text or "")[label.end() :]
    what.extend(list(item))
    for child in list(item):
        item.remove(child)
    item.text = None
    item.set("class", f"{DAY}__stop")
    svg = drawing(icon)
    svg.set("class", f"{DAY}__icon")
    item.extend([svg, when, what])
