"""Chromium by Playwright."""

from __future__ import annotations

import atexit
import contextlib
import functools
import json
import os
from typing import Any

from playwright.sync_api import Browser, BrowserContext, Error, Page

from mkdocs_pwa_testing.chromium import ARGUMENTS, NO_BROWSER, find
from mkdocs_pwa_testing.engines.base import (
    HEIGHT,
    WIDTH,
    Engine,
    ScriptError,
    value_or_raise,
    wrapped,
)
from mkdocs_pwa_testing.fixtures import _playwright
from mkdocs_pwa_testing.page import wait_until_removed
from mkdocs_pwa_testing.screens import phone

# Chromium's number for "block" in its own settings file.
_BLOCK = 2


@functools.cache
def _shared() -> Browser:
    """One for all phones of a test run that stay on: a start takes a second."""
    browser = _launch()
    atexit.register(browser.close)
    return browser


def _launch() -> Browser:
    return _playwright().chromium.launch(executable_path=_executable(), args=ARGUMENTS)


def _executable() -> str:
    executable = find()
    assert executable, NO_BROWSER
    return executable


class Chromium(Engine):
    """Chromium or Chrome with a profile that stays, or with storage of its own in a shared one."""

    name = "chromium"
    _context: BrowserContext
    _page: Page
    _browser: Browser | None = None

    def _start(self) -> None:
        if self.settings.may_share:
            self._context = _shared().new_context(**phone(WIDTH, HEIGHT))
            self._page = self._context.new_page()
            return
        if self.settings.blocked_storage:
            settings = self.profile / "Default" / "Preferences"
            settings.parent.mkdir(exist_ok=True)
            blocked = {"profile": {"default_content_setting_values": {"cookies": _BLOCK}}}
            settings.write_text(json.dumps(blocked), "utf-8")
        home = str(self.profile)
        if self.settings.private:
            # A context of Playwright's own making is a private window.
            self._browser = _launch()
            self._context = self._browser.new_context(**phone(WIDTH, HEIGHT))
            self._page = self._context.new_page()
            return
        self._context = _playwright().chromium.launch_persistent_context(
            self.profile,
            executable_path=_executable(),
            args=ARGUMENTS,
            **phone(WIDTH, HEIGHT),
            env={**os.environ, "HOME": home, "XDG_DATA_HOME": home},
        )
        self._page = self._context.pages[0]

    def close(self) -> None:
        self._context.close()
        if self._browser:
            self._browser.close()

    def goto(self, url: str) -> None:
        with contextlib.suppress(Error):
            self._page.goto(url)

    def js(self, expression: str) -> Any:
        try:
            return value_or_raise(self._page.evaluate(wrapped(expression)))
        except Error as error:
            raise ScriptError(error.message) from None

    def click(self, selector: str) -> None:
        self._page.click(selector)

    def write(self, selector: str, text: str) -> None:
        self._page.click(selector)
        self._page.keyboard.type(text)

    def until_removed(self, limit: float = 60.0) -> None:
        wait_until_removed(self._page, limit)

    def open_tab(self) -> str:
        self._page = self._context.new_page()
        return self.tab

    def use_tab(self, tab: str) -> None:
        self._page = self._context.pages[int(tab)]
        self._page.bring_to_front()

    @property
    def tab(self) -> str:
        return str(self._context.pages.index(self._page))
