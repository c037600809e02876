"""Reading grade: Flesch–Kincaid, and SMOG where a page is long enough for it.

Flesch–Kincaid: Kincaid and others, 1975, Research Branch Report 8-75.
SMOG: McLaughlin, 1969, "SMOG grading: a new readability formula", Journal of Reading 12(8).

textstat counts the syllables, with the CMU dictionary and, for a word not in it, by hyphenation,
which finds too few in the names of medicines: those are in `checks.yml` under `syllables`.
The sentences are counted here, since textstat would see none in a list or a table.

What is not counted flatters no page:

- headings, titles of cards, heads of tables and terms of the glossary are short and no sentences;
- neither is a cell or item of one or two words, such as "Headache";
- numbers, and values that macros fill in, would each be a word of one syllable.

SMOG was made for 30 sentences. On a shorter page one long word moves it by half a grade or more,
so such a page is judged by Flesch–Kincaid alone. A word listed in `checks.yml` under `glossed` is
no long word for SMOG on a page that explains it: in brackets ("strong pain pills (opioids)"),
before brackets ("MAOIs (a kind of mood pill)") or as a glossary term. The name of a medicine is
none on any page, since there is no plainer word for it. Flesch–Kincaid counts all of these.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

import textstat

from guide.checks.blocks import Block
from guide.checks.finding import Finding
from guide.checks.page import Guide, Page
from guide.checks.rules import Grade, Rules
from guide.checks.wording.prose import Sentence, plain, sentences

SMOG_SENTENCES = 30

_KINDS = ("paragraph", "item", "row", "meaning")
_FEWEST_WORDS = 3
_LONG_WORD = 3
_IN_BRACKETS = re.compile(r"\(([^)]*)\)")
_BEFORE_BRACKETS = re.compile(r"([\w-]+(?: [\w-]+)?) \(")
_WORD = re.compile(r"[^\W\d_][\w'’-]*")


@dataclass(frozen=True)
class Counts:
    """What the two formulas are made of, for one page or several."""

    sentences: int = 0
    words: int = 0
    syllables: int = 0
    long_words: int = 0

    def __add__(self, other: Counts) -> Counts:
        return Counts(
            self.sentences + other.sentences,
            self.words + other.words,
            self.syllables + other.syllables,
            self.long_words + other.long_words,
        )

    @property
    def flesch_kincaid(self) -> float | None:
        """The grade; None without a sentence."""
        if not self.sentences:
            return None
        return 0.39 * self.words / self.sentences + 11.8 * self.syllables / self.words - 15.59

    @property
    def smog(self) -> float | None:
        """The grade; None for a text too short to have one."""
        if self.sentences < SMOG_SENTENCES:
            return None
        return float(1.043 * (self.long_words * 30 / self.sentences) ** 0.5 + 3.1291)


def check(page: Page, guide: Guide) -> Iterator[Finding]:
    """Find that a page is harder to read than its folder allows, and the sentence to begin with."""
    bar = guide.rules.grade.bar(page.folder)
    counted = list(_by_sentence(page, guide.rules))
    total = count(page, guide.rules)
    grades = (
        ("Flesch–Kincaid", total.flesch_kincaid, _by_flesch_kincaid),
        ("SMOG", total.smog, _by_long_words),
    )
    for name, grade, hardness in grades:
        if grade is None or round(grade, 1) <= bar:
            continue
        hardest, _ = max(counted, key=hardness)
        message = (
            f"the page reads at grade {grade:.1f} ({name}), and {bar:g} is the highest here. "
            "Begin with this sentence: shorter words, or two sentences."
        )
        yield Finding(page.file, hardest.line, hardest.text, message)


def count(page: Page, rules: Rules) -> Counts:
    """Count what is prose on a page."""
    return sum((counts for _, counts in _by_sentence(page, rules)), Counts())


def _by_flesch_kincaid(counted: tuple[Sentence, Counts]) -> float:
    return counted[1].flesch_kincaid or 0.0


def _by_long_words(counted: tuple[Sentence, Counts]) -> int:
    return counted[1].long_words


def _by_sentence(page: Page, rules: Rules) -> Iterator[tuple[Sentence, Counts]]:
    names = {name.lower() for name in rules.medicines.names}
    known = names | _explained(page, rules.grade.glossed)
    for block in page.blocks:
        if block.kind not in _KINDS:
            continue
        for sentence in sentences(block):
            words = _WORD.findall(sentence.text)
            if len(words) >= _FEWEST_WORDS:
                yield sentence, _count(words, rules.grade, known)


def _count(words: list[str], rules: Grade, known: set[str]) -> Counts:
    syllables = [rules.syllables.get(word.lower()) or _syllables(word.lower()) for word in words]
    long_words = [
        word
        for word, number in zip(words, syllables, strict=True)
        if number >= _LONG_WORD and word.lower() not in known
    ]
    return Counts(1, len(words), sum(syllables), len(long_words))


def _explained(page: Page, glossed: list[str]) -> set[str]:
    places = " ".join(place for block in page.blocks for place in _glosses(block)).lower()
    return {word for word in glossed if re.search(rf"\b{re.escape(word)}\b", places)}


def _glosses(block: Block) -> Iterator[str]:
    text = plain(block.text)
    if block.kind == "term":
        yield text
    yield from _IN_BRACKETS.findall(text)
    yield from _BEFORE_BRACKETS.findall(text)


@cache
def _syllables(word: str) -> int:
    return sum(int(textstat.syllable_count(part)) for part in word.split("-"))
