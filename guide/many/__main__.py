"""`make clinics`: `python -m guide.many [--part 2/4] [--jobs N] [--list PARTS]`"""

from __future__ import annotations

import argparse
import json
import os
import sys
from collections.abc import Sequence

from guide.clinic import read_clinic
from guide.errors import ClinicError
from guide.many.building import SITES, Outcome, build_all
from guide.many.listing import find_jobs, part_of
from guide.many.report import progress, summary
from guide.summary import calls_in_one_line
from mkdocs_pwa import write_shared_headers


def main(arguments: Sequence[str] | None = None) -> int:
    """Build the clinics; return 0 if all of them are good."""
    asked = _parser().parse_args(arguments)
    try:
        everyone = find_jobs()
        if asked.list:
            # No machine without a clinic.
            parts = min(asked.list, len(everyone))
            print(json.dumps([f"{part}/{parts}" for part in range(1, parts + 1)]))
            return 0
        jobs = part_of(everyone, asked.part)
    except ClinicError as error:
        print(error, file=sys.stderr)
        return 1
    had = _folders()
    outcomes = []
    print(f"{len(jobs)} clinics, {min(asked.jobs, len(jobs))} at a time", flush=True)
    for outcome in build_all(jobs, asked.jobs):
        outcomes.append(outcome)
        print(progress(outcome, len(outcomes), len(jobs)), flush=True)
        if outcome.size:
            print(f"    {calls_in_one_line(read_clinic(outcome.job.file))}", flush=True)
    write_shared_headers(SITES, [job.name for job in everyone])
    left = sorted(_folders() - {job.name for job in everyone})
    samples = [outcome.job.name for outcome in outcomes if _is_sample(outcome)]
    print(summary(outcomes, SITES, had, left, sorted(samples)), flush=True)
    return 0 if all(outcome.size for outcome in outcomes) else 1


def _is_sample(outcome: Outcome) -> bool:
    return outcome.size is not None and read_clinic(outcome.job.file).sample


def _folders() -> set[str]:
    return {folder.name for folder in SITES.glob("*/")} if SITES.is_dir() else set()


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="python -m guide.many", description="Build the guide of every clinic in clinics/."
    )
    parser.add_argument("--part", default="1/1", help="which part of how many, such as 2/4")
    parser.add_argument("--jobs", type=_count, default=os.cpu_count() or 1, help="builds at a time")
    parser.add_argument(
        "--list", type=int, metavar="PARTS", help="print the parts as JSON for a matrix, build none"
    )
    return parser


def _count(written: str) -> int:
    if not written.isdecimal() or int(written) < 1:
        raise argparse.ArgumentTypeError(f"expected a number from 1 on, found {written}")
    return int(written)


if __name__ == "__main__":
    raise SystemExit(main())
