"""Small pages to check, with the rules of the English pages."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from functools import cache
from pathlib import Path

from guide.checks.finding import Finding
from guide.checks.page import Guide, Page, read_page
from guide.checks.rules import Rules, read_rules

HEAD = """---
title: A page
description: What it is about.
reviewed: 2026-11-22
due: 2027-05-22
facts: [F001]
---

"""
# The line of the file on which a body begins.
FIRST = HEAD.count("\n") + 1

Check = Callable[[Page, Guide], Iterator[Finding]]


@cache
def rules() -> Rules:
    """The rules of the English pages."""
    return read_rules(Path(__file__).parents[3] / "docs/en/checks.yml")


def found(
    check: Check,
    body: str,
    path: str = "before/page.md",
    others: Mapping[str, str] | None = None,
    head: str = HEAD,
) -> list[str]:
    """Check one page and return the messages as they are printed.

    Args:
        check: one of the checks.
        body: the page's Markdown after its front matter.
        path: where the page is.
        others: the bodies of other pages, and anything for other files, by their paths.
        head: the front matter.
    """
    texts = {**(others or {}), path: head + body}
    pages = {name: read_page(text, name) for name, text in texts.items() if name.endswith(".md")}
    guide = Guide(rules(), pages, frozenset(texts))
    return [str(finding) for finding in check(pages[path], guide)]
