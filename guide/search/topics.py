"""Which topics the Markdown of a page names, and whether the file of words knows them."""

from __future__ import annotations

import difflib
import re
from collections.abc import Collection, Iterable, Iterator, Mapping

from guide.pages.front_matter import PageText
from guide.search.words import FILE

_HEADING = re.compile(r"^#{1,6} .*\{[^}]*\bdata-topics=\"([^\"]*)\"[^}]*\}\s*$")
# In the first cell of a row, or on a line of its own below a line of a list.
_ROW = re.compile(r"^(?:\|.*| +)\{data-topics=\"([^\"]*)\"[^}]*\}")


def topics_of_page(page: PageText) -> list[str]:
    """Return the topics that a page or one of its headings answers, each once, in its order."""
    return list(dict.fromkeys(topic for _, topic in _named(page)))


def _named(page: PageText) -> Iterator[tuple[int, str]]:
    yield from page.topics
    yield from _in_body(page, _HEADING)


def _in_body(page: PageText, pattern: re.Pattern[str]) -> Iterator[tuple[int, str]]:
    for number, line in enumerate(page.body, page.body_line):
        if match := pattern.match(line):
            for topic in match[1].split():
                yield number, topic


def topic_problems(
    pages: Mapping[str, PageText],
    topics: Iterable[str],
    effects: Iterable[str] = (),
    file: str = FILE,
) -> list[str]:
    """Return a message for each topic or effect that pages and words do not agree on.

    Args:
        pages: by their paths.
        topics: those of the file of words. Headings name them, and rows of tables may.
        effects: those of the file of words. Rows name them, and no heading does.
        file: its path as messages name it.
    """
    topics, effects = list(topics), list(effects)
    answered: set[str] = set()
    found: set[str] = set()
    problems = []
    for path, page in sorted(pages.items()):
        for line, topic in _named(page):
            answered.add(topic)
            problems += _unknown(f"{path}:{line}", topic, topics, file)
        for line, topic in _in_body(page, _ROW):
            found.add(topic)
            problems += _unknown(f"{path}:{line}", topic, [*topics, *effects], file)
    problems += [
        f"{file}: expected every topic to have an answer, found no page that names “{topic}”. "
        f'Write {{data-topics="{topic}"}} after the heading that answers it, or take its line '
        "out."
        for topic in topics
        if topic not in answered
    ]
    problems += [
        f"{file}: expected every effect to have a row, found none that names “{effect}”. Write "
        f'{{data-topics="{effect}"}} at the end of the row\'s first cell, or take its line out.'
        for effect in effects
        if effect not in found
    ]
    return problems


def _unknown(where: str, topic: str, known: Collection[str], file: str) -> list[str]:
    if topic in known:
        return []
    near = difflib.get_close_matches(topic, known, n=1)
    hint = f" Did you mean “{near[0]}”?" if near else ""
    return [
        f"{where}: expected a topic of {file}, found “{topic}”.{hint} Correct it here, or add a "
        "line with its everyday words there."
    ]
