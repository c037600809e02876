"""Work that all processes of one run share, since a build of the guide takes a core for seconds."""

from __future__ import annotations

import fcntl
import os
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest


def once(factory: pytest.TempPathFactory, name: str, make: Callable[[Path], object]) -> Path:
    """Return a folder that the first process to ask has made; the others wait for it.

    Args:
        factory: knows the folder of this run.
        name: of what is made.
        make: fills a new folder; when it raises, the next to ask tries again.
    """
    base = factory.getbasetemp()
    # Each process of xdist has a folder in that of the run.
    run = base.parent if "PYTEST_XDIST_WORKER" in os.environ else base
    folder, done = run / name, run / f"{name}.done"
    with (run / f"{name}.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not done.exists():
            shutil.rmtree(folder, ignore_errors=True)
            make(folder)
            done.touch()
    return folder
