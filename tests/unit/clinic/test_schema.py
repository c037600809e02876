"""The JSON Schema that editors read."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from guide.clinic import Clinic
from guide.clinic.schema import SCHEMA, schema

PROJECT = Path(__file__).parents[3]
EXAMPLES = [PROJECT / "clinic.yml", *sorted((PROJECT / "clinics").glob("*.yml"))]


def sections(node: Any) -> Iterator[dict[str, Any]]:
    if isinstance(node, dict):
        if "properties" in node:
            yield node
        for child in node.values():
            yield from sections(child)


def test_the_schema_in_the_repository_is_the_one_of_the_code() -> None:
    stored = (PROJECT / SCHEMA).read_text("utf-8")
    assert stored == schema(), "clinic.schema.json is out of date: run make schema"


def test_every_name_is_explained_and_no_other_is_allowed() -> None:
    whole = json.loads(schema())
    assert whole["properties"].keys() == Clinic.model_fields.keys()
    for section in sections(whole):
        assert section["additionalProperties"] is False
        assert all(rule["description"] for rule in section["properties"].values())


def test_a_floor_is_part_of_what_an_editor_shows() -> None:
    spray = json.loads(schema())["$defs"]["SprayRules"]["properties"]
    assert spray["stop_food"]["description"] == (
        "How long before the session to stop eating. "
        "At least 2 hours (source spravato-eu-pil, fact F092)."
    )


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.name)
def test_an_example_names_the_schema_by_a_path_that_leads_to_it(path: Path) -> None:
    match = re.match(r"# yaml-language-server: \$schema=(\S+)\n", path.read_text("utf-8"))
    assert match
    assert (path.parent / match[1]).resolve() == PROJECT / SCHEMA
