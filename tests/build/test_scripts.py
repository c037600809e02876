"""The scripts of the built guide: its own alone, and none asked for later than it must be."""

from __future__ import annotations

import json
import re
from pathlib import Path

import yaml

from ..conftest import PROJECT

SCRIPTS = "assets/javascripts"
_IMPORT = re.compile(r'\bimport\b[^"();]*"(\.[^"]+)"')
_WORDS = re.compile(r'<script id="?guide-strings"? [^>]*>(.*?)</script>', re.DOTALL)
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


def test_every_page_asks_for_one_script_and_asks_early(site: Path) -> None:
    main = (site / SCRIPTS / "main.js").resolve()
    assert imported_at_once(main) == {main}
    for page in (site / "index.html", site / "before/drip/index.html"):
        head = page.read_text("utf-8").split("</head>")[0]
        assert [(page.parent / path).resolve() for path in _PRELOADED.findall(head)] == [main]


def test_a_tool_asks_for_few_files(site: Path) -> None:
    """The search that a reader opens before the guide is saved: its field, and its worker."""
    folder = (site / SCRIPTS / "search").resolve()
    assert len(imported_at_once(folder / "box.js")) <= 3
    assert len(imported_at_once(folder / "engine/worker.js")) <= 3


def test_the_search_worker_imports_nothing_that_needs_a_page(site: Path) -> None:
    main = (site / SCRIPTS / "main.js").resolve()
    assert main not in imported_at_once((site / SCRIPTS / "search/engine/worker.js").resolve())


def test_of_the_theme_there_is_no_script(site: Path) -> None:
    own = PROJECT / "docs/en" / SCRIPTS
    built = {path.relative_to(site / SCRIPTS) for path in (site / SCRIPTS).rglob("*.js")}
    assert built < {path.relative_to(own) for path in own.rglob("*.js")}
    assert not list((site / SCRIPTS).rglob("*.map"))


def test_pages_hold_only_scripts_that_are_wanted_before_the_first_paint(site: Path) -> None:
    page = (site / "before/drip/index.html").read_text("utf-8")
    assert "__md_" not in page
    tags = re.findall(r"<script\b([^>]*)>", page)
    # Blocked storage, the reader's settings, whether the clinic is open, early ticks, the colors.
    assert len([tag for tag in tags if "src=" not in tag and "type=" not in tag]) == 5
    assert [tag for tag in tags if "src=" in tag and 'type="module"' not in tag] == []


def test_every_word_for_scripts_is_on_some_page(site: Path) -> None:
    words = yaml.safe_load((PROJECT / "docs/en/strings.yml").read_text("utf-8"))["script"]
    found: set[str] = set()
    for page in site.rglob("*.html"):
        for block in _WORDS.findall(page.read_text("utf-8")):
            found |= json.loads(block).keys()
    assert found == words.keys()
