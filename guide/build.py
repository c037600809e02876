"""`make site`: build beside the last good site and put the new one in its place only if it passed.

MkDocs empties the site folder before it reads the first page, so a mistake in one page would
otherwise leave the clinic with nothing to publish.
"""

from __future__ import annotations

import argparse
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date
from pathlib import Path

from guide.clinic import read_clinic
from guide.pages.front_matter import read_pages
from guide.pages.offered import offered
from guide.pages.signature import changed_pages, dated_texts
from guide.summary import due_soon, measure, summary
from guide.weight.weighing import weigh_site

SITE = Path("site")
#: The builders that can lay out the guide, and where each one's is put.
SITES = {"mkdocs": SITE, "zensical": Path("site-zensical")}
WORK = Path(".build")
PAGES = Path("docs/en")
THEME = PAGES / "assets/stylesheets/theme.css"
CLINIC = Path("clinic.yml")
# Of a terminal, by which Zensical marks what is wrong.
_COLOR = re.compile(r"\x1b\[[0-9;]*m")


def main(arguments: Sequence[str] | None = None) -> int:
    """Build into the folder of the builder; return the exit code."""
    parser = argparse.ArgumentParser(prog="python -m guide.build", description=__doc__)
    parser.add_argument(
        "--with", dest="builder", choices=SITES, default="mkdocs", help="who lays out the pages"
    )
    builder: str = parser.parse_args(arguments).builder
    site = SITES[builder]
    clinic_file = Path(os.environ.get("CLINIC", CLINIC))
    code = build(clinic_file, site, _say, builder)
    if code:
        kept = f"The last good {site}/ is unchanged." if site.exists() else "Nothing was written."
        print(f"The guide was not built: see the messages above. {kept}", file=sys.stderr)
        return code
    clinic = read_clinic(clinic_file)
    today = date.today()
    pages = offered(read_pages(PAGES), clinic)
    soon = due_soon(pages, clinic, today)
    theme = THEME.read_text(encoding="utf-8")
    changed = changed_pages(clinic, dated_texts(pages))
    lines = summary(clinic, str(clinic_file), measure(site), soon, theme, today, changed)
    print("\n".join(lines))
    print(f"The guide is in {site}/: upload that folder, or try it with: make serve")
    return 0


def build(
    clinic_file: Path, site: Path, say: Callable[[str], object], builder: str = "mkdocs"
) -> int:
    """Build one clinic's guide into a folder, which is touched only if all is well.

    Args:
        clinic_file: as the build is to find it, from the project's folder.
        site: where the guide is to be, from the project's folder too.
        say: is given each line that the build says, with its line end.
        builder: a key of `SITES`.

    Returns:
        The exit code: 0 if the guide is there.
    """
    stage, previous = WORK / "stage" / site, WORK / "previous" / site
    shutil.rmtree(stage, ignore_errors=True)
    code = _run(_command(builder, stage), clinic_file, say)
    if code == 0:
        last = (WORK / "weights" / site).with_suffix(".json")
        too_heavy = weigh_site(stage, Path(), last, lambda line: say(f"{line}\n"))
        if too_heavy:
            say("\n".join([*too_heavy, ""]))
            return 1
        replace(site, stage, previous)
    return code


def _command(builder: str, stage: Path) -> list[str]:
    commands = {
        "mkdocs": ["mkdocs", "build", "--strict", "--site-dir", str(stage)],
        "zensical": ["guide.zensical", str(stage)],
    }
    return [sys.executable, "-m", *commands[builder]]


def _say(line: str) -> None:
    print(line, end="", file=sys.stderr, flush=True)


def replace(target: Path, new: Path, previous: Path) -> None:
    """Put a folder in the place of another; an interruption leaves one of them whole."""
    shutil.rmtree(previous, ignore_errors=True)
    if target.exists():
        previous.parent.mkdir(parents=True, exist_ok=True)
        target.rename(previous)
    target.parent.mkdir(parents=True, exist_ok=True)
    new.rename(target)
    shutil.rmtree(previous, ignore_errors=True)


def plain(lines: Iterable[str]) -> Iterator[str]:
    """Leave out what only a programmer can use: Python's own lines, colors, the macros' inventory.

    What a trace ends with stays: it says what is wrong.
    """
    in_fence = in_trace = False
    for colored in lines:
        line = _COLOR.sub("", colored)
        if line.strip() == "```":
            in_fence = not in_fence
            continue
        begins_trace = line.startswith(("Traceback (most recent call last)", '  File "'))
        in_trace = begins_trace or (in_trace and line.startswith("  "))
        if not in_fence and not in_trace and not line.startswith("INFO    -  [macros]"):
            yield line


def _run(command: list[str], clinic_file: Path, say: Callable[[str], object]) -> int:
    environment = {**_environment(), "CLINIC": str(clinic_file)}
    process = subprocess.Popen(
        command, env=environment, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True
    )
    with process:
        assert process.stdout is not None
        wanted = process.stdout if os.environ.get("TRACE") else plain(process.stdout)
        for line in wanted:
            say(line)
    return process.returncode


def _environment() -> dict[str, str]:
    # Which builder comes after MkDocs is no question for someone who changes a sentence.
    quiet = {"NO_MKDOCS_2_WARNING": "1"}
    return {**date_of(Path()), **quiet, **os.environ}


def date_of(project: Path) -> dict[str, str]:
    """Return the date of what is built, for the environment: one commit builds the same bytes.

    With changes that are not committed, or without git, there is none, and today counts: phones
    show the day, and an editor who never commits would publish that of the first download for ever.
    """
    if _git(project, "status", "--porcelain") != "":
        return {}
    seconds = _git(project, "log", "-1", "--format=%ct")
    return {"SOURCE_DATE_EPOCH": seconds} if seconds else {}


def _git(project: Path, *arguments: str) -> str | None:
    try:
        ran = subprocess.run(
            ["git", *arguments], cwd=project, capture_output=True, text=True, check=False
        )
    except FileNotFoundError:
        return None
    return ran.stdout.strip() if ran.returncode == 0 else None


if __name__ == "__main__":
    raise SystemExit(main())
