"""The guide under Zensical: its command prepares, runs the builder, and finishes.

Zensical calls no hook, so nothing is left to one. It takes the values of templates from its
settings, as in JSON, and asks a module like this for those of pages.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

#: What pages may ask for in `{{ }}`; the command fills it before Zensical reads the first page.
VARIABLES: dict[str, Any] = {}


def define_env(env: Any) -> None:
    """Give a page the clinic's values. Zensical calls this for each page."""
    variables: Mapping[str, Any] = VARIABLES
    env.variables.update(variables)
