"""HTML to tokens that know where they stand in the source."""

from functools import lru_cache
from html.parser import HTMLParser
from typing import Literal, NamedTuple


class Token(NamedTuple):
    """A tag, a comment or a run of text.

    `start` and `end` count characters of the source; the `end` of a text is only about right.
    """

    kind: Literal["start", "end", "comment", "text"]
    value: str
    attrs: dict[str, str]
    start: int
    end: int


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
        self._add("start", tag, source, kept)

    def handle_endtag(self, tag: str) -> None:
        self._add("end", tag, "")

    def handle_comment(self, data: str) -> None:
        self._add("comment", data, f"<!--{data}-->")

    def handle_data(self, data: str) -> None:
        self._add("text", data, data)

    def _add(
        self,
        kind: Literal["start", "end", "comment", "text"],
        value: str,
        source: str,
        attrs: dict[str, str] | None = None,
    ) -> None:
        line, column = self.getpos()
        start = self._line_starts[line - 1] + column
        self._found.append(Token(kind, value, attrs or {}, start, start + len(source)))
        if self._head_only and (kind, value) in (("end", "head"), ("start", "body")):
            raise _HeadIsOver
