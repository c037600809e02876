"""The settings of hosting/ in real web servers, with https, as a clinic would use them."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import pytest

from mkdocs_pwa_testing.hosts import let_servers_read, program

from ..conftest import PROJECT


@dataclass(frozen=True)
class Certificate:
    """A certificate for 127.0.0.1 that signs itself, and its key."""

    file: Path
    key: Path


@pytest.fixture(scope="session")
def certificate(tmp_path_factory: pytest.TempPathFactory) -> Certificate:
    folder = tmp_path_factory.mktemp("certificate")
    made = Certificate(folder / "fullchain.pem", folder / "privkey.pem")
    command = [program("openssl"), "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2"]
    command += ["-subj", "/CN=127.0.0.1", "-addext", "subjectAltName=IP:127.0.0.1"]
    command += ["-keyout", str(made.key), "-out", str(made.file)]
    subprocess.run(command, check=True, capture_output=True)
    return made


def uploaded(site: Path, target: Path) -> Path:
    """Copy a built guide to where a web server is to find it."""
    shutil.copytree(site, target)
    let_servers_read(target)
    return target


def settings(name: str, changes: Mapping[str, str]) -> str:
    """A file of hosting/ with what a clinic changes in it, and the ports of a test."""
    text = (PROJECT / "hosting" / name).read_text("utf-8")
    for old, new in changes.items():
        assert old in text, old
        text = text.replace(old, new)
    return text


def print_headers(site: Path, host: str) -> str:
    """What the command prints that the settings ask for."""
    return _run("headers", str(site), "--for", host).stdout


def check(url: str, site: Path, certificate: Certificate) -> str:
    """What `mkdocs-pwa check` says of an address."""
    # It trusts the certificate of the test, and nothing less.
    result = _run("check", url, "--against", str(site), SSL_CERT_FILE=str(certificate.file))
    return (result.stdout + result.stderr).strip()


def all_is_well(url: str) -> str:
    """What it says when there is nothing to mend."""
    return f"{url}: every file arrives as it was packed, and as browsers need it"


def _run(*arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "mkdocs_pwa.cli", *arguments],
        env={**os.environ, **environment},
        capture_output=True,
        text=True,
        check=False,
    )
