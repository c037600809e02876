"""Read YAML into plain text values, and remember in which line each stands."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

import yaml

from guide.clinic.file.problems import Problem, shown
from guide.clinic.file.syntax import NO_SIGN, QUOTE, explain_syntax

Place = tuple[str | int, ...]

_EXAMPLE = 'lines such as "name: River Clinic"'
# As in English of the US; in the code a name has one spelling.
_SPELLINGS: dict[Place, str] = {("reviewer", "license"): "licence"}
# What word processors and web pages write where a space is meant: all of Unicode's spaces.
_SPACES = re.compile("[\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]")
_TAG_OF_NOTHING = "tag:yaml.org,2002:null"


@dataclass
class Reading:
    """The values of a file, the line of each, and what is wrong before any value is checked."""

    values: dict[str, Any] | None = None
    lines: dict[Place, int] = field(default_factory=dict)
    last_line: int = 1
    problems: list[Problem] = field(default_factory=list)

    @property
    def lines_told(self) -> set[int]:
        """The lines of which something is said already."""
        return {problem.line for problem in self.problems}


def read_lines(text: str) -> Reading:
    """Read the text of a file; without `values` where it cannot be taken apart."""
    text = _SPACES.sub(" ", text)
    lines = text.splitlines()
    reading = Reading(last_line=max(1, len(text.rstrip().splitlines())))
    reading.problems += _tabs(lines)
    if reading.problems:
        return reading
    try:
        for problem in _signs(text, lines):
            reading.problems.append(problem)
        node = yaml.compose(text, Loader=yaml.SafeLoader)
    except yaml.YAMLError as error:
        problem = explain_syntax(error, text)
        if problem.line not in reading.lines_told:
            reading.problems.append(problem)
        return reading
    if isinstance(node, yaml.MappingNode):
        reading.values = _section(node, (), reading)
    else:
        reading.problems.append(_not_a_section(node))
    return reading


def _tabs(lines: list[str]) -> Iterator[Problem]:
    for number, line in enumerate(lines, start=1):
        if line.strip() and re.match(r"[ -]*\t|[^#\"']*?:\t", line):
            yield Problem(
                number, "", "spaces", "a tab", "Take the tab out and press the space bar instead."
            )


def _signs(text: str, lines: list[str]) -> Iterator[Problem]:
    """Find signs for which YAML would drop words without saying so."""
    for event in yaml.parse(text, Loader=yaml.SafeLoader):
        if not isinstance(event, yaml.NodeEvent):
            continue
        start, end = event.start_mark, event.end_mark
        assert start is not None and end is not None
        rest = lines[end.line][end.column :] if end.line < len(lines) else ""
        remark = re.match(r"\s*(?<=[\s:])(#\S.*)", rest) if _is_plain(event) else None
        if event.anchor or getattr(event, "tag", None):
            sign = lines[start.line][start.column :].strip()
            yield Problem(start.line + 1, _name(lines[start.line]), NO_SIGN, f'"{sign}"', QUOTE)
        elif remark:
            yield Problem(
                end.line + 1,
                _name(lines[end.line]),
                "quotes around a value with # in it",
                f'"{remark[1].strip()}", which would be left out',
                "Put the whole value in quotes. If it is a remark, write a space after the #.",
            )


def _name(line: str) -> str:
    match = re.match(r"\s*(\w+):", line)
    return f'"{match[1]}"' if match else ""


def _is_plain(event: yaml.NodeEvent) -> bool:
    return isinstance(event, yaml.ScalarEvent) and not event.style


def _not_a_section(node: yaml.Node | None) -> Problem:
    copy = "Start from a copy of clinic.yml."
    if node is None:
        return Problem(1, "", _EXAMPLE, "an empty file", copy)
    line = node.start_mark.line + 1
    if isinstance(node, yaml.SequenceNode):
        return Problem(line, "", _EXAMPLE, "a list", "Take out the dashes or brackets around it.")
    return Problem(line, "", _EXAMPLE, shown(node.value), copy)


def _section(node: yaml.MappingNode, place: Place, reading: Reading) -> dict[str, Any]:
    values: dict[str, Any] = {}
    for key, value in node.value:
        line = key.start_mark.line + 1
        name = _SPELLINGS.get((*place, str(key.value)), str(key.value))
        if not isinstance(key, yaml.ScalarNode):
            advice = "Take out the brackets before the colon."
            reading.problems.append(Problem(line, "", "a name before the colon", "a list", advice))
        elif name in values:
            reading.problems.append(
                Problem(
                    line,
                    f'"{key.value}"',
                    "each name once",
                    f"it a second time; the first is in line {reading.lines[(*place, name)]}",
                    "Keep one of the two lines.",
                )
            )
        else:
            reading.lines[(*place, name)] = line
            values[name] = _value(value, (*place, name), reading)
    return values


def _value(node: yaml.Node, place: Place, reading: Reading) -> Any:
    if isinstance(node, yaml.MappingNode):
        return _section(node, place, reading)
    if isinstance(node, yaml.SequenceNode):
        for index, item in enumerate(node.value):
            reading.lines[(*place, index)] = item.start_mark.line + 1
        return [_value(item, (*place, index), reading) for index, item in enumerate(node.value)]
    return "" if node.tag == _TAG_OF_NOTHING else str(node.value).strip()
