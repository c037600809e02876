"""Which file of the search data each page is in, so that an edit of one changes one small file.

A page's part follows from its address alone: no other page moves when one is added or removed.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from typing import TypeVar

_T = TypeVar("_T")

# With 16 an update would have 3 kB less of 31, and the first search with no signal would take a
# quarter longer. `data.js` has the same number: a list to be read first would cost a round trip.
_COUNT = 8

#: All parts. Each is there, even if no page is in it, since the scripts ask for all of them.
PATHS = tuple(f"search/part-{number}.json" for number in range(_COUNT))


def part_of(address: str) -> str:
    """Return the path of the part that a page is in.

    Args:
        address: of the page within the site: `before/drip/`.
    """
    return PATHS[int(hashlib.sha256(address.encode()).hexdigest(), 16) % len(PATHS)]


def search_parts(pages: Mapping[str, _T]) -> dict[str, dict[str, _T]]:
    """Return the pages of each part, by the part's path.

    Args:
        pages: what search knows of each page, by its address.
    """
    parts: dict[str, dict[str, _T]] = {path: {} for path in PATHS}
    for address, known in pages.items():
        parts[part_of(address)][address] = known
    return parts
