"""The scripts of the built guide: its own alone, and none asked for later than it must be."""

from __future__ import annotations

import re
from pathlib import Path

from ..conftest import PROJECT

SCRIPTS = "assets/javascripts"
_IMPORT = re.compile(r'^import .*? from "(\./[^"]+|\.\./[^"]+)";$', re.MULTILINE)
_PRELOADED = re.compile(r'<link(?=[^>]* rel="modulepreload")[^>]* href="([^"]+)"')


def imported_at_once(script: Path) -> set[Path]:
    """A script with all that it imports before it runs."""
    found = {script}
    waiting = [script]
    while waiting:
        here = waiting.pop()
        paths = {
            (here.parent / path).resolve() for path in _IMPORT.findall(here.read_text("utf-8"))
        }
        waiting.extend(paths - found)
        found |= paths
    return found


def test_what_main_imports_is_named_in_the_head_of_each_page(site: Path) -> None:
    needed = imported_at_once((site / SCRIPTS / "main.js").resolve())
    assert len(needed) > 1
    for page in (site / "index.html", site / "before/drip/index.html"):
        head = page.read_text("utf-8").split("</head>")[0]
        named = [(page.parent / path).resolve() for path in _PRELOADED.findall(head)]
        assert sorted(named) == sorted(needed)


def test_of_the_theme_there_is_no_script(site: Path) -> None:
    own = PROJECT / "docs/en" / SCRIPTS
    built = {path.relative_to(site / SCRIPTS) for path in (site / SCRIPTS).rglob("*.js")}
    assert built == {path.relative_to(own) for path in own.rglob("*.js")}
    assert not list((site / SCRIPTS).rglob("*.map"))


def test_pages_hold_only_scripts_that_are_wanted_before_the_first_paint(site: Path) -> None:
    page = (site / "before/drip/index.html").read_text("utf-8")
    assert "__md_" not in page
    tags = re.findall(r"<script\b([^>]*)>", page)
    # Blocked storage, the reader's settings, the colors.
    assert len([tag for tag in tags if not tag]) == 3
    assert [tag for tag in tags if "src=" in tag and 'type="module"' not in tag] == []
