"""`make site`: build beside the last good site and put the new one in its place only if it passed.

MkDocs empties the site folder before it reads the first page, so a mistake in one page would
otherwise leave the clinic with nothing to publish.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

SITE = Path("site")
STAGE = Path(".build/site")
PREVIOUS = Path(".build/previous")


def main() -> int:
    """Build into `site/`; return the exit code."""
    shutil.rmtree(STAGE, ignore_errors=True)
    command = [sys.executable, "-m", "mkdocs", "build", "--strict", "--site-dir", str(STAGE)]
    code = subprocess.run(command, env=_environment(), check=False).returncode
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


def _environment() -> dict[str, str]:
    """Date what is dated by the last commit, so that one commit always builds the same bytes."""
    if "SOURCE_DATE_EPOCH" in os.environ:
        return dict(os.environ)
    git = ["git", "log", "-1", "--format=%ct"]
    answer = subprocess.run(git, capture_output=True, text=True, check=False)
    epoch = answer.stdout.strip() if answer.returncode == 0 else "0"
    return {**os.environ, "SOURCE_DATE_EPOCH": epoch or "0"}


if __name__ == "__main__":
    raise SystemExit(main())
