"""What the sources of a content policy allow, as browsers compare them.

Source of the rules: Content Security Policy Level 3, "URL matching", "script hashes" and the
grammar of source lists, https://www.w3.org/TR/CSP3/#match-url-to-source-list.
"""

import base64
import binascii
import hashlib
import re
from collections.abc import Iterable
from urllib.parse import unquote, urlsplit

from mkdocs_pwa.copy.site import as_bytes

_HASH = re.compile(r"'(sha(?:256|384|512))-([A-Za-z0-9+/_-]+={0,2})'", re.IGNORECASE)
_SCHEME = re.compile(r"([A-Za-z][A-Za-z0-9+.-]*):")
_HOST = re.compile(
    r"(?:(?P<scheme>[A-Za-z][A-Za-z0-9+.-]*)://)?"
    r"(?P<host>\*|(?:\*\.)?[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)*)"
    r"(?::(?P<port>\d+|\*))?(?P<path>/.*)?"
)
_PORTS = {"http": 80, "https": 443, "ws": 80, "wss": 443}
#: Schemes that one of an older kind stands for as well.
_STRONGER = {
    "http": ("http", "https"),
    "ws": ("ws", "wss", "http", "https"),
    "wss": ("wss", "https"),
}


def allow_text(sources: Iterable[str], text: str) -> bool:
    """Whether sources have the hash of a script's text.

    Args:
        sources: those of one directive.
        text: as a browser reads it, with "\\n" for every line end.
    """
    content = as_bytes(text)
    for source in sources:
        match = _HASH.fullmatch(source)
        if match and _decoded(match[2]) == hashlib.new(match[1].lower(), content).digest():
            return True
    return False


def allow_address(sources: Iterable[str], address: str, scheme: str = "https") -> bool:
    """Whether sources allow a file of another host.

    Args:
        sources: those of one directive.
        address: whole, or without its scheme.
        scheme: that of the page, which such an address and a source without one take.
    """
    return any(_allows(source, address.strip(), scheme) for source in sources)


def _allows(source: str, address: str, page_scheme: str) -> bool:
    try:
        target = urlsplit(address, page_scheme)
        host, port = target.hostname or "", target.port
    except ValueError:
        return False
    if source == "*":
        return target.scheme in _PORTS or target.scheme == page_scheme
    if match := _SCHEME.fullmatch(source):
        return _is_scheme(match[1], target.scheme)
    match = _HOST.fullmatch(source)
    return bool(
        match
        and _is_scheme(match["scheme"] or page_scheme, target.scheme)
        and _is_host(match["host"].lower(), host)
        and _is_port(match["port"], port, target.scheme)
        and _is_path(match["path"] or "", target.path)
    )


def _is_scheme(written: str, found: str) -> bool:
    written = written.lower()
    return found == written or found in _STRONGER.get(written, ())


def _is_host(written: str, found: str) -> bool:
    if written.startswith("*"):
        return found.endswith(written[1:]) and found != ""
    return found == written


def _is_port(written: str | None, found: int | None, scheme: str) -> bool:
    port = found or _PORTS.get(scheme)
    if written is None:
        return port == _PORTS.get(scheme)
    # What may be fetched plainly may be fetched over TLS as well.
    return written == "*" or int(written) == port or (written == "80" and port == 443)


def _is_path(written: str, found: str) -> bool:
    found = found or "/"
    if written == "":
        return True
    if written.endswith("/"):
        return unquote(found).startswith(unquote(written))
    return unquote(found) == unquote(written)


def _decoded(text: str) -> bytes:
    try:
        return base64.b64decode(text.replace("-", "+").replace("_", "/"))
    except binascii.Error:
        return b""
