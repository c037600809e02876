"""What the home page asks for on a first visit, before the service worker saves the guide.

Read from the files, as a browser without a cache reads them: the page, what its head names, the
modules that these import, and those that main.js starts if every part of their selector stands
somewhere in the page, which may be one too many. Pictures that styles ask for are not among them. A
browser test looks whether a server is asked for anything else.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from guide.lean.features import started
from guide.lean.modules import resolved
from guide.lean.reach import reached
from guide.lean.vocabulary import read_tags

HOME = "index.html"

_TAG = re.compile(r"<(link|script)\s([^>]*)>", re.IGNORECASE)
_ATTRIBUTE = re.compile(r"""(rel|href|src)=(?:"([^"]*)"|'([^']*)'|([^\s>]+))""")
# Icons for installing are asked for by the worker alone.
_LOADED = {"stylesheet", "icon", "manifest", "modulepreload"}
_STATIC = re.compile(r"""\b(?:import|export)\b[^"'();=]*["'](\.[^"']+)["']""")


def first_load(site: Mapping[str, str]) -> list[str]:
    """Return the paths of the files that the home page loads, itself first, each once.

    Args:
        site: texts of the site by path; a file that is no text may be empty.
    """
    html = site[HOME]
    tags = read_tags([html])

    def loads(path: str) -> Iterator[str]:
        if path == HOME:
            yield from (name for name in _named(html) if name in site)
        if path.endswith(".js"):
            for address in (*_STATIC.findall(site[path]), *started(site[path], tags)):
                yield resolved(address, path)

    return reached([HOME], loads)


def _named(html: str) -> Iterator[str]:
    for element, inside in _TAG.findall(html):
        values = {name: "".join(value) for name, *value in _ATTRIBUTE.findall(inside)}
        if element.lower() == "script" and "src" in values:
            yield values["src"].removeprefix("./")
        elif values.get("rel") in _LOADED:
            yield values.get("href", "").removeprefix("./")
