"""Sounds are asked for in parts."""

from __future__ import annotations

import io
import wave
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page

from mkdocs_pwa_testing.page import until, wait_until_saved
from mkdocs_pwa_testing.server import StaticServer

MakeSite = Callable[..., Path]


def a_second_of_silence() -> bytes:
    sound = io.BytesIO()
    with wave.open(sound, "wb") as file:
        file.setparams((1, 1, 8000, 8000, "NONE", "not compressed"))
        file.writeframes(b"\x80" * 8000)
    return sound.getvalue()


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
