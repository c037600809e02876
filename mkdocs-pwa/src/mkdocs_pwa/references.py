"""What pages and style sheets load."""

import posixpath
import re
from collections.abc import Iterator
from typing import NamedTuple
from urllib.parse import unquote, urljoin, urlsplit

from mkdocs_pwa.html_tokens import Token, tokens

_SOURCES = {
    "audio": ("src",),
    "embed": ("src",),
    "iframe": ("src",),
    "img": ("src", "srcset"),
    "input": ("src",),
    "object": ("data",),
    "script": ("src",),
    "source": ("src", "srcset"),
    "track": ("src",),
    "video": ("src", "poster"),
}
_NEEDED_ELEMENTS = {"img", "script"}
_NEEDED_LINKS = {"stylesheet", "icon"}
_LOADING_LINKS = _NEEDED_LINKS | {"preload", "modulepreload", "manifest", "apple-touch-icon"}
_ORIGIN = "https://site.invalid"


class Reference(NamedTuple):
    """An address that a browser loads by itself; `needed` if the page is not whole without it."""

    address: str
    needed: bool


def page_references(html: str) -> list[Reference]:
    """What a page loads, in its order, without plain links."""
    found: list[Reference] = []
    in_style = False
    for token in tokens(html):
        if token.kind == "start":
            found += _tag_references(token)
            in_style = token.value == "style"
            inline = token.attrs.get("style", "")
            found += [Reference(address, False) for address in css_addresses(inline)]
        elif token.kind == "text" and in_style:
            found += [Reference(address, False) for address in css_addresses(token.value)]
        elif token.kind == "end":
            in_style = False
    return found


def css_addresses(css: str) -> list[str]:
    """The addresses in `url()` and `@import` of a style sheet."""
    bare = re.sub(r"/\*.*?\*/", "", css, flags=re.DOTALL)
    pattern = r"url\(\s*(?:'([^']*)'|\"([^\"]*)\"|([^)'\"\s]*))\s*\)|@import\s+['\"]([^'\"]*)"
    return ["".join(groups) for groups in re.findall(pattern, bare)]


def site_path(address: str, page_url: str, base: str) -> str | None:
    """The path in the site of what an address on a page points at; None if it leads elsewhere.

    Args:
        address: as it stands in the page.
        page_url: of the page, from the site's root.
        base: the absolute path that the site is built for.
    """
    try:
        target = urlsplit(urljoin(f"{_ORIGIN}{base}{page_url}", address.strip()))
    except ValueError:
        return None
    if f"{target.scheme}://{target.netloc}" != _ORIGIN or not target.path.startswith(base):
        return None
    path = unquote(target.path.removeprefix(base))
    return posixpath.join(path, "index.html") if path == "" or path.endswith("/") else path


def _tag_references(token: Token) -> Iterator[Reference]:
    if token.value == "link":
        kinds = set(token.attrs.get("rel", "").lower().split())
        if kinds & _LOADING_LINKS and "href" in token.attrs:
            yield Reference(token.attrs["href"], bool(kinds & _NEEDED_LINKS))
    for attribute in _SOURCES.get(token.value, ()):
        value = token.attrs.get(attribute, "")
        addresses = _candidates(value) if attribute == "srcset" else [value]
        for address in filter(None, addresses):
            yield Reference(address, token.value in _NEEDED_ELEMENTS)


def _candidates(srcset: str) -> list[str]:
    return [part.split()[0] for part in re.split(r",\s+|,$", srcset) if part.strip()]
