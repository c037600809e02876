"""What `make clinics` says: a line for each clinic as it ends, and the sum of it."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from pathlib import Path

from guide.many.building import Outcome


def progress(outcome: Outcome, done: int, total: int) -> str:
    """Return the line of a clinic that has been built, or its messages if it has not."""
    counted = f"[{done:{len(str(total))}}/{total}]"
    if outcome.size:
        return f"{counted} {outcome.job.name}: {outcome.size}, {outcome.seconds:.0f} s"
    messages = [f"    {line.rstrip()}" for line in outcome.lines if _matters(line)]
    return "\n".join([f"{counted} {outcome.job.name}: NOT built ({outcome.job.file})", *messages])


def summary(
    outcomes: Sequence[Outcome],
    sites: Path,
    had: Collection[str],
    left: Sequence[str],
    samples: Sequence[str],
) -> str:
    """Return the last lines of all builds.

    Args:
        outcomes: of all clinics.
        sites: the folder that they are in.
        had: names of the clinics that had a good site before.
        left: names of folders in it that have no clinic file any more.
        samples: names of clinics with made-up values.
    """
    failed = sorted(outcome.job.name for outcome in outcomes if outcome.size is None)
    built = len(outcomes) - len(failed)
    lines = [f"{built} of {len(outcomes)} clinics are built: upload the folder {sites}/"]
    for name in failed:
        kept = f"the last good {sites}/{name}/ is unchanged" if name in had else "it has no site"
        lines.append(f"Not built: {name} ({kept}). Its messages are above.")
    lines += [
        f"{sites}/{name}/ has no clinic file any more. To take the guide off phones, run "
        f".venv/bin/mkdocs-pwa remove {sites}/{name} and keep that folder online."
        for name in left
    ]
    if samples:
        lines.append(
            f"With made-up values, so not for patients: {', '.join(samples)}. Take their files out "
            "of clinics/ before you publish."
        )
    return "\n".join(lines)


def _matters(line: str) -> bool:
    return line.startswith(("ERROR", "WARNING")) or not line.startswith("INFO")
