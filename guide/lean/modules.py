"""What the guide's own scripts import and export, and their lines within another file."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Callable, Mapping
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
_COMMENT = re.compile(r"^\s*(?://|/?\*).*$", re.MULTILINE)
# A worker is asked for by its address.
_ASKED = re.compile(r'\b(?:import|new URL)\("(\.[^"]+\.js)"')
_LATER = re.compile(r'\bimport\("(\.[^"]+)"')
_WORKER = re.compile(r'\bnew URL\("(\.[^"]+\.js)"')
_OWN_ADDRESS = "import.meta.url"
# What others have written is published as it came.
_FOREIGN = "/vendor/"


@dataclass(frozen=True, slots=True)
class Module:
    """A script of the guide.

    Attributes:
        path: from the site's root.
        text: as it was written.
        imports: paths of what it imports at once, each once.
        later: paths of what it asks for while it runs: `import("./a.js")`, or a worker.
        workers: those of them that run without a page.
        exports: names that others may import.
        is_own: whether its lines may be moved.
    """

    path: str
    text: str
    imports: tuple[str, ...]
    later: tuple[str, ...]
    workers: tuple[str, ...]
    exports: tuple[str, ...]
    is_own: bool

    def body(self, name_of: Callable[[str], str], host: str) -> str:
        """Its lines for a place in another file, or in its own.

        Args:
            name_of: what an imported module is called there, by its path.
            host: path of that file. In its own file it goes on exporting.
        """

        def taken(found: re.Match[str]) -> str:
            names = found["all"] or f"{{{found['some'].replace(' as ', ': ')}}}"
            return f"const {names} = {name_of(resolved(found['path'], self.path))};"

        text = _IMPORT.sub(taken, self.text)
        if host == self.path:
            return text
        text = _EXPORT.sub(r"\g<kind> \g<name>", text)
        if posixpath.dirname(host) == posixpath.dirname(self.path):
            return text
        text = _LATER.sub(
            lambda found: f'import("{relative(resolved(found[1], self.path), host)}"', text
        )
        own = f'new URL("{relative(self.path, host)}", import.meta.url).href'
        return text.replace(_OWN_ADDRESS, own)


def read_module(path: str, scripts: Mapping[str, str]) -> Module:
    """Read a script.

    Args:
        path: of the script.
        scripts: all scripts by path, as they were written.

    Raises:
        PageError: it imports or exports in a way that is not known here.
    """
    text = scripts[path]
    is_own = _FOREIGN not in path
    code = _COMMENT.sub("", text)
    imports = [resolved(found["path"], path) for found in _IMPORT.finditer(code)]
    later = [resolved(address, path) for address in _ASKED.findall(code)]
    workers = [resolved(address, path) for address in _WORKER.findall(code)]
    exports = [found["name"] for found in _EXPORT.finditer(code)]
    unknown = _OTHER.search(_EXPORT.sub("", _IMPORT.sub("", code)))
    if is_own and unknown:
        raise PageError(
            f"{path}: expected 'import {{ a }} from \"./b.js\";', 'import * as b from \"./b.js\";' "
            f"or an export of a function, const or class, found {unknown[0]!r}. Write it in one of "
            "these ways."
        )
    return Module(
        path,
        text,
        imports=_unique(imports),
        later=_unique(later),
        workers=_unique(workers),
        exports=_unique(exports),
        is_own=is_own,
    )


def resolved(address: str, importer: str) -> str:
    """The path of what a script names."""
    return posixpath.normpath(posixpath.join(posixpath.dirname(importer), address))


def relative(path: str, importer: str) -> str:
    """The address under which a script names another."""
    address = posixpath.relpath(path, posixpath.dirname(importer) or ".")
    return address if address.startswith(".") else f"./{address}"


def _unique(values: list[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(values))
