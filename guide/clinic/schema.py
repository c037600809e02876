"""`make schema`: write what a clinic file may hold for editors that know YAML.

They offer the names, show what each means, and mark mistakes while one types. The build checks
more: floors, made-up phones and whatever depends on two values.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from pydantic.json_schema import GenerateJsonSchema
from pydantic_core import core_schema

from guide.clinic.model import Clinic
from guide.clinic.rules.floors import FLOORS

SCHEMA = Path("clinic.schema.json")


class _ForEditors(GenerateJsonSchema):
    # Versions after draft 7 are not known to every editor.
    schema_dialect = "http://json-schema.org/draft-07/schema#"

    def nullable_schema(self, schema: core_schema.NullableSchema) -> dict[str, Any]:
        # A line may be left out; a name with nothing after its colon is refused.
        return self.generate_inner(schema["schema"])

    def default_schema(self, schema: core_schema.WithDefaultSchema) -> dict[str, Any]:
        # An editor would fill in defaults, and the clinic would seem to have chosen them.
        return self.generate_inner(schema["schema"])


def schema() -> str:
    """Return the JSON Schema of a clinic file."""
    root = Clinic.model_json_schema(schema_generator=_ForEditors)
    for floor in FLOORS:
        rule = root["$defs"][f"{floor.route.title()}Rules"]["properties"][floor.field]
        least = "Must be true" if floor.least is True else f"At least {floor.least}"
        rule["description"] += f" {least} (source {floor.source}, fact {floor.fact})."
    # One of the two spellings that are taken: see guide/clinic/file/lines.py.
    reviewer = root["$defs"]["Reviewer"]
    reviewer["properties"]["license"] = reviewer["properties"]["licence"]
    reviewer["required"].remove("licence")
    reviewer["oneOf"] = [{"required": [name]} for name in ("licence", "license")]
    whole = {"$schema": _ForEditors.schema_dialect, **root}
    return json.dumps(whole, indent=2, ensure_ascii=False) + "\n"


if __name__ == "__main__":
    SCHEMA.write_text(schema(), encoding="utf-8")
