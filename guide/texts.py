"""Files that editors write, read with a message that says what is wrong where."""

from __future__ import annotations

from collections.abc import Iterable
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
    # Both loaders are safe ones.
    return yaml.load(text, _Loader)


def read_text(path: Path) -> str:
    """Return the text of a file.

    Raises:
        PageError: if it is not there, or not saved as UTF-8.
    """
    try:
        data = path.read_bytes()
    except FileNotFoundError:
        raise PageError(
            f"{path.name}: expected this file, found none. Undo what took it away."
        ) from None
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise PageError(
            f"{path.name}, line {line}: expected a file saved as UTF-8, found a letter saved in "
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


def refuse_unreadable(files: Iterable[Path], folder: Path) -> None:
    """Raise one `PageError` for all pages in a folder that are not saved as UTF-8."""
    problems = []
    for file in sorted(files):
        try:
            read_text(file)
        except PageError as error:
            problems.append(f"{file.relative_to(folder).parent.as_posix()}/{error}")
    if problems:
        raise PageError("\n".join(problem.removeprefix("./") for problem in problems))
