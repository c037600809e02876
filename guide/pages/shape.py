"""What makes a file a page: its first lines, and blocks that begin, end and have a known name.

The builder takes first lines that it cannot read, and blocks that it does not know, for words, and
would print them for patients.
"""

from __future__ import annotations

import difflib
import re
from collections.abc import Collection, Iterator

import yaml

from guide.texts import load_yaml

_RULE = "---"
_OPEN = re.compile(r"^(/{3,})\s+([A-Za-z-]+)")
_CLOSE = re.compile(r"^(/{3,})\s*$")


def shape_problems(text: str, blocks: Collection[str]) -> list[str]:
    """Return a message for each fault, with its line.

    Args:
        text: of the file.
        blocks: the names of blocks that a page may use.
    """
    lines = text.splitlines()
    first = _first_lines(lines)
    return [first] if first else list(_of_blocks(lines, blocks))


def _first_lines(lines: list[str]) -> str | None:
    if not lines or lines[0].rstrip() != _RULE:
        found = f'"{lines[0]}"' if lines else "nothing"
        return f'line 1: expected "---" above the first lines, found {found}. Put it there.'
    ends = [number for number, line in enumerate(lines[1:], 2) if line.rstrip() == _RULE]
    if not ends:
        return 'line 1: expected "---" below the first lines too, found none. Put it there.'
    try:
        load_yaml("\n".join(lines[1 : ends[0] - 1]))
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        number = min(mark.line + 2, ends[0] - 1) if mark else 2
        return (
            f'line {number}: expected a line such as "title: Words", found one that cannot be '
            "read, here or just above. Put words with a colon or a bracket in them in quotes."
        )
    return None


def _of_blocks(lines: list[str], blocks: Collection[str]) -> Iterator[str]:
    opened: list[tuple[int, str, str]] = []
    for number, line in enumerate(lines, 1):
        if match := _OPEN.match(line):
            slashes, name = match[1], match[2]
            if name not in blocks:
                near = difflib.get_close_matches(name, blocks, n=1)
                hint = f' Did you mean "{near[0]}"?' if near else ""
                known = ", ".join(sorted(blocks))
                yield (
                    f'line {number}: expected a block that the guide knows, found "{name}".{hint} '
                    f"The names are: {known}."
                )
            opened.append((number, slashes, name))
        elif match := _CLOSE.match(line):
            if not opened:
                yield f'line {number}: expected no end here, found "{match[1]}". Take it out.'
            elif opened[-1][1] != match[1]:
                begun, slashes, name = opened[-1]
                yield (
                    f'line {number}: expected "{slashes}", as "{name}" in line {begun} begins with '
                    f'it, found "{match[1]}". Write as many signs as there.'
                )
                return
            else:
                opened.pop()
    for begun, slashes, name in opened:
        yield (
            f'line {begun}: expected the end of "{name}", found none. Write "{slashes}" in a line '
            "of its own below its last line."
        )
