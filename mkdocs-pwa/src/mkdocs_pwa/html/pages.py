"""The pages of a site with the app's tags in their heads."""

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from mkdocs_pwa.copy.precache import Precache
from mkdocs_pwa.copy.site import as_bytes, as_text, pages
from mkdocs_pwa.html import head
from mkdocs_pwa.html.base import base_fault, root_prefix
from mkdocs_pwa.html.charset import read_as_browsers
from mkdocs_pwa.policy.authorship import Trust
from mkdocs_pwa.policy.content_policy import blocked_code, has_policy, hashed_texts
from mkdocs_pwa.settings.options import PackOptions
from mkdocs_pwa.warned import Warned


class PackedPages(NamedTuple):
    """The pages of a site with their head tags.

    Attributes:
        contents: the pages by path.
        headless: the paths of those that have no head, and so stay as they are.
        stopped: code that the content policies stop, with the paths of the pages that it stands in.
        astray: what is wrong with the `<base>` of pages, with those paths.
        unsure: charsets by which browsers may read inline code in another way, with those paths.
    """

    contents: dict[str, bytes]
    headless: list[str]
    stopped: dict[str, list[str]]
    unsure: dict[str, list[str]]
    astray: dict[str, list[str]]


def pack_pages(
    site: Mapping[str, bytes], options: PackOptions, trust: Trust | None = None
) -> PackedPages:
    """The pages with their head tags."""
    packed = PackedPages({}, [], {}, {}, {})
    for path in pages(site):
        bare = head.strip(as_text(site[path]))
        html = head.insert(bare, root_prefix(bare, path, options), options, trust)
        if html is None:
            packed.headless.append(path)
            continue
        packed.contents[path] = as_bytes(html)
        if fault := base_fault(bare, path, options.site_url):
            packed.astray.setdefault(fault, []).append(path)
        if options.content_policy is False:
            continue
        read, doubt = read_as_browsers(bare)
        # In the same round, since to read a page tag by tag is most of what packing does.
        for code in stopped_code(read, options, trust):
            packed.stopped.setdefault(code, []).append(path)
        if doubt and not all(map(_is_the_same_in_all, hashed_texts(read))):
            packed.unsure.setdefault(doubt, []).append(path)
    return packed


def stopped_code(html: str, options: PackOptions, trust: Trust | None) -> list[str]:
    """What a page's content policy does not let run."""
    found = blocked_code(html, trust, options.extra_policy.get("script-src", ()))
    if has_policy(html):
        found.append("another content policy, which holds beside ours")
    return found


def _is_the_same_in_all(text: str) -> bool:
    """Whether a text is the same in every charset that a page may be in."""
    return text.isascii() and "\x1b" not in text


def headless_warnings(headless: Iterable[str], listed: Precache) -> list[Warned]:
    """A warning for each saved page that has no head."""
    left_out = {path for path, _ in listed.left_out}
    text = (
        "expected a page with <head>, found none. It is saved as it is, but cannot be installed "
        "from. Write a whole page, or list it under exclude."
    )
    return [Warned("headless", path, text) for path in headless if path not in left_out]


def base_warnings(packed: PackedPages) -> list[Warned]:
    """A warning for each `<base>` that leads out of the site, or may."""
    return [
        Warned(f"base {fault}", path, fault)
        for fault, paths in packed.astray.items()
        for path in paths
    ]


def policy_warnings(packed: PackedPages) -> list[Warned]:
    """A warning for all that the pages' content policies will stop, or may stop."""
    stopped = [
        Warned(
            _kind_of(code),
            path,
            f"expected scripts of the theme or in files, found {code}. The content policy stops "
            "it. Put it into a script file, allow it under `content_policy`, or take it out.",
        )
        for code, paths in packed.stopped.items()
        for path in paths
    ]
    unsure = [
        Warned(
            f"charset {found}",
            path,
            "expected a charset by which browsers read the letters in inline scripts and styles, "
            f"found {found}. If they read others, the content policy stops them. Store the page "
            'as UTF-8, with <meta charset="utf-8"> at the top of its head.',
        )
        for found, paths in packed.unsure.items()
        for path in paths
    ]
    return stopped + unsure


def _kind_of(code: str) -> str:
    """What a piece of stopped code has in common with others, but for its hash or address."""
    return code.partition("('")[0].partition('="')[0]
