"""Which elements, classes and attributes can stand in a page: as built, or put there by a script.

What a page holds is read from its tags. What a script may add is not known by running it, so each
name that stands in the text of a script counts, also one that is only the beginning of a name
(`guide-plan__` + kind). Counting too much costs bytes; counting too little, the look of a page.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Set
from dataclasses import dataclass
from functools import lru_cache

Tag = tuple[str, str]

_TAG = re.compile(r"""<([a-zA-Z][\w-]*)((?:[^>"']|"[^"]*"|'[^']*')*)>""")
_ATTRIBUTE = re.compile(r"""([^\s"'=/>]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+)))?""")
# Addresses and sentences, of which there is no end. A style that asks for one counts as used.
_FREE = frozenset({"href", "src", "content", "aria-label", "title", "d", "style", "data-label"})

_INLINE = re.compile(r"<script(?![^>]*json)[^>]*>(.+?)</script\b", re.DOTALL | re.IGNORECASE)
_COMMENT = re.compile(r"^\s*(?://|/?\*).*$", re.MULTILINE)
_WORD = re.compile(r"-{0,2}[A-Za-z_][\w-]*")
_QUOTED = re.compile(r"""["'`].*["'`]|`[^`]*`""")
# A word alone in quotes, or a tag: what `createElement` and markup in scripts make.
_ELEMENT = re.compile(r"""["'`]([a-z][a-z0-9]*)["'`]|<([a-z][a-z0-9]*)""")
# What `String(...)` makes of a condition.
_CONDITIONS = frozenset({"true", "false"})
_STEM_LENGTH = 5
# A single letter is a variable.
_PLAIN_LENGTH = 2


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """What may occur in pages.

    Attributes:
        elements: names of elements, in small letters.
        names: classes and ids of the pages as built.
        attributes: the values that pages have, by the attribute's name.
        words: what stands in scripts, and may be a name or a value.
        stems: beginnings of names that scripts complete.
    """

    elements: Set[str]
    names: Set[str]
    attributes: Mapping[str, Set[str]]
    words: Set[str]
    stems: tuple[str, ...]

    def has_name(self, name: str) -> bool:
        """Whether an element may have this class or id."""
        return name in self.names or name in self.words or name.startswith(self.stems)

    def has_attribute(self, name: str) -> bool:
        """Whether an element may have this attribute, with whatever value."""
        return name in self.attributes or self._is_set_by_scripts(name)

    def may_equal(self, name: str, value: str) -> bool:
        """Whether an attribute may have just this value."""
        if name in _FREE or value in self.attributes.get(name, ()):
            return True
        return self._is_set_by_scripts(name) and (value in self.words or not _WORD.fullmatch(value))

    def may_contain(self, name: str, text: str) -> bool:
        """Whether this text may stand somewhere in the value of an attribute."""
        if name in _FREE or self._is_set_by_scripts(name):
            return True
        return any(text in value for value in self.attributes.get(name, ()))

    def _is_set_by_scripts(self, name: str) -> bool:
        # `dataset.somePart` is the attribute data-some-part.
        head, *tail = name.removeprefix("data-").split("-")
        in_camel_case = head + "".join(part.title() for part in tail)
        if name.startswith("data-") and in_camel_case in self.words:
            return True
        return name in self.words or name.startswith(self.stems)


def read_tags(pages: Iterable[str]) -> Vocabulary:
    """What the tags of built pages hold, before any script has run."""
    return of_tags(tag for html in pages for tag in tags_in(html))


def tags_in(html: str) -> Set[Tag]:
    """The opening tags of a page, each once: the element's name, and what stands behind it."""
    return frozenset(_TAG.findall(html))


def of_tags(tags: Iterable[Tag]) -> Vocabulary:
    """What opening tags hold: see `tags_in`."""
    elements: set[str] = set()
    names: set[str] = set()
    attributes: dict[str, set[str]] = {}
    # Pages share most of their tags, so each is taken apart once.
    for element, inside in set(tags):
        elements.add(element.lower())
        for name, value in _attributes(inside):
            if name in ("class", "id"):
                names.update(value.split())
            attributes.setdefault(name, set()).add("" if name in _FREE else value)
    return Vocabulary(elements, names, attributes, frozenset(), ())


def inline_scripts(pages: Iterable[str]) -> list[str]:
    """The scripts that stand in pages, each once."""
    return sorted({found for html in pages for found in _INLINE.findall(html)})


def with_words(tags: Vocabulary, scripts: Iterable[str], stems: Iterable[str] = ()) -> Vocabulary:
    """Add what scripts may make of pages.

    Args:
        tags: what the pages hold as built.
        scripts: the text of every script that a page may run, also of those within pages.
        stems: beginnings of names that scripts put into pages which are not among `scripts`.
    """
    elements = set(tags.elements)
    words = set(_CONDITIONS)
    for script in scripts:
        code = _COMMENT.sub("", script)
        elements.update(alone or tag for alone, tag in _ELEMENT.findall(code))
        words.update(_words(code))
    begun = [word for word in words if word.endswith(("-", "_")) and len(word) >= _STEM_LENGTH]
    return Vocabulary(elements, tags.names, tags.attributes, words, tuple(sorted({*begun, *stems})))


# Pages share most of their tags.
@lru_cache(maxsize=1 << 16)
def _attributes(inside: str) -> tuple[tuple[str, str], ...]:
    return tuple((name.lower(), "".join(values)) for name, *values in _ATTRIBUTE.findall(inside))


def _words(code: str) -> Iterator[str]:
    """Names with a hyphen, an underscore or a capital wherever they stand; others if quoted."""
    for word in _WORD.findall(code):
        if not word.isalpha() or not word.islower():
            yield word
    for quoted in _QUOTED.findall(code):
        yield from (word for word in _WORD.findall(quoted) if len(word) >= _PLAIN_LENGTH)
    # `dataset.mode = …`, `element.hidden = …`
    yield from re.findall(r"\.([a-z]+)\s*=[^=]", code)
