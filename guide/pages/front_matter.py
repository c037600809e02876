"""The first lines of a page, between two lines of `---`: read here, and nowhere else.

What counts as first lines is what the builder takes for them (`mkdocs.utils.meta`). It prints all
others for patients, so they are refused here before it reads them.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from guide.errors import PageError
from guide.texts import open_yaml, read_text

_BEGIN = re.compile(r"---[ \t]*")
_END = re.compile(r"(?:---|\.\.\.)[ \t]*")
_COPY = "Copy the first lines of another page, and change them."


@dataclass(frozen=True)
class PageText:
    """A page, cut into its first lines and the rest.

    Attributes:
        values: what the first lines say, by their names.
        lines: the number of the line in the file on which each of these names stands.
        topics: what the page names after `topics:`, each with the number of its line.
        body: the lines below the first lines.
        body_line: the number in the file of the first line of the body.
    """

    values: Mapping[str, Any]
    lines: Mapping[str, int]
    topics: tuple[tuple[int, str], ...]
    body: list[str]
    body_line: int


class FrontMatterError(PageError):
    """First lines that are not as they should be.

    Attributes:
        line: its number in the file.
        about: the name of the line, or the sign that is wanted there.
        found: the words that stand there; empty if none do.
        expected: ends the sentence "expected …".
        advice: whole sentences: what to do.
        body_line: the number of the first line below them; 1 if nobody can tell.
    """

    body_line = 1

    def __init__(self, line: int, about: str, found: str, expected: str, advice: str) -> None:
        said = f'"{found}"' if found else "nothing"
        super().__init__(f"line {line}: expected {expected}, found {said}. {advice}")
        self.line, self.about, self.found = line, about, found
        self.expected, self.advice = expected, advice


def read_page_text(text: str) -> PageText:
    """Cut the text of a page into its first lines and the rest.

    Args:
        text: the whole file, with line ends as Python reads them.

    Raises:
        FrontMatterError: for the first fault in the first lines.
    """
    lines = text.split("\n")
    if not _BEGIN.fullmatch(lines[0]):
        raise FrontMatterError(1, "---", lines[0], '"---" above the first lines', _COPY)
    ends = [index for index, line in enumerate(lines) if index and _END.fullmatch(line)]
    # Without a line end after it, the builder takes all for words.
    if not ends or ends[0] == len(lines) - 1:
        last = len(lines) if ends else 1
        expected = '"---" below the first lines too, and the words of the page below that'
        raise FrontMatterError(last, "---", "", expected, "Write what is missing.")
    head, body = lines[1 : ends[0]], lines[ends[0] + 1 :]
    try:
        values, numbers, topics = _read_head(head)
    except FrontMatterError as error:
        error.body_line = ends[0] + 2
        raise
    if body[-1] == "":
        body.pop()
    return PageText(values, numbers, topics, body, ends[0] + 2)


def read_pages(folder: Path) -> dict[str, PageText]:
    """Read all pages of a folder, by their paths within it, in the order of these.

    Raises:
        PageError: with a line for each page that cannot be read.
    """
    pages, problems = {}, []
    for file in sorted(folder.rglob("*.md")):
        path = file.relative_to(folder).as_posix()
        try:
            pages[path] = read_page_text(read_text(file, path))
        except FrontMatterError as error:
            problems.append(f"{path}, {error}")
        except PageError as error:
            problems.append(str(error))
    if problems:
        raise PageError("\n".join(problems))
    return pages


def _read_head(
    head: list[str],
) -> tuple[dict[str, Any], dict[str, int], tuple[tuple[int, str], ...]]:
    values: dict[str, Any] = {}
    numbers: dict[str, int] = {}
    topics: tuple[tuple[int, str], ...] = ()
    try:
        with open_yaml("\n".join(head)) as loader:
            mapping = loader.get_single_node()
            if not isinstance(mapping, yaml.MappingNode) or not mapping.value:
                raise _unreadable(head, 0)
            for key, node in mapping.value:
                name, line = str(key.value), key.start_mark.line + 2
                if name in numbers:
                    advice = "Take one of the two lines out."
                    raise FrontMatterError(line, name, f"{name}:", "each name once", advice)
                numbers[name] = line
                values[name] = _value(loader, name, line, node)
                if name == "topics":
                    topics = _topics(line, node)
    except yaml.YAMLError as error:
        raise _unreadable(head, _line_of(error)) from None
    return values, numbers, topics


def _value(loader: Any, name: str, line: int, node: yaml.Node) -> Any:
    try:
        return loader.construct_object(node, deep=True)
    except ValueError:
        # Of all that plain YAML knows, only days can be well written and wrong.
        expected, advice = "a day that the calendar has", "Check the month and the day in it."
        raise FrontMatterError(line, name, str(node.value), expected, advice) from None


def _line_of(error: yaml.YAMLError) -> int:
    if not isinstance(error, yaml.MarkedYAMLError):
        return 0
    # What has no end is noticed far below the line in which it begins.
    is_open = re.search("flow|quoted", error.context or "")
    mark = error.context_mark if is_open else error.problem_mark
    return mark.line if mark else 0


def _unreadable(head: list[str], index: int) -> FrontMatterError:
    index = max(0, min(index, len(head) - 1))
    return FrontMatterError(
        index + 2,
        "---",
        head[index] if head else "",
        'a line such as "title: Words" that can be read, here and just above',
        "Put words with a colon or a bracket in them in quotes.",
    )


def _topics(line: int, node: yaml.Node) -> tuple[tuple[int, str], ...]:
    items = node.value if isinstance(node, yaml.SequenceNode) else []
    if not items or not all(isinstance(item, yaml.ScalarNode) for item in items):
        found = node.value if isinstance(node, yaml.ScalarNode) else ""
        expected = 'after "topics:" a list such as [driving, work]'
        advice = "Write brackets around the topics, with a comma between two, or take the line out."
        raise FrontMatterError(line, "topics", found, expected, advice)
    return tuple((item.start_mark.line + 2, str(item.value)) for item in items)
