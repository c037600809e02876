"""Between the builder and the lean core: reads a built folder and writes it back, smaller."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from pathlib import Path
from typing import Any

from guide.lean.features import unnamed, without_unstarted
from guide.lean.joined import joined
from guide.lean.leftovers import leftovers
from guide.lean.markup import short_html, without_comments
from guide.lean.page_words import namers, with_own_words
from guide.lean.scripts import short_script
from guide.lean.stylesheets import lean_sheets, linked_sheets, with_lean_sheets
from guide.lean.vocabulary import inline_scripts, of_tags, tags_in, with_words

# Put into pages by mkdocs-pwa, whose scripts are not there yet.
_PLUGIN_STEM = "mkdocs-pwa"
_ENTRY = "assets/javascripts/main.js"


def make_lean(site: Path, options: Mapping[str, Any]) -> None:
    """Make a built site smaller, before it is packed.

    Args:
        site: the built folder; it is changed in place.
        options: `extra: lean:` of mkdocs.yml: `tool_styles` and `tool_words`.

    Raises:
        PageError: a style sheet is missing or broken, a file that would go is still named, or
            a script imports in a way that is not known.
    """
    pages = {path: without_comments(html) for path, html in _texts(site, {".html"})}
    written = dict(_texts(site, {".js"}))
    own_tags = {path: tags_in(html) for path, html in pages.items()}
    tags = of_tags(frozenset().union(*own_tags.values()))
    scripts = {**written, _ENTRY: without_unstarted(written[_ENTRY], tags)}
    scripts.update(joined(scripts, _ENTRY))
    short = {path: short_script(text) for path, text in scripts.items()}
    paths = {path.relative_to(site).as_posix() for path in site.rglob("*") if path.is_file()}
    gone = unnamed(written, short, [_ENTRY])
    licenses = {path.removesuffix(".js") + ".LICENSE.txt" for path in gone} & paths
    gone |= {*licenses, *leftovers(sorted(paths), {**pages, **scripts})}

    linked = linked_sheets(pages["index.html"])
    used = [text for path, text in scripts.items() if path not in gone]
    sheets = lean_sheets(
        {path: (site / path).read_text(encoding="utf-8") for path in linked},
        with_words(tags, [*used, *inline_scripts(pages.values())], [_PLUGIN_STEM]),
        options.get("tool_styles", ()),
        options.get("tool_words", ()),
    )
    for path in sorted({*gone, *linked}):
        (site / path).unlink()
        _remove_empty_folders(site / path)
    names = namers(own_tags, short, _ENTRY)
    for path, html in pages.items():
        own = with_own_words(html, names[path])
        _write(site / path, short_html(with_lean_sheets(own, sheets)))
    for path in short.keys() - gone:
        _write(site / path, short[path])
    for sheet in (sheets.common, sheets.tools):
        if sheet:
            _write(site / sheet.path, sheet.css)


def _remove_empty_folders(file: Path) -> None:
    for folder in file.parents:
        if any(folder.iterdir()):
            return
        folder.rmdir()


def _texts(site: Path, endings: Collection[str]) -> Iterator[tuple[str, str]]:
    for path in sorted(site.rglob("*")):
        if path.suffix in endings:
            yield path.relative_to(site).as_posix(), path.read_text(encoding="utf-8")


def _write(file: Path, text: str) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    # Without Windows' own line ends: one commit, the same bytes everywhere.
    file.write_text(text, encoding="utf-8", newline="\n")
