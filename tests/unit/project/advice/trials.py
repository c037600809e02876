"""Mistakes of editors, each with what its message says to write."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from guide.checks.front_matter import NEEDED

from ...checks.pages import HEAD, rules
from .asking import (
    PAGE,
    claimed,
    kept,
    linked,
    linked_from_the_first_page,
    listed,
    parted,
    read,
    rendered,
    searched,
    shaped,
    sourced,
    spelled,
    top_of_page,
    topics,
)

HARM = "/// call | Call your clinic if\n- It burns when you pee.\n///"


@dataclass(frozen=True)
class Trial:
    """A mistake, and what its message says to write.

    Attributes:
        ask: returns the messages about a text; none if it is taken.
        wrong: a text with a mistake.
        advice: a pattern; its group 1 is what the message says to write.
        right: the text with the advice followed: `@` is what group 1 matched.
    """

    ask: Callable[[str], str]
    wrong: str
    advice: str
    right: str = "@"


TRIALS = [
    Trial(
        rendered,
        "/// checklist | No!\n- [ ] A {#a}\n///",
        r'such as "(.+)"\.',
        "@\n- [ ] A {#a}\n///",
    ),
    Trial(
        rendered,
        "/// checklist | a\n- [ ] A\n///",
        r"such as (\S+)",
        "/// checklist | a\n- [ ] A @\n///",
    ),
    Trial(
        rendered,
        "/// checklist | a\n- [ ] A {.drip} {#a}\n///",
        r'Write: "(.+)"\.',
        "/// checklist | a\n@\n///",
    ),
    Trial(
        rendered,
        "/// picture | nothing\nA\n///",
        r"Use one of: ([\w-]+)",
        "/// picture | @\nA\n///",
    ),
    Trial(rendered, "/// day\n- A\n///", r'such as "(.+?)", found', "/// day\n@\n///"),
    Trial(
        rendered, "/// day\n- A\n///", r"The drawings are: ([\w-]+)", "/// day\n- A: B. {.@}\n///"
    ),
    Trial(searched, "  Bad_Name: b", r"such as “(.+?)”", "  @: b"),
    Trial(searched, "  bike:", r"with commas: “(.+?)”", "  @"),
    Trial(searched, "  a: b: c", r"such as “(.+?)”", "  @"),
    Trial(
        topics,
        '{data-topics="itch"}',
        r"Write (\{.+?\}) after the heading",
        '## A @\n\n- b\n  {data-topics="itch"}',
    ),
    Trial(
        topics,
        '## A {data-topics="driving"}',
        r"Write (\{.+?\}) at the end",
        '## A {data-topics="driving"}\n\n| B @ | C |',
    ),
    Trial(
        read,
        PAGE.replace("title: Words", "title: [Words"),
        'such as "(.+?)"',
        PAGE.replace("title: Words", "@"),
    ),
    Trial(
        read,
        PAGE.replace("title: Words", "topics: driving"),
        r"such as (\[.+?\])",
        PAGE.replace("title: Words", "topics: @"),
    ),
    Trial(
        read, PAGE.replace("2026-11-22", "soon"), r"such as (\S+),", PAGE.replace("2026-11-22", "@")
    ),
    Trial(shaped, f"{PAGE}\n//// note | A\nB\n", 'Write "(/+)"', f"{PAGE}\n//// note | A\nB\n@\n"),
    Trial(
        top_of_page,
        HEAD.replace("[F001]", "F1"),
        r"for example: (.+)",
        HEAD.replace("facts: [F001]", "@"),
    ),
    Trial(
        top_of_page,
        HEAD.replace("[F001]", "[F002, F001]"),
        r"Write: (.+)",
        HEAD.replace("[F001]", "@"),
    ),
    *(
        Trial(
            top_of_page,
            re.sub(f"(?m)^{name}:.*\n", "", HEAD),
            r"Write, for example: (.+)",
            re.sub(f"(?m)^{name}:.*", "@", HEAD),
        )
        for name in NEEDED
        if name not in ("reviewed", "due")
    ),
    Trial(
        top_of_page,
        HEAD.replace("A page", "Spravato"),
        r'such as "(.+?)" or',
        HEAD.replace("A page", "@"),
    ),
    Trial(linked, "See [help](/help/).", r"such as (\S+)\.$", "See [help](@)."),
    Trial(linked_from_the_first_page, "See [help](/help/).", r"such as (\S+)\.$", "See [help](@)."),
    Trial(
        linked,
        "## A\n\nSee [b](#there).",
        r"Add (\S+) to the heading",
        "## A @\n\nSee [b](#there).",
    ),
    Trial(linked, "See https://example.org.", r"refer to it as (\S+),", "See.@"),
    Trial(linked, "See https://example.org.", r"such as (\{\{.+?\}\})", "Call @."),
    Trial(
        kept,
        "/// do-not | Do not\n- sign\n///",
        'with "(.+?)"',
        "/// do-not | Do not\n- @ sign\n///",
    ),
    Trial(kept, "Ask about opioids.", 'section: "(.+?)"$', "Ask about opioids. @"),
    Trial(kept, HARM, 'Add, in the same section: "(.+)"$', f"{HARM}\n\n@"),
    Trial(
        kept,
        f"{HARM}\n\n{rules().do_not.pause} {rules().do_not.sentence}",
        'Write instead: "(.+)"$',
        f"{HARM}\n\n@",
    ),
    Trial(
        shaped,
        f"{PAGE}\n/// notes | A\nB\n///\n",
        'Did you mean "(.+?)"',
        f"{PAGE}\n/// @ | A\nB\n///\n",
    ),
    Trial(sourced, "Rest.[^askp-tip]", r"Did you mean (\S+)\?", "Rest.@"),
    Trial(linked, "See [a](../help/indx.md).", r"Did you mean (\S+)\?", "See [a](@)."),
    Trial(
        linked,
        "## There {#there}\n\nSee [b](#thera).",
        r"Did you mean (\S+)\?",
        "## There {#there}\n\nSee [b](@).",
    ),
    Trial(
        topics,
        '## A {data-topics="drivin"}',
        "Did you mean “(.+?)”",
        '## A {data-topics="@"}\n\n- b\n  {data-topics="itch"}',
    ),
    Trial(claimed, "Do not drive.", r"Put (\S+) after", "Do not drive.@"),
    Trial(claimed, "Do not drive for 2 hours.", 'write "(.+?)"', "@ when you can drive."),
    Trial(spelled, "Take spravatto.", r"Write: (\w+)", "Take @."),
    Trial(listed, "help: a: b", r'such as "(.+?)"'),
    Trial(parted, "5/4", r'such as "(.+?)"'),
    Trial(parted, "5/4", r'to "(.+?)"'),
]
