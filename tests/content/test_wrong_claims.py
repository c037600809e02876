"""No wrong claim of the two source pages, or that a pharmacist found, is in the guide.

`wrong_claims.yml` has each wrong claim, patterns that find it in a writer's own words, sentences
that show the patterns at work, and where the guide says what is right.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml
from pydantic import BaseModel, ConfigDict

from guide.markup.sources import citation, read_sources
from guide.pages.front_matter import read_page_text

from ..pages import DOCS, sources
from .sections import plain, sentences, without_front_matter

CLAIMS = Path(__file__).with_name("wrong_claims.yml")
PROJECT = DOCS.parents[1]


class Wording(BaseModel):
    """Words that a page has."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    page: str
    words: str


class Claim(BaseModel):
    """One wrong claim."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    id: str
    wrong: str
    never: list[str]
    example: list[str]
    instead: list[Wording]


def matches(pattern: str, sentence: str) -> bool:
    return bool(re.search(pattern, sentence, re.IGNORECASE))


def found(claim: Claim, place: str, sentence: str) -> str | None:
    """Return what to do about a sentence that makes a wrong claim, or nothing."""
    for pattern in claim.never:
        if matches(pattern, sentence):
            right = claim.instead[0]
            return (
                f"{place}: expected no sentence that says “{claim.wrong}”, found “{sentence}”. "
                f"Write it as {right.page} does: “{right.words}”. If the sentence is right, make "
                f"the pattern {pattern} of {claim.id} in tests/content/wrong_claims.yml narrower."
            )
    return None


def missing(claim: Claim, wording: Wording, docs: Path) -> str | None:
    """Return what to do about a right wording that a page no longer has, or nothing."""
    text = plain(without_front_matter((docs / wording.page).read_text("utf-8")))
    if wording.words.lower() in text.lower():
        return None
    return (
        f"{wording.page}: expected “{wording.words}”, which keeps readers from the wrong claim "
        f"{claim.id} (“{claim.wrong}”), found no such words. Put them back, or write the new "
        "ones in tests/content/wrong_claims.yml."
    )


def words_of(values: Any) -> Iterator[str]:
    """Yield the texts of nested lists and mappings."""
    if isinstance(values, str):
        yield values
    elif isinstance(values, dict):
        for value in values.values():
            yield from words_of(value)
    elif isinstance(values, list):
        for value in values:
            yield from words_of(value)


@cache
def what_readers_see() -> list[tuple[str, str]]:
    """Return each sentence of the guide with its place."""
    texts: list[tuple[str, str]] = []
    for path in sources():
        head = read_page_text(path.read_text("utf-8")).values
        page = path.relative_to(DOCS).as_posix()
        texts += [(page, head["title"]), (page, head["description"])]
        texts += [(page, sentence) for sentence in sentences(path.read_text("utf-8"))]
    interface = yaml.safe_load((DOCS / "strings.yml").read_text("utf-8"))
    for words in words_of(interface):
        texts += [("strings.yml", sentence) for sentence in sentences(words)]
    return texts


ALL = [Claim(**claim) for claim in yaml.safe_load(CLAIMS.read_text("utf-8"))["claims"]]


# W: of the two source pages. P: found in the guide itself, read as a pharmacist would.
WRONG_IN_SOURCE_PAGES = 31
FOUND_BY_A_PHARMACIST = 34


def test_no_wrong_claim_has_left_the_list() -> None:
    assert [claim.id for claim in ALL] == [
        *(f"W{number:02}" for number in range(1, WRONG_IN_SOURCE_PAGES + 1)),
        *(f"P{number:02}" for number in range(1, FOUND_BY_A_PHARMACIST + 1)),
    ]


@pytest.fixture(params=ALL, ids=lambda claim: claim.id)
def claim(request: pytest.FixtureRequest) -> Claim:
    value: Claim = request.param
    return value


def test_no_page_makes_a_wrong_claim(claim: Claim) -> None:
    problems = (found(claim, place, sentence) for place, sentence in what_readers_see())
    assert [problem for problem in problems if problem] == []


def test_no_source_is_listed_that_was_not_found() -> None:
    unread = next(claim for claim in ALL if claim.id == "W31")
    listed = [citation(source) for source in read_sources(PROJECT / "sources.yml").values()]
    problems = (found(unread, "sources.yml", line) for line in listed)
    assert [problem for problem in problems if problem] == []


def test_the_right_wording_is_in_the_guide(claim: Claim) -> None:
    problems = (missing(claim, wording, DOCS) for wording in claim.instead)
    assert [problem for problem in problems if problem] == []


def test_every_pattern_finds_a_wrong_sentence(claim: Claim) -> None:
    assert [p for p in claim.never if not any(matches(p, s) for s in claim.example)] == []


def test_every_wrong_sentence_is_found(claim: Claim) -> None:
    assert [s for s in claim.example if not any(matches(p, s) for p in claim.never)] == []


CLAIM = Claim(
    id="W99",
    wrong="It never rains",
    never=[r"\bnever rains\b"],
    example=["It never rains."],
    instead=[Wording(page="rain.md", words="It may rain")],
)


def test_a_wrong_claim_is_told_with_its_place() -> None:
    assert found(CLAIM, "sun.md", "Here it NEVER rains.") == (
        "sun.md: expected no sentence that says “It never rains”, found “Here it NEVER rains.”. "
        "Write it as rain.md does: “It may rain”. If the sentence is right, make the pattern "
        r"\bnever rains\b of W99 in tests/content/wrong_claims.yml narrower."
    )


def test_a_right_wording_that_is_gone_is_told(tmp_path: Path) -> None:
    (tmp_path / "rain.md").write_text("# Rain\n\nIt may\n[snow](snow.md).[^source]\n", "utf-8")
    assert missing(CLAIM, CLAIM.instead[0], tmp_path) == (
        "rain.md: expected “It may rain”, which keeps readers from the wrong claim W99 (“It never "
        "rains”), found no such words. Put them back, or write the new ones in "
        "tests/content/wrong_claims.yml."
    )
    wording = Wording(page="rain.md", words="It may snow.")
    assert missing(CLAIM, wording, tmp_path) is None
