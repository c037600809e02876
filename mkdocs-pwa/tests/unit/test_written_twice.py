"""Numbers that Python writes by and the worker reads by are the same in both."""

import re
from pathlib import Path

import pytest

import mkdocs_pwa

SOURCE = Path(mkdocs_pwa.__file__).parent
SCRIPT = re.compile(r"^(?:export )?const ([A-Z][A-Z_]+) = ([\d_]+);$", re.MULTILINE)
PYTHON = re.compile(r"^([A-Z][A-Z_]+) = ([\d_]+)$", re.MULTILINE)


def numbers(pattern: re.Pattern[str], files: list[Path]) -> dict[str, set[int]]:
    found: dict[str, set[int]] = {}
    for file in files:
        for name, number in pattern.findall(file.read_text("utf-8")):
            found.setdefault(name, set()).add(int(number))
    return found


IN_WORKER = numbers(SCRIPT, sorted((SOURCE / "assets/worker").glob("*.js")))
IN_PYTHON = numbers(PYTHON, [*SOURCE.rglob("*.py")])
SHARED = sorted(IN_WORKER.keys() & IN_PYTHON.keys())


def test_what_the_bundle_is_written_and_read_by_has_one_name_in_both() -> None:
    assert set(SHARED) >= {"MEMORY", "REQUEST_COST"}


@pytest.mark.parametrize("name", SHARED)
def test_a_number_of_one_name_is_the_same_in_the_worker_and_in_python(name: str) -> None:
    assert len(IN_WORKER[name] | IN_PYTHON[name]) == 1
