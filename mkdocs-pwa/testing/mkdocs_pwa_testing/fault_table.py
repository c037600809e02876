"""Which fault each engine has survived, as a table. As a command it prints that of several runs.

python -m mkdocs_pwa_testing.fault_table RESULTS

RESULTS is a file that `fault_plugin` writes.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable
from pathlib import Path
from typing import NamedTuple

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
    22: "other files have wrong types or headers",
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

#: Faults that only Chromium can be given here, with the reason for the other engines.
ONLY_IN_CHROMIUM = {
    23: "nothing limits the room of one site",
    40: "its driver here has no command to print",
    44: "its driver here cannot name this machine",
}

_OUTCOMES = ("failed", "passed", "skipped")

NO_RESULTS = (
    "fault table: expected the results of a run at {path}, found none. "
    "Run the tests with --fault-results={path}."
)


class Result(NamedTuple):
    """What one test says of one fault in one engine; `reason` is that of a skip."""

    row: int
    engine: str
    outcome: str
    reason: str = ""


def table(results: Iterable[Result]) -> list[str]:
    """The lines of the table: fault by engine, then why rows were skipped, then the counts."""
    cells: dict[tuple[int, str], set[str]] = {}
    reasons: dict[tuple[str, str], set[int]] = {}
    told = [
        Result(row, engine, "skipped", reason)
        for row, reason in ONLY_IN_CHROMIUM.items()
        for engine in ENGINES[1:]
    ]
    for row, engine, outcome, reason in [*told, *results]:
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


def append(path: Path, results: Iterable[Result]) -> None:
    """Add results to a file, one a line, so that several runs may share it."""
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("a", encoding="utf-8") as file:
        file.writelines(f"{json.dumps(result)}\n" for result in results)


def read(path: Path) -> list[Result]:
    """The results in a file that `append` has written."""
    return [Result(*json.loads(line)) for line in path.read_text("utf-8").splitlines()]


def main(arguments: list[str]) -> int:
    """Print the table of a file; return the exit code, 1 if there are no results."""
    (path,) = map(Path, arguments)
    if not path.is_file():
        print(NO_RESULTS.format(path=path), file=sys.stderr)
        return 1
    print("\n".join(table(read(path))))
    return 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
