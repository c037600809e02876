"""The look of the notices, as the client script puts it into a page."""

import re
from functools import cache

from mkdocs_pwa import resources


@cache
def client_styles() -> str:
    """The rules on one line, without comments.

    A style sheet that a page links to keeps the page from being painted until it has come; these
    are wanted only by what the client script adds.
    """
    bare = re.sub(r"/\*.*?\*/", "", source(), flags=re.DOTALL)
    return re.sub(r"\s*([{};,]|:(?=\s))\s*", r"\1", " ".join(bare.split())).replace(";}", "}")


def source() -> str:
    """The rules as they were written."""
    return resources.read("assets/client.css")
