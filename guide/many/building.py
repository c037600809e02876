"""Builds clinics beside each other, one to a processor; one that fails does not stop the others."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor, as_completed
from dataclasses import dataclass
from pathlib import Path

from guide.build import build
from guide.many.listing import Job
from guide.summary import Size, measure

SITES = Path("sites")

#: As `guide.build.build`: clinic file, folder of the site, listener; gives the exit code.
Builder = Callable[[Path, Path, Callable[[str], object]], int]


@dataclass(frozen=True)
class Outcome:
    """How one build ended: `size` if it is good, else None; what it said; how long it took."""

    job: Job
    size: Size | None
    lines: tuple[str, ...]
    seconds: float


def build_all(
    jobs: Sequence[Job], at_once: int, sites: Path = SITES, builder: Builder = build
) -> Iterator[Outcome]:
    """Build every clinic and yield how it ended, in the order in which they end.

    Args:
        jobs: the clinics.
        at_once: how many builds run at a time; each keeps one processor busy.
        sites: the folder in the project that gets a folder for each clinic.
        builder: what builds one.
    """
    with ThreadPoolExecutor(max_workers=at_once) as pool:
        # Each thread only waits for a process of its own.
        running = [pool.submit(_build_one, job, sites, builder) for job in jobs]
        try:
            for done in as_completed(running):
                yield done.result()
        finally:
            pool.shutdown(cancel_futures=True)


def _build_one(job: Job, sites: Path, builder: Builder) -> Outcome:
    started = time.monotonic()
    lines: list[str] = []
    site = sites / job.name
    code = builder(job.file, site, lines.append)
    size = measure(site) if code == 0 else None
    return Outcome(job, size, tuple(lines), time.monotonic() - started)
