"""Pages that are stored in other charsets than UTF-8."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from mkdocs_pwa.copy.site import as_text
from mkdocs_pwa.html.charset import read_as_browsers
from mkdocs_pwa_testing.page import wait_until_saved
from mkdocs_pwa_testing.server import StaticServer

MakeSite = Callable[..., Path]

PAGE = """<!doctype html><html lang="ja"><head><meta charset="{0}"><title>{0}</title>
<style>h1::after {{ content: "表示〜" }}</style></head>
<body><h1>A</h1><h2 style="quotes: '表' '示'">B</h2>
<script>document.body.dataset.run = "能力〜";</script></body></html>
"""
CODECS = {"Shift_JIS": "cp932", "EUC-JP": "euc_jp", "ISO-2022-JP": "iso2022_jp"}
SHOWN = """() => [
  document.characterSet, document.body.dataset.run,
  getComputedStyle(document.querySelector("h1"), "::after").content,
  getComputedStyle(document.querySelector("h2")).quotes,
]"""

# One label of each decoder of the Encoding Standard that reads one byte a letter.
ONE_BYTE = [
    *("ibm866", "koi8-r", "koi8-u", "macintosh", "x-mac-cyrillic", "windows-874", "iso-8859-8-i"),
    *(f"windows-{number}" for number in range(1250, 1259)),
    *(f"iso-8859-{part}" for part in range(1, 17) if part != 12),
]
MORE_BYTES = ["shift_jis", "euc-jp", "iso-2022-jp", "gbk", "gb18030", "big5", "euc-kr"]
DECODED = """([label, texts]) => texts.map((bytes) =>
  new TextDecoder(label).decode(new Uint8Array(bytes)))"""


def letters(label: str) -> Iterator[bytes]:
    """Each sequence of bytes that may be a letter, or two."""
    high = range(0x80, 0x100)
    if label in ONE_BYTE:
        yield from (bytes([byte]) for byte in high)
    elif label == "iso-2022-jp":
        pairs = (bytes([a, b]) for a in range(0x21, 0x7F) for b in range(0x21, 0x7F))
        yield from (b"\x1b$B" + pair + b"\x1b(B" for pair in pairs)
        yield from (b"\x1b(J" + bytes([byte]) + b"\x1b(B" for byte in range(0x21, 0x7F))
    else:
        yield from (bytes([a, b]) for a in high for b in range(0x30, 0x100))
        if label == "euc-jp":
            yield from (bytes([0x8F, a, b]) for a in high for b in high)


@pytest.mark.parametrize("label", [*ONE_BYTE, *MORE_BYTES])
def test_a_page_is_read_as_this_browser_reads_it_or_not_at_all(phone: Page, label: str) -> None:
    head = f"<head><meta charset={label}></head>"
    tried = list(letters(label))
    read = [read_as_browsers(head + as_text(letter)) for letter in tried]
    sure = [(letter, ours) for letter, ours in zip(tried, read, strict=True) if not ours.doubt]
    shown = phone.evaluate(DECODED, [label, [list(letter) for letter, _ in sure]])
    assert len(sure) > len(tried) / 5
    assert [
        (letter, ours.text, theirs)
        for (letter, ours), theirs in zip(sure, shown, strict=True)
        if ours.text != head + theirs
    ] == []


@pytest.mark.parametrize("label", CODECS)
def test_inline_scripts_and_styles_of_another_charset_run_online_and_offline(
    phone: Page, make_site: MakeSite, label: str
) -> None:
    page = PAGE.format(label).replace("〜", "\uff5e" if label == "Shift_JIS" else "〜")
    folder = make_site(extra={"other/index.html": page.encode(CODECS[label])})
    whole = [label, "能力\uff5e", '"表示\uff5e"', '"表" "示"']
    with StaticServer(folder) as server:
        server.fault = lambda path, answer: replace(answer, content_type="text/html")
        phone.goto(f"{server.url}other/")
        assert phone.evaluate(SHOWN) == whole
        server.fault = None
        phone.goto(server.url)
        wait_until_saved(phone)
        server.stop()
        phone.goto(f"{server.url}other/")
        expect(phone.get_by_role("heading", name="B")).to_be_visible()
        assert phone.evaluate(SHOWN) == whole
