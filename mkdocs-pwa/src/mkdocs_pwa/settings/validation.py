"""The rules for options, all broken ones found in one run."""

import re
from collections.abc import Callable
from dataclasses import fields
from datetime import date, datetime
from typing import NamedTuple
from urllib.parse import urlsplit

from pathspec import GitIgnoreSpec

from mkdocs_pwa.app import icons
from mkdocs_pwa.policy import content_policy
from mkdocs_pwa.settings.options import DIRECTIONS, DISPLAYS, PackOptions, Shortcut


class Problem(NamedTuple):
    """One broken rule, filed under the option that it is about."""

    option: str
    text: str

    def __str__(self) -> str:
        return f"{self.option}: {self.text}"


def problems(options: PackOptions) -> list[Problem]:
    """Every broken rule, in the order of the options.

    Values may come straight from a YAML file, so nothing is taken for granted about them.
    """
    found: list[Problem] = []
    for field in fields(PackOptions):
        value = getattr(options, field.name)
        if field.name == "icon":
            found += [Problem("icon", text) for text in icons.problems(value)]
        elif field.name == "shortcuts":
            found += _shortcut_problems(value)
        elif not _RULES[field.name].holds(value):
            found.append(Problem(field.name, _RULES[field.name].broken_by(value)))
    return found


def shown(value: object) -> str:
    """A found value in a writer's words, never a programmer's."""
    match value:
        case None | "":
            return "nothing"
        case bool():
            return str(value).lower()
        case str():
            return f"'{value}'"
        case int() | float():
            return f"the number {value}"
        case list() | tuple():
            return "a list"
        case dict():
            return "names with values"
        case datetime():
            return "a day with a time"
        case _:
            return "something else"


class _Rule(NamedTuple):
    holds: Callable[[object], bool]
    expected: str
    advice: str
    shown: Callable[[object], str] = shown

    def broken_by(self, value: object) -> str:
        return f"expected {self.expected}, found {self.shown(value)}. {self.advice}"


def _is_line(value: object) -> bool:
    return isinstance(value, str) and value.strip() != "" and "\n" not in value


def _is_color(value: object) -> bool:
    return isinstance(value, str) and bool(re.fullmatch(r"#([0-9a-fA-F]{3}){1,2}", value))


def _is_language(value: object) -> bool:
    return isinstance(value, str) and bool(
        re.fullmatch(r"[A-Za-z]{2,3}(-[A-Za-z0-9]{1,8})*", value)
    )


def _is_site_url(value: object) -> bool:
    if not isinstance(value, str):
        return value is None
    try:
        parts = urlsplit(value)
        has_host = bool(parts.hostname) and parts.port != 0
    except ValueError:
        return False
    return parts.scheme in ("http", "https") and has_host and not parts.query


def _is_page_url(value: object) -> bool:
    if not _is_line(value):
        return False
    try:
        parts = urlsplit(str(value))
    except ValueError:
        return False
    inside = not parts.path.startswith("/") and ".." not in parts.path.split("/")
    return inside and not parts.scheme and not parts.netloc and not parts.query


def _lines(value: object) -> bool:
    return isinstance(value, tuple) and all(map(_is_line, value))


def _is_day(value: object) -> bool:
    try:
        return isinstance(value, str) and date.fromisoformat(value).isoformat() == value
    except ValueError:
        return False


def _are_patterns(value: object) -> bool:
    return isinstance(value, tuple) and _lines(value) and all(map(_is_pattern, value))


def _is_pattern(value: str) -> bool:
    try:
        GitIgnoreSpec.from_lines([value])
    except (ValueError, re.error):
        return False
    return True


def _broken_pattern(value: object) -> str:
    """The first item that is no pattern; the value as a whole if it is no list of lines."""
    items = value if isinstance(value, tuple) and _lines(value) else ()
    return next((shown(item) for item in items if not _is_pattern(item)), shown(value))


def _is_policy(value: object) -> bool:
    if isinstance(value, bool):
        return True
    if not isinstance(value, dict):
        return False
    known = {*content_policy.BASE, *content_policy.MORE}
    return all(name in known and _are_sources(sources) for name, sources in value.items())


