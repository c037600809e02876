"""What a test can do with a browser, whichever it is."""

from __future__ import annotations

import abc
import time
from pathlib import Path
from types import TracebackType
from typing import Any, NamedTuple, Self

from mkdocs_pwa_testing.page import REGISTRATION

#: The small phone that pages are laid out for.
WIDTH, HEIGHT = 390, 844


class ScriptError(Exception):
    """A script in the page has failed, or the page was replaced while it ran."""


class Settings(NamedTuple):
    """How a phone is used; see `start`."""

    restarts: bool = False
    blocked_storage: bool = False
    private: bool = False

    @property
    def may_share(self) -> bool:
        """Whether the phone may be a part of a browser that others use as well."""
        return not any(self)


class Engine(abc.ABC):
    """A running browser with one current tab.

    Attributes:
        name: chromium, firefox or webkit.
        profile: the folder where it keeps what survives a restart.
        settings: how it is used.
    """

    name: str

    def __init__(self, profile: Path, settings: Settings) -> None:
        self.profile = profile
        self.settings = settings
        profile.mkdir(parents=True, exist_ok=True)
        self._start()

    @abc.abstractmethod
    def _start(self) -> None: ...

    @abc.abstractmethod
    def close(self) -> None:
        """End the browser; what it has saved stays in the profile."""

    @abc.abstractmethod
    def goto(self, url: str) -> None:
        """Open an address; one that cannot be loaded is no error, the page's text says it."""

    @abc.abstractmethod
    def js(self, expression: str) -> Any:
        """The value of a script; a promise is awaited.

        Raises:
            ScriptError: it failed.
        """

    @abc.abstractmethod
    def click(self, selector: str) -> None:
        """Click in the middle of the first element that matches, as a finger would."""

    @abc.abstractmethod
    def write(self, selector: str, text: str) -> None:
        """Type into a field, key by key."""

    @abc.abstractmethod
    def open_tab(self) -> str:
        """Open a tab, use it, and return its name."""

    @abc.abstractmethod
    def use_tab(self, tab: str) -> None:
        """Make a tab the current one."""

    @property
    @abc.abstractmethod
    def tab(self) -> str:
        """The name of the current tab."""

    def reload(self) -> None:
        """Reload as a reader does; a driver's own reload may pass by the worker (Firefox)."""
        self.js("void (window.beforeReload = true)")
        self.js("void setTimeout(() => location.reload(), 0)")
        self.until("!window.beforeReload && document.readyState === 'complete'")

    def restart(self) -> None:
        """Close the browser and start it again, as after a night."""
        assert self.settings.restarts, (
            "expected a phone started with restarts=True, found one without"
        )
        self.close()
        self._start()

    @property
    def text(self) -> str:
        """What the page says."""
        # A page that could not be loaded is replaced by the browser's own a moment later.
        return str(self.until("[document.body ? document.body.innerText : '']", 10)[0])

    def until(self, expression: str, limit: float = 60.0) -> Any:
        """Return the value of a script as soon as it is true.

        Args:
            expression: JavaScript; a promise is awaited.
            limit: seconds.

        Raises:
            AssertionError: naming the expression, when the time is up.
        """
        end = time.monotonic() + limit
        failure: object = ""
        while True:
            try:
                if value := self.js(expression):
                    return value
            except ScriptError as error:
                # The page may be on its way out: ask the next one.
                failure = f" ({error})"
            if time.monotonic() > end:
                raise AssertionError(
                    f"never true in {self.name} within {limit:g} s: {expression}{failure}; "
                    f"the page says: {self._text_or_nothing()[:300]!r}"
                )
            time.sleep(0.05)

    def until_text(self, text: str, limit: float = 60.0) -> None:
        """Wait until the page says something."""
        self.until(f"(document.body?.innerText ?? '').includes({text!r})", limit)

    def until_removed(self, limit: float = 60.0) -> None:
        """Wait until the folder of the page has no worker any more."""
        self.until(f"{REGISTRATION}.then((found) => !found)", limit)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def _text_or_nothing(self) -> str:
        try:
            return str(self.js("document.body ? document.body.innerText : ''"))
        except ScriptError:
            return ""


def value_or_raise(answer: Any) -> Any:
    """The value that a script handed back in `wrapped`."""
    if not isinstance(answer, dict) or "error" in answer:
        raise ScriptError(answer["error"] if isinstance(answer, dict) else "no answer")
    return answer.get("value")


def wrapped(expression: str) -> str:
    """A promise of the expression's value or error, which never rejects."""
    return (
        f"(async () => ({expression}))()"
        ".then((value) => ({ value }), (error) => ({ error: `${error.name}: ${error.message}` }))"
    )
