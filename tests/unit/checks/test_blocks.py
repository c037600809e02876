"""A page cut into the blocks that its reader sees."""

from __future__ import annotations

from guide.checks.blocks import Block, read_blocks


def blocks(text: str) -> list[Block]:
    return read_blocks(text.splitlines(), 1)


def kinds(text: str) -> list[tuple[str, int]]:
    return [(block.kind, block.line) for block in blocks(text)]


def test_a_paragraph_goes_on_until_an_empty_line() -> None:
    assert [block.text for block in blocks("One\ntwo.\n\nThree.")] == ["One\ntwo.", "Three."]


def test_each_item_and_each_row_is_a_block() -> None:
    text = "# Title\n\n- one\n- two\n\n| A | B |\n| --- | --- |\n| 1 | 2 |"
    assert kinds(text) == [
        ("heading", 1),
        ("item", 3),
        ("item", 4),
        ("header", 6),
        ("row", 8),
    ]


def test_a_term_is_told_from_its_meaning() -> None:
    assert kinds("Opioid\n:   A strong drug.") == [("term", 1), ("meaning", 2)]


def test_items_of_a_card_know_the_card_and_its_title_is_a_block() -> None:
    title, item, after = blocks("/// call | Call if:\n- you feel ill\n///\n\nAfter.")
    assert (title.kind, title.text) == ("title", "Call if:")
    assert (item.card, after.card) == ("call", "")


def test_a_card_around_a_route_is_still_the_card_of_its_items() -> None:
    text = "//// do-not | Do not\n/// route | spray\n- Do not eat.\n///\n////"
    assert [block.card for block in blocks(text) if block.kind == "item"] == ["do-not"]


def test_the_name_of_a_checklist_is_no_title() -> None:
    assert kinds("/// checklist | drip-eve\n- [ ] Rest. {#rest}\n///") == [("item", 2)]


def test_an_empty_line_between_items_does_not_end_the_list() -> None:
    one, two, _, three = blocks("- one\n\n- two\n\nText.\n\n- three")
    assert one.group == two.group != three.group


def test_a_second_level_heading_begins_a_section_and_a_third_level_one_does_not() -> None:
    text = "## A\n\nOne.\n\n### B\n\nTwo.\n\n## C\n\nThree."
    sections = [block.section for block in blocks(text) if block.kind == "paragraph"]
    assert sections == [1, 1, 2]
