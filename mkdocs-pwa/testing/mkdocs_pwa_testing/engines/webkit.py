"""WebKitGTK by WebDriver, in a window of our own (`webkit_window.py`).

WebKit's own test browser cannot be as narrow as a phone, and forgets everything at its end. The
commands are few, so no client library is needed. Source: https://www.w3.org/TR/webdriver2/.
"""

from __future__ import annotations

import atexit
import contextlib
import functools
import itertools
import json
import os
import shutil
import socket
import subprocess
import tempfile
import time
import urllib.error
import urllib.request
from pathlib import Path
from typing import Any

from mkdocs_pwa_testing.engines.base import (
    HEIGHT,
    WIDTH,
    Engine,
    ScriptError,
    Settings,
    value_or_raise,
    wrapped,
)
from mkdocs_pwa_testing.engines.install import DEBIAN_PYTHON

START_LIMIT_S = 20
SCRIPT_LIMIT_MS = 20_000
# A worker's file that never comes is no reason to stay on a page.
JOBS_LIMIT_S = 5

_WINDOW = Path(__file__).with_name("webkit_window.py")
# The key under which WebDriver hands over an element.
_ELEMENT = "element-6066-11e4-a52e-4f735466cecf"


class _Process:
    """A running WebKitGTK window and the driver that it is driven by.

    Args:
        profile: folder of what it keeps.
        settings: how it is used.
    """

    def __init__(self, profile: Path, settings: Settings) -> None:
        executable = shutil.which("WebKitWebDriver")
        assert executable, "expected WebKitWebDriver, found none. Install webkit2gtk-driver."
        port = _free_port()
        self._driver = subprocess.Popen(
            [executable, f"--port={port}"],
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            env={
                **os.environ,
                "DISPLAY": _display(),
                "MKDOCS_PWA_PROFILE": str(profile),
                "MKDOCS_PWA_SIZE": f"{WIDTH}x{HEIGHT}",
                "MKDOCS_PWA_BLOCKED": "1" if settings.blocked_storage else "",
                "MKDOCS_PWA_PRIVATE": "1" if settings.private else "",
            },
        )
        self._base = f"http://127.0.0.1:{port}"
        _wait_for_port(port)
        options = {"binary": DEBIAN_PYTHON, "args": [str(_WINDOW)]}
        wanted = {"browserName": "mkdocs-pwa", "webkitgtk:browserOptions": options}
        session = self.send("POST", "/session", capabilities={"alwaysMatch": wanted})
        self._base += f"/session/{session['sessionId']}"
        self.send("POST", "/timeouts", script=SCRIPT_LIMIT_MS, pageLoad=60_000)

    def send(self, method: str, path: str, **params: object) -> Any:
        body = None if method in ("GET", "DELETE") else json.dumps(params).encode()
        request = urllib.request.Request(
            self._base + path, body, {"Content-Type": "application/json"}, method=method
        )
        try:
            with urllib.request.urlopen(request, timeout=90) as answer:
                return json.load(answer)["value"]
        except urllib.error.HTTPError as error:
            said = json.load(error)["value"]
            raise ScriptError(f"{said['error']}: {said['message']}") from None

    def close(self) -> None:
        with contextlib.suppress(ScriptError, OSError):
            self.send("DELETE", "")
        self._driver.terminate()
        self._driver.wait()


@functools.cache
def _shared() -> _Process:
    """One for all phones of a test run that stay on: a start takes a second.

    WebKitGTK cannot give a tab storage of its own, but no two test servers have one address, so
    that no phone finds what another has stored.
    """
    folder = tempfile.TemporaryDirectory(ignore_cleanup_errors=True)
    process = _Process(Path(folder.name), Settings())
    atexit.register(folder.cleanup)
    atexit.register(process.close)
    return process


