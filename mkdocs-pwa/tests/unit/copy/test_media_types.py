"""The type that a phone answers a file with, worked out from its name and its bytes."""

import pytest

from mkdocs_pwa.copy.media_types import TYPES, Types, media_type, types_of
from mkdocs_pwa.copy.precache import precache

JAPANESE = "日本語のページ"


@pytest.mark.parametrize(
    ("path", "content", "expected"),
    [
        ("index.html", b"<!doctype html>", "text/html; charset=utf-8"),
        ("style.css", b"body{}", "text/css; charset=utf-8"),
        ("pwa/client.js", b"start();", "text/javascript; charset=utf-8"),
        ("module.mjs", b"start();", "text/javascript; charset=utf-8"),
        ("PHOTO.JPG", b"\xff\xd8", "image/jpeg"),
        ("search.json", b"{}", "application/json"),
        ("icon.svg", b"<svg/>", "image/svg+xml"),
        ("manifest.webmanifest", b"{}", "application/manifest+json"),
        ("code.wasm", b"\0asm", "application/wasm"),
        ("visit.ics", b"BEGIN:VCALENDAR", "text/calendar; charset=utf-8"),
        ("folder.v2/LICENSE", b"MIT", "text/plain; charset=utf-8"),
        (
            "about",
            b"<!-- by hand -->\n<!DOCTYPE html><title>About</title>",
            "text/html; charset=utf-8",
        ),
        ("map.pbf", b"\x1a\xff", "application/octet-stream"),
    ],
)
def test_a_file_has_the_type_of_its_kind(path: str, content: bytes, expected: str) -> None:
    assert media_type(path, content) == expected


@pytest.mark.parametrize(
    "content",
    [
        pytest.param("Für".encode("latin-1"), id="no letters of UTF-8"),
        pytest.param("Für".encode("utf-16"), id="two bytes a letter"),
        pytest.param("For".encode("utf-16-le"), id="two bytes a letter, without a mark"),
        pytest.param(JAPANESE.encode("iso-2022-jp"), id="seven bits"),
        pytest.param(b'<meta charset="windows-1252">', id="declared"),
        pytest.param(
            b"<META HTTP-EQUIV=Content-Type CONTENT='text/html; charset=Shift_JIS'>", id="as of old"
        ),
    ],
)
def test_a_page_that_may_not_be_utf8_is_left_to_say_its_own_encoding(content: bytes) -> None:
    assert media_type("index.html", content) == "text/html"


def test_a_style_sheet_says_its_own_encoding_too() -> None:
    assert media_type("a.css", b'@charset "iso-8859-1";body{}') == "text/css"
    assert media_type("a.css", b'@charset "utf-8";body{}') == "text/css; charset=utf-8"


def test_a_page_that_says_that_it_is_utf8_is_believed() -> None:
    assert media_type("a.html", b"<meta charset=UTF-8>") == "text/html; charset=utf-8"


def test_every_type_of_the_table_is_written_as_browsers_compare_it() -> None:
    assert all(kind == kind.lower() and named == named.lower() for kind, named in TYPES.items())
    assert not any(";" in named for named in TYPES.values())


def test_the_worker_is_told_the_usual_type_of_each_kind_and_the_others_by_url() -> None:
    site = {
        "index.html": "Für".encode("latin-1"),
        "one/index.html": b"one",
        "two.html": b"two",
        "LICENSE": b"MIT",
        "a b.png": b"png",
    }

    assert types_of(site, precache(site).entries) == Types(
        {
            "": "text/plain; charset=utf-8",
            ".html": "text/html; charset=utf-8",
            ".png": "image/png",
        },
        {"": "text/html"},
    )
