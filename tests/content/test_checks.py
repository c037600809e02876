"""The checks an editor meets find nothing to mend."""

from __future__ import annotations

from functools import cache

import pytest

from guide.checks.page import Guide, read_guide
from guide.checks.run import check_page
from guide.checks.wording.figures import figures

from ..pages import DOCS, sources

PAGES = [source.relative_to(DOCS).as_posix() for source in sources()]


@cache
def guide() -> Guide:
    return read_guide(DOCS, DOCS.relative_to(DOCS.parents[1]))


@pytest.mark.parametrize("path", PAGES)
def test_a_page_has_nothing_to_mend(path: str) -> None:
    assert "\n".join(map(str, check_page(guide().pages[path], guide()))) == ""


def test_the_checks_see_sentences_and_claims_on_the_pages() -> None:
    rows = [figures(page, guide()) for page in guide().pages.values()]
    assert sum(row.counts.sentences for row in rows) > 3000
    assert sum(row.claims for row in rows) > 700
    assert sum(row.claims for row in rows) == sum(row.sourced for row in rows)


def test_the_bar_for_help_and_after_is_lower() -> None:
    grade = guide().rules.grade
    assert (grade.bar("help"), grade.bar("after"), grade.bar("before")) == (5, 5, 6)
