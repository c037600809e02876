"""Workflow files run with the rights that they need, and with actions of a known version."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
import yaml

WORKFLOWS = sorted(Path(__file__).parents[3].glob(".github/workflows/*.yml"))
PUBLISH = "publish-mkdocs-pwa.yml"


def read(path: Path) -> dict[str, Any]:
    loaded = yaml.safe_load(path.read_text("utf-8"))
    assert isinstance(loaded, dict)
    return loaded


def steps(workflow: dict[str, Any]) -> list[dict[str, Any]]:
    return [step for job in workflow["jobs"].values() for step in job.get("steps", [])]


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.name)
def test_every_action_has_a_version(path: Path) -> None:
    used = [step["uses"] for step in steps(read(path)) if "uses" in step]

    assert used
    pinned = re.compile(r"[\w./-]+@(v\d+(\.\d+)*|release/v\d+|[0-9a-f]{40})")
    assert [name for name in used if not pinned.fullmatch(name)] == []


@pytest.fixture
def publish() -> dict[str, Any]:
    return read(next(path for path in WORKFLOWS if path.name == PUBLISH))


def test_only_the_last_job_of_publishing_may_speak_to_the_package_index(
    publish: dict[str, Any],
) -> None:
    assert publish["permissions"] == {}
    rights = {name: job["permissions"] for name, job in publish["jobs"].items()}
    assert rights == {
        "build": {"contents": "read"},
        "test": {"contents": "read"},
        "publish": {"id-token": "write"},
    }
    assert publish["jobs"]["publish"]["needs"] == "test"
    assert publish["jobs"]["test"]["needs"] == "build"


def test_the_description_of_the_package_links_to_the_repository_that_publishes(
    publish: dict[str, Any],
) -> None:
    (build,) = [
        step for step in publish["jobs"]["build"]["steps"] if "hatchling" in step.get("run", "")
    ]
    assert build["env"] == {
        "MKDOCS_PWA_REPOSITORY": "${{ github.server_url }}/${{ github.repository }}"
    }


def test_publishing_needs_no_secret_and_puts_no_word_of_a_tag_into_a_command() -> None:
    text = next(path for path in WORKFLOWS if path.name == PUBLISH).read_text("utf-8")

    assert "secrets." not in text
    commands = [step["run"] for step in steps(yaml.safe_load(text)) if "run" in step]
    assert commands
    assert [command for command in commands if "${{" in command] == []
