"""Page HTML with the app's tags in its head, exactly once."""

import hashlib
from collections.abc import Iterable
from html import escape

from mkdocs_pwa import resources
from mkdocs_pwa.app import icons, manifest
from mkdocs_pwa.app.client_styles import client_styles
from mkdocs_pwa.copy.site import as_bytes
from mkdocs_pwa.html.charset import read_as_browsers
from mkdocs_pwa.html.early_styles import early_styles
from mkdocs_pwa.html.place import place
from mkdocs_pwa.html.tokens import head_tokens
from mkdocs_pwa.policy.authorship import Trust
from mkdocs_pwa.policy.content_policy import page_policy
from mkdocs_pwa.settings.options import PackOptions

CLIENT_SCRIPT = "pwa/client.js"

_OPEN = "<!-- mkdocs-pwa -->"
_CLOSE = "<!-- /mkdocs-pwa -->"
_UNSTAMPED = f"data-mkdocs-pwa></script>{_CLOSE}"
_STAMP_DIGITS = 12


def insert(html: str, prefix: str, options: PackOptions, trust: Trust | None = None) -> str | None:
    """A page with one block of tags; a block that is there already is replaced.

    Args:
        html: the page.
        prefix: what leads from the page to the site's root, as in `../../`; "" on the home page.
        options: checked options.
        trust: which scripts may run, if that is known.

    Returns:
        The page, or None if it is no page that the block could be put into.
    """
    bare = strip(html)
    at = place(bare)
    if at is None:
        return None
    policy = ""
    early: list[str] = []
    if options.content_policy is not False:
        policy = page_policy(
            read_as_browsers(bare).text,
            [storage_guard()],
            options.extra_policy,
            trust,
            own_styles=[client_styles()],
        )
        early = early_styles(bare)
    tags = block(prefix, options, policy, early)
    return f"{bare[:at]}{stamped(tags, bare)}{bare[at:]}"


def stamped(tags: str, bare: str) -> str:
    """A block with a stamp of the page in it, by which a page that is open tells what it is.

    The stamp is of the page alone, not of the version, so that an edit changes no other page.

    Args:
        tags: the block, as `block` gives it.
        bare: the page without it.
    """
    digest = hashlib.sha256(as_bytes(tags + bare)).hexdigest()[:_STAMP_DIGITS]
    return tags.replace(_UNSTAMPED, f'data-mkdocs-pwa="{digest}"></script>{_CLOSE}')


def strip(html: str) -> str:
    """A page without its blocks, as it was before."""
    for start, end in reversed(blocks(html)):
        html = html[:start] + html[end:].removeprefix("\n")
    return html


def blocks(html: str) -> list[tuple[int, int]]:
    """Where the blocks in the head of a page stand."""
    if _OPEN not in html:
        return []
    found: list[tuple[int, int]] = []
    opened: int | None = None
    for token in head_tokens(html):
        if token.kind != "comment":
            continue
        if opened is None and html.startswith(_OPEN, token.start):
            opened = token.start
        elif opened is not None and html.startswith(_CLOSE, token.start):
            found.append((opened, token.end))
            opened = None
    return found


def block(prefix: str, options: PackOptions, policy: str = "", early: Iterable[str] = ()) -> str:
    """The tags, from comment to comment, with a line end.

    Args:
        prefix: see `insert`.
        options: checked options.
        policy: the content policy of the page; "" for none.
        early: addresses of style sheets of this site, to be asked for before all else.
    """
    root = escape(prefix)
    label = escape(options.label)
    lines = [
        # Chromium looks ahead for what a page loads only as far as its policy.
        *(f'<link rel="preload" as="style" href="{escape(address)}">' for address in early),
        # It holds for what stands after it only.
        *_policy_lines(policy),
        # First of all scripts: the theme's own would fail where site data is blocked.
        f"<script>{storage_guard()}</script>",
        f'<link rel="manifest" href="{root}{manifest.FILE}">',
        f'<link rel="apple-touch-icon" href="{root}{icons.APPLE_TOUCH_180}">',
        # With `media`, as the first theme-color that applies would win over the theme's own.
        _theme_color("light", options.theme_color),
        _theme_color("dark", options.theme_color_dark),
        '<meta name="mobile-web-app-capable" content="yes">',
        f'<meta name="apple-mobile-web-app-title" content="{label}">',
        f'<script type="module" src="{root}{CLIENT_SCRIPT}" {_UNSTAMPED}',
    ]
    return _OPEN + "".join(f"{line}\n" for line in lines)


def _policy_lines(policy: str) -> list[str]:
    if not policy:
        return []
    return [
        f'<meta http-equiv="Content-Security-Policy" content="{escape(policy, quote=False)}">',
        # Other hosts are not told which page led to them.
        '<meta name="referrer" content="same-origin">',
    ]


def storage_guard() -> str:
    """The stand-in for blocked storage, on one line and without its comments."""
    lines = map(str.strip, resources.read("assets/storage-guard.js").splitlines())
    return "".join(line for line in lines if not line.startswith("//"))


def _theme_color(scheme: str, color: str) -> str:
    return f'<meta name="theme-color" media="(prefers-color-scheme: {scheme})" content="{color}">'
