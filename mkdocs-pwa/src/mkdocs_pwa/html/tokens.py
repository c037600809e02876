"""HTML to tokens that know where they stand in the source.

The parser of the standard library knows less of HTML the older it is. What differs between the
supported versions, and from browsers, is settled here: which elements hold text alone, where they
end, and what is otherwise in drawings.
"""

import re
from functools import lru_cache
from html import unescape
from html.parser import HTMLParser
from typing import Any, Literal, NamedTuple

from mkdocs_pwa.html.foreign import ForeignContent

Kind = Literal["doctype", "start", "end", "comment", "text"]

# "RCDATA": text alone, in which entities are decoded.
_WITH_ENTITIES = ("title", "textarea")
_TEXT_ALONE = {"script", "style", "xmp", "iframe", "noembed", "noframes", *_WITH_ENTITIES}
_CDATA = "<![CDATA["


class Token(NamedTuple):
    """A tag, a comment or a run of text.

    `start` and `end` count characters of the source; the `end` of a text is only about right.
    `is_foreign` if it stands in a drawing or a formula.
    """

    kind: Kind
    value: str
    attrs: dict[str, str]
    start: int
    end: int
    is_foreign: bool = False


def tokens(html: str) -> tuple[Token, ...]:
    """All tokens of a page, which takes five milliseconds a page: see `elements`."""
    return tuple(_Tokenizer(html).run())


# Packing asks for the same head several times.
@lru_cache(maxsize=128)
def head_tokens(html: str) -> tuple[Token, ...]:
    """The tokens up to and with `</head>` or `<body>`, however long the page is."""
    return tuple(_Tokenizer(html, head_only=True).run())


class _HeadIsOver(Exception):
    pass


class _Tokenizer(HTMLParser):
    def __init__(self, html: str, *, head_only: bool = False) -> None:
        super().__init__(convert_charrefs=True)
        self._html = html
        self._head_only = head_only
        self._found: list[Token] = []
        self._foreign = ForeignContent()
        self._line_starts = [0]
        # The parser counts lines by "\n" alone; str.splitlines would count more.
        while (newline := html.find("\n", self._line_starts[-1])) >= 0:
            self._line_starts.append(newline + 1)

    def run(self) -> list[Token]:
        try:
            self.feed(self._html)
            self.close()
        except _HeadIsOver:
            pass
        return self._found

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        source = self.get_starttag_text() or ""
        # Browsers keep the first of two attributes with one name.
        kept = {name: value or "" for name, value in reversed(attrs)}
        self._foreign.start(tag)
        self._add("start", tag, source, kept)
        if tag in _TEXT_ALONE:
            self.set_cdata_mode(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)
        # Only in drawings does a slash end an element that holds text.
        if self.cdata_elem is None:
            self.handle_endtag(tag)

    def handle_endtag(self, tag: str) -> None:
        self._foreign.end(tag)
        self._add("end", tag, "")

    def handle_comment(self, data: str) -> None:
        self._add("comment", data, f"<!--{data}-->")

    def handle_decl(self, decl: str) -> None:
        self._add("doctype", decl, f"<!{decl}>")

    def handle_data(self, data: str) -> None:
        self._add("text", unescape(data) if self.cdata_elem in _WITH_ENTITIES else data, data)

    def set_cdata_mode(self, elem: str, **more: Any) -> None:
        if self._foreign.is_open or self._in_title_of_a_drawing(elem):
            return
        if elem not in _TEXT_ALONE:
            super().set_cdata_mode(elem, **more)
            return
        super().set_cdata_mode(elem)
        # Whatever else stands in the closing tag.
        self.interesting = re.compile(rf"</{elem}(?=[\s/>])", re.IGNORECASE)

    def parse_endtag(self, i: int) -> int:
        if self.cdata_elem is not None and self.interesting.match(self.rawdata, i):
            self.clear_cdata_mode()
        return super().parse_endtag(i)

    def parse_html_declaration(self, i: int) -> int:
        if not self.rawdata.startswith("<![", i):
            return super().parse_html_declaration(i)
        is_text = self._foreign.is_open and self.rawdata.startswith(_CDATA, i)
        opening, closing = (_CDATA, "]]>") if is_text else ("<!", ">")
        start = i + len(opening)
        end = self.rawdata.find(closing, start)
        end = end if end >= 0 else len(self.rawdata)
        if is_text:
            self._add("text", self.rawdata[start:end], "")
        else:
            self.handle_comment(self.rawdata[start:end])
        return min(end + len(closing), len(self.rawdata))

    def _in_title_of_a_drawing(self, elem: str) -> bool:
        # By now the title has been taken for open, and what is in it is a page's again.
        return elem == "title" and self._foreign.is_title

    def _add(
        self, kind: Kind, value: str, source: str, attrs: dict[str, str] | None = None
    ) -> None:
        line, column = self.getpos()
        start = self._line_starts[line - 1] + column
        found = Token(kind, value, attrs or {}, start, start + len(source), self._foreign.is_open)
        self._found.append(found)
        if self._head_only and (kind, value) in (("end", "head"), ("start", "body")):
            raise _HeadIsOver
