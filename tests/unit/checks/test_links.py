"""Links that lead nowhere, or out of the guide."""

from __future__ import annotations

import pytest

from guide.checks.links import anchors, check
from guide.checks.page import read_page

from .pages import FIRST, found

OTHERS = {
    "after/usual.md": "# What is usual\n\n## That night {#night}\n\n## Next day",
    "help/index.md": "# Get help now",
    "assets/images/hand.svg": "",
}


def links(body: str) -> list[str]:
    return found(check, body, others=OTHERS)


@pytest.mark.parametrize(
    "link",
    [
        "[Usual](../after/usual.md)",
        "[Night](../after/usual.md#night)",
        "[Next day](../after/usual.md#next-day)",
        "[Now, from a macro](../after/usual.md#usual-now)",
        "[Here](#what-to-bring)\n\n## What to bring",
        "![A hand](../assets/images/hand.svg)",
        "[One]({{ clinic.website }})",
    ],
)
def test_a_link_that_leads_somewhere_is_left_alone(link: str) -> None:
    assert links(link) == []


@pytest.mark.parametrize(
    ("link", "message"),
    [
        (
            "../help/usual.md",
            "there is no such file. Did you mean ../after/usual.md?",
        ),
        (
            "../help/inde.md",
            "there is no such file. Did you mean ../help/index.md?",
        ),
        (
            "zzz.xyz",
            "there is no such file. Correct the name, or take the link out.",
        ),
        (
            "../after/usual.md#nigt",
            "after/usual.md has no heading of that name. Did you mean #night?",
        ),
        (
            "#bring",
            "before/page.md has no heading of that name. Add {#bring} to the heading.",
        ),
        (
            "/help/",
            "no path from this page. Write the file, such as ../help/index.md.",
        ),
    ],
)
def test_a_dead_link_is_named_with_a_better_one(link: str, message: str) -> None:
    assert links(f"Text.\n\n[Words]({link})") == [
        f'before/page.md:{FIRST + 2}: "{link}" – {message}'
    ]


@pytest.mark.parametrize(
    "address", ["https://example.org/a", "mailto:ann@example.org", "tel:911", "www.example.org"]
)
def test_an_address_outside_the_guide_is_refused(address: str) -> None:
    assert links(f"See [this]({address}).") == [
        f'before/page.md:{FIRST}: "{address}" – an address outside the guide, which does not open '
        "with no signal. Put a source in sources.yml and refer to it as [^source-id], and take a "
        "phone number from clinic.yml, such as {{ clinic.phone }}."
    ]


def test_headings_have_the_ids_that_mkdocs_makes() -> None:
    body = "# Call {#call-now}\n\n## Rest, now\n\n## Rest, now\n\n/// call | Call if:\n///"
    assert anchors(read_page(body, "a.md")) == {"call-now", "rest-now", "rest-now_1"}


def test_the_name_of_an_item_on_a_checklist_is_no_id() -> None:
    assert anchors(read_page("- [ ] Rest. {#rest}", "a.md")) == set()
