"""The bar with the numbers to call, within the text of a page."""

from __future__ import annotations

from guide.macros.help_bar import help_bar

TEMPLATE = """
<nav>
  <a href="{{ 'help/' | url }}#closed">{{ config.extra.numbers.crisis }}</a>
</nav>
"""


def test_it_stands_on_one_line_so_that_markdown_takes_it_for_one_block() -> None:
    assert "\n" not in help_bar(TEMPLATE, {"numbers": {"crisis": "988"}}, "../../")


def test_its_links_are_from_the_page() -> None:
    assert 'href="../../help/#closed">988<' in help_bar(
        TEMPLATE, {"numbers": {"crisis": "988"}}, "../../"
    )
