"""The elements of a page in its order: their names, attributes, and the text of scripts and styles.

The parser of the standard library reads any page, and takes five milliseconds for one. So a page
that is written as nearly all are is cut at its tags by a pattern, and that parser reads each tag
once, since pages share most of theirs. Any other page is left to it as a whole. A test holds the
two ways together.
"""

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import NamedTuple

from mkdocs_pwa.html.tokens import Token, tokens


class Element(NamedTuple):
    """An opening tag.

    Attributes:
        name: in small letters.
        attrs: values by name in small letters; "" for an attribute without a value.
        content: of a script or style that ends, its text as the policy of a page hashes it;
            None for all others.
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
      </(?P<end>[a-zA-Z][a-zA-Z0-9:-]*+)\s*+>
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


_PLAIN = re.compile("[^<&]*")


# Packing asks for the same page a dozen times.
@lru_cache(maxsize=128)
def elements(html: str) -> tuple[Element, ...]:
    """All elements of a page, with what is not well-formed as the parser reads it."""
    found: list[Element] = []
    drawings = 0
    for piece in _PIECE.finditer(html):
        # In a drawing a style is no raw text.
        is_read_otherwise = drawings and piece["content"] and not _PLAIN.fullmatch(piece["content"])
        if piece["unknown"] or is_read_otherwise:
            return tuple(_read_by_the_parser(html))
        tag = piece["tag"] or piece["no_tags"]
        if tag:
            found.append(_element(tag))
            if found[-1].name in ("svg", "math") and not tag.endswith("/>"):
                drawings += 1
        elif piece["end"]:
            drawings -= drawings > 0 and piece["end"].lower() in ("svg", "math")
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
            if end and token.is_foreign:
                content = _text_of(found[index + 1 : found.index(end, index)])
        yield Element(token.value, token.attrs, content)


def _text_of(inside: Iterable[Token]) -> str:
    """The text of an element in a drawing, without that of elements in it."""
    depth, text = 0, []
    for token in inside:
        if token.kind in ("start", "end"):
            depth += 1 if token.kind == "start" else -1
        elif token.kind == "text" and depth == 0:
            text.append(token.value)
    return "".join(text)
