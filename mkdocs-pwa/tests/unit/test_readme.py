"""The README says what the code does."""

import re
from dataclasses import fields
from pathlib import Path
from typing import Any, get_args

import pytest
import yaml

from mkdocs_pwa import PackOptions
from mkdocs_pwa.app.worker import source
from mkdocs_pwa.settings.mkdocs_options import PwaConfig
from mkdocs_pwa.settings.options import DISPLAYS
from mkdocs_pwa.settings.reading import SITE_KEYS

ROOT = Path(__file__).parents[2]
README = (ROOT / "README.md").read_text("utf-8")
OPTIONS = dict(re.findall(r"^### `(\w+)`\n\n(.+)$", README, flags=re.MULTILINE))
UPDATE_RULE = (
    "A new version is fetched and verified in the background and takes over when the reader taps "
    "the notice or when the last tab of the guide has been closed, never before."
)
# What the words of the README mean in code.
TYPES = {
    "True or false": bool,
    "Text": str | None,
    "One line of text": str | None,
    "Path from `mkdocs.yml`": str | None,
    "Color": str,
    "`standalone`, `minimal-ui`, `fullscreen` or `browser`": str,
    "List": list[dict[str, str]],
    "List of words": list[str],
    "List of patterns as in a `.gitignore` file": list[str],
    "True, false, or sources by directive": bool | dict[str, Any],
}
# Their defaults come from mkdocs.yml, or are too long to write down.
SAID_IN_WORDS = {
    "name": "`site_name`",
    "short_name": "`name`",
    "description": "`site_description`",
    "icon": "an open book",
}


def test_options_of_the_readme_are_those_of_the_plugin_in_their_order() -> None:
    assert list(OPTIONS) == [name for name, _ in PwaConfig._schema]


@pytest.mark.parametrize(("name", "option"), PwaConfig._schema, ids=lambda value: str(value)[:20])
def test_option_has_its_type_its_default_and_a_word_of_advice(name: str, option: Any) -> None:
    found = re.match(r"(\S.*?), default: (.+?)\. (\S.{20,})", OPTIONS[name])

    assert found
    kind, default, _ = found.groups()
    assert (TYPES[kind],) == get_args(option.__orig_class__)
    if name in SAID_IN_WORDS:
        assert default == SAID_IN_WORDS[name]
    else:
        assert yaml.safe_load(default.strip("`")) == option.default


def test_choices_of_an_option_are_those_of_the_code() -> None:
    assert (
        tuple(re.findall(r"`([\w-]+)`", OPTIONS["display"].partition(", default")[0])) == DISPLAYS
    )


def test_what_only_the_options_file_has_is_in_the_readme() -> None:
    assert [key for key in SITE_KEYS if f"`{key}`" not in README] == []


def test_links_within_the_readme_lead_to_a_heading() -> None:
    headings = re.findall(r"^#+ (.+)$", README, flags=re.MULTILINE)
    anchors = {re.sub(r"[^\w -]", "", heading).lower().replace(" ", "-") for heading in headings}
    pages = [README, (ROOT / "REMOVING.md").read_text("utf-8")]

    linked = [link for page in pages for link in re.findall(r"\]\((?:README\.md)?#([^)]+)\)", page)]
    assert linked
    assert [link for link in linked if link not in anchors] == []


def test_defaults_of_the_plugin_are_those_of_the_function() -> None:
    plugin = {name: option.default for name, option in PwaConfig._schema if option.default}
    function = {field.name: field.default for field in fields(PackOptions)}

    assert {name: function[name] for name in plugin if name != "enabled"} == {
        name: default for name, default in plugin.items() if name != "enabled"
    }


def test_update_rule_is_the_same_sentence_in_readme_and_worker() -> None:
    worker = source("build")

    assert UPDATE_RULE in README
    # There it stands after a colon.
    assert UPDATE_RULE[1:] in re.sub(r"\s*// ", " ", worker)


@pytest.mark.parametrize("command", ["pack", "check", "remove"])
def test_every_command_is_in_the_readme(command: str) -> None:
    assert f"mkdocs-pwa {command} DIR" in README


def test_yaml_examples_can_be_read() -> None:
    examples = re.findall(r"```yaml\n(.+?)```", README, flags=re.DOTALL)

    assert len(examples) == 2
    assert all("plugins" in yaml.safe_load(example) for example in examples)
