"""What is said of a `checks.yml` that cannot be used."""

from __future__ import annotations

from pathlib import Path

import pytest

from guide.checks.rules import RulesError, read_rules

DOCS = Path(__file__).parents[3] / "docs/en"


def refused(tmp_path: Path, before: str, after: str) -> str:
    text = (DOCS / "checks.yml").read_text("utf-8")
    assert before in text
    path = tmp_path / "checks.yml"
    path.write_text(text.replace(before, after, 1), "utf-8")
    with pytest.raises(RulesError) as error:
        read_rules(path)
    return str(error.value).replace(str(tmp_path), "es")


def test_a_value_of_another_kind_is_named(tmp_path: Path) -> None:
    assert refused(tmp_path, "sentence: 20", "sentence: twenty") == (
        "es/checks.yml: length → sentence: Input should be a valid integer, unable to parse string "
        "as an integer. Compare with docs/en/checks.yml."
    )


def test_a_misspelled_name_is_named(tmp_path: Path) -> None:
    said = refused(tmp_path, "  paragraph: 3", "  paragraf: 3")
    assert "length → paragraph: Field required" in said
    assert "length → paragraf: Extra inputs are not permitted" in said


def test_a_pattern_that_is_none_is_named(tmp_path: Path) -> None:
    said = refused(tmp_path, "find: '!'", "find: '('")
    assert "find: Value error, not a regular expression: missing )" in said


def test_text_that_is_no_yaml_is_named(tmp_path: Path) -> None:
    said = refused(tmp_path, "length:", "length: [")
    assert said.startswith("es/checks.yml: expected YAML, found a mistake: ")


def test_a_language_without_rules_is_told_what_to_copy(tmp_path: Path) -> None:
    with pytest.raises(RulesError) as error:
        read_rules(tmp_path / "checks.yml")
    assert str(error.value).replace(str(tmp_path), "es") == (
        "es/checks.yml: expected the rules of this language, found no such file. "
        "Copy checks.yml from docs/en and put the words of your language in."
    )
