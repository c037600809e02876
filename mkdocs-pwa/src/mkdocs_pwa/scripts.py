"""The scripts and styles that stand in a page itself."""

import base64
import hashlib
from collections.abc import Iterator

from mkdocs_pwa.html_tokens import Token, tokens
from mkdocs_pwa.site import as_bytes

_TYPES = {"", "module", "importmap", "speculationrules"}
_JAVASCRIPT = ("javascript", "ecmascript")


def bodies(html: str) -> Iterator[tuple[Token, str]]:
    """The opening tag and the text of each style, and of each script that runs."""
    opened: Token | None = None
    for token in tokens(html):
        if opened is not None and token.kind == "end" and token.value == opened.value:
            yield opened, html[opened.end : token.start]
            opened = None
        elif token.kind == "start" and (
            token.value == "style" or (token.value == "script" and _runs(token))
        ):
            opened = token


def foreign_scripts(html: str) -> Iterator[Token]:
    """The tags of scripts that come from other hosts."""
    for token in tokens(html):
        is_script = token.kind == "start" and token.value == "script"
        if is_script and "//" in token.attrs.get("src", ""):
            yield token


def hash_source(text: str) -> str:
    """A script or style as a source of a content policy."""
    # A browser reads every line end as one "\n" before it looks at a script.
    content = as_bytes(text.replace("\r\n", "\n").replace("\r", "\n"))
    return f"'sha256-{base64.b64encode(hashlib.sha256(content).digest()).decode('ascii')}'"


def _runs(script: Token) -> bool:
    """Whether a browser runs what stands in a script; blocks of JSON it does not."""
    kind = script.attrs.get("type", "").strip().lower()
    runs = kind in _TYPES or kind.partition("/")[2].startswith(_JAVASCRIPT)
    return runs and "src" not in script.attrs