def _are_sources(value: object) -> bool:
    if not isinstance(value, tuple) or not all(isinstance(source, str) for source in value):
        return False
    # Any other sign would end the source, its directive or the whole policy.
    return all(
        re.fullmatch(r"[A-Za-z0-9:/.*?=&%_@~+'-]+", source)
        and source.lower() not in content_policy.FORBIDDEN
        for source in value
    )


def _color_rule(example: str) -> _Rule:
    return _Rule(
        _is_color, f"a color such as {example}", "Write it as # with three or six digits 0-9, a-f."
    )


def _choice_rule(choices: tuple[str, ...]) -> _Rule:
    listed = f"{', '.join(choices[:-1])} or {choices[-1]}"
    return _Rule(lambda value: value in choices, listed, "Use one of these words.")


_RULES = {
    "name": _Rule(
        _is_line, "one line of text", "Write the name as it should read when the app is installed."
    ),
    "short_name": _Rule(
        lambda value: value is None or _is_line(value),
        "one line of text",
        "Write a name of about 12 letters for the home screen, or leave it out.",
    ),
    "description": _Rule(
        lambda value: isinstance(value, str),
        "text",
        "Write a sentence about the site, or leave it out.",
    ),
    "lang": _Rule(
        _is_language,
        "a language tag such as en or pt-BR",
        "Set the language of the theme, or `lang` in the options file.",
    ),
    "dir": _choice_rule(DIRECTIONS),
    "site_url": _Rule(
        _is_site_url,
        "an address such as https://example.org/guide/",
        "Write the whole address that readers use, or leave it out.",
    ),
    "theme_color": _color_rule("#ffffff"),
    "theme_color_dark": _color_rule("#121212"),
    "background_color": _color_rule("#ffffff"),
    "background_color_dark": _color_rule("#121212"),
    "display": _choice_rule(DISPLAYS),
    "categories": _Rule(
        _lines,
        "a list of words such as [health, education]",
        "Write one word or phrase an item.",
    ),
    "exclude": _Rule(
        _are_patterns,
        "a list of patterns such as ['*.mp4', 'archive/']",
        "Write one pattern an item, as in a .gitignore file.",
        _broken_pattern,
    ),
    "optional": _Rule(
        _are_patterns,
        "a list of patterns such as ['*.mp3', 'films/']",
        "Write one pattern an item, as in a .gitignore file.",
        _broken_pattern,
    ),
    "bundle": _Rule(
        lambda value: isinstance(value, bool), "true or false", "Use one of these words."
    ),
    "urgent": _Rule(
        lambda value: value is None or _is_line(value),
        "one line of text",
        "Write why readers should take this version at once, or leave it out.",
    ),
    "built": _Rule(
        lambda value: value is None or _is_day(value),
        "a day such as 2026-11-22",
        "Write year, month and day, or leave it out.",
    ),
    "content_policy": _Rule(
        _is_policy,
        "true, false, or sources by directive such as {img-src: https://maps.example}",
        "Use directives of a content policy and addresses of hosts. 'unsafe-inline' and "
        "'unsafe-eval' are refused: put code into script files, or write false for no policy.",
    ),
    "host_files": _Rule(
        lambda value: isinstance(value, bool), "true or false", "Use one of these words."
    ),
}

_SHORTCUT_RULES = {
    "name": _Rule(_is_line, "one line of text", "Write what the menu should say."),
    "url": _Rule(
        _is_page_url,
        "a page of this site such as after/",
        "Write its path from the site's root, without a slash in front.",
    ),
    "description": _Rule(
        lambda value: isinstance(value, str), "text", "Write a sentence, or leave it out."
    ),
}


def _shortcut_problems(shortcuts: object) -> list[Problem]:
    if not isinstance(shortcuts, tuple) or not all(isinstance(s, Shortcut) for s in shortcuts):
        text = (
            f"expected a list of items with name and url, found {shown(shortcuts)}. "
            "Write each as `- {name: After, url: after/}`."
        )
        return [Problem("shortcuts", text)]
    found: list[Problem] = []
    for number, shortcut in enumerate(shortcuts, start=1):
        for part, rule in _SHORTCUT_RULES.items():
            value = getattr(shortcut, part)
            if not rule.holds(value):
                found.append(
                    Problem("shortcuts", f"item {number}, {part}: {rule.broken_by(value)}")
                )
    return found
