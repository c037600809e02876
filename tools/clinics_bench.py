"""What a clinic costs when many are built: python -m tools.clinics_bench [COUNT] [--sample N]

Makes COUNT clinics (200) out of the examples, each with its own name, number, routes and colors,
builds them, or the first N of them, and prints time and size per clinic.
"""

from __future__ import annotations

import argparse
import os
import re
import resource
import shutil
import sys
import time
from pathlib import Path

from guide.many.building import Outcome, build_all
from guide.many.listing import find_jobs
from guide.many.report import progress

EXAMPLES = (Path("clinic.yml"), Path("clinics/example-us.yml"), Path("clinics/example-uk.yml"))
SCRATCH = Path(".build/bench")
# Dark enough for white words on them, as the clinic file asks.
COLORS = ("#0b5555", "#3a2a6d", "#5a1f3a", "#1f4a2a", "#123a6b")


def write_clinics(folder: Path, count: int) -> None:
    """Write clinic files that differ where clinics differ."""
    for number in range(1, count + 1):
        text = EXAMPLES[number % len(EXAMPLES)].read_text("utf-8")
        text = re.sub(r"^name: .*", f"name: Clinic {number}", text, flags=re.MULTILINE)
        text = re.sub(r"^(colors|short_name|app_name|logo):.*\n(?:  .*\n)*", "", text, flags=re.M)
        color = COLORS[number % len(COLORS)]
        text += f'\nshort_name: Clinic {number}\ncolors:\n  main: "{color}"\n  on_main: "#ffffff"\n'
        (folder / f"clinic-{number:03}.yml").write_text(text, "utf-8")


def main() -> int:
    """Build and measure; return 0 if every clinic was built."""
    parser = argparse.ArgumentParser(description="Measure what a clinic costs.")
    parser.add_argument("count", nargs="?", type=int, default=200)
    parser.add_argument("--sample", type=int, help="build only so many of them")
    parser.add_argument("--jobs", type=int, default=os.cpu_count() or 1)
    asked = parser.parse_args()
    shutil.rmtree(SCRATCH, ignore_errors=True)
    clinics, sites = SCRATCH / "clinics", SCRATCH / "sites"
    clinics.mkdir(parents=True)
    write_clinics(clinics, asked.count)
    jobs = find_jobs(clinics)[: asked.sample]
    started, outcomes = time.monotonic(), list[Outcome]()
    for outcome in build_all(jobs, asked.jobs, sites):
        outcomes.append(outcome)
        print(progress(outcome, len(outcomes), len(jobs)), file=sys.stderr, flush=True)
    took = time.monotonic() - started
    disk = sum(file.stat().st_size for file in sites.rglob("*") if file.is_file())
    shutil.rmtree(SCRATCH)
    spent = resource.getrusage(resource.RUSAGE_CHILDREN)
    cpu = spent.ru_utime + spent.ru_stime
    count, good = len(outcomes), sum(outcome.size is not None for outcome in outcomes)
    print(f"{good} of {count} built, {asked.jobs} at a time, in {took:.0f} s")
    print(f"per clinic: {cpu / count:.1f} s of one processor, {disk / count / 1e6:.1f} MB on disk")
    print(f"peak memory of one build: {spent.ru_maxrss / 1e3:.0f} MB")
    print(f"{asked.count} clinics: {cpu / count * asked.count / 60:.0f} min of one processor")
    return 0 if good == count else 1


if __name__ == "__main__":
    raise SystemExit(main())
