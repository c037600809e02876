"""The pages of a site with the app's tags in their heads."""

from collections.abc import Iterable, Mapping

from mkdocs_pwa.copy import precache
from mkdocs_pwa.copy.precache import Precache
from mkdocs_pwa.copy.site import NOT_FOUND, as_bytes, as_text, pages
from mkdocs_pwa.html import head
from mkdocs_pwa.policy.authorship import Trust
from mkdocs_pwa.policy.content_policy import blocked_code, has_policy
from mkdocs_pwa.settings.options import PackOptions


def pack_pages(
    site: Mapping[str, bytes], options: PackOptions, trust: Trust | None = None
) -> tuple[dict[str, bytes], list[str], dict[str, list[str]]]:
    """The pages with their head tags.

    Returns:
        The pages by path; the paths of those that have no head; and code that the content
        policies stop, with the paths of the pages that it stands in.
    """
    packed: dict[str, bytes] = {}
    headless: list[str] = []
    stopped: dict[str, list[str]] = {}
    for path in pages(site):
        bare = head.strip(as_text(site[path]))
        html = head.insert(bare, root_prefix(path, options.base), options, trust)
        if html is None:
            headless.append(path)
        else:
            packed[path] = as_bytes(html)
        # In the same round, since to read a page tag by tag is most of what packing does.
        for code in stopped_code(bare, options, trust):
            stopped.setdefault(code, []).append(path)
    return packed, headless, stopped


def stopped_code(html: str, options: PackOptions, trust: Trust | None) -> list[str]:
    """What a page's content policy does not let run."""
    if options.content_policy is False:
        return []
    found = blocked_code(html, trust, options.extra_policy.get("script-src", ()))
    if has_policy(html):
        found.append("another content policy, which holds beside ours")
    return found


def headless_warnings(headless: Iterable[str], listed: Precache) -> list[str]:
    """A warning for each saved page that has no head."""
    left_out = {path for path, _ in listed.left_out}
    return [
        f"{path}: expected a page with <head>, found none. It is saved as it is, but cannot be "
        "installed from. Write a whole page, or list it under exclude."
        for path in headless
        if path not in left_out
    ]


def policy_warnings(stopped: Mapping[str, list[str]]) -> list[str]:
    """A warning for all that the pages' content policies will stop."""
    return [
        f"{precache.with_more(paths)}: expected scripts of the theme or in files, found {code}. "
        "The content policy stops it. Put it into a script file, allow it under "
        "`content_policy`, or take it out."
        for code, paths in stopped.items()
    ]


def root_prefix(path: str, base: str) -> str:
    """What leads from a page to the site's root."""
    # A host shows this page at any depth, so no relative path is right.
    if path.rpartition("/")[2] == NOT_FOUND:
        return base
    return "../" * path.count("/")
