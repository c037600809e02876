"""A finished page to its content policy: what it may run and load, and nothing else.

Each page carries its own, since a theme's inline scripts differ from page to page (Material writes
the way to the root into one), and since editing one page must not change another. Source of the
rules: Content Security Policy Level 3, https://www.w3.org/TR/CSP3/.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping
from urllib.parse import quote, urlsplit

from mkdocs_pwa.html.elements import Element, elements
from mkdocs_pwa.html.inline_code import as_read, bodies, foreign_scripts, hash_source
from mkdocs_pwa.html.references import page_references
from mkdocs_pwa.policy.authorship import Trust
from mkdocs_pwa.policy.known_code import is_code, is_redirect
from mkdocs_pwa.policy.source_expressions import allow_address, allow_text

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

_DIRECTIVES = {"script": "script-src", "style": "style-src"}


def page_policy(
    html: str,
    own_scripts: Iterable[str] = (),
    extra: Policy | None = None,
    trust: Trust | None = None,
    own_styles: Iterable[str] = (),
) -> str:
    """The policy of a page, as it stands in a `<meta>` tag.

    Args:
        html: the finished page as browsers read it, without our own tags.
        own_scripts: inline scripts that will be added to it.
        extra: further sources by directive.
        trust: which scripts may run; None if nothing is known of them, and all may.
        own_styles: inline styles that our own script will add.
    """
    allowed: dict[str, list[str]] = {name: list(BASE[name]) for name in BASE}
    for script in own_scripts:
        allowed["script-src"].append(hash_source(script))
    for style in own_styles:
        allowed["style-src"].append(hash_source(style))
    for directive, source in _inline(html, trust):
        allowed.setdefault(directive, []).append(source)
    for directive, source in _foreign(html, trust):
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


def blocked_code(html: str, trust: Trust | None = None, sources: Collection[str] = ()) -> list[str]:
    """Code in a page that its policy does not let run, once a kind.

    Args:
        html: the finished page, without our own tags.
        trust: see `page_policy`.
        sources: what the site's owner has added to `script-src`.
    """
    found: dict[str, None] = {}
    for element, content in bodies(html):
        if element.name != "script" or trust is None or _may_run(element, content, html, trust):
            continue
        if not allow_text(sources, as_read(content)):
            found[f"a <script> that is not the theme's ({hash_source(content)})"] = None
    for script in foreign_scripts(html):
        address = script.attrs["src"]
        if trust and not trust.covers(script) and not allow_address(sources, address):
            found[f'<script src="{address}">'] = None
    # What stands in attributes is allowed by its hash only if the policy says so.
    in_attributes = sources if "'unsafe-hashes'" in map(str.lower, sources) else ()
    for element in elements(html):
        for name, value in element.attrs.items():
            if name.startswith("on") and name.isalpha() and value.strip():
                if allow_text(in_attributes, as_read(value)):
                    continue
                found[f'<{element.name} {name}="…">'] = None
            elif is_code(name, value):
                found[f'<{element.name} {name}="javascript:…">'] = None
    return list(found)


def has_policy(html: str) -> bool:
    """Whether a page says its own policy in a `<meta>` tag."""
    return any(
        element.name == "meta"
        and element.attrs.get("http-equiv", "").lower() == "content-security-policy"
        for element in elements(html)
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


def hashed_texts(html: str) -> Iterator[str]:
    """All that a page's policy may allow by its hash."""
    yield from (content for _, content in bodies(html))
    yield from (element.attrs["style"] for element in elements(html) if "style" in element.attrs)


def _inline(html: str, trust: Trust | None) -> Iterator[tuple[str, str]]:
    """A directive and a hash for each script and style that stands in the page itself."""
    for element, content in bodies(html):
        if element.name == "style" or _may_run(element, content, html, trust):
            yield _DIRECTIVES[element.name], hash_source(content)
    for element in elements(html):
        if element.attrs.get("style", "").strip():
            yield "style-src-attr", "'unsafe-hashes'"
            yield "style-src-attr", hash_source(element.attrs["style"])


def _may_run(script: Element, content: str, html: str, trust: Trust | None) -> bool:
    return trust is None or trust.covers(script, content) or is_redirect(content, html)


def _foreign(html: str, trust: Trust | None) -> Iterator[tuple[str, str]]:
    """A directive and the exact address for each file of another host that a page loads.

    A whole host would be too much: a public CDN holds scripts for every purpose.
    """
    untrusted = {
        script.attrs["src"]
        for script in foreign_scripts(html)
        if trust and not trust.covers(script)
    }
    for reference in page_references(html):
        if reference.directive == "script-src" and reference.address in untrusted:
            continue
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
