"""Turn what the model refuses into messages for whoever edits the file."""

from __future__ import annotations

import difflib
from collections.abc import Iterator
from typing import Any, get_args

from pydantic import BaseModel, ValidationError
from pydantic.fields import FieldInfo
from pydantic_core import ErrorDetails

from guide.clinic.file.lines import Place, Reading
from guide.clinic.file.problems import Problem, shown
from guide.clinic.model import Clinic
from guide.clinic.rules.floors import ROUTES


def explain(error: ValidationError, reading: Reading) -> Iterator[Problem]:
    """Yield one problem for each error, with the line of its field."""
    # Neither a line that could not be read in full nor a misspelled name is told twice.
    told = reading.lines_told
    every = error.errors(include_url=False)
    unknown = [details["loc"] for details in every if details["type"] == "extra_forbidden"]
    misspelled = {(*place[:-1], _likely(place, reading)) for place in unknown}
    for details in every:
        place = details["loc"]
        if place in unknown:
            yield _unknown(place, reading)
        elif details["type"] == "missing":
            if place not in misspelled:
                yield _missing(place, reading)
        elif reading.lines[place] not in told:
            yield _wrong(place, reading.lines[place], details)


def _missing(place: Place, reading: Reading) -> Problem:
    info = _field(place)
    # What a section lacks belongs below its name; what the file lacks can go at its end.
    line = reading.lines.get(place[:-1], reading.last_line)
    example = f"{place[-1]}: {_example(info)}"
    below = f' below "{place[-2]}:"' if len(place) > 1 else " to the file"
    return Problem(
        line, label(place), f'a line "{place[-1]}:"', "none", f"Add one{below}, such as: {example}"
    )


def _unknown(place: Place, reading: Reading) -> Problem:
    name = str(place[-1])
    near = _likely(place, reading)
    elsewhere = [path for path, section in _sections().items() if name in section.model_fields]
    if near:
        advice = f'Did you mean "{near}"?'
    elif elsewhere:
        advice = f"It belongs {_below(elsewhere[0])}."
    else:
        free = ", ".join(_free(place, reading))
        advice = f"Take it out, or use one of: {free}." if free else "Take it out."
    where = f'a name that the guide knows below "{place[-2]}:"' if place[:-1] else ""
    expected = where or "a name that the guide knows"
    return Problem(reading.lines[place], "", expected, f'"{name}:"', advice)


def _likely(place: Place, reading: Reading) -> str | None:
    near = difflib.get_close_matches(str(place[-1]), _free(place, reading), n=1, cutoff=0.7)
    return near[0] if near else None


def _free(place: Place, reading: Reading) -> list[str]:
    """The names that may stand in a section and do not yet: each stands once."""
    section = place[:-1]
    names = _sections()[section].model_fields
    return [name for name in names if (*section, name) not in reading.lines]


def _below(path: Place) -> str:
    if not path:
        return "at the beginning of a line, below no other name"
    if path[0] == "rules" and path[-1] == ROUTES[0]:
        return f'below "rules:" and the name of a route, such as "{path[-1]}:"'
    return "below " + ", ".join(f'"{part}:"' for part in path)


def _wrong(place: Place, line: int, details: ErrorDetails) -> Problem:
    context: dict[str, Any] = details.get("ctx", {})
    found = context.get("found") or shown(details["input"])
    if details["type"] == "refused":
        return Problem(line, label(place), context["expected"], found, context["advice"])
    expected, advice = _other(details["type"], place)
    return Problem(line, label(place), expected, found, advice)


def _other(kind: str, place: Place) -> tuple[str, str]:
    if kind == "model_type":
        names = list(_sections()[place].model_fields)
        advice = f"Write each on a line of its own, two spaces further in: {', '.join(names)}."
        return f'lines below it, such as "{names[0]}:"', advice
    example = f"{_name(place)}: {_example(_field(place))}"
    if kind == "list_type":
        return "a list", f"Write it in brackets, such as: {example}"
    if kind == "too_short":
        return "at least one", f"Write it in the brackets, such as: {example}"
    return "text", f"Write it after the colon, such as: {example}"


def _name(place: Place) -> str:
    return next(str(part) for part in reversed(place) if isinstance(part, str))


def label(place: Place) -> str:
    """Return how a message calls a field: its title, and its name in the file."""
    names = tuple(part for part in place if isinstance(part, str))
    parts = [str(_field(names[: end + 1]).title) for end in range(len(names))]
    # "rules" says nothing that the route does not say.
    words = ": ".join(part for part in parts if part != "rules")
    item = f", item {place[-1] + 1}" if isinstance(place[-1], int) else ""
    name = f"{names[-1]}{item}"
    return name if words in {"", name} else f"{words} ({name})"


def _field(place: Place) -> FieldInfo:
    names = tuple(part for part in place if isinstance(part, str))
    return _sections()[names[:-1]].model_fields[names[-1]]


def _example(info: FieldInfo) -> str:
    return str(info.examples[0]) if info.examples else ""


def _sections(model: type[BaseModel] = Clinic, path: Place = ()) -> dict[Place, type[BaseModel]]:
    """Every section of a clinic file, the file itself first, by the names above it."""
    found: dict[Place, type[BaseModel]] = {path: model}
    for name, info in model.model_fields.items():
        for kind in (info.annotation, *get_args(info.annotation)):
            if isinstance(kind, type) and issubclass(kind, BaseModel):
                found |= _sections(kind, (*path, name))
    return found
