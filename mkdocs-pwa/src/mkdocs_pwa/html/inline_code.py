"""The scripts and styles that stand in a page itself."""

import base64
import hashlib
from collections.abc import Iterator

from mkdocs_pwa.copy.site import as_bytes
from mkdocs_pwa.html.elements import Element, elements

# Source: https://mimesniff.spec.whatwg.org/#javascript-mime-type; a type with a parameter is none.
_JAVASCRIPT = {
    *(
        f"{group}/{name}"
        for group in ("application", "text")
        for name in ("ecmascript", "javascript")
    ),
    *("application/x-ecmascript", "application/x-javascript", "text/x-ecmascript"),
    *("text/x-javascript", "text/jscript", "text/livescript"),
    *(f"text/javascript1.{number}" for number in range(6)),
}
_TYPES = _JAVASCRIPT | {"module", "importmap", "speculationrules"}


def bodies(html: str) -> Iterator[tuple[Element, str]]:
    """Each style and each script that runs, with its text."""
    for element in elements(html):
        if element.content is not None and (element.name == "style" or _runs(element)):
            yield element, element.content


def foreign_scripts(html: str) -> Iterator[Element]:
    """The scripts that come from other hosts."""
    for element in elements(html):
        if element.name == "script" and "//" in element.attrs.get("src", ""):
            yield element


def as_read(text: str) -> str:
    """A script or style as a browser reads it: every line end is one "\\n", and no byte is 0."""
    return text.replace("\r\n", "\n").replace("\r", "\n").replace("\0", "\ufffd")


def hash_source(text: str) -> str:
    """A script or style as a source of a content policy."""
    content = as_bytes(as_read(text))
    return f"'sha256-{base64.b64encode(hashlib.sha256(content).digest()).decode('ascii')}'"


def _runs(script: Element) -> bool:
    """Whether a browser runs what stands in a script; blocks of JSON it does not."""
    kind = script.attrs.get("type")
    if kind is None:
        language = script.attrs.get("language", "")
        kind = f"text/{language}" if language else ""
    runs = kind == "" or kind.strip("\t\n\f\r ").lower() in _TYPES
    return runs and "src" not in script.attrs
