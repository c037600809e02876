"""The files of a folder with links in it, as hosts serve them: by every path that leads to them.

Links are followed for reading only. A link that leads in a circle is not followed, for it has no
end, and two such would have more paths than can be walked.
"""

import os
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

CIRCLE = "a link that leads in a circle"
NOWHERE = "a link that leads nowhere"


class Tree(NamedTuple):
    """The files by their paths from the folder, and the links that lead to none with the reason."""

    files: list[str]
    broken: dict[str, str]


class _Entry(NamedTuple):
    name: str
    target: str
    is_link: bool


class _Folder(NamedTuple):
    files: list[str]
    folders: list[_Entry]
    broken: list[str]


def walk(root: Path) -> Tree:
    """All files of a folder, and what is wrong with its links."""
    known: dict[str, _Folder] = {}
    found = Tree([], {})
    left = [("", os.path.realpath(root))]
    while left:
        prefix, folder = left.pop()
        listed = _listed(folder, known)
        found.files.extend(prefix + name for name in listed.files)
        found.broken.update((prefix + name, NOWHERE) for name in listed.broken)
        for entry in listed.folders:
            if entry.is_link and _leads_back(entry.target, folder, known):
                found.broken[prefix + entry.name] = CIRCLE
            else:
                left.append((f"{prefix}{entry.name}/", entry.target))
    return found


def _leads_back(target: str, folder: str, known: dict[str, _Folder]) -> bool:
    """Whether a way leads from the target of a link to the folder that the link is in."""
    return any(_is_in(folder, reached) for reached in _reached(target, known))


def _is_in(folder: str, other: str) -> bool:
    return Path(folder).is_relative_to(other)


def _reached(start: str, known: dict[str, _Folder]) -> Iterator[str]:
    seen, left = {start}, [start]
    while left:
        folder = left.pop()
        yield folder
        for _, target, is_link in _listed(folder, known).folders:
            # A link straight back is never followed, so it closes no other circle.
            if target not in seen and not (is_link and _is_in(folder, target)):
                seen.add(target)
                left.append(target)


def _listed(folder: str, known: dict[str, _Folder]) -> _Folder:
    if folder not in known:
        known[folder] = _read(folder)
    return known[folder]


def _read(folder: str) -> _Folder:
    found = _Folder([], [], [])
    with os.scandir(folder) as entries:
        for entry in entries:
            is_link = entry.is_symlink()
            if is_link and not Path(entry.path).exists():
                found.broken.append(entry.name)
            elif entry.is_dir():
                target = os.path.realpath(entry.path) if is_link else entry.path
                found.folders.append(_Entry(entry.name, target, is_link))
            elif entry.is_file():
                found.files.append(entry.name)
    return found
