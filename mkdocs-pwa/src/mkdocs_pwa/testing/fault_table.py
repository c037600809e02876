"""A pytest plugin: at the end of a run, which fault each engine has survived.

Load it with `-p mkdocs_pwa.testing.fault_table`. A test says what it shows with
`@pytest.mark.fault(7)` or `@pytest.mark.fault(5, 6)`; the engine is its parameter `engine`, a
name or an object with one, and Chromium if it has none.
"""

from __future__ import annotations

from collections.abc import Generator, Iterable
from typing import NamedTuple

import pytest

ENGINES = ("chromium", "firefox", "webkit")

#: The faults by number, as a reader or a host meets them.
FAULTS = {
    1: "connection lost while saving",
    2: "a file fails once",
    3: "a file fails for ever",
    4: "an optional file is not there",
    5: "body shorter than announced",
    6: "chunked body cut off",
    7: "body cut off by a plain close",
    8: "compressed body cut off, length right",
    9: "sign-in page on the first visit",
    10: "sign-in page while saving",
    11: "sign-in page in place of the worker",
    12: "sign-in page in place of a page",
    13: "redirect to a sign-in host",
    14: "two tabs, one takes the update",
    15: "update ready, reader only reloads",
    16: "deploy between page and its parts",
    17: "half of a deploy is out",
    18: "the worker's file is gone or fails",
    19: "the site stops using the plugin",
    20: "the worker's file is cached for a year",
    21: "the worker has the wrong type",
    22: "other files have the wrong type",
    23: "no room on the phone",
    24: "store emptied, worker kept",
    25: "everything emptied",
    26: "tab closed while saving",
    27: "saving outlives the install event",
    28: "a very large site",
    29: "first visit without a network",
    30: "preview after a saved copy",
    31: "hosted in another folder than planned",
    32: "address without its slash",
    33: "host redirects to clean addresses",
    34: "compressed or not",
    35: "proxy that rewrites pages",
    36: "search without a network",
    37: "search index not available",
    38: "deep link with query and fragment",
    39: "unknown address without a network",
    40: "printing without a network",
    41: "site data blocked",
    42: "scripts off",
    43: "private window",
    44: "plain http, or no workers",
    45: "instant navigation into a sign-in page",
    46: "part of a file is asked for",
    47: "requests that are not ours",
    48: "two spellings of a name",
    49: "reader says later",
}

_PROPERTY = "mkdocs-pwa-fault"
_OUTCOMES = ("failed", "passed", "skipped")


class Result(NamedTuple):
    """What one test says of one fault in one engine; `reason` is that of a skip."""

    row: int
    engine: str
    outcome: str
    reason: str = ""


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


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Print the table, if a test of a fault has run."""
    results = [
        Result(row, engine, outcome, _reason(report))
        for outcome, status in zip(_OUTCOMES, ("failed", "passed", "skipped"), strict=True)
        for report in [
            *terminalreporter.getreports(status),
            *(terminalreporter.getreports("error") if status == "failed" else []),
        ]
        for name, (row, engine) in _properties(report)
        if name == _PROPERTY
    ]
    if results:
        terminalreporter.section("faults")
        for line in table(results):
            terminalreporter.write_line(line)


def table(results: Iterable[Result]) -> list[str]:
    """The lines of the table: fault by engine, then why rows were skipped, then the counts."""
    cells: dict[tuple[int, str], set[str]] = {}
    reasons: dict[tuple[str, str], set[int]] = {}
    for row, engine, outcome, reason in results:
        cells.setdefault((row, engine), set()).add(outcome)
        if outcome == "skipped":
            reasons.setdefault((engine, reason), set()).add(row)
    shown = {key: _worst(outcomes) for key, outcomes in cells.items()}
    lines = [f"{'fault':<46}" + "".join(f"{engine:<10}" for engine in ENGINES)]
    for row, name in FAULTS.items():
        marks = "".join(f"{shown.get((row, engine), '-'):<10}" for engine in ENGINES)
        lines.append(f"{row:>3} {name:<42}{marks}".rstrip())
    for (engine, reason), rows in sorted(reasons.items()):
        lines.append(f"skipped in {engine}, {', '.join(map(str, sorted(rows)))}: {reason}")
    for engine in ENGINES:
        found = [outcome for (_, name), outcome in shown.items() if name == engine]
        counts = ", ".join(f"{found.count(outcome)} {outcome}" for outcome in _OUTCOMES)
        lines.append(f"{engine}: {counts}, {len(FAULTS) - len(found)} without a test")
    return lines


def _worst(outcomes: set[str]) -> str:
    # A row with several tests counts as passed if one of them ran and none failed.
    return next(outcome for outcome in _OUTCOMES if outcome in outcomes)


def _properties(report: object) -> list[tuple[str, tuple[int, str]]]:
    return getattr(report, "user_properties", [])


def _reason(report: object) -> str:
    longrepr = getattr(report, "longrepr", None)
    if not isinstance(longrepr, tuple):
        return ""
    return str(longrepr[2]).removeprefix("Skipped: ")
