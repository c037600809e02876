"""Which engines are there, and how they are got where they are not.

As a command it installs what is missing, on Debian and its kin:

python -m mkdocs_pwa_testing.engines.install
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

from mkdocs_pwa_testing import chromium

#: Debian's packages by engine.
PACKAGES = {
    "chromium": ("chromium",),
    "firefox": ("firefox-esr",),
    "webkit": ("webkit2gtk-driver", "xvfb", "python3-gi", "gir1.2-webkit2-4.1"),
}
#: Debian's packages by web server, which tests run on loopback.
SERVERS = {"apache2": "apache2", "caddy": "caddy", "nginx": "nginx-light"}
#: The Python that has the bindings of WebKit.
DEBIAN_PYTHON = "/usr/bin/python3"


def missing(engine: str) -> str:
    """Why tests cannot run in an engine, with what to do; "" if they can."""
    if _is_there(engine):
        return ""
    packages = " ".join(PACKAGES[engine])
    return f"{engine} is not installed. On Debian: apt-get install {packages}"


def on_this_machine(reason: str) -> str:
    """What a missing program means: a reason to skip.

    Raises:
        AssertionError: where tests must not be skipped, which `CI` says.
    """
    assert not reason or not _must_not_skip(), reason
    return reason


def find_server(name: str) -> str | None:
    """The path of a web server, which is not always where users' programs are."""
    return shutil.which(name) or shutil.which(name, path="/usr/sbin:/sbin")


def apt_install(packages: list[str]) -> None:
    """Install packages of Debian; whether it worked is seen by the programs being there."""
    if not packages or not shutil.which("apt-get"):
        return
    sudo = [] if os.geteuid() == 0 else ["sudo", "--non-interactive"]
    apt = [*sudo, "env", "DEBIAN_FRONTEND=noninteractive", "apt-get", "-qq"]
    apt += ["-o", "DPkg::Lock::Timeout=300"]
    for arguments in (["update"], ["install", "-y", "--no-install-recommends", *packages]):
        subprocess.run([*apt, *arguments], stdout=sys.stderr, check=False)


def main() -> int:
    """Install what is missing, and say what is missing still."""
    wanted = [engine for engine in PACKAGES if engine != "chromium" and missing(engine)]
    packages = [package for engine in wanted for package in PACKAGES[engine]]
    # Debian starts a web server once it is installed, which nobody wants on a machine of their own.
    if _must_not_skip():
        packages += [SERVERS[name] for name in SERVERS if not find_server(name)]
    apt_install(packages)
    reasons = [reason for engine in PACKAGES if (reason := missing(engine))]
    for reason in reasons:
        print(f"Browser tests will be skipped: {reason}", file=sys.stderr)
    return 0


def _must_not_skip() -> bool:
    return os.environ.get("CI", "") not in ("", "false")


def _is_there(engine: str) -> bool:
    if engine == "chromium":
        return chromium.find() is not None
    if engine == "firefox":
        return bool(shutil.which("firefox-esr") or shutil.which("firefox"))
    return all(shutil.which(name) for name in ("WebKitWebDriver", "Xvfb")) and _has_bindings()


def _has_bindings() -> bool:
    code = "import gi; gi.require_version('WebKit2', '4.1'); from gi.repository import WebKit2"
    if not Path(DEBIAN_PYTHON).exists():
        return False
    ran = subprocess.run([DEBIAN_PYTHON, "-c", code], capture_output=True, check=False)
    return ran.returncode == 0


if __name__ == "__main__":
    raise SystemExit(main())
