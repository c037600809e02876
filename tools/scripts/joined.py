"""Scripts that are written in parts and run as one: findings in the whole, led back to the parts.

Within one part the names of the others are unknown; only the whole is what a browser runs.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

# `path(line,column): ` of tsc, `path:line:column: ` of oxlint.
_PLACE = re.compile(r"^(?P<path>[^\s:(]+)[:(](?P<line>\d+)[:,](?P<column>\d+)\)?: ", re.MULTILINE)


@dataclass(frozen=True)
class Part:
    """A part of a script.

    Attributes:
        path: from the project's folder.
        text: as it was written.
    """

    path: str
    text: str


def joined(parts: Sequence[Part]) -> str:
    """Return the whole script, as mkdocs-pwa joins it."""
    return "\n".join(part.text for part in parts)


def led_back(findings: str, wholes: Mapping[str, Sequence[Part]]) -> str:
    """Return findings with each place as an editor opens it: `path:line:column: `.

    Args:
        findings: what tsc or oxlint printed, a finding a line.
        wholes: the parts of each joined script, by the path at which it was checked.
    """

    def place(match: re.Match[str]) -> str:
        path, line = _within(match["path"], int(match["line"]), wholes)
        return f"{path}:{line}:{match['column']}: "

    return _PLACE.sub(place, findings)


def _within(path: str, line: int, wholes: Mapping[str, Sequence[Part]]) -> tuple[str, int]:
    for part in wholes.get(path, ()):
        # With the empty line that the join puts after it.
        length = part.text.count("\n") + 1
        if line <= length:
            return part.path, line
        line -= length
    return path, line
