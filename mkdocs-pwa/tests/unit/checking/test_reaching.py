"""Addresses that cannot be read, hosts that do not answer, and answers that do not end."""

from __future__ import annotations

import gzip
import http.client
import socket
import ssl
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from mkdocs_pwa import PackError, PackOptions, pack
from mkdocs_pwa.checking import fetching
from mkdocs_pwa.checking.address import check_url
from mkdocs_pwa.checking.fetching import FetchError, fetch
from mkdocs_pwa.checking.target import home_address
from mkdocs_pwa.cli import main
from mkdocs_pwa_testing.server import Answer, StaticServer

WriteSite = Callable[..., Path]
Capture = pytest.CaptureFixture[str]


@pytest.fixture
def host(site: Path) -> Iterator[StaticServer]:
    pack(site, PackOptions(name="Small site"))
    with StaticServer(site) as server:
        yield server


@pytest.mark.parametrize(
    ("written", "address"),
    [
        ("https://example.org", "https://example.org/"),
        (" https://example.org/a ", "https://example.org/a/"),
        ("https://example.org/a/index.html", "https://example.org/a/"),
        ("https://example.org/a b/", "https://example.org/a%20b/"),
        ("https://example.org/führer/", "https://example.org/f%C3%BChrer/"),
        ("https://example.org/f%C3%BChrer/", "https://example.org/f%C3%BChrer/"),
        ("https://bücher.example/", "https://xn--bcher-kva.example/"),
        ("http://[::1]:80/a", "http://[::1]:80/a/"),
        ("https://example.org/?a#b", "https://example.org/"),
    ],
)
def test_an_address_is_asked_for_as_a_browser_does(written: str, address: str) -> None:
    assert home_address(written) == address


@pytest.mark.parametrize(
    "written",
    [
        "http://host:abc/",
        "http://[::1/",
        "https://",
        "https:///a",
        "http://a:99999/",
        "https://a b/",
    ],
)
def test_what_is_no_address_is_one_clear_error(written: str, capsys: Capture) -> None:
    assert main(["check", written]) == 1

    assert capsys.readouterr().err.splitlines()[1:] == [
        f"- {written}: expected an address such as https://example.org/guide/, found none. Correct "
        "it."
    ]


def test_a_password_is_not_sent_and_not_shown(capsys: Capture) -> None:
    assert main(["check", "https://user:password@example.org/"]) == 1

    [_, text] = capsys.readouterr().err.splitlines()
    assert text == (
        "- example.org: expected an address without a name and a password, found one with them. "
        "Give the address that readers use; what asks for a password is not saved on phones."
    )


def test_an_address_without_https_is_known_for_one(capsys: Capture) -> None:
    assert main(["check", "www.example.org/guide"]) == 1

    [_, text] = capsys.readouterr().err.splitlines()
    assert text == (
        "- www.example.org/guide: expected a folder, or an address that begins with https://, "
        "found neither. Did you mean https://www.example.org/guide ?"
    )


def test_a_folder_that_is_not_there_is_still_a_folder(capsys: Capture) -> None:
    assert main(["check", "dist/guide"]) == 1

    assert "dist/guide: expected the folder of a built site, found no folder" in (
        capsys.readouterr().err
    )


def test_a_host_that_is_not_there(host: StaticServer) -> None:
    host.stop()

    [finding] = check_url(host.url)
    assert str(finding) == (
        f"error: {host.url}: expected an answer of the host, found a host where nothing answers. "
        "Start the server, or correct the name and the port."
    )


