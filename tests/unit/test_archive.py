"""The guide as one archive."""

from __future__ import annotations

import hashlib
import os
import zipfile
from pathlib import Path

import pytest

from guide.archive import write_archive

FILES = {"index.html": b"home", "b/index.html": b"b", "B.txt": b"B", ".htaccess": b"hidden"}


@pytest.fixture
def site(tmp_path: Path) -> Path:
    return fill(tmp_path / "site", FILES)


def fill(folder: Path, files: dict[str, bytes]) -> Path:
    for name, content in files.items():
        file = folder / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(content)
    return folder


def test_all_files_stand_at_the_top_in_one_order(site: Path, tmp_path: Path) -> None:
    write_archive(site, tmp_path / "site.zip")
    with zipfile.ZipFile(tmp_path / "site.zip") as archive:
        assert archive.namelist() == [".htaccess", "B.txt", "b/index.html", "index.html"]
        assert {name: archive.read(name) for name in archive.namelist()} == FILES


def test_order_time_and_mode_of_the_files_change_nothing(site: Path, tmp_path: Path) -> None:
    other = fill(tmp_path / "other", dict(reversed(FILES.items())))
    for file in other.rglob("*.*"):
        os.utime(file, (1_000_000_000, 1_000_000_000))
        file.chmod(0o700)
    first = write_archive(site, tmp_path / "first.zip")
    second = write_archive(other, tmp_path / "second.zip")
    assert first == second
    assert (tmp_path / "first.zip").read_bytes() == (tmp_path / "second.zip").read_bytes()


def test_another_content_is_another_archive(site: Path, tmp_path: Path) -> None:
    first = write_archive(site, tmp_path / "first.zip")
    (site / "index.html").write_bytes(b"hone")
    assert write_archive(site, tmp_path / "second.zip") != first


def test_nothing_depends_on_the_machines_way_to_compress(site: Path, tmp_path: Path) -> None:
    write_archive(site, tmp_path / "site.zip")
    with zipfile.ZipFile(tmp_path / "site.zip") as archive:
        assert {entry.compress_type for entry in archive.infolist()} == {zipfile.ZIP_STORED}
        assert {entry.external_attr >> 16 for entry in archive.infolist()} == {0o100644}


def test_the_checksum_is_written_as_its_tool_reads_it(site: Path, tmp_path: Path) -> None:
    digest = write_archive(site, tmp_path / "site.zip")
    assert hashlib.sha256((tmp_path / "site.zip").read_bytes()).hexdigest() == digest
    assert (tmp_path / "site.zip.sha256").read_text() == f"{digest}  site.zip\n"
