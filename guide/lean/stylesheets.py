"""The style sheets that pages link to, as one file for all pages and one for those with a tool."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Mapping, Set
from typing import NamedTuple

from guide.errors import PageError
from guide.lean.purge import purged
from guide.lean.vocabulary import Vocabulary

FOLDER = "assets/stylesheets/"
# The plugin's own sheet reads these; it comes into the site after this step.
_READ_BY_PLUGIN = ("--mkdocs-pwa",)

_LINK = re.compile(r'<link rel="stylesheet" href="([^"]+)">')
# An address of a file beside the sheet, not of a drawing or a part of one within it.
_NAMES_FILE = re.compile(r"""@import|url\(\s*["']?(?!data:|#|["'])""")
_CLASS = re.compile(r"\.(-?[A-Za-z_][\w-]*)")
_READ = re.compile(r"var\(\s*(--[\w-]+)")
_CLASSES = re.compile(r'class="([^"]*)"')


class Sheet(NamedTuple):
    """A style sheet of the lean site: its path from the root, which has a hash of the text."""

    path: str
    css: str


class LeanSheets(NamedTuple):
    """What takes the place of the linked sheets.

    Attributes:
        common: for every page.
        tools: for pages that hold one of `words`, or a class of `classes`; None if there are none.
        words: marks in a page whose script makes a tool there.
        classes: those that only the sheet for tools names.
        replaced: paths of the sheets that were linked before.
    """

    common: Sheet
    tools: Sheet | None
    words: tuple[str, ...]
    classes: Set[str]
    replaced: tuple[str, ...]


def linked_sheets(html: str) -> list[str]:
    """The addresses of the style sheets that the home page loads, without those of other hosts."""
    # Some builders write "./" before what lies beside a page.
    return [found.removeprefix("./") for found in _LINK.findall(html) if "//" not in found]


def lean_sheets(
    sheets: Mapping[str, str],
    vocabulary: Vocabulary,
    of_tools: Iterable[str] = (),
    words: Iterable[str] = (),
) -> LeanSheets:
    """Join and purge style sheets.

    Args:
        sheets: text by path, in the order of the page.
        vocabulary: of all pages.
        of_tools: paths of the sheets that only pages with a tool need.
        words: see `LeanSheets`.

    Raises:
        PageError: a sheet for tools is not among `sheets`, or one cannot be read.
    """
    chosen = list(of_tools)
    for path in chosen:
        if path not in sheets:
            raise PageError(
                f"mkdocs.yml: extra: lean: tool_styles: expected sheets of extra_css, found "
                f"{path}. Correct the path, or list it under extra_css too."
            )
    for path, css in sheets.items():
        is_there = path.startswith(FOLDER) and "/" not in path.removeprefix(FOLDER)
        if not is_there and _NAMES_FILE.search(css):
            raise PageError(
                f"{path}: expected a style sheet that names other files in {FOLDER}, since all "
                "become one file there and addresses in it count from that folder. Move it."
            )
    general = {path: css for path, css in sheets.items() if path not in chosen}
    special = {path: sheets[path] for path in chosen}
    common = _joined("guide", general, vocabulary, _read_in(special))
    tools = _joined("tools", special, vocabulary, _read_in(general)) if special else None
    only_there = _classes(tools.css if tools else "") - _classes(common.css)
    return LeanSheets(common, tools, tuple(words), only_there, tuple(sheets))


def with_lean_sheets(html: str, sheets: LeanSheets) -> str:
    """A page that loads the lean sheets in place of the ones it was built with."""
    # What stands before and between the links, and the way to the root, as the first one says it.
    parts: list[str] = []
    root = ""
    end = 0
    for found in _LINK.finditer(html):
        path = next((path for path in sheets.replaced if found[1].endswith(path)), None)
        if path is not None:
            root = root if parts else found[1].removesuffix(path)
            parts.append(html[end : found.start()].rstrip())
            end = found.end()
    if not parts:
        return html
    links = [sheets.common]
    if sheets.tools and needs_tools(html, sheets):
        links.append(sheets.tools)
    text = "".join(f'\n<link rel="stylesheet" href="{root}{sheet.path}">' for sheet in links)
    return "".join([parts[0], text, *parts[1:], html[end:]])


def needs_tools(html: str, sheets: LeanSheets) -> bool:
    """Whether something of a page is styled by the sheet for tools."""
    if any(word in html for word in sheets.words):
        return True
    # Pages say the same few things of many elements.
    values = set(_CLASSES.findall(html))
    return any(not sheets.classes.isdisjoint(value.split()) for value in values)


def _read_in(sheets: Mapping[str, str]) -> set[str]:
    """The custom properties that sheets read, which may be set in another one."""
    return {name for css in sheets.values() for name in _READ.findall(css)}


def _joined(
    name: str, sheets: Mapping[str, str], vocabulary: Vocabulary, read_elsewhere: Iterable[str]
) -> Sheet:
    try:
        css = purged("\n".join(sheets.values()), vocabulary, (*_READ_BY_PLUGIN, *read_elsewhere))
    except ValueError as error:
        raise PageError(
            f"{', '.join(sheets)}: expected style sheets that can be read, found: {error}. "
            "Correct the one that was changed last."
        ) from error
    digest = hashlib.sha256(css.encode()).hexdigest()[:8]
    return Sheet(f"{FOLDER}{name}.{digest}.css", css)


def _classes(css: str) -> set[str]:
    return set(_CLASS.findall(css))
