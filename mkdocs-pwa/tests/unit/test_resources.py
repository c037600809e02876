"""The files that come with the package."""

import re

import pytest

from mkdocs_pwa import PackError, resources
from mkdocs_pwa.app import icons
from mkdocs_pwa.html.head import storage_guard


def test_missing_file_of_the_package_is_an_error_that_says_what_to_do() -> None:
    with pytest.raises(PackError) as error:
        resources.read("assets/gone.js")

    assert str(error.value) == (
        "mkdocs-pwa cannot make this site work offline:\n"
        "- mkdocs_pwa/assets/gone.js: expected this file of the package, found nothing. "
        "Install the package again: pip install --force-reinstall mkdocs-pwa"
    )


def test_default_drawing_is_good() -> None:
    assert icons.problems(resources.read("assets/icon.svg").encode()) == []


def test_storage_guard_is_one_line_without_comments() -> None:
    assert not re.search(r"\n|//|/\*", storage_guard())


def test_storage_guard_cannot_end_its_element_or_be_read_as_a_template() -> None:
    assert not re.search(r"</|<!--|\{\{|\{%", storage_guard())
