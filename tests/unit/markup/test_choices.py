"""Big choices."""

from __future__ import annotations

import pytest
from markdown import Markdown

from guide.errors import PageError


def render(item: str) -> str:
    return Markdown(extensions=["guide.markup.blocks"]).convert(f"/// choices\n{item}\n///")


def test_the_words_after_a_link_are_part_of_what_is_tapped() -> None:
    html = render("- [Before](before.md) Checklists and ride {.before}")
    assert (
        '<a class="guide-choices__link guide-choices__link--before" href="before.md">'
        '<span class="guide-choices__title">Before</span> '
        '<span class="guide-choices__note">Checklists and ride</span></a>'
    ) in html


def test_a_choice_may_be_a_link_alone() -> None:
    html = render("- [Before](before.md)")
    assert '<span class="guide-choices__title">Before</span></a>' in html
    assert "guide-choices__note" not in html


def test_a_choice_that_leads_nowhere_stops_the_build() -> None:
    with pytest.raises(PageError) as error:
        render("- Before my session")
    assert str(error.value) == (
        'Choices: expected "- [Title](page.md) A few words", found "Before my session".'
    )
