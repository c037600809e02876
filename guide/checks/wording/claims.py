"""Claims without a source.

A sentence is a claim if it has

- a strong sign: a number, "must" or "do not"; or
- a weak sign: a time ("hours", "day") or "call", unless the sentence is a question or sends the
  reader to the clinic ("Ask your clinic when you can drive", "If you are not sure, call the
  clinic"), which tells no fact; or
- it is an item of an emergency card, since the card's title says "Call … now if:".

A claim needs a reference `[^source-id]` in its own paragraph, item, glossary entry or row.

No claims are: a value that a macro fills in, which the clinic file answers for; headings and
titles of cards, since the text under them is checked; and, in a line that begins with a link, the
words of the link, which are the title of another page, and weak signs in the words after it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from guide.checks.blocks import Block
from guide.checks.finding import Finding
from guide.checks.page import Guide, Page
from guide.checks.rules import Claims
from guide.checks.wording.prose import Sentence, leads_on, sentences, without_links

_KINDS = ("paragraph", "item", "row", "meaning")
_REFERENCE = re.compile(r"\[\^[a-z0-9-]+\]")


@dataclass(frozen=True)
class Claim:
    """A block with a claim in it: the first sentence that makes it one, and the sign in it."""

    block: Block
    sentence: Sentence
    sign: str

    @property
    def has_source(self) -> bool:
        return bool(_REFERENCE.search(self.block.text))


def check(page: Page, guide: Guide) -> Iterator[Finding]:
    """Find the claims of a page that have no source."""
    for claim in claims(page, guide.rules.claims):
        if not claim.has_source:
            message = (
                f'"{claim.sign}" makes this a claim, and it has no source. Put [^source-id] after '
                'it, with an id from sources.yml, or write "Ask your clinic" instead.'
            )
            yield Finding(page.file, claim.sentence.line, claim.sentence.text, message)


def claims(page: Page, rules: Claims) -> Iterator[Claim]:
    """Yield the claims of a page, at most one a block."""
    # How to save the guide, or what it keeps, is known from the guide itself.
    if page.path in rules.about_the_guide:
        return
    for block in page.blocks:
        if block.kind in _KINDS and (claim := _claim(block, rules)):
            yield claim


def _claim(block: Block, rules: Claims) -> Claim | None:
    is_way = leads_on(block)
    found = sentences(without_links(block) if is_way else block)
    for sentence in found:
        if sign := _sign(sentence.text, rules, is_way):
            return Claim(block, sentence, sign)
    if found and block.kind == "item" and block.card in rules.cards:
        return Claim(block, found[0], block.card)
    return None


def _sign(text: str, rules: Claims, is_way: bool) -> str | None:
    if match := re.search(rules.strong, text):
        return match[0]
    is_question = text.rstrip("\"'”’)").endswith("?")
    if is_way or is_question or re.search(rules.sends, text):
        return None
    match = re.search(rules.weak, text)
    return match[0] if match else None
