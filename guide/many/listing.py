"""Which clinics there are, and which of them one machine of several builds."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

from guide.errors import ClinicError

CLINICS = Path("clinics")
_NAME = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
_PART = re.compile(r"([1-9]\d*)/([1-9]\d*)")


@dataclass(frozen=True)
class Job:
    """One clinic to build: its `file`, and the `name` of its folder in the address."""

    file: Path
    name: str


def find_jobs(folder: Path = CLINICS) -> list[Job]:
    """Return the clinics of a folder in the order of their names.

    Raises:
        ClinicError: if there is none, or a file has a name that no address can have.
    """
    files = sorted(file for file in folder.glob("*") if file.suffix in (".yml", ".yaml"))
    if not files:
        raise ClinicError(
            f"{folder}/: expected a clinic file for each clinic, found none. Copy clinic.yml "
            f"there under the clinic's name, such as {folder}/river.yml."
        )
    bad = [
        f"{file}: expected a name of small letters, digits and single dashes, as it becomes part "
        f'of the address, found "{file.stem}". Rename it, such as {_near(file.stem)}.yml.'
        for file in files
        if not _NAME.fullmatch(file.stem)
    ]
    stems = [file.stem for file in files]
    bad += [
        f"{file}: expected one file for each clinic, found {file.stem}.yml too. Remove one."
        for file in files
        if file.suffix == ".yaml" and stems.count(file.stem) > 1
    ]
    if bad:
        raise ClinicError("\n".join(bad))
    return [Job(file, file.stem) for file in files]


def part_of(jobs: list[Job], part: str) -> list[Job]:
    """Return the share of one machine: with part "2/4", the 2nd, the 6th, the 10th and so on.

    Raises:
        ClinicError: if the part is not written so.
    """
    match = _PART.fullmatch(part)
    if not match or int(match[1]) > int(match[2]):
        raise ClinicError(
            f'PART: expected which part of how many, such as "1/4" to "4/4", found "{part}".'
        )
    return jobs[int(match[1]) - 1 :: int(match[2])]


def _near(stem: str) -> str:
    return re.sub(r"[^a-z0-9]+", "-", stem.lower()).strip("-") or "river"
