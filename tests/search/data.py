"""What search knows of the pages of a built guide, from all parts."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from guide.search.parts import PATHS


def pages_of(site: Path) -> dict[str, list[dict[str, Any]]]:
    """Return the sections of each page by its address; none may be in two parts."""
    found: dict[str, list[dict[str, Any]]] = {}
    for path in PATHS:
        part = json.loads((site / path).read_text(encoding="utf-8"))
        assert not found.keys() & part.keys(), path
        found |= part
    return found
