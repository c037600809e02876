"""`python -m guide.checks [--figures] [PATH…]`"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

from guide.checks.page import Guide, Page, read_guide
from guide.checks.rules import RulesError
from guide.checks.run import check_page, summary
from guide.checks.wording.figures import figures, table
from guide.errors import PageError

DEFAULT = Path("docs/en")


def main(arguments: Sequence[str] | None = None) -> int:
    """Check pages and print what there is to mend; return the exit code."""
    parser = argparse.ArgumentParser(prog="python -m guide.checks", description="Check pages.")
    parser.add_argument("paths", nargs="*", type=Path, help="pages or folders; all if left out")
    parser.add_argument("--figures", action="store_true", help="show grades and claims instead")
    options = parser.parse_args(arguments)
    try:
        chosen = [entry for path in options.paths or [DEFAULT] for entry in _pages_at(path)]
    except (PageError, RulesError, FileNotFoundError) as error:
        print(error, file=sys.stderr)
        return 1
    if options.figures:
        for line in table(figures(page, guide) for page, guide in chosen):
            print(line)
        return 0
    findings = [finding for page, guide in chosen for finding in check_page(page, guide)]
    for finding in findings:
        print(finding)
    print(summary(findings, len(chosen)))
    return 1 if findings else 0


def _pages_at(path: Path) -> list[tuple[Page, Guide]]:
    if not path.exists():
        raise FileNotFoundError(f"{path}: there is no such page or folder. Check the name.")
    root = _root(path)
    guide = read_guide(root, root)
    return [
        (page, guide)
        for name, page in sorted(guide.pages.items())
        if path.resolve() in ((root / name).resolve(), *(root / name).resolve().parents)
    ]


def _root(path: Path) -> Path:
    """The folder of the language: the one with `checks.yml`, at the path or above it."""
    for folder in (path, *path.parents):
        if (folder / "checks.yml").is_file():
            return folder
    raise RulesError(
        f"{path}: expected checks.yml in this folder or in one above it, found none. "
        f"Name a page of {DEFAULT}, or copy checks.yml from there."
    )


if __name__ == "__main__":
    raise SystemExit(main())
