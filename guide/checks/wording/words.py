"""Words and signs that are replaced: those the guide does not use, and those that are misread."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from guide.checks.blocks import Block
from guide.checks.finding import Finding
from guide.checks.page import Guide, Page
from guide.checks.rules import Replacement
from guide.checks.wording.prose import Sentence, plain, sentences

_BOLD = re.compile(r"(?<!\\)(\*\*|__)(?=\S)(.+?)(?<=\S)\1")
_NUMBER = re.compile(r"\d")


def check(page: Page, guide: Guide) -> Iterator[Finding]:
    """Find banned words, and bold for emphasis."""
    yield from replacements(page, guide.rules.banned)
    for block in page.blocks:
        for match in _BOLD.finditer(block.text):
            line = block.line + block.text.count("\n", 0, match.start())
            yield Finding(
                page.file,
                line,
                match[2],
                "bold inside a sentence. Take the stars out, and put what matters most first.",
            )


def replacements(page: Page, rules: Iterable[Replacement]) -> Iterator[Finding]:
    """Find each place where a rule's pattern stands in the words of a page.

    Args:
        page: its headings, titles and glossary terms are searched as well.
        rules: patterns, in the order in which their findings come for one sentence.
    """
    compiled = [(re.compile(rule.find), rule) for rule in rules]
    for block in page.blocks:
        for sentence in _searched(block):
            for pattern, rule in compiled:
                yield from _found(page, sentence, pattern, rule)


def _found(
    page: Page, sentence: Sentence, pattern: re.Pattern[str], rule: Replacement
) -> Iterator[Finding]:
    # A share with its figure may be called what it is: "most common, in 3 of 4 people".
    if rule.unless_number and _NUMBER.search(sentence.text):
        return
    for match in pattern.finditer(sentence.text):
        yield Finding(page.file, sentence.line, match[0].strip(), f"{rule.why}. {rule.better}")


def _searched(block: Block) -> list[Sentence]:
    # A sentence needs letters; a line without any, such as "5 > 3", is searched too.
    return sentences(block) or [Sentence(block.line, plain(block.text))]
