"""Sources that no page refers to any more: what is listed must be what the guide rests on."""

from __future__ import annotations

import re
from collections.abc import Iterable

from guide.markup.sources import referenced_ids

_ENTRY = re.compile(r"^- id: *(\S+)")


def unused_sources(listed: str, texts: Iterable[str]) -> list[str]:
    """Return a message for each source of `sources.yml` that no text refers to.

    Args:
        listed: the text of sources.yml.
        texts: pages, also those that this clinic leaves out.
    """
    used = {source for text in texts for source in referenced_ids(text)}
    return [
        f"sources.yml:{number}: expected every source to be used, found no page that refers to "
        f"[^{entry[1]}]. Take these lines out, or refer to it where its fact stands."
        for number, line in enumerate(listed.splitlines(), start=1)
        if (entry := _ENTRY.match(line)) and entry[1] not in used
    ]
