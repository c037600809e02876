"""`make clinics`: every clinic a guide of its own, whatever becomes of the others."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from pathlib import Path

from ..conftest import PROJECT


def run(
    project: Path, *arguments: str, module: str = "guide.many"
) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", module, *arguments],
        cwd=project,
        env={**os.environ, "SOURCE_DATE_EPOCH": "0"},
        capture_output=True,
        text=True,
        check=False,
    )


def test_a_bad_clinic_does_not_stop_the_others_and_keeps_its_last_good_site(project: Path) -> None:
    bad = (project / "clinics/example-uk.yml").read_text("utf-8")
    (project / "clinics/bad.yml").write_text(bad.replace("country: UK", "country: JP"), "utf-8")
    last_good = project / "sites/bad/index.html"
    last_good.parent.mkdir(parents=True)
    last_good.write_text("the last good guide", "utf-8")

    result = run(project)

    assert result.returncode == 1, result.stdout
    assert "bad: NOT built (clinics/bad.yml)" in result.stdout
    assert "bad.yml, line 6: country: expected one of US, UK, IE" in result.stdout
    assert re.search(r"example-uk: [1-9]", result.stdout)
    assert "Traceback" not in result.stdout + result.stderr
    assert result.stdout.splitlines()[-3:] == [
        "2 of 3 clinics are built: upload the folder sites/",
        "Not built: bad (the last good sites/bad/ is unchanged). Its messages are above.",
        "With made-up values, so not for patients: example-uk, example-us. Take their files out of "
        "clinics/ before you publish.",
    ]
    assert last_good.read_text("utf-8") == "the last good guide"
    names = {"example-us": "Cedar Hill Clinic", "example-uk": "Harbour Clinic"}
    for folder, name in names.items():
        assert name in (project / "sites" / folder / "help/index.html").read_text("utf-8")
    assert "/:site/manifest.webmanifest" in (project / "sites/_headers").read_text("utf-8")


def test_the_parts_for_a_matrix_are_no_more_than_the_clinics(project: Path) -> None:
    result = run(project, "--list", "8")
    assert result.returncode == 0
    assert json.loads(result.stdout) == ["1/2", "2/2"]


def test_a_part_that_is_none_is_told_without_a_trace(project: Path) -> None:
    result = run(project, "--part", "3/2")
    assert result.returncode == 1
    assert result.stderr.strip() == (
        'PART: expected which part of how many, such as "1/4" to "4/4", found "3/2".'
    )


def test_the_benchmark_builds_the_clinics_it_makes_and_says_what_one_costs(project: Path) -> None:
    (project / "tools").symlink_to(PROJECT / "tools")
    result = run(project, "200", "--sample", "2", module="tools.clinics_bench")
    assert result.returncode == 0, result.stderr
    lines = result.stdout.splitlines()
    assert re.fullmatch(r"2 of 2 built, \d+ at a time, in \d+ s", lines[0])
    assert re.fullmatch(r"per clinic: .+ s of one processor, \d\.\d MB on disk", lines[1])
    assert re.fullmatch(r"200 clinics: \d+ min of one processor", lines[3])
    assert not (project / ".build/bench").exists()