@pytest.mark.parametrize(
    ("error", "text"),
    [
        (
            socket.gaierror(-2, "Name or service not known"),
            "found no host of this name. Correct the name. If it is new, wait some hours until it "
            "is known everywhere; if no site opens, mend your own network.",
        ),
        (
            ssl.SSLCertVerificationError("self-signed certificate"),
            "found a certificate that does not hold (self-signed certificate). Browsers refuse it "
            "as well, and save nothing. Get a certificate for this name at the host: most give "
            "one for nothing.",
        ),
        (
            TimeoutError("timed out"),
            "found no answer in 20 seconds. Try again; if it stays, look whether the host is up "
            "and lets you in.",
        ),
        (
            ConnectionResetError(104, "Connection reset by peer"),
            "found no answer ([Errno 104] Connection reset by peer). Try again; if it stays, ask "
            "those who run the host.",
        ),
    ],
)
def test_each_way_not_to_reach_a_host_has_its_own_cure(
    monkeypatch: pytest.MonkeyPatch, error: OSError, text: str
) -> None:
    if isinstance(error, ssl.SSLCertVerificationError):
        error.verify_message = "self-signed certificate"

    def fail(*_: Any) -> None:
        raise error

    monkeypatch.setattr(http.client.HTTPSConnection, "connect", fail)

    [finding] = check_url("https://example.org/guide/")
    assert str(finding) == (
        f"error: https://example.org/guide/: expected an answer of the host, {text}"
    )


def test_a_file_that_does_not_end_is_not_read_to_its_end(
    host: StaticServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(fetching, "WHOLE_S", -1.0)

    with pytest.raises(FetchError, match=r"^only the first [\d,]+ bytes in the time that browsers"):
        fetch(f"{host.url}style.css")


@pytest.mark.parametrize("is_packed", [False, True])
def test_a_file_is_read_up_to_a_size(host: StaticServer, is_packed: bool) -> None:
    body = bytes(2_000_000)
    coding = {"Content-Encoding": "gzip"} if is_packed else {}
    sent = gzip.compress(body) if is_packed else body
    host.fault = lambda _, answer: Answer(200, "text/css", sent, coding)

    with pytest.raises(FetchError, match="more than 1,000,000"):
        fetch(f"{host.url}style.css", 1_000_000)


def test_a_redirect_may_hold_spaces(host: StaticServer) -> None:
    host.fault = lambda asked, answer: (
        Answer(302, "", b"", {"Location": "/a b.css"}) if asked == "style.css" else answer
    )

    assert fetch(f"{host.url}style.css").url == f"{host.url}a%20b.css"


def test_a_folder_to_compare_with_has_to_be_there(host: StaticServer, tmp_path: Path) -> None:
    with pytest.raises(PackError, match="nowhere: expected the folder of a built site"):
        check_url(host.url, tmp_path / "nowhere")


def test_a_folder_to_compare_with_has_to_be_packed(host: StaticServer, tmp_path: Path) -> None:
    with pytest.raises(PackError) as error:
        check_url(host.url, tmp_path)
    assert error.value.problems == [
        f"{tmp_path}: expected the packed folder that was uploaded, found no sw.js of mkdocs-pwa "
        "in it. Correct --against, or leave it out."
    ]


@pytest.mark.parametrize(
    ("day", "age"),
    [("2026-11-22", "an older"), ("2026-11-20", "a newer"), ("2026-11-21", "another")],
)
def test_another_version_than_that_in_the_folder_is_found_first(
    host: StaticServer, tmp_path: Path, day: str, age: str
) -> None:
    pack(host.folder, PackOptions(name="Small site", built="2026-11-21"))
    folder = tmp_path / "corrected"
    folder.mkdir()
    (folder / "index.html").write_text("<head><title>The phone number is another</title></head>")
    there = pack(host.folder, PackOptions(name="Small site", built="2026-11-21")).version
    here = pack(folder, PackOptions(name="Small site", built=day)).version

    assert str(check_url(host.url, folder)[0]) == (
        f"error: sw.js: expected the version in the folder, found {age} version, {there} of "
        f"2026-11-21, while {folder} has {here} of {day}. Readers do not get what is in the "
        "folder. Upload it whole, and empty the cache of a CDN."
    )


def test_a_folder_of_another_address_is_found_first(host: StaticServer, tmp_path: Path) -> None:
    folder = tmp_path / "other"
    folder.mkdir()
    (folder / "index.html").write_text("<head><title>Other</title></head>")
    pack(folder, PackOptions(name="Other", site_url="https://example.org/other/"))

    assert str(check_url(host.url, folder)[0]) == (
        "error: sw.js: expected the version in the folder, found a site built for /, while that "
        f"in {folder} is built for /other/. Give the folder of this address to --against, or "
        "upload it."
    )
