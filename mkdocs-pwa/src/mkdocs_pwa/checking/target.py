"""What somebody has typed as an address, to one that can be asked for."""

import re
from urllib.parse import quote, urljoin, urlsplit, urlunsplit

from mkdocs_pwa.errors import PackError

_EXAMPLE = "https://example.org/guide/"
_UNQUOTED = "/%:@!$&'()*+,;=~-._"
_HOST_AND_PATH = re.compile(r"[\w-]+(\.[\w-]+)+(:\d+)?(/.*)?")


def is_address(target: str) -> bool:
    """Whether a target is an address, not a folder."""
    return target.strip().lower().startswith(("http://", "https://"))


def seems_an_address(target: str) -> bool:
    """Whether a target that is no folder looks like an address without its `https://`."""
    return _HOST_AND_PATH.fullmatch(target) is not None


def home_address(written: str) -> str:
    """The address of a home page as it goes over the network, with a slash at its end.

    Args:
        written: as a browser takes it: with spaces, letters of any language, or a file's name.

    Raises:
        PackError: it is no address, or holds a password.
    """
    written = written.strip()
    try:
        parts = urlsplit(written)
        host, port = parts.hostname or "", parts.port
        name = _ascii_host(host)
    except ValueError:
        name = ""
    if not name:
        text = f"{written}: expected an address such as {_EXAMPLE}, found none. Correct it."
        raise PackError([text])
    if parts.username is not None:
        text = (
            f"{host}: expected an address without a name and a password, found one with them. "
            "Give the address that readers use; what asks for a password is not saved on phones."
        )
        raise PackError([text])
    netloc = f"{name}:{port}" if port is not None else name
    path = quote(parts.path, safe=_UNQUOTED) or "/"
    address = urlunsplit((parts.scheme, netloc, path, "", ""))
    if path.endswith((".html", ".htm")):
        return urljoin(address, "./")
    return address if address.endswith("/") else f"{address}/"


def _ascii_host(host: str) -> str:
    if ":" in host:
        return f"[{host}]"
    if host.isascii():
        return host if re.fullmatch(r"[A-Za-z0-9._-]+", host) else ""
    return host.encode("idna").decode("ascii")
