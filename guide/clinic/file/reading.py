"""Turn a clinic file into checked values, or into one message for each mistake in it."""

from __future__ import annotations

import codecs
from collections.abc import Iterator
from datetime import date, datetime, timedelta, timezone
from itertools import chain
from pathlib import Path

from pydantic import ValidationError

from guide.clinic.examples import left_from_examples
from guide.clinic.file.explain import explain, label
from guide.clinic.file.lines import Reading, read_lines
from guide.clinic.file.problems import Problem
from guide.clinic.model import Clinic
from guide.clinic.rules.contradictions import contradictions
from guide.clinic.signature import from_the_future
from guide.errors import ClinicError

_NAME_ANOTHER = "Name another with CLINIC=path/to/clinic.yml."
_SAVE_AS = 'In your text program, choose "Save as" and the encoding "UTF-8".'


def read_clinic(path: Path) -> Clinic:
    """Read and check a clinic file; raises `ClinicError`."""
    if path.is_dir():
        raise ClinicError(f"{path}: expected the clinic file here, found a folder. {_NAME_ANOTHER}")
    try:
        data = path.read_bytes()
    except FileNotFoundError as error:
        raise ClinicError(
            f"{path}: expected the clinic file here, found nothing. {_NAME_ANOTHER}"
        ) from error
    except OSError as error:
        raise ClinicError(
            f"{path}: expected a file that can be opened, found one that cannot. "
            "Ask whoever looks after this computer to let you read it."
        ) from error
    return parse_clinic(_decoded(data, path.name), path.name, path.parent)


def parse_clinic(
    text: str, where: str, folder: Path | None = None, today: date | None = None
) -> Clinic:
    """Check the text of a clinic file.

    Args:
        text: YAML.
        where: the name of the file, for messages.
        folder: where its logo is to be found; left out, nobody looks.
        today: no signature is later; left out, the day that it is where days begin first.

    Raises:
        ClinicError: with one line for each problem, in the order of the file.
    """
    reading = read_lines(text)
    problems = reading.problems
    if reading.values is not None:
        try:
            clinic = Clinic.model_validate(reading.values, context=folder)
        except ValidationError as error:
            problems = [*problems, *explain(error, reading)]
        problems = [*problems, *_of_the_whole(reading, problems, today or latest_today())]
    if problems:
        raise _error(problems, where)
    return clinic


def latest_today() -> date:
    """Return the day that it is where days begin first, so that nobody's today is in the future."""
    return datetime.now(timezone(timedelta(hours=14))).date()


def _of_the_whole(reading: Reading, told: list[Problem], today: date) -> Iterator[Problem]:
    """What only shows when values are seen together, unless its line has a message already."""
    values = reading.values or {}
    lines = {problem.line for problem in told}
    findings = (contradictions(values), left_from_examples(values), from_the_future(values, today))
    for place, expected, found, advice in chain.from_iterable(findings):
        if reading.lines[place] not in lines:
            yield Problem(reading.lines[place], label(place), expected, found, advice)


def _error(problems: list[Problem], where: str) -> ClinicError:
    in_order = sorted(problems, key=lambda problem: problem.line)
    return ClinicError("\n".join(problem.message(where) for problem in in_order))


def _decoded(data: bytes, where: str) -> str:
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)) or b"\0" in data:
        found = "one saved as UTF-16, or one that is no text"
        problem = Problem(1, "", "a file saved as UTF-8", found, _SAVE_AS)
        raise _error([problem], where)
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        found = "a letter saved in another way"
        problem = Problem(line, "", "a file saved as UTF-8", found, _SAVE_AS)
        raise _error([problem], where) from error
