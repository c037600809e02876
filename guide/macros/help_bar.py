"""The bar of every page's foot, for a page that has it in its text."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from jinja2 import Environment


def help_bar(template: str, extra: Mapping[str, Any], root: str) -> str:
    """Return the bar as HTML on one line, so that Markdown takes all of it for one block.

    Args:
        template: the text of `partials/help-bar.html`.
        extra: what the template asks for as `config.extra`.
        root: the way from the page to the site's root, such as `../../`.
    """
    # Values are HTML already, as for the builders' own templates.
    environment = Environment()
    environment.filters["url"] = lambda address: f"{root}{address}"
    return " ".join(environment.from_string(template).render(config={"extra": extra}).split())
