"""Options as people write them in YAML to checked options."""

import difflib
from collections.abc import Iterable, Mapping
from dataclasses import fields, replace
from datetime import date, datetime
from pathlib import Path
from typing import Any

from mkdocs_pwa.settings.options import PackOptions, Shortcut
from mkdocs_pwa.settings.validation import Problem, problems, shown

# What a generator knows about the site itself, so that nobody has to write it twice.
SITE_KEYS = ("site_url", "lang", "dir", "built")
KEYS = ("enabled", *(field.name for field in fields(PackOptions) if field.name not in SITE_KEYS))


def unknown_options(written: Iterable[str], known: Iterable[str]) -> list[Problem]:
    """A problem for each name that is no option; a likely one is offered."""
    names = tuple(known)
    found: list[Problem] = []
    for name in written:
        if name not in names:
            close = difflib.get_close_matches(name, names, n=1)
            advice = f"Did you mean '{close[0]}'?" if close else "Correct or remove it."
            text = f"expected one of the options {', '.join(names)}, found '{name}'. {advice}"
            found.append(Problem(name, text))
    return found


def apply_settings(
    raw: Mapping[str, object], defaults: PackOptions, folder: Path
) -> tuple[PackOptions, list[Problem]]:
    """Options with the written values in place of the defaults, and every broken rule.

    Args:
        raw: values by option, as a YAML parser gives them; an empty one leaves the default.
        defaults: what holds where nothing is written.
        folder: where the path of `icon` starts.
    """
    values: dict[str, Any] = {key: value for key, value in raw.items() if value is not None}
    found: list[Problem] = []
    enabled = values.pop("enabled", True)
    if not isinstance(enabled, bool):
        text = f"expected true or false, found {shown(enabled)}. Use one of these words."
        found.append(Problem("enabled", text))
    for key in ("categories", "exclude", "optional", "shortcuts"):
        if isinstance(values.get(key), list):
            values[key] = tuple(values[key])
    if isinstance(values.get("shortcuts"), tuple):
        values["shortcuts"], shortcut_problems = _shortcuts(values["shortcuts"])
        found += shortcut_problems
    # YAML takes a day for a date; one with a time is none, and stays for the rules to refuse.
    if isinstance(values.get("built"), date) and not isinstance(values["built"], datetime):
        values["built"] = values["built"].isoformat()
    if isinstance(values.get("content_policy"), dict):
        values["content_policy"] = _sources(values["content_policy"])
    if "icon" in values:
        icon = _read_icon(values.pop("icon"), folder)
        if isinstance(icon, Problem):
            found.append(icon)
        else:
            values["icon"] = icon
    options = replace(defaults, **values)
    return options, found + problems(options)


def _read_icon(path: object, folder: Path) -> bytes | Problem:
    if isinstance(path, str):
        try:
            return (folder / path).read_bytes()
        except OSError:
            pass
    text = (
        f"expected the path of an SVG file in {folder}, found {shown(path)}. "
        "Correct the path, or leave it out."
    )
    return Problem("icon", text)


def _sources(written: Mapping[object, object]) -> dict[object, object]:
    """Sources by directive; one may be written without a list, as in the policy itself."""
    fixed: dict[object, object] = {}
    for directive, sources in written.items():
        if isinstance(sources, str):
            fixed[directive] = tuple(sources.split())
        else:
            fixed[directive] = tuple(sources) if isinstance(sources, list) else sources
    return fixed


def _shortcuts(items: tuple[object, ...]) -> tuple[tuple[Shortcut, ...], list[Problem]]:
    parts = tuple(field.name for field in fields(Shortcut))
    shortcuts: list[Shortcut] = []
    found: list[Problem] = []
    for number, item in enumerate(items, start=1):
        if isinstance(item, dict) and {"name", "url"} <= item.keys() <= set(parts):
            shortcuts.append(Shortcut(**item))
        else:
            keys = ", ".join(map(str, item)) if isinstance(item, dict) else shown(item)
            text = (
                f"item {number}: expected name, url and perhaps description, found "
                f"{keys or 'nothing'}. Write it as `- {{name: After, url: after/}}`."
            )
            found.append(Problem("shortcuts", text))
    return tuple(shortcuts), found
