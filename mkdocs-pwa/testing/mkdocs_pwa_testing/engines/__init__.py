"""Three browser engines behind one small interface, each started with a profile of its own.

    with start("firefox", tmp_path / "profile") as phone:
        phone.goto(server.url)
        phone.until(SAVED)

Chromium stands for Android, WebKit for the iPhone, Firefox for itself.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from mkdocs_pwa_testing.engines.base import Engine, ScriptError, Settings
from mkdocs_pwa_testing.engines.chromium import Chromium
from mkdocs_pwa_testing.engines.firefox import Firefox
from mkdocs_pwa_testing.engines.install import PACKAGES, missing
from mkdocs_pwa_testing.engines.webkit import WebKit

NAMES = tuple(PACKAGES)

__all__ = ["NAMES", "Engine", "ScriptError", "missing", "start"]

_ENGINES: dict[str, Callable[[Path, Settings], Engine]] = {
    "chromium": Chromium,
    "firefox": Firefox,
    "webkit": WebKit,
}


def start(
    name: str,
    profile: Path,
    *,
    restarts: bool = False,
    blocked_storage: bool = False,
    private: bool = False,
) -> Engine:
    """Start a browser on a phone-sized screen.

    Args:
        name: one of `NAMES`.
        profile: folder for what it keeps; the same folder is the same phone.
        restarts: whether it will be closed and started again; a phone that stays on may share
            its browser with others, each with storage of its own.
        blocked_storage: as a reader has it who refuses all site data.
        private: a private window, which forgets all when it is closed.
    """
    return _ENGINES[name](profile, Settings(restarts, blocked_storage, private))
