"""Each file in cases/precache is one behaviour: files in, list and words out."""

from pathlib import Path
from typing import Any

import pytest
import yaml

from mkdocs_pwa.copy.precache import precache
from mkdocs_pwa.warned import one_line_a_kind

CASES = sorted((Path(__file__).parents[2] / "cases" / "precache").glob("*.yml"))


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.stem)
def test_case(case: Path) -> None:
    given: dict[str, Any] = yaml.safe_load(case.read_text("utf-8"))
    site = {path: content.encode() for path, content in given.pop("site").items()}

    found = precache(site, given.pop("exclude", []), given.pop("base", "/"))

    assert {
        "urls": [entry.url for entry in found.entries],
        "left_out": dict(found.left_out),
        "warnings": one_line_a_kind(found.warnings),
        "problems": found.problems,
    } == {
        "urls": given.pop("urls"),
        "left_out": given.pop("left_out", {}),
        "warnings": given.pop("warnings", []),
        "problems": given.pop("problems", []),
    }
    assert not given, "a case may hold no other keys"


def test_there_are_cases() -> None:
    assert len(CASES) > 40
