"""Forms, policies and settings of the project: they can be read, and name only what there is."""

from __future__ import annotations

import re
import subprocess
import tomllib
from pathlib import Path
from typing import Any

import pytest
import yaml

from tools.wheels import PYTHONS

PROJECT = Path(__file__).parents[3]
FORMS = sorted((PROJECT / ".github/ISSUE_TEMPLATE").glob("*.yml"))
TEXTS = ["README.md", "HOSTING.md", "SECURITY.md", "SUPPORT.md", "CONTRIBUTING.md", "EDITING.md"]
TEXTS += [".github/pull_request_template.md"]
SETTINGS = ["pyproject.toml", "mkdocs-pwa/pyproject.toml"]


def read(name: str) -> Any:
    return yaml.safe_load((PROJECT / name).read_text("utf-8"))


def targets() -> set[str]:
    makefile = (PROJECT / "Makefile").read_text("utf-8")
    return set(re.findall(r"^([a-z-]+):", makefile, re.MULTILINE))


@pytest.mark.parametrize("form", FORMS, ids=lambda form: form.stem)
def test_a_form_has_what_github_asks_for(form: Path) -> None:
    content = yaml.safe_load(form.read_text("utf-8"))
    assert content.keys() >= {"name", "description", "body"}
    ids = [field["id"] for field in content["body"] if field["type"] != "markdown"]
    assert len(ids) == len(set(ids))
    for field in content["body"]:
        assert field["type"] in ("markdown", "input", "textarea", "dropdown")
        wanted = "value" if field["type"] == "markdown" else "label"
        assert field["attributes"][wanted]
        assert all(isinstance(option, str) for option in field["attributes"].get("options", []))


def test_a_correction_needs_a_source() -> None:
    form = read(".github/ISSUE_TEMPLATE/content-correction.yml")
    fields = {field["id"]: field for field in form["body"] if "id" in field}
    assert fields["source"]["validations"]["required"] is True


def test_a_correction_keeps_patients_from_writing_of_themselves() -> None:
    form = read(".github/ISSUE_TEMPLATE/content-correction.yml")
    assert "Do not write about yourself" in form["body"][0]["attributes"]["value"]


def test_commits_are_checked_by_commands_that_there_are() -> None:
    hooks = [hook for repo in read(".pre-commit-config.yaml")["repos"] for hook in repo["hooks"]]
    entries = [hook["entry"].split() for hook in hooks]
    assert [entry[0] for entry in entries] == ["make"] * len(entries)
    assert {entry[1] for entry in entries} <= targets()


def test_updates_are_looked_for_wherever_an_action_is_named() -> None:
    python, scripts, actions = read(".github/dependabot.yml")["updates"]
    assert (python["package-ecosystem"], python["directory"]) == ("pip", "/")
    assert (PROJECT / "requirements.txt").is_file()
    assert (scripts["package-ecosystem"], scripts["directory"]) == ("npm", "/")
    assert (PROJECT / "package-lock.json").is_file()
    # The top stands for .github/workflows.
    named = {"/"} if any((PROJECT / ".github/workflows").glob("*.yml")) else set()
    named |= {f"/hosting/{file.parent.name}" for file in PROJECT.glob("hosting/*/publish.yml")}
    assert actions["package-ecosystem"] == "github-actions"
    assert set(actions["directories"]) == named


def rule(target: str) -> tuple[list[str], str]:
    """What a target of the Makefile needs, and the first line of what it does, or ""."""
    makefile = (PROJECT / "Makefile").read_text("utf-8")
    found = re.search(rf"^{target}:(.*)\n(?:\t@(.*))?", makefile, re.MULTILINE)
    assert found, f"expected a target {target!r} in the Makefile, found none"
    return found[1].split(), found[2] or ""


def parts_of(target: str) -> set[str]:
    """The targets that do what a target of the Makefile stands for."""
    needed, does = rule(target)
    own = {target} if does else set()
    return own.union(*(parts_of(name) for name in needed if name in targets()))


def test_all_tests_are_those_without_a_browser_and_those_in_one() -> None:
    _, everything = rule("test")
    find, _, run = everything.partition(" && ")
    assert rule("browser")[1] == f"{find} && {run.replace(' $(LEFT', ' -m browser $(LEFT')}"
    assert rule("quick")[1] == run.replace(" $(LEFT", ' -m "not browser" $(LEFT')


