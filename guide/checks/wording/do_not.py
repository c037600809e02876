"""Lines that may turn into their opposite, or make someone leave a medicine out.

A do-not line is read alone, by a dizzy reader: it says "Do not" itself. It is no box either: a tick
behind "Do not drive" may mean "I know" or "I have driven". And where a page asks
about a medicine by its name or kind, its section tells the reader not to stop one. Ketamine is not
meant by that: where it may do harm itself, to the bladder, the liver or an unborn child, the
section tells the reader to pause until the clinic has been asked.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from guide.checks.finding import Finding
from guide.checks.page import Guide, Page
from guide.checks.wording.prose import leads_on, plain, sentences

_BOX = re.compile(r"\[ \]\s+(.*)", re.DOTALL)


def check(page: Page, guide: Guide) -> Iterator[Finding]:
    """Find do-not lines without "Do not", and medicines without the sentence that protects them."""
    yield from _lines_read_alone(page, guide)
    yield from _boxes_of_two_meanings(page, guide)
    yield from _medicines_at_risk(page, guide)
    yield from _ketamine_at_harm(page, guide)


def _lines_read_alone(page: Page, guide: Guide) -> Iterator[Finding]:
    words = guide.rules.do_not.words
    is_do_not = False
    for block in page.blocks:
        text = plain(block.text)
        if block.kind == "heading":
            is_do_not = bool(re.search(guide.rules.do_not.heading, text))
        if block.kind != "item" or leads_on(block):
            continue
        in_list = block.card == "do-not" or (is_do_not and not block.card)
        if in_list and words.lower() not in text.lower():
            message = f'read alone, this line says the opposite. Begin it with "{words}".'
            yield Finding(page.file, block.line, text, message)


def _boxes_of_two_meanings(page: Page, guide: Guide) -> Iterator[Finding]:
    words = guide.rules.do_not.words
    for block in page.blocks:
        box = _BOX.match(block.text)
        if block.kind == "item" and box and box[1].lower().startswith(words.lower()):
            message = (
                f'a tick behind "{words}" has two meanings. Take the line out of the checklist, '
                f'and put it into a card: "/// do-not | {words}". Or say what to do instead.'
            )
            yield Finding(page.file, block.line, plain(block.text), message)


def _medicines_at_risk(page: Page, guide: Guide) -> Iterator[Finding]:
    rules = guide.rules.do_not
    says, medicine, verb = (re.compile(p) for p in (rules.says, rules.medicine, rules.verb))
    # What a line says that leads to another page is said there.
    blocks = [block for block in page.blocks if not leads_on(block)]
    protected = {block.section for block in blocks if says.search(plain(block.text))}
    for block in blocks:
        if block.section in protected:
            continue
        for sentence in sentences(block):
            if verb.search(sentence.text) and medicine.search(sentence.text):
                message = (
                    "a reader could take this as a reason to leave a medicine out. "
                    f'Add, in the same line or section: "{rules.sentence}"'
                )
                yield Finding(page.file, sentence.line, sentence.text, message)


def _ketamine_at_harm(page: Page, guide: Guide) -> Iterator[Finding]:
    rules = guide.rules.do_not
    harm = re.compile(rules.harm)
    signs = {
        block.section: block
        for block in page.blocks
        if block.card == "call" and harm.search(plain(block.text))
    }
    for section, sign in signs.items():
        said = [block for block in page.blocks if block.section == section]
        if not any(rules.pause in plain(block.text) for block in said):
            message = (
                f'ketamine itself may be doing this harm. Add, in the same section: "{rules.pause}"'
            )
            yield Finding(page.file, sign.line, plain(sign.text), message)
        for block in said:
            if rules.sentence in plain(block.text):
                message = (
                    "beside a sign that ketamine may do harm, this keeps the reader on it. "
                    f'Write instead: "{rules.pause}"'
                )
                yield Finding(page.file, block.line, rules.sentence, message)
