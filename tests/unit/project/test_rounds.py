"""The rounds in which what depends on timing is repeated."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

from ...conftest import PROJECT

TESTS = """
import pytest

@pytest.fixture(scope="session")
def run():
    print("build")

@pytest.fixture(scope="module")
def phone(run):
    print("phone")

def test_a(phone):
    print("a")

@pytest.mark.parametrize("hour", [3, 15])
def test_b(phone, hour):
    print(f"b{hour}")
"""


def test_each_round_is_made_after_the_other_with_what_is_built_for_both(tmp_path: Path) -> None:
    (tmp_path / "test_it.py").write_text(TESTS, "utf-8")
    (tmp_path / "test_more.py").write_text("def test_c():\n    print('c')\n", "utf-8")
    command = [sys.executable, "-m", "pytest", "-s", "-q", "-c", "/dev/null", "-p", "tests.rounds"]
    command += ["--rounds=2", "--rootdir", str(tmp_path), str(tmp_path)]
    # Options of this run are not for the one inside.
    env = {name: value for name, value in os.environ.items() if name != "PYTEST_ADDOPTS"}
    ran = subprocess.run(command, cwd=PROJECT, env=env, capture_output=True, text=True, check=False)

    assert ran.returncode == 0, ran.stdout + ran.stderr
    said = re.findall(r"build|phone|a|b\d+|c", ran.stdout.partition("8 passed")[0])
    assert said == ["build", *["phone", "a", "b3", "b15", "c"] * 2]
