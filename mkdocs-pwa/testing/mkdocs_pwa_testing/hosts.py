"""Real web servers on loopback."""

from __future__ import annotations

import contextlib
import os
import socket
import subprocess
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from mkdocs_pwa_testing.engines.install import SERVERS, find_server, on_this_machine

START_LIMIT_S = 30


def program(name: str) -> str:
    """The path of a web server; the test is skipped where there is none, but never in CI."""
    found = find_server(name)
    advice = f"{name} is not installed. On Debian: apt-get install {SERVERS.get(name, name)}"
    if reason := on_this_machine("" if found else advice):
        pytest.skip(reason)
    return str(found)


def free_port() -> int:
    """A port that nobody listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@contextlib.contextmanager
def running(command: list[str], port: int, log: Path) -> Iterator[str]:
    """Run a web server in the foreground until the test is over; gives its address.

    Args:
        command: the server, in the foreground.
        port: the one that its settings name.
        log: a file for what it says, in the folder where it may write.
    """
    with log.open("wb") as words:
        # Caddy writes into the home folder.
        environment = {**os.environ, "HOME": str(log.parent), "XDG_CONFIG_HOME": str(log.parent)}
        process = subprocess.Popen(
            command, stdout=words, stderr=words, cwd=log.parent, env=environment
        )
    try:
        end = time.monotonic() + START_LIMIT_S
        while True:
            assert process.poll() is None, log.read_text("utf-8", "replace")
            with contextlib.suppress(OSError):
                socket.create_connection(("127.0.0.1", port), 1).close()
                break
            assert time.monotonic() < end, log.read_text("utf-8", "replace")
            time.sleep(0.05)
        yield f"http://127.0.0.1:{port}/"
    finally:
        process.terminate()
        process.wait(15)


def let_servers_read(folder: Path) -> None:
    """Web servers give up root's rights, and have to read a folder of pytest still."""
    for path in (folder, *list(folder.parents)[:3]):
        path.chmod(path.stat().st_mode | 0o055)
