"""Files that editors write, read with a message that says what is wrong where."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import yaml

from guide.errors import PageError

# Ten times as fast, and the same, where the C library of YAML is there: as in all wheels of PyYAML.
_Loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


def load_yaml(text: str) -> Any:
    """Return what YAML says: plain values, lists and mappings only.

    Raises:
        yaml.YAMLError: it cannot be read.
    """
    try:
        with open_yaml(text) as loader:
            return loader.get_single_data()
    except ValueError as error:
        # A day that the calendar does not have.
        raise yaml.YAMLError(str(error)) from error


@contextmanager
def open_yaml(text: str) -> Iterator[Any]:
    """Open a text for reading it as YAML in steps; the loader is a safe one of `yaml`."""
    loader = _Loader(text)
    try:
        yield loader
    finally:
        loader.dispose()


def read_text(path: Path, name: str = "") -> str:
    """Return the text of a file, its lines ended as Python's.

    Args:
        path: where it is.
        name: what messages call it; left out, the name of the file.

    Raises:
        PageError: if it is not there, or not saved as UTF-8.
    """
    name = name or path.name
    try:
        data = path.read_bytes()
    except FileNotFoundError:
        raise PageError(
            f"{name}: expected this file, found none. Undo what took it away."
        ) from None
    try:
        return "\n".join(re.split("\r\n?|\n", data.decode("utf-8-sig")))
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise PageError(
            f"{name}, line {line}: expected a file saved as UTF-8, found a letter saved in "
            'another way. In your text program, choose "Save as" and the encoding "UTF-8".'
        ) from error


def read_yaml(path: Path) -> Any:
    """Return what a YAML file says.

    Raises:
        PageError: if it cannot be read, with the line at which the reader gave up.
    """
    text = read_text(path)
    try:
        return load_yaml(text)
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        where = f", line {mark.line + 1}" if mark else ""
        raise PageError(
            f'{path.name}{where}: expected lines such as "name: words", found one that cannot be '
            "read, here or just above. Look for a missing quote or bracket, and for a colon within "
            "the words: such words stand in quotes."
        ) from None
