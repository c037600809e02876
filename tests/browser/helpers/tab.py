"""A tab of Chromium by its own protocol.

Playwright attaches to pages, and Chromium makes no page ready while somebody does
(`PrerenderingDisabledByDevTools`); attaching to the tab around them leaves it free.
Protocol: https://chromedevtools.github.io/devtools-protocol/tot/Target/.
"""

from __future__ import annotations

import contextlib
import json
import subprocess
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import websocket

_LIMIT = 60.0
_PAUSE = 0.05
# Not the page that the browser has opened itself.
_EMPTY = "about:blank#ours"
_PHONE = {"width": 390, "height": 844, "deviceScaleFactor": 3, "mobile": True}


def wait_for(condition: Callable[[], Any], what: str) -> Any:
    """Return the first true value of a condition."""
    end = time.monotonic() + _LIMIT
    while not (value := condition()):
        assert time.monotonic() < end, f"never within {_LIMIT:g} s: {what}"
        time.sleep(_PAUSE)
    return value


class Tab:
    """One tab: the page that is seen, and the one that may be made ready behind it."""

    def __init__(self, address: str) -> None:
        self._socket = websocket.create_connection(address, suppress_origin=True, timeout=_LIMIT)
        self._last = 0
        self._pages: dict[str, str] = {}
        page = self._ask("Target.createTarget", url=_EMPTY)["targetId"]
        tab = wait_for(self._tab, "the tab")
        session = self._ask("Target.attachToTarget", targetId=tab, flatten=True)
        follow = {"autoAttach": True, "waitForDebuggerOnStart": False, "flatten": True}
        self._ask("Target.setAutoAttach", session["sessionId"], **follow)
        self.seen = wait_for(lambda: self._session(page), "the tab's page")
        self._ask("Emulation.setDeviceMetricsOverride", self.seen, **_PHONE)
        self._ask("Emulation.setTouchEmulationEnabled", self.seen, enabled=True)

    def open(self, url: str) -> None:
        """Go to an address and wait until it is loaded."""
        self._ask("Page.navigate", self.seen, url=url)
        wait_for(lambda: self.js("document.readyState === 'complete'"), url)

    def js(self, expression: str, page: str = "") -> Any:
        """The value of an expression, awaited, in the page that is seen or in another."""
        answer = self._ask(
            "Runtime.evaluate",
            page or self.seen,
            expression=expression,
            awaitPromise=True,
            returnByValue=True,
        )
        return answer["result"].get("value")

    def press(self, link: str) -> str:
        """Put the finger on a link, given by a selector; return the page made ready for it."""
        known = set(self._pages)
        box = f"document.querySelector({json.dumps(link)}).getBoundingClientRect()"
        self._place = self.js(
            f"(({{x, y, width, height}}) => [x + width / 2, y + height / 2])({box})"
        )
        self._mouse("mouseMoved")
        self._mouse("mousePressed")

        def made_ready() -> set[str]:
            found = set(self._pages) - known
            if not found:
                self._listen()
            return found

        ready = wait_for(made_ready, "a page made ready")
        return self._pages[ready.pop()]

    def release(self, ready: str) -> None:
        """Lift the finger; the page made ready is then the one that is seen."""
        self._mouse("mouseReleased")
        self.seen = ready
        wait_for(lambda: not self.js("document.prerendering"), "the page being shown")

    def close(self) -> None:
        """End the connection."""
        self._socket.close()

    def _mouse(self, kind: str) -> None:
        x, y = self._place
        button = "none" if kind == "mouseMoved" else "left"
        event = {"type": kind, "x": x, "y": y, "button": button, "clickCount": 1}
        self._ask("Input.dispatchMouseEvent", self.seen, **event)

    def _tab(self) -> str | None:
        everything: list[dict[str, Any]] = [{}]
        targets = self._ask("Target.getTargets", filter=everything)["targetInfos"]
        tabs = [target for target in targets if target["type"] == "tab"]
        return next((str(tab["targetId"]) for tab in tabs if tab["url"] == _EMPTY), None)

    def _session(self, target: str) -> str | None:
        self._listen()
        return self._pages.get(target)

    def _listen(self) -> None:
        """Take in what has happened; any question does it."""
        self._ask("Target.getTargets")

    def _ask(self, method: str, session: str = "", **params: Any) -> dict[str, Any]:
        self._last += 1
        message = {"id": self._last, "method": method, "params": params}
        if session:
            message["sessionId"] = session
        self._socket.send(json.dumps(message))
        while True:
            found = json.loads(self._socket.recv())
            if found.get("method") == "Target.attachedToTarget":
                details = found["params"]
                self._pages[details["targetInfo"]["targetId"]] = details["sessionId"]
            if found.get("id") == self._last:
                assert "error" not in found, (method, found["error"])
                result: dict[str, Any] = found["result"]
                return result


@contextlib.contextmanager
def open_browser(executable: str, profile: Path) -> Iterator[str]:
    """Run Chromium with a new profile; give the address to speak to it."""
    options = ["--headless=new", "--no-sandbox", "--remote-debugging-port=0", "--no-first-run"]
    command = [executable, *options, f"--user-data-dir={profile}", "about:blank"]
    browser = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    said = profile / "DevToolsActivePort"
    try:
        wait_for(lambda: said.is_file() and said.read_text().count("\n") == 1, "Chromium's port")
        port, path = said.read_text().split("\n")
        yield f"ws://127.0.0.1:{port}{path}"
    finally:
        browser.terminate()
        browser.wait()
