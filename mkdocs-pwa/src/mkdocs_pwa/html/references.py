"""What pages and style sheets load."""

import posixpath
import re
from collections.abc import Iterator
from typing import NamedTuple
from urllib.parse import unquote, urljoin, urlsplit

from mkdocs_pwa.html.elements import Element, elements

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
# The directive of a content policy that a browser asks before it loads for an element.
_DIRECTIVES = {
    "audio": "media-src",
    "embed": "object-src",
    "iframe": "frame-src",
    "img": "img-src",
    "input": "img-src",
    "object": "object-src",
    "script": "script-src",
    "source": "media-src",
    "track": "media-src",
    "video": "media-src",
}
_LINK_DIRECTIVES = {
    "stylesheet": "style-src",
    "modulepreload": "script-src",
    "manifest": "manifest-src",
}
_PRELOAD_DIRECTIVES = {"style": "style-src", "script": "script-src", "font": "font-src"}
_NEEDED_ELEMENTS = {"img", "script"}
_NEEDED_LINKS = {"stylesheet", "icon"}
_LOADING_LINKS = _NEEDED_LINKS | {"preload", "modulepreload", "manifest", "apple-touch-icon"}
_ORIGIN = "https://site.invalid"


class Reference(NamedTuple):
    """An address that a browser loads by itself.

    `needed` if the page is not whole without it; `directive` is that of a content policy.
    """

    address: str
    needed: bool
    directive: str = "img-src"


def page_references(html: str) -> list[Reference]:
    """What a page loads, in its order, without plain links."""
    found: list[Reference] = []
    for element in elements(html):
        found += _tag_references(element)
        css = [element.attrs.get("style")]
        if element.name == "style":
            css.append(element.content)
        for text in filter(None, css):
            found += [Reference(address, False) for address in css_addresses(text)]
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


def _tag_references(element: Element) -> Iterator[Reference]:
    if element.name == "link":
        kinds = set(element.attrs.get("rel", "").lower().split())
        if kinds & _LOADING_LINKS and "href" in element.attrs:
            yield Reference(
                element.attrs["href"], bool(kinds & _NEEDED_LINKS), _link_directive(element, kinds)
            )
    for attribute in _SOURCES.get(element.name, ()):
        value = element.attrs.get(attribute, "")
        addresses = _candidates(value) if attribute == "srcset" else [value]
        directive = _DIRECTIVES[element.name]
        # In <picture> a source is a list of pictures, and a poster is always one.
        if attribute in ("srcset", "poster"):
            directive = "img-src"
        for address in filter(None, addresses):
            yield Reference(address, element.name in _NEEDED_ELEMENTS, directive)


def _link_directive(element: Element, kinds: set[str]) -> str:
    if "preload" in kinds:
        return _PRELOAD_DIRECTIVES.get(element.attrs.get("as", "").lower(), "img-src")
    return next(
        (_LINK_DIRECTIVES[kind] for kind in sorted(kinds & _LINK_DIRECTIVES.keys())), "img-src"
    )


def _candidates(srcset: str) -> list[str]:
    return [part.split()[0] for part in re.split(r",\s+|,$", srcset) if part.strip()]
