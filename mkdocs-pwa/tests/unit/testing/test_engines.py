"""Which engines are there, and what it means if one is not."""

import shutil

import pytest

from mkdocs_pwa_testing.engines import NAMES, missing
from mkdocs_pwa_testing.engines.install import on_this_machine


def test_there_are_three_engines() -> None:
    assert NAMES == ("chromium", "firefox", "webkit")


def test_an_engine_that_is_missing_is_named_with_its_packages(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(shutil, "which", lambda name: None)

    assert missing("webkit") == (
        "webkit is not installed. On Debian: "
        "apt-get install webkit2gtk-driver xvfb python3-gi gir1.2-webkit2-4.1"
    )


def test_what_is_missing_is_a_reason_to_skip_on_a_writers_machine(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.delenv("CI", raising=False)

    assert on_this_machine("no browser") == "no browser"


def test_what_is_missing_is_an_error_where_nothing_may_be_skipped(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("CI", "true")

    with pytest.raises(AssertionError, match="no browser"):
        on_this_machine("no browser")
    assert on_this_machine("") == ""
