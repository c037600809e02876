"""The table at the end of a run says what was shown, and what was not."""

from pathlib import Path

import pytest

from mkdocs_pwa_testing.fault_table import FAULTS, ONLY_IN_CHROMIUM, Result, append, main, table


def row_of(lines: list[str], row: int) -> list[str]:
    return next(line for line in lines if line.startswith(f"{row:>3} ")).split()


def test_every_fault_has_a_line_though_nothing_ran() -> None:
    lines = table([])

    assert len(lines) == 1 + len(FAULTS) + 2 * len(ONLY_IN_CHROMIUM) + 3
    assert "chromium: 0 failed, 0 passed, 0 skipped, 49 without a test" in lines


@pytest.mark.parametrize("row", ONLY_IN_CHROMIUM)
def test_a_fault_that_other_engines_cannot_be_given_says_why(row: int) -> None:
    lines = table([Result(row, "chromium", "passed")])

    assert row_of(lines, row)[-3:] == ["passed", "skipped", "skipped"]
    assert f"skipped in webkit, {row}: {ONLY_IN_CHROMIUM[row]}" in lines


def test_one_failed_test_fails_the_row() -> None:
    lines = table([Result(3, "chromium", "passed"), Result(3, "chromium", "failed")])

    assert row_of(lines, 3)[-3:] == ["failed", "-", "-"]


def test_a_row_that_one_test_showed_and_another_skipped_is_passed() -> None:
    lines = table([Result(3, "webkit", "skipped", "no switch"), Result(3, "webkit", "passed")])

    assert row_of(lines, 3)[-1] == "passed"


def test_a_reason_is_given_once_for_all_rows_that_it_is_true_of() -> None:
    lines = table([Result(row, "webkit", "skipped", "no quota") for row in (23, 5)])

    assert "skipped in webkit, 5, 23: no quota" in lines


def test_results_of_several_runs_make_one_table(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "new" / "faults.jsonl"
    append(file, [Result(3, "chromium", "passed")])
    append(file, [Result(3, "webkit", "skipped", "no switch")])

    assert main([str(file)]) == 0
    printed = capsys.readouterr().out
    assert row_of(printed.splitlines(), 3)[-3:] == ["passed", "-", "skipped"]
    assert "skipped in webkit, 3: no switch" in printed


def test_a_table_without_results_says_how_to_get_them(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "none"

    assert main([str(file)]) == 1
    assert capsys.readouterr().err == (
        f"fault table: expected the results of a run at {file}, found none. "
        f"Run the tests with --fault-results={file}.\n"
    )
