"""Which clinics are built, and by which machine."""

from __future__ import annotations

from pathlib import Path

import pytest

from guide.errors import ClinicError
from guide.many.__main__ import main
from guide.many.listing import Job, find_jobs, part_of


def clinics(folder: Path, *names: str) -> Path:
    for name in names:
        (folder / name).touch()
    return folder


def jobs(count: int) -> list[Job]:
    return [Job(Path(f"{number}.yml"), str(number)) for number in range(1, count + 1)]


def test_each_clinic_file_is_a_job_under_its_name(tmp_path: Path) -> None:
    folder = clinics(tmp_path, "river.yml", "cedar-hill.yaml", "logo.svg", "README.md")
    assert find_jobs(folder) == [
        Job(folder / "cedar-hill.yaml", "cedar-hill"),
        Job(folder / "river.yml", "river"),
    ]


@pytest.mark.parametrize("name", ["River.yml", "river clinic.yml", "río.yml", "a--b.yml", "-a.yml"])
def test_a_name_that_no_address_should_have_is_refused(tmp_path: Path, name: str) -> None:
    with pytest.raises(ClinicError, match="expected a name of small letters, digits and single"):
        find_jobs(clinics(tmp_path, name))


def test_a_better_name_is_offered(tmp_path: Path) -> None:
    with pytest.raises(ClinicError) as error:
        find_jobs(clinics(tmp_path, "River & Lake.yml"))
    assert str(error.value) == (
        f"{tmp_path}/River & Lake.yml: expected a name of small letters, digits and single "
        'dashes, as it becomes part of the address, found "River & Lake". Rename it, such as '
        "river-lake.yml."
    )


def test_two_files_for_one_clinic_are_refused(tmp_path: Path) -> None:
    with pytest.raises(ClinicError, match=r"river.yaml: expected one file for each clinic, found"):
        find_jobs(clinics(tmp_path, "river.yml", "river.yaml"))


def test_a_folder_without_clinics_says_what_to_put_there(tmp_path: Path) -> None:
    with pytest.raises(ClinicError, match=r"found none\. Copy clinic\.yml there"):
        find_jobs(tmp_path)


@pytest.mark.parametrize(("count", "parts"), [(1, 1), (7, 3), (200, 8), (3, 3)])
def test_the_parts_hold_every_clinic_once_and_about_as_many_each(count: int, parts: int) -> None:
    everyone = jobs(count)
    divided = [part_of(everyone, f"{part}/{parts}") for part in range(1, parts + 1)]
    together = [job for part in divided for job in part]
    assert len(together) == count
    assert set(together) == set(everyone)
    assert max(map(len, divided)) - min(map(len, divided)) <= 1


@pytest.mark.parametrize("part", ["", "1", "0/4", "5/4", "1/0", "a/b", "1/4/2"])
def test_a_part_that_is_none_is_refused(part: str) -> None:
    with pytest.raises(ClinicError, match=f'such as "1/4" to "4/4", found "{part}"'):
        part_of(jobs(4), part)


@pytest.mark.parametrize("jobs", ["0", "-1", "two"])
def test_a_number_of_builds_that_is_none_is_refused(
    jobs: str, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit):
        main(["--jobs", jobs])
    assert f"expected a number from 1 on, found {jobs}" in capsys.readouterr().err
