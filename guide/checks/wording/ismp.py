"""Signs and short forms that have led to wrong doses.

Source: ISMP, List of Error-Prone Abbreviations, Symbols, and Dose Designations. The entries that
a patient's page could have are in `checks.yml`, with what to write instead.
"""

from __future__ import annotations

from collections.abc import Iterator

from guide.checks.finding import Finding
from guide.checks.page import Guide, Page
from guide.checks.wording.words import replacements


def check(page: Page, guide: Guide) -> Iterator[Finding]:
    """Find each of them in the words of a page."""
    yield from replacements(page, guide.rules.ismp)
