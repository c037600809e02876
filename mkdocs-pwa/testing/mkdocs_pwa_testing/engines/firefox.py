"""Firefox by WebDriver BiDi, which it speaks itself: Debian has no geckodriver.

Source of the commands: https://www.w3.org/TR/webdriver-bidi/.
"""

from __future__ import annotations

import atexit
import contextlib
import functools
import itertools
import json
import os
import re
import shutil
import signal
import subprocess
import tempfile
import threading
from pathlib import Path
from typing import Any

import websocket

from mkdocs_pwa_testing.engines.base import (
    HEIGHT,
    WIDTH,
    Engine,
    ScriptError,
    value_or_raise,
    wrapped,
)

ANSWER_LIMIT_S = 60

# Quiet, and never on the network by itself.
_SETTINGS: dict[str, object] = {
    "app.normandy.enabled": False,
    "app.update.enabled": False,
    "browser.aboutwelcome.enabled": False,
    "browser.safebrowsing.update.enabled": False,
    "browser.shell.checkDefaultBrowser": False,
    "browser.startup.page": 0,
    "datareporting.policy.dataSubmissionEnabled": False,
    "extensions.update.enabled": False,
    "network.captive-portal-service.enabled": False,
    "network.connectivity-service.enabled": False,
    "network.dns.disablePrefetch": True,
    "remote.active-protocols": 1,
    "services.settings.server": "data:,",
    "toolkit.telemetry.enabled": False,
}
# Its number for "refuse all cookies", which takes workers and storage away as well.
_BLOCKED = {"network.cookie.cookieBehavior": 2}
_PRIVATE = {"browser.privatebrowsing.autostart": True}


class _Process:
    """A running Firefox and the connection to it."""

    def __init__(self, profile: Path, settings: dict[str, object]) -> None:
        profile.mkdir(parents=True, exist_ok=True)
        lines = (f'user_pref("{name}", {json.dumps(value)});\n' for name, value in settings.items())
        (profile / "user.js").write_text("".join(lines), "utf-8")
        executable = shutil.which("firefox-esr") or shutil.which("firefox")
        assert executable, "expected Firefox, found none. Install firefox-esr."
        arguments = ["-headless", "-no-remote", "-profile", str(profile)]
        self._process = subprocess.Popen(
            [executable, *arguments, "--remote-debugging-port=0"],
            stdout=subprocess.DEVNULL,
            stderr=subprocess.PIPE,
            text=True,
            env={**os.environ, "HOME": str(profile), "MOZ_CRASHREPORTER_DISABLE": "1"},
            start_new_session=True,
        )
        self._socket = websocket.create_connection(
            f"{self._address()}/session", suppress_origin=True, timeout=ANSWER_LIMIT_S
        )
        self._numbers = itertools.count(1)
        self.send("session.new", capabilities={"alwaysMatch": {}})

    def _address(self) -> str:
        """The address that Firefox says it listens on; the rest of its words are thrown away."""
        assert self._process.stderr
        said = []
        for line in self._process.stderr:
            said.append(line)
            if found := re.search(r"WebDriver BiDi listening on (ws://\S+)", line):
                threading.Thread(target=self._process.stderr.read, daemon=True).start()
                return found[1]
        raise RuntimeError(f"Firefox did not start: {''.join(said)}")

    def send(self, method: str, **params: object) -> Any:
        number = next(self._numbers)
        self._socket.send(json.dumps({"id": number, "method": method, "params": params}))
        while True:
            message = json.loads(self._socket.recv())
            if message.get("id") != number:
                continue
            if message["type"] == "error":
                raise ScriptError(f"{message['error']}: {message['message']}")
            return message["result"]

    def close(self) -> None:
        with contextlib.suppress(Exception):
            self.send("browser.close")
        try:
            self._process.wait(15)
        except subprocess.TimeoutExpired:
            os.killpg(self._process.pid, signal.SIGKILL)
            self._process.wait()
        self._socket.close()


@functools.cache
def _shared() -> _Process:
    """One for all phones of a test run that stay on: a start takes seconds."""
    folder = tempfile.TemporaryDirectory(ignore_cleanup_errors=True)
    process = _Process(Path(folder.name), _SETTINGS)
    atexit.register(folder.cleanup)
    atexit.register(process.close)
    return process


class Firefox(Engine):
    """Firefox with a profile that stays, or with storage of its own in a shared one."""

    name = "firefox"
    _tab: str

    def _start(self) -> None:
        # A "user context" is what Firefox calls storage of its own.
        self._user: str | None = None
        if not self.settings.may_share:
            settings = {
                **_SETTINGS,
                **(_BLOCKED if self.settings.blocked_storage else {}),
                **(_PRIVATE if self.settings.private else {}),
            }
            self._process = _Process(self.profile, settings)
            self._tab = self._send("browsingContext.getTree")["contexts"][0]["context"]
            self._set_size()
        else:
            self._process = _shared()
            self._user = self._send("browser.createUserContext")["userContext"]
            self.open_tab()

    def close(self) -> None:
        if self._user is None:
            self._process.close()
        else:
            self._send("browser.removeUserContext", userContext=self._user)

    def goto(self, url: str) -> None:
        # An address that cannot be loaded is an error here.
        with contextlib.suppress(ScriptError):
            self._send("browsingContext.navigate", context=self._tab, url=url, wait="complete")

    def js(self, expression: str) -> Any:
        answer = self._send(
            "script.evaluate",
            expression=f"{wrapped(expression)}.then(JSON.stringify)",
            target={"context": self._tab},
            awaitPromise=True,
            userActivation=True,
        )
        if answer["type"] == "exception":
            raise ScriptError(answer["exceptionDetails"]["text"])
        return value_or_raise(json.loads(answer["result"]["value"]))

    def click(self, selector: str) -> None:
        x, y = self.until(_MIDDLE.replace("SELECTOR", json.dumps(selector)))
        press: list[dict[str, object]] = [
            {"type": "pointerMove", "x": int(x), "y": int(y)},
            {"type": "pointerDown", "button": 0},
            {"type": "pointerUp", "button": 0},
        ]
        self._act({"type": "pointer", "id": "finger", "actions": press})

    def write(self, selector: str, text: str) -> None:
        self.click(selector)
        keys = [{"type": kind, "value": key} for key in text for kind in ("keyDown", "keyUp")]
        self._act({"type": "key", "id": "keys", "actions": keys})

    def open_tab(self) -> str:
        user = {} if self._user is None else {"userContext": self._user}
        self._tab = self._send("browsingContext.create", type="tab", **user)["context"]
        self._set_size()
        return self._tab

    def use_tab(self, tab: str) -> None:
        self._tab = tab
        self._send("browsingContext.activate", context=tab)

    @property
    def tab(self) -> str:
        return self._tab

    def _set_size(self) -> None:
        size = {"width": WIDTH, "height": HEIGHT}
        self._send("browsingContext.setViewport", context=self._tab, viewport=size)

    def _act(self, source: dict[str, object]) -> None:
        self._send("input.performActions", context=self._tab, actions=[source])

    def _send(self, method: str, **params: object) -> Any:
        return self._process.send(method, **params)


_MIDDLE = """
(() => {
  const element = document.querySelector(SELECTOR);
  if (!element) return null;
  element.scrollIntoView({ block: "center", behavior: "instant" });
  const box = element.getBoundingClientRect();
  return box.width > 0 && [box.x + box.width / 2, box.y + box.height / 2];
})()
"""