class WebKit(Engine):
    """A WebKitGTK window with data that stays, or tabs of a shared one."""

    name = "webkit"

    def _start(self) -> None:
        self._is_shared = self.settings.may_share
        self._process = _shared() if self._is_shared else _Process(self.profile, self.settings)
        self._before = self._tabs()
        if self._is_shared:
            self.open_tab()

    def close(self) -> None:
        if not self._is_shared:
            self._process.close()
            return
        for tab in self._tabs():
            if tab not in self._before:
                self.use_tab(tab)
                self._send("DELETE", "/window")
        self.use_tab(self._before[0])

    def _tabs(self) -> list[str]:
        return [str(tab) for tab in self._send("GET", "/window/handles")]

    def goto(self, url: str) -> None:
        """Open an address, when nothing is being registered any more.

        WebKit (2.50) starts an install only when the page that asked for it confirms that it
        knows; if that page has been left by then the install stands still, and with it all that
        is asked of that scope, until the page falls out of the back/forward cache. With two busy
        cores every tenth install did. Pages here are left sooner than any reader leaves them.
        """
        self._wait_for_jobs("jobs.isLeaving = true")
        # A load that fails is no error here either, but one that is replaced may be.
        with contextlib.suppress(ScriptError):
            self._send("POST", "/url", url=url)

    def js(self, expression: str) -> Any:
        script = f"const done = arguments[arguments.length - 1]; {wrapped(expression)}.then(done)"
        return value_or_raise(self._send("POST", "/execute/async", script=script, args=[]))

    def reload(self) -> None:
        self._wait_for_jobs()
        super().reload()

    def click(self, selector: str) -> None:
        self._wait_for_jobs()
        self._send("POST", f"/element/{self._element(selector)}/click")

    def write(self, selector: str, text: str) -> None:
        element = self._element(selector)
        self._send("POST", f"/element/{element}/click")
        self._send("POST", f"/element/{element}/value", text=text)

    def open_tab(self) -> str:
        tab = self._send("POST", "/window/new", type="tab")["handle"]
        self.use_tab(tab)
        return str(tab)

    def use_tab(self, tab: str) -> None:
        self._send("POST", "/window", handle=tab)

    @property
    def tab(self) -> str:
        return str(self._send("GET", "/window"))

    def _wait_for_jobs(self, then: str = "") -> None:
        """Wait until the page is not registering or updating a worker (see `webkit_window.py`)."""
        with contextlib.suppress(AssertionError):
            self.until(
                "(() => { const jobs = window.mkdocsPwaJobs;"
                f" if (!jobs || jobs.open > 0) return !jobs; {then}; return true; }})()",
                JOBS_LIMIT_S,
            )

    def _element(self, selector: str) -> str:
        self.until(f"document.querySelector({json.dumps(selector)}) !== null")
        found = self._send("POST", "/element", using="css selector", value=selector)
        return str(found[_ELEMENT])

    def _send(self, method: str, path: str, **params: object) -> Any:
        return self._process.send(method, path, **params)


@functools.cache
def _display() -> str:
    """A screen that nobody sees, one a process."""
    # Two servers that look for a free number by themselves may take the same one.
    for number in itertools.count(90 + os.getpid() % 400):
        if Path(f"/tmp/.X{number}-lock").exists():
            continue
        screen = subprocess.Popen(
            ["Xvfb", f":{number}", "-screen", "0", "1400x1500x24", "-nolisten", "tcp"],
            stderr=subprocess.DEVNULL,
        )
        end = time.monotonic() + START_LIMIT_S
        while screen.poll() is None and time.monotonic() < end:
            if Path(f"/tmp/.X11-unix/X{number}").exists():
                atexit.register(screen.wait)
                atexit.register(screen.terminate)
                return f":{number}"
            time.sleep(0.02)
        screen.kill()
        screen.wait()
    raise RuntimeError("no screen could be started with Xvfb")


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def _wait_for_port(port: int) -> None:
    end = time.monotonic() + START_LIMIT_S
    while True:
        try:
            socket.create_connection(("127.0.0.1", port), 1).close()
            return
        except OSError:
            if time.monotonic() > end:
                raise
            time.sleep(0.02)
