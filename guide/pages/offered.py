"""The pages that a clinic has: all but those of routes that it does not offer."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TypeVar

from guide.clinic import ROUTES, Clinic

_Any = TypeVar("_Any")


def left_out(clinic: Clinic) -> list[str]:
    """Return the file names of pages that a clinic does not have, such as `lozenge.md`."""
    return [f"{route}.md" for route in ROUTES if not clinic.offers(route)]


def offered(pages: Mapping[str, _Any], clinic: Clinic) -> dict[str, _Any]:
    """Return the pages that a clinic has, by their paths, in the order given."""
    names = left_out(clinic)
    return {path: page for path, page in pages.items() if path.rpartition("/")[2] not in names}
