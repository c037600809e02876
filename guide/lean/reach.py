"""Everything that something leads to."""

from __future__ import annotations

from collections.abc import Callable, Iterable


def reached(starts: Iterable[str], leads_to: Callable[[str], Iterable[str]]) -> list[str]:
    """Return the starts and all that they lead to, each once, in the order of meeting them.

    Args:
        starts: paths to begin at.
        leads_to: the paths that one leads to.
    """
    found: dict[str, None] = {}
    waiting = list(starts)
    while waiting:
        path = waiting.pop(0)
        if path not in found:
            found[path] = None
            waiting += leads_to(path)
    return list(found)
