"""All checks of one page, and what is said at the end."""

from __future__ import annotations

from collections.abc import Sequence

from guide.checks import front_matter, links
from guide.checks.finding import Finding
from guide.checks.page import Guide, Page
from guide.checks.wording import claims, do_not, grade, ismp, length, medicines, words

CHECKS = (front_matter, grade, length, words, ismp, do_not, claims, links, medicines)


def check_page(page: Page, guide: Guide) -> list[Finding]:
    """Return what there is to mend on a page, from its top to its end."""
    return sorted(finding for check in CHECKS for finding in check.check(page, guide))


def summary(findings: Sequence[Finding], pages: int) -> str:
    """Return the last line of a run over some pages."""
    if not findings:
        return f"{_number(pages, 'page')} checked, nothing to mend."
    files = len({finding.file for finding in findings})
    return f"{_number(len(findings), 'thing')} to mend in {_number(files, 'page')}."


def _number(count: int, word: str) -> str:
    return f"{count} {word}" if count == 1 else f"{count} {word}s"
