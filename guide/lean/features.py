"""The features that the page's script starts, each on the elements of a selector.

`main.js` has them in one table, from which both the first load and the scripts that no page needs
are read.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from functools import cache

import tinycss2

from guide.lean.modules import resolved
from guide.lean.reach import reached
from guide.lean.selectors import Token, alternatives, possible
from guide.lean.vocabulary import Vocabulary

_STARTED = re.compile(
    r"""["']([^"'\n]+)["']:\s*(?:async\s*)?\(\)\s*=>\s*import\(["'](\.[^"']+)["']\),?\s*"""
)
_NAMED = re.compile(r"""["'](\.{1,2}/[^"']+\.js)["']""")


def started(script: str, tags: Vocabulary) -> Iterator[str]:
    """The addresses, as written, of the features that elements of these tags may ask for.

    Args:
        script: text of the page's script, shortened or not.
        tags: of a page, or of all.
    """
    for found in _STARTED.finditer(script):
        if _may_match(found[1], tags):
            yield found[2]


def without_unstarted(script: str, tags: Vocabulary) -> str:
    """The page's script without the features that no element can ask for."""
    return _STARTED.sub(lambda found: found[0] if _may_match(found[1], tags) else "", script)


def unnamed(
    before: Mapping[str, str], after: Mapping[str, str], entries: Collection[str]
) -> set[str]:
    """Return the scripts that nothing asks for any more.

    Args:
        before: all scripts by path, as they were written.
        after: the same paths, as they are to be published.
        entries: paths of those that pages name themselves.
    """
    were_named = asked_for(before, entries)
    others = before.keys() - were_named
    return were_named - asked_for(after, [*entries, *others])


def asked_for(scripts: Mapping[str, str], entries: Iterable[str]) -> set[str]:
    """The paths of scripts, and of all that they ask for at once or later."""

    def named(path: str) -> Iterator[str]:
        paths = (resolved(address, path) for address in _NAMED.findall(scripts[path]))
        return (path for path in paths if path in scripts)

    return set(reached((path for path in entries if path in scripts), named))


def _may_match(selector: str, tags: Vocabulary) -> bool:
    return any(possible(part, tags) for part in _alternatives(selector))


# Asked of every page.
@cache
def _alternatives(selector: str) -> list[list[Token]]:
    return alternatives(tinycss2.parse_component_value_list(selector))
