"""Pytest fixtures: a browser, and a phone that can be restarted.

Import the ones you use into your `conftest.py`.
"""

from __future__ import annotations

import atexit
import contextlib
import functools
import os
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Playwright, expect, sync_playwright

from mkdocs_pwa_testing.chromium import ARGUMENTS, NO_BROWSER, find
from mkdocs_pwa_testing.screens import phone

# A busy machine may need longer than Playwright's 5 seconds. What holds is seen at once.
LIMIT_MS = 20_000
expect.set_options(timeout=LIMIT_MS)

SMALL_PHONE = phone()["viewport"]

#: Starts a phone with a profile of its own; called again, it is the same phone after a restart.
StartPhone = Callable[[], contextlib.AbstractContextManager[BrowserContext]]


@functools.cache
def _playwright() -> Playwright:
    """One a process is all that Playwright allows, and several `conftest.py` may import us."""
    instance = sync_playwright().start()
    atexit.register(instance.stop)
    return instance


@pytest.fixture(scope="session")
def playwright() -> Playwright:
    return _playwright()


@pytest.fixture(scope="session")
def executable() -> str:
    path = find()
    assert path, NO_BROWSER
    return path


@pytest.fixture(scope="session")
def browser(playwright: Playwright, executable: str) -> Iterator[Browser]:
    instance = playwright.chromium.launch(executable_path=executable, args=ARGUMENTS)
    yield instance
    instance.close()


@pytest.fixture
def start_phone(playwright: Playwright, executable: str, tmp_path: Path) -> StartPhone:
    return phone_in(playwright, executable, tmp_path)


def phone_in(playwright: Playwright, executable: str, folder: Path) -> StartPhone:
    """A phone that keeps its profile in a folder."""
    profile = folder / "profile"
    home = folder / "home"
    home.mkdir()

    @contextlib.contextmanager
    def start() -> Iterator[BrowserContext]:
        context = playwright.chromium.launch_persistent_context(
            profile,
            executable_path=executable,
            args=ARGUMENTS,
            **phone(),
            # An install writes menu entries into the home folder.
            env={**os.environ, "HOME": str(home), "XDG_DATA_HOME": str(home)},
        )
        context.set_default_timeout(LIMIT_MS)
        try:
            yield context
        finally:
            context.close()

    return start
