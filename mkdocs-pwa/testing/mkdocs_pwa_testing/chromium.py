"""Find a Chromium for Playwright, or get one. As a command it prints the path.

python -m mkdocs_pwa_testing.chromium
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

_NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
_MAC = Path("/Applications/Google Chrome.app/Contents/MacOS/Google Chrome")

# Chromium 156 gives each window two pages of its own for the suggestions under its address field,
# which nobody sees without a screen: a third of the time that a window takes to open.
_FIELD_PAGES = ("WebUIOmniboxPopup", "WebUIOmniboxAimPopup", "WebUIOmniboxFullPopup")
# What Playwright turns off (its `chromiumSwitches`), as only the last list of features counts.
_PLAYWRIGHTS_CHOICE = (
    "AvoidUnnecessaryBeforeUnloadCheckSync",
    "DestroyProfileOnBrowserClose",
    "HttpsUpgrades",
    "HttpsFirstBalancedModeAutoEnable",
    "LensOverlay",
    "MediaRouter",
    "PaintHolding",
    "ThirdPartyStoragePartitioning",
    "AvoidCorsURLLoaderRestartOnRedirect",
    "OptimizationHints",
    "NetworkTimeServiceQuerying",
    "AimEnabled",
    "PreconnectToSearch",
)
#: Arguments to start a browser with, as `playwright.chromium.launch(args=ARGUMENTS)`.
ARGUMENTS = [f"--disable-features={','.join((*_PLAYWRIGHTS_CHOICE, *_FIELD_PAGES))}"]

NO_BROWSER = (
    "Browser tests: expected Chromium or Chrome, found none, and could not install one. "
    "Install either, or set CHROMIUM to its path, and run make test again."
)


def find() -> str | None:
    """Return the path of an installed browser, or None."""
    named = os.environ.get("CHROMIUM")
    if named:
        return named
    for name in _NAMES:
        if found := shutil.which(name):
            return found
    return str(_MAC) if _MAC.exists() else _playwrights_own()


_ASK_PLAYWRIGHT = """
from playwright.sync_api import sync_playwright
with sync_playwright() as playwright:
    print(playwright.chromium.executable_path)
"""


def _playwrights_own() -> str | None:
    # Apart from this process, since on a bare Debian the driver cannot even start: it needs
    # libatomic1, which comes with Chromium.
    command = [sys.executable, "-c", _ASK_PLAYWRIGHT]
    answer = subprocess.run(command, capture_output=True, text=True, check=False)
    path = Path(answer.stdout.strip())
    return str(path) if answer.returncode == 0 and path.is_file() else None


def get() -> str | None:
    """Return the path of a browser, installing one if there is none; None if that fails."""
    return find() or _from_playwright() or _from_debian()


def _from_playwright() -> str | None:
    _run([sys.executable, "-m", "playwright", "install", "chromium"])
    return _playwrights_own()


def _from_debian() -> str | None:
    if not shutil.which("apt-get"):
        return None
    sudo = [] if os.geteuid() == 0 else ["sudo", "--non-interactive"]
    _run([*sudo, "apt-get", "update", "-qq"])
    packages = ["chromium", "libatomic1"]
    _run([*sudo, "apt-get", "install", "-y", "-qq", "--no-install-recommends", *packages])
    return shutil.which("chromium")


def _run(command: list[str]) -> None:
    # Whether it worked is seen by the browser being there; its words go to the terminal.
    environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    subprocess.run(command, env=environment, stdout=sys.stderr, check=False)


def main() -> int:
    """Print the path of a browser; return the exit code."""
    path = get()
    if path is None:
        print(NO_BROWSER, file=sys.stderr)
        return 1
    print(path)
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
