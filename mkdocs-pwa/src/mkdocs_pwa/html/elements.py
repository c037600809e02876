"""The elements of a page in its order: their names, attributes, and the text of scripts and styles.

The parser of the standard library reads any page, and takes five milliseconds for one. So a page
that is written as nearly all are is cut at its tags by a pattern, and that parser reads each tag
once, since pages share most of theirs. Any other page is left to it as a whole. A test holds the
two ways together.
"""

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from mkdocs_pwa.html.tokens import tokens


class Element(NamedTuple):
    """An opening tag.

    Attributes:
        name: in small letters.
        attrs: values by name in small letters; "" for an attribute without a value.
        content: of a script or style that ends, its text as it stands; None for all others.
    """

    name: str
    attrs: dict[str, str]
    content: str | None = None


_ATTRIBUTES = r"""(?:\s++[^\s"'<>/=]++(?:\s*+=\s*+(?:"[^"]*+"|'[^']*+'|[^\s"'=<>`]++))?+)*+\s*+"""
# What takes no tags inside, or is read in two ways by parsers of different years.
_NO_TAGS = "(?ai:title|textarea|iframe|xmp|noembed|noframes)"
_RAW = "(?ai:script|style)"
# Each "<" of a page, in the order of trial; the last one is whatever the others do not know.
_PIECE = re.compile(
    rf"""
      </[a-zA-Z][a-zA-Z0-9:-]*+\s*+>
    | (?P<tag><(?!(?:{_RAW}|{_NO_TAGS}|(?ai:plaintext))(?![a-zA-Z0-9:-]))
        [a-zA-Z][a-zA-Z0-9:-]*+{_ATTRIBUTES}/?+>)
    | (?P<raw><(?P<raw_name>{_RAW}){_ATTRIBUTES}>)
      (?P<content>[^<]*+(?:<(?!/{_RAW}|!--)[^<]*+)*+)</(?P=raw_name)\s*+>
    | (?P<no_tags><(?P<no_tags_name>{_NO_TAGS}){_ATTRIBUTES}>)[^<]*+</(?P=no_tags_name)\s*+>
    | <!--(?!-?>)[^-]*+(?:-(?!-)[^-]*+)*+-->
    | <!(?ai:doctype)\s[^<>]*+>
    | <(?=[\s\d=&])
    | (?P<unknown><)
    """,
    re.VERBOSE,
)


# Packing asks for the same page a dozen times.
@lru_cache(maxsize=128)
def elements(html: str) -> tuple[Element, ...]:
    """All elements of a page, with what is not well-formed as the parser reads it."""
    found: list[Element] = []
    for piece in _PIECE.finditer(html):
        if piece["unknown"]:
            return tuple(_read_by_the_parser(html))
        tag = piece["tag"] or piece["no_tags"]
        if tag:
            found.append(_element(tag))
        elif piece["raw"]:
            found.append(_element(piece["raw"])._replace(content=piece["content"]))
    return tuple(found)


@lru_cache(maxsize=1 << 16)
def _element(tag: str) -> Element:
    return next(_read_by_the_parser(tag))


def _read_by_the_parser(html: str) -> Iterator[Element]:
    found = tokens(html)
    for index, token in enumerate(found):
        if token.kind != "start":
            continue
        content = None
        if token.value in ("script", "style"):
            ends = (end for end in found[index + 1 :] if end.kind == "end")
            end = next((end for end in ends if end.value == token.value), None)
            content = html[token.end : end.start] if end else None
        yield Element(token.value, token.attrs, content)
