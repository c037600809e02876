"""Time zones, by the names that computers and phones share."""

from __future__ import annotations

import difflib
import zoneinfo
from functools import cache
from typing import Annotated

from pydantic import AfterValidator

from guide.clinic.file.problems import refuse
from guide.clinic.values import Text

_EXAMPLE = "America/Denver"


def _zone(text: str) -> str:
    if text in _known():
        return text
    likely = _likely(text)
    advice = f'Did you mean "{likely}"?' if likely else "Name a big city that has your time."
    raise refuse(f'a time zone such as "{_EXAMPLE}"', advice)


@cache
def _known() -> frozenset[str]:
    # Names without a place, such as "EST", do not follow the change of the clocks in summer.
    every = zoneinfo.available_timezones()
    return frozenset(name for name in every if "/" in name and not name.startswith("Etc/"))


def _likely(text: str) -> str | None:
    """The zone of a city written alone or in another way: "denver", "America/New York"."""
    written = _plain(text)
    by_name = {_plain(name): name for name in sorted(_known())}
    by_city = {_plain(name.rsplit("/", 1)[1]): name for name in sorted(_known())}
    near = difflib.get_close_matches(written, by_name, n=1, cutoff=0.8)
    if near:
        return by_name[near[0]]
    near = difflib.get_close_matches(written, by_city, n=1, cutoff=0.8)
    return by_city[near[0]] if near else None


def _plain(name: str) -> str:
    return name.lower().replace(" ", "_")


Zone = Annotated[Text, AfterValidator(_zone)]
