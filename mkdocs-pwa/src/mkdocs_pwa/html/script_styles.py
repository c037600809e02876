"""Style sheets that a generator's script keeps as text and puts into a page while it runs.

Zensical's search does so (0.0.73: the script makes a <style> within a shadow root). A content
policy stops it unless it names the hash of that text.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace

from mkdocs_pwa.copy.site import as_text
from mkdocs_pwa.html.inline_code import hash_source
from mkdocs_pwa.settings.options import PackOptions

_GENERATOR = re.compile(r'<meta name="?generator"? content="?zensical-', re.IGNORECASE)
_BUNDLE = re.compile(r"assets/javascripts/bundle\.[^/]*js")
# A string that begins as a rule and ends as one; with a backslash, or with values that are put in
# while it runs, it would mean other text.
_RULE = r"""[.:#\[\w][^{};$'"`\\]*\{[\w-]+:"""
_SHEET = re.compile(
    rf"""(?P<quote>['"`])(?P<text>{_RULE}(?:(?!(?P=quote)|\$\{{)[^\\])*\}})(?P=quote)"""
)


def style_sheets(script: str) -> Iterator[str]:
    """The style sheets that a script holds as one string each."""
    for found in _SHEET.finditer(script):
        yield found["text"]


def allow_script_styles(site: Mapping[str, bytes], options: PackOptions) -> PackOptions:
    """Options whose content policy also allows the styles of Zensical's own script, by hash."""
    home = as_text(site["index.html"])
    if options.content_policy is False or not _GENERATOR.search(home):
        return options
    hashes = tuple(
        hash_source(sheet)
        for path in site
        if _BUNDLE.fullmatch(path)
        for sheet in style_sheets(as_text(site[path]))
    )
    written = options.extra_policy.get("style-src", ())
    return replace(
        options, content_policy={**options.extra_policy, "style-src": (*written, *hashes)}
    )
