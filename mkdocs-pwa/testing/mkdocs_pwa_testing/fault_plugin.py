"""A pytest plugin: at the end of a run, which fault each engine has survived.

Load it with `-p mkdocs_pwa_testing.fault_plugin`. A test says what it shows with
`@pytest.mark.fault(7)` or `@pytest.mark.fault(5, 6)`; the engine is its parameter `engine`, a
name or an object with one, and Chromium if it has none. With `--fault-results=FILE` the results
are added to a file, for one table of several runs (see `fault_table`).
"""

from __future__ import annotations

from collections.abc import Generator
from pathlib import Path

import pytest

from mkdocs_pwa_testing.fault_table import ENGINES, Result, append, table

_PROPERTY = "mkdocs-pwa-fault"
_STATUSES = {"failed": ("failed", "error"), "passed": ("passed",), "skipped": ("skipped",)}


def pytest_addoption(parser: pytest.Parser) -> None:
    """Let results be kept for a table of several runs."""
    parser.addoption(
        "--fault-results",
        type=Path,
        metavar="FILE",
        help="add which faults were survived to FILE",
    )


def pytest_configure(config: pytest.Config) -> None:
    """Make the marker known."""
    config.addinivalue_line("markers", "fault(*rows): shows that these faults are survived")


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(
    item: pytest.Item,
) -> Generator[None, pytest.TestReport, pytest.TestReport]:
    """Write rows and engine into the report, which is all that another process is sent."""
    report = yield
    if report.when == "call" or report.outcome != "passed":
        rows = [row for mark in item.iter_markers("fault") for row in mark.args]
        report.user_properties += [(_PROPERTY, [row, engine_of(item)]) for row in rows]
    return report


def engine_of(item: pytest.Item) -> str:
    """The name of the engine that a test runs in."""
    callspec = getattr(item, "callspec", None)
    engine = callspec.params.get("engine", ENGINES[0]) if callspec else ENGINES[0]
    return str(getattr(engine, "name", engine)).lower()


def pytest_terminal_summary(
    terminalreporter: pytest.TerminalReporter, config: pytest.Config
) -> None:
    """Print the table, if a test of a fault has run."""
    results = [
        Result(row, engine, outcome, _reason(report))
        for outcome, statuses in _STATUSES.items()
        for status in statuses
        for report in terminalreporter.getreports(status)
        for name, (row, engine) in _properties(report)
        if name == _PROPERTY
    ]
    if not results:
        return
    file = config.getoption("fault_results")
    if file:
        append(file, results)
        return
    terminalreporter.section("faults")
    for line in table(results):
        terminalreporter.write_line(line)


def _properties(report: object) -> list[tuple[str, tuple[int, str]]]:
    return getattr(report, "user_properties", [])


def _reason(report: object) -> str:
    longrepr = getattr(report, "longrepr", None)
    if not isinstance(longrepr, tuple):
        return ""
    return str(longrepr[2]).removeprefix("Skipped: ")
