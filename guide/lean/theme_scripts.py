"""Takes the theme's own scripts out of a built site: the guide has its own in their place."""

from __future__ import annotations

import re
import shutil
from collections.abc import Mapping
from pathlib import Path

from guide.errors import PageError

_FOLDER = "assets/javascripts"
# The theme's script with its source map, its search worker, and the languages of that.
_SCRIPTS = ("bundle.*", "workers", "lunr")
_REFERENCE = re.compile(r"(?:javascripts|[\"'(.])/((?:bundle\.|workers/|lunr/)[\w./-]+)")
# One of these is in each reference; to look for them takes a tenth of what the pattern takes.
_NAMED = ("bundle.", "workers/", "lunr/")
_READ = (".html", ".js", ".css")


def references_to_theme_scripts(files: Mapping[str, str]) -> list[str]:
    """Return a message for each file that asks for a script of the theme.

    Args:
        files: texts of pages, scripts and styles, by their path in the site.
    """
    return [
        f"{path}: expected only the guide's own scripts, found {found[1]} of the theme, which the "
        "build removes. Leave it out of overrides/ and docs/en/assets/, and put what it does into "
        "docs/en/assets/javascripts/."
        for path, text in files.items()
        if any(name in text for name in _NAMED) and (found := _REFERENCE.search(text))
    ]


def remove_theme_scripts(site: Path) -> None:
    """Remove the theme's scripts from a built site.

    Raises:
        PageError: if something in the site still asks for one.
    """
    for pattern in _SCRIPTS:
        for path in (site / _FOLDER).glob(pattern):
            if path.is_dir():
                shutil.rmtree(path)
            else:
                path.unlink()
    texts = {
        file.relative_to(site).as_posix(): file.read_text(encoding="utf-8")
        for file in sorted(site.rglob("*"))
        if file.suffix in _READ
    }
    problems = references_to_theme_scripts(texts)
    if problems:
        raise PageError("\n".join(problems))
