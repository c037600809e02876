"""Say in an editor's words why a file cannot be read as YAML."""

from __future__ import annotations

from dataclasses import dataclass

import yaml

from guide.clinic.file.problems import Problem, shown


@dataclass(frozen=True)
class _Case:
    """What the parser says, and what the editor is told; `at_start` of what was left open."""

    says: str
    expected: str
    advice: str
    at_start: bool = False


NO_SIGN = "a value that does not begin with one of the signs ! & *"
QUOTE = 'Put the whole value in quotes, such as name: "River Clinic".'

# The first that fits is taken.
_CASES = (
    _Case(
        "scanning a quoted scalar",
        "a second quote mark at the end of the value",
        "Add it. If the value has quote marks inside, use the other kind around it.",
        at_start=True,
    ),
    _Case(
        "could not find expected ':'",
        'a name, a colon and a value, such as "name: River Clinic"',
        "Add the colon and a space after it, or put # before a remark.",
        at_start=True,
    ),
    _Case(
        "mapping values are not allowed here",
        "one colon with a space after it in a line",
        "Put a value that has a colon in quotes. "
        "If there is only one colon, let the line begin as far left as the lines above it.",
    ),
    _Case("scanning an alias", NO_SIGN, QUOTE),
    _Case("scanning an anchor", NO_SIGN, QUOTE),
    _Case("scanning a tag", NO_SIGN, QUOTE),
    _Case("that cannot start any token", "a value that begins with a letter or a digit", QUOTE),
    _Case(
        "sequence entries are not allowed here",
        "a dash only at the beginning of a line",
        "Put each item of a list on a line of its own, or the whole value in quotes.",
    ),
    _Case(
        "parsing a flow",
        "a closing bracket, and commas between the items",
        "Write a list as [drip, spray]. Put a value that begins with a bracket in quotes.",
        at_start=True,
    ),
    _Case(
        "scanning a block scalar",
        "nothing but the text on the lines below after the sign | or >",
        QUOTE,
    ),
    _Case(
        "expected a single document",
        "one clinic in a file",
        'Take out the line "---" and what belongs to another clinic.',
    ),
    _Case(
        "but found '<scalar>'",
        "quotes around the whole value or none",
        f"{QUOTE} If it has quote marks inside, use the other kind around it.",
    ),
    _Case(
        "expected <block end>",
        "lines of one section to begin equally far left",
        "Let this line begin as far left as the lines it belongs to.",
    ),
)
_OTHER = _Case(
    "",
    'a name, a colon and a value, such as "name: River Clinic"',
    "Put a value with unusual signs in quotes, or compare the line with clinic.yml.",
)


def explain_syntax(error: yaml.YAMLError, text: str) -> Problem:
    """Return the first mistake that keeps a text from being read."""
    if isinstance(error, yaml.reader.ReaderError):
        return Problem(
            text.count("\n", 0, error.position) + 1,
            "",
            "plain text",
            "a sign that cannot be shown",
            "Write the line anew; do not paste it from a word processor.",
        )
    assert isinstance(error, yaml.MarkedYAMLError)
    said = f"{error.context} {error.problem}"
    case = next((case for case in _CASES if case.says in said), _OTHER)
    mark = error.context_mark if case.at_start and error.context_mark else error.problem_mark
    lines = text.splitlines()
    index = min(mark.line if mark else 0, len(lines) - 1)
    return Problem(index + 1, "", case.expected, shown(lines[index].strip()), case.advice)
