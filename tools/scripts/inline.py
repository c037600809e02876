"""The scripts that stand in templates, to be checked as those in files are."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from tools.scripts.joined import Part

_SCRIPT = re.compile(r"<script(?P<attributes>[^>]*)>(?P<text>.*?)</script>", re.DOTALL)


def inline_scripts(template: str) -> Iterator[str]:
    """Yield each script of a template, on the lines on which it stands there.

    What a builder fills in stands within strings, so that a script is one before that as well. Data
    is passed over.

    Args:
        template: HTML with Jinja.
    """
    for match in _SCRIPT.finditer(template):
        if "type=" not in match["attributes"] and match["text"].strip():
            yield "\n" * template.count("\n", 0, match.start("text")) + match["text"]


def parts_in(folder: Path) -> dict[str, list[Part]]:
    """Return the scripts of all templates in a folder, by the name that each gets as a file.

    Args:
        folder: of templates, from the project's folder.
    """
    return {
        f"{path.stem}-{number}.js": [Part(path.as_posix(), text)]
        for path in sorted(folder.rglob("*.html"))
        for number, text in enumerate(inline_scripts(path.read_text("utf-8")), start=1)
    }
