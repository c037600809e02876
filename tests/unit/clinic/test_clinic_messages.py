"""Bad clinic files: one in each file of `tests/cases/clinic`, with its messages word for word."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

import pytest
import yaml

from guide.clinic import parse_clinic
from guide.errors import ClinicError

CASES = sorted((Path(__file__).parents[2] / "cases/clinic").glob("*.yml"))
FORM = re.compile(r"clinic\.yml, line (\d+): (?:.+: )?expected .+, found .+\. .+")

# Words of Python, pydantic and YAML's parser.
OF_PROGRAMMERS = re.compile(
    r"\b(str|string|int|dict|dictionary|None|NoneType|bool|boolean|mapping|scalar|token|"
    r"sequence|input|valid\w*|Error|pydantic|parse\w*)\b|<\w+ \w+>"
)

TODAY = date(2026, 11, 24)

WHOLE = """\
name: Lakeside Clinic
country: US
phone: (303) 444-0134
routes: [drip, spray]
rules:
  spray:
    stop_food: 2 hours
    companion_required: true
reviewer:
  name: Dr. Ana Rivers
  licence: 204816
  date: 2026-11-22
notices:
  - Students may be here.
hours: 8 am to 6 pm
"""


def case(path: Path) -> tuple[str, list[str]]:
    content = yaml.safe_load(path.read_text("utf-8"))
    return content["clinic"], content["messages"].splitlines()


def messages(text: str) -> list[str]:
    try:
        parse_clinic(text, "clinic.yml", today=TODAY)
    except ClinicError as error:
        return str(error).splitlines()
    return []


def test_there_are_cases() -> None:
    assert len(CASES) >= 40


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)
def test_a_bad_file_is_told_in_these_words(path: Path) -> None:
    text, expected = case(path)
    assert messages(text) == expected


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)
def test_messages_have_one_form_stand_in_the_order_of_lines_and_use_plain_words(
    path: Path,
) -> None:
    matches = [FORM.fullmatch(message) for message in case(path)[1]]
    lines = [int(match[1]) for match in matches if match]
    assert len(lines) == len(matches)
    assert lines == sorted(lines)
    assert not [match[0] for match in matches if match and OF_PROGRAMMERS.search(match[0])]


def damaged() -> list[str]:
    lines = WHOLE.splitlines()
    texts = []
    for index, line in enumerate(lines):
        head, colon, value = line.partition(":")
        others = [
            *(f"{head}{colon} {sign}{value.strip()}" for sign in "[]{}&*!|>'\"%@`#,?:-~\\\t"),
            head,
            f"{head}{colon}",
            f" {line}",
            line[1:],
            line[2:],
            "",
        ]
        texts += ["\n".join([*lines[:index], other, *lines[index + 1 :]]) for other in others]
    return texts


def test_no_damage_to_a_line_leads_to_anything_but_messages() -> None:
    assert messages(WHOLE) == []
    found = [message for text in damaged() for message in messages(text)]
    assert len(found) > 200
    assert not [message for message in found if not FORM.fullmatch(message)]
    assert not [message for message in found if OF_PROGRAMMERS.search(message)]
