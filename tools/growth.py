"""Print how the guide grows with its pages: make growth.

Copies of the guide's pages, with their words in another order, stand in for more text. Plain
Material builds the same pages in the same run, since times on two machines cannot be compared. It
takes the blocks, values and sources of the guide for paragraphs, and has a quarter of them to read.
"""

from __future__ import annotations

import os
import random
import re
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

import yaml
from playwright.sync_api import expect, sync_playwright

from mkdocs_pwa_testing.page import wait_until_saved
from mkdocs_pwa_testing.screens import phone
from mkdocs_pwa_testing.server import StaticServer

PROJECT = Path(__file__).parents[1]
SIZES = (1, 240, 960)
_WORD = re.compile(r"[A-Za-z]{4,}")
# Lines with marks keep their words: a name in them must stay what it is.
_PLAIN_LINE = re.compile(r"^[A-Z][^\[\]{}<>|/*_`=:]*$")
_TEMPLATE = re.compile(r"^template: .*\n", re.MULTILINE)
PLAIN_DOCS = "docs-plain"
# In MB: a phone asks its reader before it saves more than that.
_ASKS = 10
_SOURCES = ("overrides", "clinics", "guide", "mkdocs.yml", "clinic.yml", "sources.yml")


def main() -> None:
    """Build, pack, save and search each size, and print a line for each."""
    print(f"{'pages':>6}{'Material s':>12}{'guide s':>10}{'ratio':>8}{'files':>7}{'MB':>8}")
    for size in SIZES:
        with tempfile.TemporaryDirectory() as folder:
            project = Path(folder)
            pages = lay_out(project, size)
            plain = build(project, "plain.yml")
            ours = build(project, "mkdocs.yml")
            files = [file for file in (project / "site").rglob("*") if file.is_file()]
            weight = sum(file.stat().st_size for file in files) / 1e6
            line = f"{pages:>6}{plain:>12.1f}{ours:>10.1f}{ours / plain:>8.2f}{len(files):>7}"
            print(f"{line}{weight:>8.1f}", flush=True)
            print(f"{'':>6}  {save_and_search(project / 'site', weight > _ASKS)}", flush=True)


def lay_out(project: Path, size: int) -> int:
    """Write a project with at least so many pages; return how many there are."""
    for name in _SOURCES:
        source = PROJECT / name
        if source.is_dir():
            shutil.copytree(source, project / name)
        else:
            shutil.copy(source, project / name)
    docs = project / "docs/en"
    shutil.copytree(PROJECT / "docs/en", docs)
    sources = sorted(path for path in docs.rglob("*.md"))
    # A copied page must lead somewhere too, so whole folders are copied.
    copies: list[dict[str, list[str]]] = []
    count = len(sources)
    while count < size:
        number = len(copies) + 1
        paths = []
        for source in sources:
            path = f"copies/{number}/{source.relative_to(docs).as_posix()}"
            (docs / path).parent.mkdir(parents=True, exist_ok=True)
            text = shuffled(source.read_text(encoding="utf-8"), number)
            (docs / path).write_text(text, encoding="utf-8")
            paths.append(path)
        copies.append({f"Copy {number}": paths})
        count += len(paths)
    settings = yaml.safe_load((project / "mkdocs.yml").read_text(encoding="utf-8"))
    settings["nav"] += copies
    _write(project / "mkdocs.yml", settings)
    shutil.copytree(docs, project / PLAIN_DOCS)
    for page in (project / PLAIN_DOCS).rglob("*.md"):
        # Plain Material has none of the guide's templates.
        text = _TEMPLATE.sub("", page.read_text(encoding="utf-8"))
        page.write_text(text, encoding="utf-8")
    _write(project / "plain.yml", _plain(settings))
    return count


def shuffled(text: str, seed: int) -> str:
    """A page whose plain lines have their words in another order."""
    lines = text.split("\n")
    chosen = [number for number, line in enumerate(lines) if _PLAIN_LINE.match(line)]
    words = [word for number in chosen for word in _WORD.findall(lines[number])]
    random.Random(seed).shuffle(words)
    rest = iter(words)
    for number in chosen:
        lines[number] = _WORD.sub(lambda _: next(rest), lines[number])
    return "\n".join(lines)


def build(project: Path, configuration: str) -> float:
    """Build a project, not strictly; return the seconds it took."""
    command = [sys.executable, "-m", "mkdocs", "build", "--quiet", "--config-file", configuration]
    environment = {**os.environ, "NO_MKDOCS_2_WARNING": "1", "SOURCE_DATE_EPOCH": "0"}
    start = time.monotonic()
    run = subprocess.run(command, cwd=project, env=environment, capture_output=True, text=True)
    if run.returncode:
        raise SystemExit(f"Growth: {configuration} was not built.\n{run.stderr[-2000:]}")
    return time.monotonic() - start


def save_and_search(site: Path, is_asked: bool) -> str:
    """Save a site in a browser and search it with the server gone; say how long each took."""
    with sync_playwright() as playwright, StaticServer(site) as server:
        browser = playwright.chromium.launch(executable_path=os.environ["CHROMIUM"])
        page = browser.new_page(**phone())
        start = time.monotonic()
        page.goto(server.url)
        if is_asked:
            page.get_by_role("button", name="Save", exact=True).click()
        wait_until_saved(page)
        saved = time.monotonic() - start
        page.goto(server.url)
        server.stop()
        start = time.monotonic()
        page.get_by_role("button", name="Search").or_(
            page.get_by_role("textbox", name="Search")
        ).first.focus()
        page.get_by_role("textbox", name="Search").focus()
        page.keyboard.type("drive")
        expect(page.locator(".md-search-result__item").first).to_be_visible(timeout=120_000)
        found = time.monotonic() - start
        browser.close()
    return f"saved in {saved:.1f} s, first results offline after {found:.1f} s"


def _plain(settings: dict[str, Any]) -> dict[str, Any]:
    return {
        "site_name": settings["site_name"],
        "docs_dir": PLAIN_DOCS,
        "site_dir": "site-plain",
        "theme": {"name": "material", "font": False},
        "plugins": ["search"],
        "markdown_extensions": ["attr_list", "def_list", "footnotes", "tables"],
        "nav": settings["nav"],
    }


def _write(file: Path, settings: dict[str, Any]) -> None:
    text = yaml.safe_dump(settings, sort_keys=False, allow_unicode=True)
    file.write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
