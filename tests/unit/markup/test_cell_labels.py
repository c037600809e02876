"""Tables that a phone can show."""

from __future__ import annotations

from markdown import Markdown


def test_each_cell_knows_its_column_and_stays_a_cell_for_screen_readers() -> None:
    text = "| What | Gone by |\n| --- | --- |\n| Dizzy | 2 hours |"
    html = Markdown(extensions=["tables", "guide.markup.cell_labels"]).convert(text)
    assert '<td data-label="Gone by" role="cell">2 hours</td>' in html
    assert '<table class="guide-table" role="table">' in html
    assert html.count('role="columnheader"') == 2


def test_only_tables_of_three_columns_are_laid_out_as_blocks() -> None:
    md = Markdown(extensions=["tables", "guide.markup.cell_labels"])
    two = "| A | B |\n| --- | --- |\n| 1 | 2 |"
    three = "| A | B | C |\n| --- | --- | --- |\n| 1 | 2 | 3 |"
    assert 'class="guide-table"' in md.convert(two)
    assert 'class="guide-table guide-table--wide"' in md.convert(three)
