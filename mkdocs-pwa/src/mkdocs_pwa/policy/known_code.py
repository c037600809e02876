"""Code of well-known tools that may run, or that does nothing, so that nobody need be told."""

import re

from mkdocs_pwa.html.elements import elements

# As mkdocs-redirects writes it, for the part of an address behind "#", which a refresh loses.
_REDIRECT = re.compile(
    r"""\s*var anchor=window\.location\.hash\.substr(?:ing)?\(1\);"""
    r"""location\.href="(?P<address>[^"\\<]*)"\+\(anchor\?"#"\+anchor:""\);?\s*"""
)
_REFRESH = re.compile(
    r"""\s*[\d.]+\s*[;,]?\s*(?:url\s*=\s*)?["']?(?P<address>[^"']*)""", re.IGNORECASE
)
# Addresses of buttons that a script serves, as Material's for sharing a search.
_NOTHING = {"", "void(0)", "void 0"}
_RUNS_IN = {"href", "xlink:href", "src", "data", "action", "formaction"}


def is_redirect(script: str, html: str) -> bool:
    """Whether a script does what the page does without it: it leads on to the same address.

    Args:
        script: its text.
        html: the page that it stands in.
    """
    match = _REDIRECT.fullmatch(script)
    return match is not None and match["address"].strip() in refresh_addresses(html)


def refresh_addresses(html: str) -> list[str]:
    """Where a page leads by itself: the addresses of `<meta http-equiv="refresh">`."""
    found = []
    for element in elements(html):
        is_refresh = element.attrs.get("http-equiv", "").strip().lower() == "refresh"
        if element.name == "meta" and is_refresh:
            match = _REFRESH.match(element.attrs.get("content", ""))
            if match and match["address"].strip():
                found.append(match["address"].strip())
    return found


def is_code(attribute: str, value: str) -> bool:
    """Whether an attribute holds an address that is a script which does something.

    Args:
        attribute: its name, in small letters.
        value: as the page says it. Browsers pass over line ends and tabs in it. Source:
            https://url.spec.whatwg.org/#concept-basic-url-parser.
    """
    if attribute not in _RUNS_IN:
        return False
    address = re.sub(r"[\t\n\r]", "", value).lstrip("".join(map(chr, range(0x21))))
    scheme, colon, code = address.partition(":")
    return scheme.lower() == "javascript" and colon != "" and code.strip(" ;") not in _NOTHING
