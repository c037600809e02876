"""The words of the interface, in the language of the pages beside them."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from guide.errors import PageError
from guide.texts import read_yaml

FILE = "strings.yml"


class Strings(dict[str, Any]):
    """A part of the file; a name that it does not have stops the build, also within a template."""

    def __init__(self, values: dict[str, Any], where: str = "") -> None:
        super().__init__(
            (name, Strings(value, f"{where}{name}: ") if isinstance(value, dict) else value)
            for name, value in values.items()
        )
        self._where = where

    def __missing__(self, name: str) -> Any:
        raise PageError(
            f'{FILE}: {self._where}expected a line "{name}:", found none. The names before the '
            "colons stay as they are: put it back."
        )


def read_strings(docs: Path) -> Strings:
    """Return the words of a language's folder.

    Raises:
        PageError: if the file cannot be read.
    """
    return Strings(read_yaml(docs / FILE) or {})
