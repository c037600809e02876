"""Mistakes in a clinic file, and the file with the advice of each message followed."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

import yaml

from guide.clinic import parse_clinic
from guide.errors import ClinicError

from .asking import PROJECT

CASES = sorted((PROJECT / "tests/cases/clinic").glob("*.yml"))


def of_clinic(text: str) -> list[str]:
    try:
        parse_clinic(f"{text.rstrip()}\nsample: true\n", "clinic.yml", today=date(2026, 11, 24))
    except ClinicError as error:
        return str(error).splitlines()
    return []


def advised(text: str, message: str) -> Iterator[str]:
    """Yield a clinic file with each thing in it that a message about it says to write."""
    number, said = re.match(r"clinic\.yml, line (\d+): (.+)", message).groups()  # type: ignore[union-attr]
    lines = text.splitlines() or [""]
    index = min(int(number), len(lines)) - 1
    indent = re.match(r" *", lines[index])[0]  # type: ignore[index]
    advice = re.split(r"found .+?[^.]\. (?=[A-Z0-9\"])", said)[-1]

    def with_line(line: str) -> str:
        return "\n".join([*lines[:index], line, *lines[index + 1 :]])

    if whole := re.search(r"such as: (.+)", advice):
        if advice.startswith("Add one below"):
            yield "\n".join([*lines[: index + 1], f"{indent}  {whole[1]}", *lines[index + 1 :]])
        elif advice.startswith("Add one"):
            yield f"{text.rstrip()}\n{whole[1]}\n"
        else:
            yield with_line(indent + whole[1])
        return
    key = re.match(r"\s*(?:- )?[\w-]+: ?", lines[index])
    if "Put the whole value in quotes" in advice:
        value = lines[index][len(key[0]) :] if key else ""
        value = value[1:-1] if value[:1] in "\"'" and value[:1] == value[-1:] else value
        # If it has quote marks inside, use the other kind around it.
        quote = "'" if '"' in value else '"'
        yield with_line(f"{key[0] if key else ''}{quote}{value}{quote}")
        return
    if whole := re.search(r'(?:lines|a value,) such as "(.+?)"', said):
        yield with_line(whole[1])
        return
    if below := re.search(r'lines below it, such as "(\w+:)"', said):
        yield with_line(
            f"{indent}{lines[index].split(':')[0].strip()}:\n{indent}  {below[1]} words"
        )
        return
    if "It belongs below" in advice:
        names = re.findall(r'"(\w+:)"', advice)
        place = [f"{'  ' * depth}{name}" for depth, name in enumerate(names)]
        rest = with_line("").splitlines()
        # What is below "rules:" already stays there.
        at = rest.index(place[0]) + 1 if place[0] in rest else len(rest)
        new = [*([] if place[0] in rest else place[:1]), *place[1:]]
        new.append("  " * len(names) + lines[index].strip())
        yield "\n".join(line for line in [*rest[:at], *new, *rest[at:]] if line.strip())
        return
    values = re.findall(r'(?:as|or|write|Write|in quotes:|colon such as) ("[^"]+"|\[.+?\])', advice)
    values += re.findall(r"Write (true|\d+ \w+)(?:,| or more)", advice)
    for value in values:
        yield with_line(f"{key[0] if key else ''}{value}")
    if meant := re.search(r'Did you mean "(.+?)"', said):
        wrong = re.findall(r"found “?\"?(.+?):?[\"”]", said)[-1]
        yield with_line(lines[index].replace(wrong, meant[1]))


#: For each advice the name of its case, the wrong file, the message and the mended file.
FOLLOWED = [
    (path.stem, text, message, followed)
    for path in CASES
    for text, told in [yaml.safe_load(path.read_text("utf-8")).values()]
    for message in told.splitlines()
    for followed in advised(text, message)
]
