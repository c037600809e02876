"""Whether a place in a page is inside a drawing or a formula, where browsers read otherwise.

In `<svg>` and `<math>` a style or a script is no raw text: its entities are decoded, and
`<![CDATA[ … ]]>` is text. Source: "the rules for parsing tokens in foreign content" of
https://html.spec.whatwg.org/multipage/parsing.html#parsing-main-inforeign.
"""

_ROOTS = {"svg", "math"}
# In these a page goes on as outside.
_HTML_INSIDE = {
    *("foreignobject", "desc", "title"),
    *("mi", "mo", "mn", "ms", "mtext", "annotation-xml"),
}
# What no drawing holds: browsers end the drawing there.
_BREAK_OUT = {
    *("b", "big", "blockquote", "body", "br", "center", "code", "dd", "div", "dl", "dt", "em"),
    *("embed", "h1", "h2", "h3", "h4", "h5", "h6", "head", "hr", "i", "img", "li", "listing"),
    *("menu", "meta", "nobr", "ol", "p", "pre", "ruby", "s", "small", "span", "strong", "strike"),
    *("sub", "sup", "table", "tt", "u", "ul", "var"),
}


class ForeignContent:
    """Follows the tags of a page in their order."""

    def __init__(self) -> None:
        self._open: list[str] = []

    @property
    def is_open(self) -> bool:
        """Whether what comes next is part of a drawing or a formula."""
        return bool(self._open) and self._open[-1] in _ROOTS

    @property
    def is_title(self) -> bool:
        """Whether the last tag opened the title of a drawing, which may hold tags."""
        return bool(self._open) and self._open[-1] == "title"

    def start(self, tag: str) -> None:
        """An opening tag, in small letters."""
        if self.is_open and tag in _BREAK_OUT:
            while self.is_open:
                self._open.pop()
        if tag in _ROOTS or (self.is_open and tag in _HTML_INSIDE):
            self._open.append(tag)

    def end(self, tag: str) -> None:
        """A closing tag, in small letters."""
        if tag in self._open:
            while self._open.pop() != tag:
                pass
