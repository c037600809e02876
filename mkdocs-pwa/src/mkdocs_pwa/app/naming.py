"""What a site is called, from the titles of its pages."""

import re
from collections.abc import Sequence

_SEPARATOR = re.compile(r"\s+[-\u2013\u2014|·•:]\s+")


def site_name(home: str, others: Sequence[str]) -> str:
    """The part of the home page's title that most pages share, as `Guide` of `Welcome - Guide`.

    Args:
        home: the title of the home page.
        others: the titles of the other pages.

    Returns:
        That part, or the whole title if there is none.
    """
    parts = list(dict.fromkeys(_SEPARATOR.split(home)))
    if len(parts) == 1:
        return parts[0]
    titles = [_SEPARATOR.split(title) for title in others]
    shared = [part for part in parts if 2 * sum(part in title for title in titles) > len(titles)]
    return shared[0] if len(shared) == 1 else home
