"""Reads EDITING.md: its commands, the edits it teaches, and what it says will be seen.

A fenced block says in its first line what it is: "```yaml clinic.yml before" is found in that
file, the "after" or "mistake" that follows is put in its place, "added" goes to the end of the
file.
"""

from __future__ import annotations

import re
import textwrap
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

EDITING = Path(__file__).parents[1] / "EDITING.md"

_FENCE = re.compile(r"^( *)```(\w+) ?(.*)\n((?:.*\n)*?)\1```$", re.MULTILINE)
# "phone: (202) 555-0134": another clinic has another number, another day has another date.
_NAMED = re.compile(r"^[a-z_]+: ")
_DATE = re.compile(r"\d{4}-\d\d-\d\d")


@dataclass(frozen=True)
class Block:
    """A fenced block; `label` is what its first line says after the language."""

    language: str
    label: str
    text: str


def blocks(text: str) -> Iterator[Block]:
    """Yield the fenced blocks of a text in its order."""
    for match in _FENCE.finditer(text):
        yield Block(match[2], match[3], textwrap.dedent(match[4]))


def commands(text: str) -> list[str]:
    """Return the lines that the text asks to type."""
    found = [block.text.splitlines() for block in blocks(text) if block.language == "sh"]
    return [line for lines in found for line in lines]


def said(text: str, label: str) -> str:
    """Return the text of the one block with a label."""
    (found,) = [block.text for block in blocks(text) if block.label == label]
    return found


@dataclass(frozen=True)
class Edit:
    """A change of a file that the text shows; `old` is empty where words are added."""

    kind: str
    file: str
    old: str
    new: str

    def carry_out(self, project: Path) -> None:
        """Make the edit in a copy of the project."""
        path = project / self.file
        path.write_text(edited(path.read_text("utf-8"), self.old, self.new), "utf-8")


def edits(text: str) -> Iterator[Edit]:
    """Yield the edits of a text in its order: "after", "added", and "mistake"."""
    before: dict[str, str] = {}
    for block in blocks(text):
        file, _, kind = block.label.partition(" ")
        if kind == "before":
            before[file] = block.text
        elif kind in ("after", "mistake"):
            yield Edit(kind, file, before.pop(file), block.text)
        elif kind == "added":
            yield Edit(kind, file, "", block.text)
    assert not before, f"never changed: {before}"


def edited(text: str, old: str, new: str) -> str:
    """Return the text of a file after an edit; the old words must be there once."""
    if not old:
        return text + new
    lines, wanted = text.splitlines(keepends=True), old.splitlines(keepends=True)
    places = [
        start
        for start in range(len(lines) - len(wanted) + 1)
        if all(map(_is_line, lines[start : start + len(wanted)], wanted))
    ]
    assert len(places) == 1, f"expected once, found {len(places)} times: {old}"
    lines[places[0] : places[0] + len(wanted)] = [new]
    return "".join(lines)


def _is_line(line: str, wanted: str) -> bool:
    name = _NAMED.match(wanted)
    return line.startswith(name[0]) if name else line == wanted


def as_of(today: date, text: str) -> str:
    """Move the dates in a text so that the first is today, since the text grows older."""
    dates = [date.fromisoformat(found) for found in _DATE.findall(text)]
    return _DATE.sub(lambda found: str(today + (date.fromisoformat(found[0]) - dates[0])), text)


def gist(text: str) -> str:
    """Return a message as it is compared: on one line, whatever the day and the line's number."""
    words = " ".join(text.split())
    return re.sub(r"(line |:|\b)\d+\b", r"\1N", _DATE.sub("DATE", words))


def carry_out(project: Path, text: str) -> None:
    """Make every edit that a text teaches in a copy of the project, as if written today."""
    for edit in edits(text):
        if edit.kind != "mistake":
            new = as_of(date.today(), edit.new)
            Edit(edit.kind, edit.file, edit.old, new).carry_out(project)
