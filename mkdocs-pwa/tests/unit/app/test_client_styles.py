"""The look of the notices on one line."""

import re

from mkdocs_pwa.app.client_styles import client_styles, source


def bare(css: str) -> str:
    """Rules without what browsers pass over."""
    uncommented = re.sub(r"/\*.*?\*/", "", css, flags=re.DOTALL)
    return "".join(uncommented.split()).replace(";}", "}")


def test_the_rules_are_those_of_the_file() -> None:
    assert bare(client_styles()) == bare(source())


def test_spaces_that_divide_values_stay() -> None:
    assert "padding:0.75em 1em" in client_styles()
    assert "1px solid var(--mkdocs-pwa-line,currentColor)" in client_styles()


def test_there_are_no_comments_and_no_line_ends() -> None:
    assert "/*" not in client_styles()
    assert "\n" not in client_styles()
