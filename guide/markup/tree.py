"""Small readings of an element tree that several steps share."""

from __future__ import annotations

import re
from collections.abc import Iterator
from xml.etree import ElementTree as etree


def with_class(root: etree.Element, name: str) -> Iterator[etree.Element]:
    """Yield the elements that have a class, in the order of the page."""
    for element in root.iter():
        if name in element.get("class", "").split():
            yield element


def text_of(element: etree.Element) -> str:
    """Return the words of an element and all inside it, on one line."""
    return " ".join("".join(element.itertext()).split())


def take_ending(element: etree.Element, pattern: re.Pattern[str]) -> str | None:
    """Cut a mark such as `{#food}` from the end of an element's text.

    Args:
        element: changed in place.
        pattern: matches the mark with the space before it, anchored by `$`; group 1 is returned.
    """
    last = element[-1] if len(element) else None
    ending = element.text if last is None else last.tail
    match = pattern.search(ending or "")
    if not match:
        return None
    kept = (ending or "")[: match.start()]
    if last is None:
        element.text = kept
    else:
        last.tail = kept
    return match[1]
