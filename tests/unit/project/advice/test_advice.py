"""What a message tells an editor to write is taken when it is written."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from .asking import name_of_file
from .clinic_file import FOLLOWED, of_clinic
from .messages import messages
from .trials import TRIALS, Trial

# Texts that no editor sees: help of commands, and scripts of this project, whose advice is code.
_OTHERS = ("which part of how many", "import { a } from")


@pytest.mark.parametrize("trial", TRIALS, ids=lambda trial: f"{trial.ask.__name__}-{trial.advice}")
def test_what_a_message_says_to_write_is_taken(trial: Trial) -> None:
    message = trial.ask(trial.wrong)
    advice = re.search(trial.advice, message, re.MULTILINE)
    assert advice, message
    assert trial.ask(trial.right.replace("@", advice[1])) == ""


def test_the_names_that_are_advised_for_files_of_clinics_are_taken(tmp_path: Path) -> None:
    message = name_of_file("River Clinic.yml", tmp_path)
    assert name_of_file(message.partition("such as ")[2].removesuffix("."), tmp_path) == ""
    message = name_of_file("notes.txt", tmp_path)
    assert name_of_file(message.rpartition("/")[2].removesuffix("."), tmp_path) == ""


@pytest.mark.parametrize(
    ("message", "followed"), [each[2:] for each in FOLLOWED], ids=[each[0] for each in FOLLOWED]
)
def test_what_a_message_about_the_clinic_file_says_to_write_is_taken(
    message: str, followed: str
) -> None:
    subject, _, expected = message.partition("expected")
    whole = re.fullmatch(r"\S+ line \d+: ", subject) or "lines below it" in expected
    about = message.partition(", found")[0] if whole else subject
    assert not [told for told in of_clinic(followed) if told.startswith(about)], followed


def test_there_is_a_trial_for_all_that_messages_say_to_write(tmp_path: Path) -> None:
    told = [trial.ask(trial.wrong) for trial in TRIALS]
    told += [message for _, _, message, _ in FOLLOWED]
    told += [name_of_file(name, tmp_path) for name in ("River Clinic.yml", "notes.txt")]
    untried = []
    for file, text in messages():
        parts = map(re.escape, text.replace("{}", "…").split("…"))
        pattern = re.compile(".*".join(parts), re.DOTALL)
        if not text.startswith(_OTHERS) and not any(map(pattern.search, told)):
            untried.append((file, text))
    assert untried == []
