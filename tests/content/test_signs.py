"""Every emergency card has every sign: the cards of all pages are filled from one list."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from guide.strings import read_strings

DOCS = Path(__file__).parents[2] / "docs/en"

CARD = re.compile(r"/// emergency \| [^\n]*\n(?P<body>.*?)\n///", re.DOTALL)
SIGNS = ("{{ signs_you }}", "{{ signs_they }}", "{{ signs_anyone }}")
#: Lists by part of the body, below the card with all signs.
DETAILS = "help/warning-signs.md"
PAGES = sorted(
    path.relative_to(DOCS).as_posix()
    for path in DOCS.rglob("*.md")
    if CARD.search(path.read_text("utf-8"))
)
#: What no emergency card may leave out, in the order in which it is looked for.
WORDS = {
    "breath": ("slow, weak, hard or stops", "turn blue or gray"),
    "waking": ("stay awake", "confused"),
    "chest, back and belly": ("pain in the chest", "sudden, very bad pain in the back or belly"),
    "fainting and swelling": ("(pass|passes) out", "swell"),
    "head and sight": ("headache", "cannot see"),
    "stroke": ("face droops", "one side goes weak or numb", "trouble speaking"),
    "fit and blow to the head": ("fit \\(seizure\\)", "head in a fall"),
    "harm": ("hurt (yourself|themselves) or someone else", "voices"),
}


@pytest.mark.parametrize("page", PAGES)
def test_the_emergency_card_of_a_page_is_filled_from_the_list(page: str) -> None:
    cards = [card["body"] for card in CARD.finditer((DOCS / page).read_text("utf-8"))]
    judged = cards[:1] if page == DETAILS else cards
    assert judged
    assert [card for card in judged if not card.startswith(SIGNS)] == []


@pytest.mark.parametrize("page", PAGES)
def test_a_page_with_a_card_has_the_rule_for_any_other_doubt(page: str) -> None:
    assert "{{ other_doubt" in (DOCS / page).read_text("utf-8")


@pytest.mark.parametrize("reader", ["you", "they", "anyone"])
def test_the_list_has_every_sign_in_its_order(reader: str) -> None:
    signs = [sign[reader] for sign in read_strings(DOCS)["signs"]["list"]]
    assert len(signs) == len(WORDS)
    for sign, (name, patterns) in zip(signs, WORDS.items(), strict=True):
        for pattern in patterns:
            assert re.search(pattern, sign), f"{name}: {pattern} is not in: {sign}"


# The sheet has one side of paper, and the pages that it names have the words.
@pytest.mark.parametrize("page", [page for page in PAGES if page != "after/sheet.md"])
def test_a_page_with_a_card_says_what_to_do_when_somebody_does_not_breathe(page: str) -> None:
    before, _, _ = (DOCS / page).read_text("utf-8").partition("picture | recovery-position")
    assert "{{ not_breathing }}" in before, "it stands before the steps for who breathes well"


@pytest.mark.parametrize(
    "page", ["help/index.md", "with-you/index.md", "learn/at-home.md", "before/lozenge.md"]
)
def test_pages_where_a_dose_may_be_at_home_have_the_poison_line(page: str) -> None:
    assert "{{ call_poison }}" in (DOCS / page).read_text("utf-8")


@pytest.mark.parametrize("route", ["drip", "shot", "spray", "lozenge"])
def test_the_health_lists_of_all_routes_name_the_same_things_in_the_brain(route: str) -> None:
    line = next(
        line
        for line in (DOCS / f"before/{route}.md").read_text("utf-8").splitlines()
        if line.endswith("{#brain-vessels}")
    )
    for word in ("aneurysm", "AVM", "past bleed in the brain", "brain injury", "fits", "pressure"):
        assert word in line


@pytest.mark.parametrize("route", ["drip", "shot", "spray", "lozenge"])
def test_beside_no_alcohol_stands_what_who_drinks_most_days_does(route: str) -> None:
    lines = [
        line
        for line in (DOCS / f"before/{route}.md").read_text("utf-8").splitlines()
        if re.search(r"Do not drink alcohol", line)
    ]
    assert len(lines) == 2
    assert [line for line in lines if "drink most days, do not stop all at once" not in line] == []
