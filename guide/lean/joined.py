"""What every page's script imports at once, written into that one file.

A phone on a slow line waits longer for a request than for the lines that it brings, so the modules
that run on every page come as one. The sources stay plain modules, and `make serve` runs them as
they are. Other scripts import a joined module by its own address, as ever: there stands a line that
hands out what the one file has, so that each module is still there once.
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from guide.errors import PageError

# The ways in which the guide's own scripts import and export. Others are named in an error.
_IMPORT = re.compile(
    r'^import (?:\* as (?P<all>\w+)|\{(?P<some>[^}]*)\}) from "(?P<path>\.[^"]+)";$', re.MULTILINE
)
_EXPORT = re.compile(
    r"^export (?P<kind>(?:async )?function|const|class) (?P<name>\w+)", re.MULTILINE
)
_OTHER = re.compile(r"^(?:import\b(?!\()|export\b).*$", re.MULTILINE)
_LATER = re.compile(r'\bimport\("(\.[^"]+)"\)')
_OWN_ADDRESS = "import.meta.url"


@dataclass(frozen=True, slots=True)
class _Module:
    """A module within a function: what it imports at once, its names for others, its lines."""

    imports: tuple[str, ...]
    exports: tuple[str, ...]
    body: str


def joined(scripts: Mapping[str, str], entry: str) -> dict[str, str]:
    """Return the texts that change: of the entry, and of each module that is now part of it.

    Args:
        scripts: all scripts by path, as they were written.
        entry: the path of the one that each page names.

    Raises:
        PageError: a script imports or exports in a way that is not known here, or two import each
            other.
    """
    modules = dict(_in_order(scripts, entry, entry, ()))
    own = modules.pop(entry)
    names = {path: _name(path, entry) for path in modules}
    texts = {}
    lines = []
    for path, module in modules.items():
        exports = ", ".join(module.exports)
        lines.append(
            f"const {names[path]} = (() => {{\n{module.body}\nreturn {{ {exports} }};\n}})();"
        )
        texts[path] = (
            f'import {{ {names[path]} }} from "{_relative(entry, path)}";\n'
            f"export const {{ {exports} }} = {names[path]};\n"
        )
    lines += [own.body, f"export {{ {', '.join(names.values())} }};", ""]
    return {entry: "\n".join(lines), **texts}


def _in_order(
    scripts: Mapping[str, str], path: str, entry: str, importers: tuple[str, ...]
) -> Iterator[tuple[str, _Module]]:
    """A module after all that it imports; one that several import comes several times, alike."""
    if path in importers:
        raise PageError(
            f"{path}: expected modules that do not import each other, found a circle: "
            f"{' imports '.join([*importers[importers.index(path) :], path])}. "
            "Move what both need into a third one."
        )
    module = _read(scripts[path], path, entry)
    for imported in module.imports:
        yield from _in_order(scripts, imported, entry, (*importers, path))
    yield path, module


def _read(text: str, path: str, entry: str) -> _Module:
    folder = posixpath.dirname(path)
    imports: list[str] = []

    def taken(found: re.Match[str]) -> str:
        imported = posixpath.normpath(posixpath.join(folder, found["path"]))
        imports.append(imported)
        names = found["all"] or f"{{{found['some'].replace(' as ', ': ')}}}"
        return f"const {names} = {_name(imported, entry)};"

    body = _IMPORT.sub(taken, text)
    exports = tuple(found["name"] for found in _EXPORT.finditer(body))
    body = _EXPORT.sub(r"\g<kind> \g<name>", body)
    if unknown := _OTHER.search(body):
        raise PageError(
            f"{path}: expected 'import {{ a }} from \"./b.js\";', 'import * as b from \"./b.js\";' "
            f"or an export of a function, const or class, found {unknown[0]!r}. Write it in one of "
            "these ways."
        )
    # From here on the lines stand in another file.
    if posixpath.dirname(entry) != folder:
        own = f'new URL("{_relative(path, entry)}", import.meta.url).href'
        body = body.replace(_OWN_ADDRESS, own)
        body = _LATER.sub(lambda later: f'import("{_moved(later[1], folder, entry)}")', body)
    return _Module(tuple(dict.fromkeys(imports)), exports, body)


def _moved(address: str, folder: str, entry: str) -> str:
    return _relative(posixpath.normpath(posixpath.join(folder, address)), entry)


def _relative(path: str, importer: str) -> str:
    address = posixpath.relpath(path, posixpath.dirname(importer) or ".")
    return address if address.startswith(".") else f"./{address}"


def _name(path: str, entry: str) -> str:
    address = _relative(path, entry).removeprefix("./").removesuffix(".js")
    # No name of the scripts' own has this sign, so that none is hidden.
    return re.sub(r"\W", "_", address) + "$"
