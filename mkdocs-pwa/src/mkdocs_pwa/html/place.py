"""Where the app's tags go in a page: as early in its head as can be.

A head need not be written. Then the tags go where browsers open one. Source: "the before head
insertion mode" and those after it, https://html.spec.whatwg.org/multipage/parsing.html.
"""

from collections.abc import Iterator

from mkdocs_pwa.html.charset import charset_in
from mkdocs_pwa.html.tokens import Token, head_tokens

# A block inside <noscript> or <template> would do nothing, so these end the search too.
_FIRST = {"script", "link", "style", "noscript", "template"}
_IN_HEAD = _FIRST | {"base", "basefont", "bgsound", "meta", "noframes", "title"}
# What stands in these is no part of the head itself.
_HOLDERS = {"noscript", "template", "script", "style", "title", "noframes"}

# Spaces of HTML, and the mark that a file may begin with.
_BLANK = " \t\n\f\r\ufeff"


def place(html: str) -> int | None:
    """Before the first tag that loads something, else at the end of the head.

    Args:
        html: a page without the app's tags.

    Returns:
        Characters from the start; None if the text is no page: it has no doctype, and begins with
        nothing that a head may hold.
    """
    found: int | None = None
    for token in _of_head(html):
        if found is None and _ends_search(token):
            found = token.start
        elif found is not None and (charset_in(token) or _is_base(token)):
            # Browsers look for the encoding in the first 1024 bytes only, and addresses before
            # <base> are read in another way than those behind it.
            found = token.end
    return found


def _of_head(html: str) -> Iterator[Token]:
    """The tokens of a page's head, and the one that ends it."""
    is_page = is_open = False
    holder = ""
    for token in head_tokens(html):
        is_start = token.kind == "start"
        if not is_open and (token.kind == "doctype" or (is_start and token.value == "html")):
            is_page = True
        elif is_start and token.value == "head" and not is_open:
            is_page = is_open = True
        elif holder:
            holder = "" if (token.kind, token.value) == ("end", holder) else holder
        elif is_start and token.value in _IN_HEAD:
            is_page = is_open = True
            holder = token.value if token.value in _HOLDERS else ""
            yield token
        elif _ends_head(token):
            if is_page:
                yield token
            return


def _ends_head(token: Token) -> bool:
    if token.kind == "text":
        return token.value.strip(_BLANK) != ""
    # Browsers pass over most closing tags that have no opening one.
    closes = token.kind == "end" and token.value in ("head", "body", "html", "br")
    return token.kind == "start" or closes


def _ends_search(token: Token) -> bool:
    return _ends_head(token) if token.value not in _IN_HEAD else token.value in _FIRST


def _is_base(token: Token) -> bool:
    return (token.kind, token.value) == ("start", "base")
