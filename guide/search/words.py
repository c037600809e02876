"""The file of everyday words, one a language: which words stand for which topic."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

import yaml

from guide.errors import PageError
from guide.search.plain import plain
from guide.texts import load_yaml

FILE = "search-words.yml"

_KEYS = ("topics", "help_first", "skip", "endings")
_ID = re.compile(r"[a-z][a-z0-9-]*")


@dataclass(frozen=True)
class Words:
    """The file as read.

    Attributes:
        topics: by id the everyday words and phrases, in the file's order.
        effects: the same for what only rows of "What is usual, and when" name: search does not
            look there, the picker of that page does.
        kept: words that keep their endings.
        readings: the topics that answer a reading of blood pressure, `high` and `other`, and in
            `over` what people write between its two numbers.
        help_first: topics for which the call card and the help page come before all results.
        skip: words that say little by themselves.
        endings: what is taken off a word, so that its forms are one.
        poison: of the words of an emergency, those that bring the poison line.
        harmless: longer phrases that hold words of danger and tell of none. Each is among the
            words of its topic as well.
    """

    topics: Mapping[str, tuple[str, ...]]
    help_first: tuple[str, ...]
    skip: tuple[str, ...]
    endings: tuple[str, ...]
    effects: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    kept: tuple[str, ...] = ()
    readings: Mapping[str, str] = field(default_factory=dict)
    poison: tuple[str, ...] = ()
    harmless: tuple[str, ...] = ()


def read_words(text: str, file: str = FILE) -> Words:
    """Read the file of everyday words.

    Args:
        text: the whole file.
        file: its path as messages name it.

    Raises:
        PageError: for what is not as it should be; one line for each problem.
    """
    try:
        found = load_yaml(text)
    except yaml.YAMLError as error:
        line = getattr(getattr(error, "problem_mark", None), "line", 0) + 1
        raise PageError(
            f"{file}:{line}: expected lines such as “driving: drive, car, bike”, found a line "
            "that cannot be read. Look for a colon or a quote within the words."
        ) from None
    found = found if isinstance(found, dict) else {}
    problems = [*_problems(found, text, file)]
    if problems:
        raise PageError("\n".join(problems))
    harmless = {name: _listed(value) for name, value in found.get("harmless", {}).items()}
    return Words(
        topics={
            name: (*_listed(value), *harmless.get(name, ()))
            for name, value in found["topics"].items()
        },
        help_first=tuple(found["help_first"]),
        skip=_compared(_listed(found["skip"])),
        endings=_compared(map(str, found["endings"])),
        effects={name: _listed(value) for name, value in found.get("effects", {}).items()},
        kept=_compared(_listed(found.get("kept", ""))),
        readings=found.get("readings", {}),
        poison=_listed(found.get("poison", "")),
        harmless=tuple(phrase for phrases in harmless.values() for phrase in phrases),
    )


def _problems(found: Mapping[str, Any], text: str, file: str) -> list[str]:
    missing = [
        f"{file}: expected a section “{key}:”, found none. Copy it from another language."
        for key in _KEYS
        if not found.get(key)
    ]
    if missing:
        return missing
    topics = found["topics"]
    problems = []
    for name, value in [*topics.items(), *found.get("effects", {}).items()]:
        if not isinstance(name, str) or not _ID.fullmatch(name):
            problems.append(
                f"{file}:{_line(name, text)}: expected the name of a topic in small letters and "
                f"dashes, such as “drug-test”, found “{name}”. Write it that way here and on the "
                "pages."
            )
        elif not isinstance(value, str) or not _listed(value):
            problems.append(
                f"{file}:{_line(name, text)}: expected everyday words for the topic “{name}”, "
                f"found none. Write what people type, with commas: “{name}: one word, two words”."
            )
    readings = found.get("readings", {})
    named = [("help_first", name) for name in found["help_first"]]
    named += [("harmless", name) for name in found.get("harmless", {})]
    named += [("readings", readings[key]) for key in ("high", "other") if key in readings]
    problems += [
        f"{file}:{_line(key, text)}: expected topics of this file, found “{name}”. "
        "Add that topic with its words, or take its name out."
        for key, name in named
        if name not in topics
    ]
    return problems


def _compared(words: Iterable[str]) -> tuple[str, ...]:
    """Words that stand against those of queries and texts, and so in the same letters."""
    return tuple(map(plain, words))


def _listed(value: str) -> tuple[str, ...]:
    return tuple(words for part in value.split(",") if (words := " ".join(part.split())))


def _line(name: object, text: str) -> int:
    match = re.search(rf"^ *{re.escape(str(name))} *:", text, re.MULTILINE)
    return text.count("\n", 0, match.start()) + 1 if match else 1
