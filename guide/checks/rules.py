"""What a language says about its own pages: `checks.yml`, in the folder of the pages."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Annotated

import yaml
from pydantic import AfterValidator, BaseModel, ConfigDict, ValidationError

from guide.texts import load_yaml


class RulesError(Exception):
    """`checks.yml` cannot be used; the text has one line for each problem."""


def _compiles(pattern: str) -> str:
    try:
        re.compile(pattern)
    except re.error as error:
        raise ValueError(f"not a regular expression: {error}") from error
    return pattern


Pattern = Annotated[str, AfterValidator(_compiles)]


class _Part(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class FrontMatter(_Part):
    """`optional`: names that a page may have besides those it must have."""

    description: int
    optional: list[str]


class Grade(_Part):
    """The highest reading grade, lower ones of some folders, and words that are counted apart."""

    highest: float
    folders: dict[str, float]
    glossed: list[str]
    syllables: dict[str, int]

    def bar(self, folder: str) -> float:
        """Return the highest grade that a page of a folder may have."""
        return self.folders.get(folder, self.highest)


class Length(_Part):
    """`sentence` in words, `list` in items, `paragraph` in sentences."""

    sentence: int
    list: int
    paragraph: int


class Replacement(_Part):
    """A pattern, why it is at fault, and what to write."""

    find: Pattern
    why: str
    better: str
    unless_number: bool = False


class DoNot(_Part):
    """The words of the do-not rules.

    `sentence` keeps a medicine from a stop; `pause` stands where ketamine itself may do harm.
    """

    words: str
    heading: Pattern
    sentence: str
    says: Pattern
    medicine: Pattern
    verb: Pattern
    harm: Pattern
    pause: str


class Claims(_Part):
    """Patterns that make a sentence a claim, and those that send the reader to the clinic."""

    strong: Pattern
    weak: Pattern
    sends: Pattern
    cards: list[str]
    about_the_guide: list[str]


class Links(_Part):
    """`made_by_macros`: ids that a link may name, by the page they are on."""

    made_by_macros: dict[str, list[str]]


class Medicines(_Part):
    """Right spellings of names and of kinds, and words that are near one of them and right too."""

    names: list[str]
    kinds: list[str]
    ordinary: list[str]


class Rules(_Part):
    """All of `checks.yml`."""

    front_matter: FrontMatter
    grade: Grade
    length: Length
    banned: list[Replacement]
    ismp: list[Replacement]
    do_not: DoNot
    claims: Claims
    links: Links
    medicines: Medicines


def read_rules(path: Path) -> Rules:
    """Read `checks.yml`.

    Raises:
        RulesError: if it is not there, is no YAML, or has other names than the classes above.
    """
    try:
        return Rules.model_validate(load_yaml(path.read_text("utf-8")))
    except FileNotFoundError:
        raise RulesError(
            f"{path}: expected the rules of this language, found no such file. "
            "Copy checks.yml from docs/en and put the words of your language in."
        ) from None
    except yaml.YAMLError as error:
        raise RulesError(f"{path}: expected YAML, found a mistake: {error}") from error
    except ValidationError as error:
        raise RulesError("\n".join(_said(path, one) for one in error.errors())) from error


def _said(path: Path, error: object) -> str:
    assert isinstance(error, dict)
    where = " → ".join(str(part) for part in error["loc"])
    return f"{path}: {where}: {error['msg']}. Compare with docs/en/checks.yml."
