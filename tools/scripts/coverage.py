"""Which scripts there are, and which of them no checker has read."""

from __future__ import annotations

import subprocess
from collections.abc import Iterable
from pathlib import Path

# Taken over as they are; the types of what is used of them stand beside them.
_VENDOR = "docs/en/assets/javascripts/vendor/"


def scripts() -> list[str]:
    """Return our own scripts by their path from the project's folder, also those new to git."""
    listing = ["git", "ls-files", "--cached", "--others", "--exclude-standard"]
    found = subprocess.run(
        [*listing, "*.js", "*.mjs", "*.cjs"], capture_output=True, text=True, check=True
    )
    # One that was moved away is listed until git knows it.
    paths = {path for path in found.stdout.splitlines() if Path(path).exists()}
    return sorted(path for path in paths if not path.startswith(_VENDOR))


def left_out(scripts: Iterable[str], read: Iterable[str]) -> list[str]:
    """Return a finding for each script that the checker of types has not read.

    Args:
        scripts: all that there are.
        read: those that it has read.
    """
    return [
        f"{path}:1:1: expected the types of every script to be checked, found this one in no list. "
        'Add its folder to "include" in tsconfig.json; in tools/scripts/workers.json or '
        "service-workers.json, if it runs in such a worker."
        for path in sorted(set(scripts) - set(read))
    ]
