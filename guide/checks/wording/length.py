"""How long a sentence, a list and a paragraph may be."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from guide.checks.finding import Finding
from guide.checks.page import Guide, Page
from guide.checks.wording.prose import plain, sentences


def check(page: Page, guide: Guide) -> Iterator[Finding]:
    """Find sentences, lists and paragraphs that ask for too much at once."""
    longest = guide.rules.length
    for block in page.blocks:
        found = sentences(block)
        for sentence in found:
            if (count := len(sentence.words)) > longest.sentence:
                message = (
                    f"{count} words in one sentence. Make two, of {longest.sentence} or fewer."
                )
                yield Finding(page.file, sentence.line, sentence.text, message)
        if block.kind == "paragraph" and len(found) > longest.paragraph:
            message = (
                f"{len(found)} sentences in one paragraph. "
                f"Leave an empty line after {longest.paragraph} or fewer."
            )
            yield Finding(page.file, block.line, plain(block.text), message)
    yield from _long_lists(page, longest.list)


def _long_lists(page: Page, longest: int) -> Iterator[Finding]:
    items = [block for block in page.blocks if block.kind == "item"]
    sizes = Counter(block.group for block in items)
    first = {block.group: block for block in reversed(items)}
    for group, size in sizes.items():
        if size > longest:
            message = (
                f"{size} lines in one list. "
                f"Put some of them under a heading of their own, {longest} or fewer under each."
            )
            yield Finding(page.file, first[group].line, plain(first[group].text), message)
