"""Addresses as hosts, players and readers write them."""

from __future__ import annotations

import io
import wave
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from mkdocs_pwa_testing.page import until, wait_until_saved
from mkdocs_pwa_testing.server import Answer, StaticServer

MakeSite = Callable[..., Path]


def a_second_of_silence() -> bytes:
    sound = io.BytesIO()
    with wave.open(sound, "wb") as file:
        file.setparams((1, 1, 8000, 8000, "NONE", "not compressed"))
        file.writeframes(b"\x80" * 8000)
    return sound.getvalue()


def clean_addresses(path: str, answer: Answer) -> Answer:
    """A host that keeps its pages' endings to itself."""
    if not path.endswith(".html"):
        return answer
    short = path.removesuffix("index.html").removesuffix(".html")
    return Answer(308, "text/plain", b"", {"Location": f"/{short}"})


@pytest.mark.fault(33)
@pytest.mark.parametrize("address", ["about", "about.html", "one/index.html"])
def test_a_host_that_redirects_to_clean_addresses_is_saved_and_opens_offline(
    phone: Page, make_site: MakeSite, address: str
) -> None:
    home = "<!doctype html><html><head><title>{0}</title></head><body><h1>{0}</h1></body></html>"
    folder = make_site("clean", extra={"about.html": home.format("About")})

    def host(path: str, answer: Answer) -> Answer:
        file = folder / f"{path}.html"
        if path and file.is_file():
            return Answer(200, "text/html", file.read_bytes())
        return clean_addresses(path, answer)

    with StaticServer(folder) as server:
        server.fault = host
        phone.goto(server.url)
        wait_until_saved(phone)
        server.stop()
        phone.goto(server.url + address)
        expected = "About" if "about" in address else "Page one"
        expect(phone.get_by_role("heading", name=expected)).to_be_visible()


@pytest.mark.fault(38)
def test_a_deep_link_from_a_printed_code_opens_at_its_place(
    phone: Page, make_site: MakeSite
) -> None:
    body = '<div style="height:3000px"></div><h2 id="one">Part one</h2>'
    with StaticServer(make_site(body=body, content_policy=False)) as server:
        phone.goto(server.url)
        wait_until_saved(phone)
        server.stop()
        phone.goto(f"{server.url}two/?utm_source=qr#one")
        expect(phone.get_by_role("heading", name="Part one")).to_be_in_viewport()


@pytest.mark.fault(46)
@pytest.mark.parametrize(
    ("asked", "status", "body", "content_range"),
    [
        ("bytes=2-4", 206, "234", "bytes 2-4/10"),
        ("bytes=7-", 206, "789", "bytes 7-9/10"),
        ("bytes=-2", 206, "89", "bytes 8-9/10"),
        ("bytes=8-99", 206, "89", "bytes 8-9/10"),
        ("bytes=10-", 416, "", "bytes */10"),
        ("bytes=-", 200, "0123456789", None),
    ],
)
def test_a_part_of_a_saved_file_is_given_as_a_part(
    phone: Page,
    make_site: MakeSite,
    asked: str,
    status: int,
    body: str,
    content_range: str | None,
) -> None:
    with StaticServer(make_site(extra={"digits.txt": "0123456789"})) as server:
        phone.goto(server.url)
        wait_until_saved(phone)
        server.stop()
        found = phone.evaluate(
            """async (Range) => {
              const response = await fetch("digits.txt", { headers: { Range } });
              const range = response.headers.get("content-range");
              return [response.status, await response.text(), range];
            }""",
            asked,
        )
        assert found == [status, body, content_range]


@pytest.mark.fault(46)
def test_a_saved_sound_can_be_wound_without_a_network(phone: Page, make_site: MakeSite) -> None:
    folder = make_site(extra={"calm.wav": a_second_of_silence()})
    with StaticServer(folder) as server:
        phone.goto(server.url)
        wait_until_saved(phone)
        server.stop()
        phone.evaluate(
            """() => {
              window.sound = new Audio("calm.wav");
              window.sound.preload = "auto";
              window.sound.addEventListener("loadedmetadata", () => {
                window.sound.currentTime = 0.5;
              });
              window.sound.addEventListener("seeked", () => { window.wound = true; });
              window.sound.load();
            }"""
        )
        assert until(phone, "window.wound === true && window.sound.currentTime === 0.5")


@pytest.mark.fault(47)
def test_head_requests_and_other_origins_are_not_answered_by_the_worker(
    phone: Page, server: StaticServer
) -> None:
    phone.goto(server.url)
    wait_until_saved(phone)
    server.requests.clear()
    server.stop()
    failed = "(method) => fetch('style.css', { method }).then(() => false, () => true)"
    assert phone.evaluate(failed, "HEAD")
    assert phone.evaluate(failed, "POST")
    assert not phone.evaluate(failed, "GET")
