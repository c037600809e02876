"""What makes the text of a page whole: blocks that begin, end and have a known name.

The builder takes blocks that it does not know for words, and would print them for patients.
"""

from __future__ import annotations

import difflib
import re
from collections.abc import Collection, Iterable, Iterator

from guide.pages.front_matter import PageText

_OPEN = re.compile(r"^(/{3,})\s+([A-Za-z-]+)")
_CLOSE = re.compile(r"^(/{3,})\s*$")


def shape_problems(page: PageText, blocks: Collection[str]) -> list[str]:
    """Return a message for each fault, with its line.

    Args:
        page: its text.
        blocks: the names of blocks that a page may use.
    """
    return list(_of_blocks(enumerate(page.body, page.body_line), blocks))


def _of_blocks(lines: Iterable[tuple[int, str]], blocks: Collection[str]) -> Iterator[str]:
    opened: list[tuple[int, str, str]] = []
    for number, line in lines:
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
