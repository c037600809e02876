"""Names of medicines that are nearly right."""

from __future__ import annotations

import pytest

from guide.checks.wording.medicines import check

from .pages import FIRST, found


@pytest.mark.parametrize(
    ("written", "right"),
    [
        ("ketamin", "ketamine"),
        ("Ketemine", "ketamine"),
        ("esketamin", "esketamine"),
        ("spravato", "Spravato"),
        ("Sprovato", "Spravato"),
        ("lorazapam", "lorazepam"),
        ("benzodiazapines", "benzodiazepine"),
        ("opiod", "opioid"),
    ],
)
def test_a_name_nearly_right_is_named_with_the_right_one(written: str, right: str) -> None:
    assert found(check, f"You have {written} today.") == [
        f'before/page.md:{FIRST}: "{written}" – the name of a medicine is misspelled. '
        f"Write: {right}"
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Ketamine and esketamine (Spravato), with no opioids or benzodiazepines.",
        "A stimulating talk, an intake form, a stamina test.",
        "Words such as lozenges, cannabis and dissociation.",
    ],
)
def test_right_names_and_other_words_are_left_alone(text: str) -> None:
    assert found(check, text) == []
