"""The words that a page brings for its scripts, without those that none of its scripts names.

All of them are a quarter of a page as it is sent. A word stays if its key stands in the text of a
script that the page may run, also the beginning of its key (`route_` + name).
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Mapping, Set

from guide.lean.features import asked_for, without_unstarted
from guide.lean.vocabulary import Tag, of_tags

_BLOCK = re.compile(r'(<script id="guide-strings" type="application/json">)(.*?)(?=</script>)')
_KEY = re.compile(r"[a-z][a-z0-9_]*")


def with_own_words(html: str, names: Callable[[str], bool]) -> str:
    """A page with the words that its scripts name.

    Args:
        html: as it was built.
        names: whether a script of the page names a key.
    """

    def chosen(found: re.Match[str]) -> str:
        words = json.loads(found[2])
        kept = {key: text for key, text in words.items() if names(key)}
        # As Jinja's `tojson` writes them: nothing in them can end the script.
        text = json.dumps(kept, separators=(",", ":"), indent=0)
        for sign in "<>&'":
            text = text.replace(sign, f"\\u{ord(sign):04x}")
        return found[1] + text

    return _BLOCK.sub(chosen, html)


def namers(
    tags: Mapping[str, Set[Tag]], scripts: Mapping[str, str], entry: str
) -> Mapping[str, Callable[[str], bool]]:
    """For each page, whether a script that it may run names a key.

    Args:
        tags: those of each page, by its path: see `vocabulary.tags_in`.
        scripts: by path, as they are published.
        entry: the path of the one that each page names.
    """
    known: dict[str, Callable[[str], bool]] = {}
    found: dict[str, Callable[[str], bool]] = {}
    for path, own in tags.items():
        started = without_unstarted(scripts[entry], of_tags(own))
        if started not in known:
            run = {**scripts, entry: started}
            known[started] = _namer("\n".join(run[name] for name in asked_for(run, [entry])))
        found[path] = known[started]
    return found


def _namer(text: str) -> Callable[[str], bool]:
    keys = set(_KEY.findall(text))
    stems = tuple(key for key in keys if key.endswith("_"))
    return lambda key: key in keys or key.startswith(stems)
