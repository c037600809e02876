"""A finished page to its content policy: what it may run and load, and nothing else.

Each page carries its own, since a theme's inline scripts differ from page to page (Material writes
the way to the root into one), and since editing one page must not change another. Source of the
rules: Content Security Policy Level 3, https://www.w3.org/TR/CSP3/.
"""

import base64
import hashlib
from collections.abc import Iterable, Iterator, Mapping
from urllib.parse import quote, urlsplit

from mkdocs_pwa.html_tokens import Token, tokens
from mkdocs_pwa.references import page_references
from mkdocs_pwa.site import as_bytes

Policy = Mapping[str, tuple[str, ...]]

#: Directives that browsers pass over in a page, so only a header can carry them.
HEADER_ONLY = ("frame-ancestors",)

#: What holds for every page, before its own hashes and addresses are added.
BASE: Policy = {
    "default-src": ("'self'",),
    "script-src": ("'self'",),
    "style-src": ("'self'",),
    # Small pictures stand in style sheets as data.
    "img-src": ("'self'", "data:"),
    "base-uri": ("'self'",),
    "form-action": ("'self'",),
    "object-src": ("'none'",),
    "frame-ancestors": ("'self'",),
}
#: Directives that may be extended, beside those of `BASE`.
MORE = (
    "child-src",
    "connect-src",
    "font-src",
    "frame-src",
    "manifest-src",
    "media-src",
    "style-src-attr",
    "worker-src",
)
FORBIDDEN = ("'unsafe-inline'", "'unsafe-eval'")

_SCRIPT_TYPES = {"", "module", "importmap", "speculationrules"}
_JAVASCRIPT = ("javascript", "ecmascript")
_BODIES = {"script": "script-src", "style": "style-src"}


def page_policy(html: str, own_scripts: Iterable[str] = (), extra: Policy | None = None) -> str:
    """The policy of a page, as it stands in a `<meta>` tag.

    Args:
        html: the finished page, without our own tags.
        own_scripts: inline scripts that will be added to it.
        extra: further sources by directive.
    """
    allowed: dict[str, list[str]] = {name: list(BASE[name]) for name in BASE}
    for script in own_scripts:
        allowed["script-src"].append(_hash(script))
    for directive, source in _inline(html):
        allowed.setdefault(directive, []).append(source)
    for directive, source in _foreign(html):
        allowed.setdefault(directive, ["'self'"]).append(source)
    return _written(allowed, extra, without=HEADER_ONLY)


def header_policy(extra: Policy | None = None) -> str:
    """The policy for a header, the same on every page and in every version.

    Browsers enforce it together with that of the page, so it must not say which scripts may run:
    a host's settings would then have to change with each build.
    """
    fixed = ("base-uri", "form-action", "object-src", *HEADER_ONLY)
    return _written(
        {name: list(BASE[name]) for name in fixed},
        {name: sources for name, sources in (extra or {}).items() if name in fixed},
    )


def blocked_code(html: str) -> list[str]:
    """Code in a page that no policy without `unsafe-inline` lets run, once a kind."""
    found: dict[str, None] = {}
    for token in tokens(html):
        if token.kind != "start":
            continue
        for name, value in token.attrs.items():
            if name.startswith("on") and value.strip():
                found[f'<{token.value} {name}="…">'] = None
            elif value.strip().lower().startswith("javascript:"):
                found[f'<{token.value} {name}="javascript:…">'] = None
    return list(found)


def has_policy(html: str) -> bool:
    """Whether a page says its own policy in a `<meta>` tag."""
    return any(
        token.kind == "start"
        and token.value == "meta"
        and token.attrs.get("http-equiv", "").lower() == "content-security-policy"
        for token in tokens(html)
    )


def _written(
    allowed: Mapping[str, list[str]], extra: Policy | None, without: Iterable[str] = ()
) -> str:
    merged = {name: list(sources) for name, sources in allowed.items()}
    for name, more in (extra or {}).items():
        # A directive of its own takes the place of default-src, which allows our own files.
        merged.setdefault(name, ["'self'"]).extend(more)
    parts = []
    for name, sources in merged.items():
        # 'none' holds only as long as it stands alone.
        real = [source for source in dict.fromkeys(sources) if source != "'none'"]
        if name not in without:
            parts.append(" ".join([name, *(real or ["'none'"])]))
    return "; ".join(parts)


def _inline(html: str) -> Iterator[tuple[str, str]]:
    """A directive and a hash for each script and style that stands in the page itself."""
    opened: Token | None = None
    for token in tokens(html):
        if opened is not None and token.kind == "end" and token.value == opened.value:
            yield _BODIES[opened.value], _hash(html[opened.end : token.start])
            opened = None
        elif token.kind == "start":
            if token.value == "style" or (token.value == "script" and _is_code(token)):
                opened = token
            if token.attrs.get("style", "").strip():
                yield "style-src-attr", "'unsafe-hashes'"
                yield "style-src-attr", _hash(token.attrs["style"])


def _is_code(script: Token) -> bool:
    """Whether a browser runs what stands in a script; blocks of JSON it does not."""
    kind = script.attrs.get("type", "").strip().lower()
    runs = kind in _SCRIPT_TYPES or kind.partition("/")[2].startswith(_JAVASCRIPT)
    return runs and "src" not in script.attrs


def _foreign(html: str) -> Iterator[tuple[str, str]]:
    """A directive and the exact address for each file of another host that a page loads.

    A whole host would be too much: a public CDN holds scripts for every purpose.
    """
    for reference in page_references(html):
        try:
            target = urlsplit(reference.address.strip())
        except ValueError:
            continue
        if target.netloc and target.scheme in ("", "http", "https"):
            scheme = f"{target.scheme}://" if target.scheme else ""
            # The three signs that end a source, a directive or a policy must not be in it.
            path = quote(target.path, safe="/%:@!$&()*+=~-._")
            host = quote(target.netloc, safe=":[]@-._")
            yield reference.directive, f"{scheme}{host}{path}"


def _hash(text: str) -> str:
    # A browser reads every line end as one "\n" before it looks at a script.
    content = as_bytes(text.replace("\r\n", "\n").replace("\r", "\n"))
    return f"'sha256-{base64.b64encode(hashlib.sha256(content).digest()).decode('ascii')}'"
