"""Builds beside each other, and what is said of them."""

from __future__ import annotations

import threading
from collections.abc import Callable
from pathlib import Path

from guide.many.building import Outcome, build_all
from guide.many.listing import Job
from guide.many.report import progress, summary
from guide.summary import Size
from mkdocs_pwa import write_shared_headers
from mkdocs_pwa.policy import host_files

Say = Callable[[str], object]
SIZE = Size(pages=1, files=2, bytes=3_000_000)


def jobs(*names: str) -> list[Job]:
    return [Job(Path(f"clinics/{name}.yml"), name) for name in names]


def write_site(site: Path) -> None:
    site.mkdir(parents=True)
    data = '{"version":"1a","built":"2026-11-22","bundle":null,"entries":[["","x",5]]}'
    worker = f"/* mkdocs-pwa:build */{data}"
    (site / "sw.js").write_text(worker, "utf-8")


def builder(clinic: Path, site: Path, say: Say) -> int:
    """Stands in for the real build: fails for one name."""
    say("INFO    -  Building\n")
    if clinic.stem == "bad":
        say("ERROR   -  bad.yml, line 1: expected a name\n")
        return 1
    write_site(site)
    return 0


def ended(name: str, size: Size | None = SIZE, *lines: str) -> Outcome:
    return Outcome(jobs(name)[0], size, lines, 12.4)


def test_one_that_fails_does_not_stop_the_others(tmp_path: Path) -> None:
    outcomes = list(build_all(jobs("bad", "cedar", "river"), 1, tmp_path, builder))
    assert {outcome.job.name: outcome.size is not None for outcome in outcomes} == {
        "bad": False,
        "cedar": True,
        "river": True,
    }
    assert {folder.name for folder in tmp_path.iterdir()} == {"cedar", "river"}


def test_builds_run_beside_each_other_and_no_more_than_asked(tmp_path: Path) -> None:
    both = threading.Barrier(2, timeout=30)
    running: list[int] = []
    lock = threading.Lock()
    now = 0

    def slow(clinic: Path, site: Path, say: Say) -> int:
        nonlocal now
        with lock:
            now += 1
            running.append(now)
        # Goes on only if another one has come as far.
        both.wait()
        with lock:
            now -= 1
        write_site(site)
        return 0

    outcomes = list(build_all(jobs("a", "b", "c", "d"), 2, tmp_path, slow))
    assert len(outcomes) == 4
    assert max(running) == 2


def test_a_good_build_is_one_line() -> None:
    assert progress(ended("river"), 7, 12) == "[ 7/12] river: 3.0 MB in 2 files, 12 s"


def test_a_failed_build_shows_its_messages_and_not_the_chatter() -> None:
    outcome = ended("river", None, "INFO    -  Building\n", "ERROR   -  river.yml, line 1: …\n")
    assert progress(outcome, 1, 2) == (
        "[1/2] river: NOT built (clinics/river.yml)\n    ERROR   -  river.yml, line 1: …"
    )


def test_the_sum_names_those_that_failed_and_what_readers_have_of_them() -> None:
    outcomes = [ended("new", None), ended("old", None), ended("river")]
    assert summary(outcomes, Path("sites"), {"old", "river"}, [], []).splitlines() == [
        "1 of 3 clinics are built: upload the folder sites/",
        "Not built: new (it has no site). Its messages are above.",
        "Not built: old (the last good sites/old/ is unchanged). Its messages are above.",
    ]


def test_a_clinic_that_has_left_is_named_with_what_to_do() -> None:
    lines = summary([ended("river")], Path("sites"), {"river"}, ["gone"], []).splitlines()
    assert lines[1] == (
        "sites/gone/ has no clinic file any more. To take the guide off phones, run "
        ".venv/bin/mkdocs-pwa remove sites/gone and keep that folder online."
    )


def test_samples_are_named_before_they_are_published() -> None:
    lines = summary([ended("river")], Path("sites"), set(), [], ["river"]).splitlines()
    assert lines[1] == (
        "With made-up values, so not for patients: river. Take their files out of clinics/ before "
        "you publish."
    )


def test_two_rules_hold_for_all_clinics_of_a_host(tmp_path: Path) -> None:
    sent = {"Cache-Control": "no-cache", "X-Content-Type-Options": "nosniff"}
    for name in ("cedar", "river"):
        (tmp_path / name).mkdir()
        block = host_files.with_block("", host_files.netlify(sent, "/guide/"))
        (tmp_path / name / "_headers").write_text(block, "utf-8")
    write_shared_headers(tmp_path, ["cedar", "river", "not-built"])
    assert (tmp_path / "_headers").read_text("utf-8").splitlines() == [
        "/*",
        "  Cache-Control: no-cache",
        "  X-Content-Type-Options: nosniff",
        "/:site/manifest.webmanifest",
        "  Content-Type: application/manifest+json",
    ]