def test_every_job_is_one_command_that_a_person_runs_and_together_they_are_all_of_them() -> None:
    jobs = read(".github/workflows/checks.yml")["jobs"]
    commands = {name: job["steps"][-1]["run"] for name, job in jobs.items()}
    made = re.findall(r"^make (.+)$", (PROJECT / ".ci/run").read_text("utf-8"), re.MULTILINE)

    assert {"lint", "unit", "browser", "engines", "plugin"} <= commands.keys()
    single = [command.removeprefix("make ") for command in commands.values()]
    assert set(single) <= targets()
    on_one_machine = [name for line in made for name in line.split()]
    # make test is quick and browser in one run: see the test above.
    wanted = [*on_one_machine, "quick", "browser"]
    by_jobs = set().union(*map(parts_of, single))
    assert "test" in on_one_machine
    assert by_jobs == set().union(*map(parts_of, wanted)) - {"test"}
    assert (PROJECT / ".ci/run").stat().st_mode & 0o100


def test_the_checks_without_a_browser_are_made_by_every_python_that_is_promised() -> None:
    unit = read(".github/workflows/checks.yml")["jobs"]["unit"]
    wanted = tomllib.loads((PROJECT / "pyproject.toml").read_text("utf-8"))["project"]

    pythons = unit["strategy"]["matrix"]["python"]
    assert wanted["requires-python"] == f">={pythons[0]}"
    # Those for which every dependency is known to have a wheel.
    assert pythons == [f"3.{minor}" for minor in PYTHONS]


@pytest.mark.parametrize("name", TEXTS)
def test_every_file_and_heading_that_a_text_links_to_is_there(name: str) -> None:
    file = PROJECT / name
    # What an example shows is no link of the text.
    text = re.sub(r"^ *```.*?^ *```|`[^`\n]+`", "", file.read_text("utf-8"), flags=re.S | re.M)
    for link in re.findall(r"\]\(([^)#:\s]*(?:#[^)\s]*)?)\)", text):
        path, _, heading = link.partition("#")
        target = (file.parent / path) if path else file
        assert target.exists(), link
        if heading:
            titles = re.findall(r"^#+ (.+)$", target.read_text("utf-8"), re.MULTILINE)
            known = {re.sub(r"[^\w -]", "", title.lower()).replace(" ", "-") for title in titles}
            assert heading in known, link


@pytest.mark.parametrize("name", TEXTS)
def test_every_command_that_a_text_names_is_there(name: str) -> None:
    text = (PROJECT / name).read_text("utf-8")
    named = re.findall(r"`(?:\w+=\S+ )?make ([a-z-]+)", text)
    named += re.findall(r"^ *make ([a-z-]+)", text, re.MULTILINE)
    assert set(named) <= targets()


def test_the_guide_asks_mkdocs_pwa_only_for_what_it_offers() -> None:
    past = [
        f"{file.relative_to(PROJECT)}: {line}"
        for file in sorted((PROJECT / "guide").rglob("*.py"))
        for line in file.read_text("utf-8").splitlines()
        if re.match(r"\s*(from mkdocs_pwa\.|import mkdocs_pwa\.)", line)
    ]
    assert past == []


def test_types_are_checked_of_everything_in_python() -> None:
    """A folder of the project's own is in one list or the other, or holds no Python."""
    lists = [
        tomllib.loads((PROJECT / each).read_text("utf-8"))["tool"]["mypy"] for each in SETTINGS
    ]
    checked = {*lists[0]["packages"], "mkdocs-pwa"}
    assert set(lists[1]["files"]) == {"src", "testing", "tests"}
    listing = ["git", "ls-files", "*.py"]
    found = subprocess.run(listing, cwd=PROJECT, capture_output=True, text=True, check=True).stdout
    assert {path.split("/")[0] for path in found.splitlines()} <= checked


@pytest.mark.parametrize("name", ["requirements*.txt", "mkdocs-pwa/*.txt", "package-lock.json"])
def test_no_pin_says_where_it_was_fetched_from(name: str) -> None:
    """Whoever installs has a mirror of their own; the hashes say what must come from it."""
    for file in PROJECT.glob(name):
        assert "://" not in re.sub(r'"(url|funding)": "[^"]+"', "", file.read_text("utf-8")), file


@pytest.mark.parametrize(
    "parent", ["guide", "docs/en/assets/javascripts", "mkdocs-pwa/src/mkdocs_pwa"]
)
def test_contributing_names_every_folder(parent: str) -> None:
    text = (PROJECT / "CONTRIBUTING.md").read_text("utf-8")
    _, _, table = text.partition(f"In `{parent}/`")
    table, _, _ = table.partition("\nIn `")
    folders = [
        path.name
        for path in sorted((PROJECT / parent).iterdir())
        if path.is_dir() and path.name not in ("__pycache__", "assets")
    ]
    assert [name for name in folders if f"`{name}/`" not in table] == []
