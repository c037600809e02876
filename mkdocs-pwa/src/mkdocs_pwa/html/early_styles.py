"""The style sheets that a browser should ask for before it has read a page's content policy.

Chromium looks ahead in a page for what it loads, but stops at a policy in a `<meta>` tag: what
stands behind it is asked for only when the page is really read so far. Source of the rule:
`HTMLPreloadScanner` of Blink, which passes over the rest of a page that has such a tag.
"""

import re

from mkdocs_pwa.html.tokens import head_tokens

# Others say when a sheet is needed, or how it is fetched: it would be loaded twice or for nothing.
_ATTRIBUTES = {"rel", "href", "type"}
# What stands in these is for browsers without scripts, or for nobody yet.
_UNUSED = {"noscript", "template"}
# Before its policy a page must ask for nothing that the policy may forbid. To browsers "\\" is "/".
_OTHER_HOST = re.compile(r"[\\/]{2}|[a-z][a-z0-9+.-]*:", re.IGNORECASE)


def early_styles(html: str) -> list[str]:
    """The addresses, as written, of the sheets of the same host that a page waits for."""
    found: list[str] = []
    unused = 0
    for token in head_tokens(html):
        if token.value in _UNUSED and token.kind in ("start", "end"):
            unused += 1 if token.kind == "start" else -1
        is_link = token.kind == "start" and token.value == "link" and not unused
        if is_link and token.attrs.keys() <= _ATTRIBUTES:
            address = token.attrs.get("href", "").strip()
            is_sheet = token.attrs.get("rel", "").strip().lower() == "stylesheet"
            if is_sheet and address and not _OTHER_HOST.match(address):
                found.append(address)
    return found
