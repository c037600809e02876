"""`python -m tools.wheels`: writes tools/wheels.tsv, the wheels that the pinned packages have.

Without a wheel pip builds a package, which needs a compiler that nobody has who wants to change a
telephone number. A test compares the table with the pins, with no network. `make lock` runs this,
and needs uv.
"""

from __future__ import annotations

import re
import subprocess
import tomllib
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple
from urllib.parse import unquote

from packaging.tags import Tag
from packaging.utils import parse_wheel_filename

PINS = ("requirements.txt", "requirements-check.txt", "requirements-test.txt")
TABLE = Path("tools/wheels.tsv")

#: Minor versions of Python 3.
PYTHONS = (11, 12, 13, 14)
#: Systems with their processors, and what the last part of a wheel's name is for each.
SYSTEMS = {
    "Linux x86_64": r"(many)?linux\w*_x86_64",
    "Linux aarch64": r"(many)?linux\w*_aarch64",
    "macOS x86_64": r"macosx_\w+_(x86_64|universal2)",
    "macOS arm64": r"macosx_\w+_(arm64|universal2)",
    "Windows x86_64": r"win_amd64",
    "Windows arm64": r"win_arm64",
}


class Wheel(NamedTuple):
    """A file of a package in one version, with the SHA-256 of its bytes."""

    package: str
    version: str
    file: str
    sha256: str


class Place(NamedTuple):
    """A Python, as its minor version, on a system: one of `SYSTEMS`."""

    python: int
    system: str


PLACES = [Place(python, system) for python in PYTHONS for system in SYSTEMS]


def read_table(text: str) -> list[Wheel]:
    """Return the wheels of a table: a line for each, with tabs between its parts."""
    return [Wheel(*line.split("\t")) for line in text.splitlines()]


def places_of(file: str) -> set[Place]:
    """Return where a wheel can be installed, by its name.

    The rules are those of https://packaging.python.org/en/latest/specifications/
    platform-compatibility-tags/
    """
    tags = parse_wheel_filename(file)[3]
    return {place for place in PLACES if any(_fits(tag, place) for tag in tags)}


def needed(wheels: Iterable[Wheel]) -> Iterator[Wheel]:
    """Yield for each package the first wheel for each place, or the one for all places."""
    found: set[tuple[str, Place]] = set()
    for wheel in sorted(wheels, key=lambda wheel: (wheel.package, _is_for_some(wheel), wheel.file)):
        new = {(wheel.package, place) for place in places_of(wheel.file)} - found
        if new:
            found |= new
            yield wheel


def _is_for_some(wheel: Wheel) -> bool:
    return not wheel.file.endswith("-none-any.whl")


def _fits(tag: Tag, place: Place) -> bool:
    if tag.platform != "any" and not re.fullmatch(SYSTEMS[place.system], tag.platform):
        return False
    kind, _, minor = tag.interpreter.partition("3")
    oldest = int(minor or 0)
    if kind == "cp":
        exact = oldest == place.python and tag.abi in (tag.interpreter, "none")
        return exact or (tag.abi == "abi3" and oldest <= place.python)
    return kind == "py" and tag.abi == "none" and oldest <= place.python


def _listed(locked: str) -> Iterator[Wheel]:
    """The wheels of a lock file (https://packaging.python.org/en/latest/specifications/pylock-toml/)."""
    for package in tomllib.loads(locked)["packages"]:
        for wheel in package.get("wheels", []):
            file = unquote(wheel.get("name") or wheel["url"].rpartition("/")[2])
            yield Wheel(package["name"], package["version"], file, wheel["hashes"]["sha256"])


def main() -> None:
    """Write the table."""
    command = ["uv", "pip", "compile", PINS[-1], "--format", "pylock.toml", "--quiet", "--no-deps"]
    command += ["--universal", "--python-version", f"3.{PYTHONS[0]}", "--no-header"]
    locked = subprocess.run(command, check=True, capture_output=True, text=True).stdout
    TABLE.write_text("".join("\t".join(wheel) + "\n" for wheel in needed(_listed(locked))), "utf-8")


if __name__ == "__main__":
    main()
