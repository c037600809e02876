"""`make site`: build beside the last good site and put the new one in its place only if it passed.

MkDocs empties the site folder before it reads the first page, so a mistake in one page would
otherwise leave the clinic with nothing to publish.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

SITE = Path("site")
STAGE = Path(".build/site")
PREVIOUS = Path(".build/previous")


def main() -> int:
    """Build into `site/`; return the exit code."""
    shutil.rmtree(STAGE, ignore_errors=True)
    command = [sys.executable, "-m", "mkdocs", "build", "--strict", "--site-dir", str(STAGE)]
    code = _run(command)
    if code:
        kept = "The last good site/ is unchanged." if SITE.exists() else "Nothing was written."
        print(f"The guide was not built: see the messages above. {kept}", file=sys.stderr)
        return code
    replace(SITE, STAGE, PREVIOUS)
    print(f"The guide is in {SITE}/: upload that folder, or try it with: make serve")
    return 0


def replace(target: Path, new: Path, previous: Path) -> None:
    """Put a folder in the place of another; an interruption leaves one of them whole."""
    shutil.rmtree(previous, ignore_errors=True)
    if target.exists():
        target.rename(previous)
    new.rename(target)
    shutil.rmtree(previous, ignore_errors=True)


def plain(lines: Iterable[str]) -> Iterator[str]:
    """Leave out what only a programmer can use: Python's own lines, and the macros' inventory."""
    in_trace = False
    for line in lines:
        if line.strip() == "```":
            in_trace = not in_trace
        elif not in_trace and not line.startswith("INFO    -  [macros]"):
            yield line


def _run(command: list[str]) -> int:
    process = subprocess.Popen(
        command, env=_environment(), stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True
    )
    with process:
        assert process.stdout is not None
        for line in plain(process.stdout):
            print(line, end="", file=sys.stderr, flush=True)
    return process.returncode


def _environment() -> dict[str, str]:
    # Which builder comes after MkDocs is no question for someone who changes a sentence.
    quiet = {"NO_MKDOCS_2_WARNING": "1"}
    return {"SOURCE_DATE_EPOCH": _last_commit(), **quiet, **os.environ}


def _last_commit() -> str:
    """Seconds since 1970: what is dated gets this date, so one commit builds the same bytes."""
    git = ["git", "log", "-1", "--format=%ct"]
    try:
        answer = subprocess.run(git, capture_output=True, text=True, check=False).stdout.strip()
    except FileNotFoundError:
        answer = ""
    return answer or "0"


if __name__ == "__main__":
    raise SystemExit(main())
