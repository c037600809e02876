"""Every pinned package installs without a compiler: by tools/wheels.tsv, with no network."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tools.wheels import PINS, PLACES, TABLE, Place, Wheel, needed, places_of, read_table

PROJECT = Path(__file__).parents[3]
PIN = re.compile(r"^([a-z0-9.-]+)==(\S+).*\n((?:    --hash=sha256:.*\n)+)", re.MULTILINE)

#: What has no wheel there, and why it is no fault. WSL is a Linux.
IN_WSL = "EDITING.md has the guide built in WSL there"
WITHOUT = {
    ("lightningcss", "Windows arm64"): IN_WSL,
    ("minify-html", "Windows arm64"): IN_WSL,
    ("rjsmin", "Windows arm64"): IN_WSL,
    ("rjsmin", "Windows x86_64"): IN_WSL,
    ("rjsmin", "macOS arm64"): "its part in C is optional: without a compiler it is left out",
    ("rjsmin", "macOS x86_64"): "its part in C is optional: without a compiler it is left out",
}
#: The same for one Python alone.
WITHOUT_ON = {
    ("pyyaml", Place(11, "Windows arm64")): "its part in C is optional, as that of rjsmin",
}


def pinned(file: str) -> dict[tuple[str, str], set[str]]:
    """The hashes of each package and version of a list of pins."""
    found = PIN.findall((PROJECT / file).read_text("utf-8"))
    return {
        (name, version): set(re.findall(r"sha256:([0-9a-f]{64})", hashes))
        for name, version, hashes in found
    }


WHEELS = read_table((PROJECT / TABLE).read_text("utf-8"))
PACKAGES = sorted({wheel.package for wheel in WHEELS})


@pytest.mark.parametrize("file", PINS)
def test_the_table_is_of_the_pinned_versions_and_files(file: str) -> None:
    pins = pinned(file)
    text = (PROJECT / file).read_text("utf-8")
    assert len(pins) == len(re.findall(r"^\S+==", text, re.MULTILINE)) > 30
    for name, version in pins:
        hashes = {wheel.sha256 for wheel in WHEELS if wheel[:2] == (name, version)}
        assert hashes, f"{name} {version}: run python -m tools.wheels"
        assert hashes <= pins[name, version], name


@pytest.mark.parametrize("package", PACKAGES)
def test_a_package_has_a_wheel_for_every_python_and_system(package: str) -> None:
    files = [wheel.file for wheel in WHEELS if wheel.package == package]
    found = {place for file in files for place in places_of(file)}
    missing = {place for place in PLACES if place not in found}
    excused = {place for place in PLACES if (package, place.system) in WITHOUT}
    excused |= {place for name, place in WITHOUT_ON if name == package}
    # Also an excuse that is no longer needed is told.
    assert missing == excused


@pytest.mark.parametrize(
    ("file", "places"),
    [
        ("a-1-py3-none-any.whl", set(PLACES)),
        ("a-1-py2.py3-none-win_amd64.whl", {Place(n, "Windows x86_64") for n in range(11, 15)}),
        ("a-1-cp313-cp313-macosx_11_0_arm64.whl", {Place(13, "macOS arm64")}),
        ("a-1-cp313-cp313t-macosx_11_0_arm64.whl", set()),
        (
            "a-1-cp313-cp313-macosx_10_13_universal2.whl",
            {Place(13, "macOS arm64"), Place(13, "macOS x86_64")},
        ),
        (
            "a-1-cp312-abi3-manylinux_2_17_aarch64.manylinux2014_aarch64.whl",
            {Place(12, "Linux aarch64"), Place(13, "Linux aarch64"), Place(14, "Linux aarch64")},
        ),
        ("a-1-cp312-cp312-musllinux_1_2_x86_64.whl", set()),
        ("a-1-cp310-cp310-win_amd64.whl", set()),
    ],
)
def test_a_wheel_says_by_its_name_where_it_can_be_installed(file: str, places: set[Place]) -> None:
    assert places_of(file) == places


def test_the_table_has_no_more_than_a_wheel_for_each_place() -> None:
    files = ["a-1-cp312-cp312-win_amd64.whl", "a-1-cp39-abi3-win_amd64.whl", "a-1-py3-none-any.whl"]
    wheels = [Wheel("a", "1", file, "0") for file in files]
    assert [wheel.file for wheel in needed(wheels)] == files[2:]
    assert [wheel.file for wheel in needed(wheels[:2])] == files[:2]
