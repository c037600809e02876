"""Pages in other charsets than UTF-8, as browsers read them."""

import base64
import hashlib
from collections.abc import Callable
from pathlib import Path

import pytest

from mkdocs_pwa import PackOptions, pack
from mkdocs_pwa.cli import read_options
from mkdocs_pwa.copy.site import as_text
from mkdocs_pwa.html.charset import declared_charset, read_as_browsers

WriteSite = Callable[..., Path]

PAGE = """<!doctype html><html lang="ja"><head>{declared}<title>表示 - 予定表</title>
<style>h1::after {{ content: "表示" }}</style></head>
<body style="quotes: '「' '」'"><h1>A</h1><script>"予定"</script></body></html>
"""
INLINE = ('h1::after { content: "表示" }', "quotes: '「' '」'", '"予定"')
UNSURE = (
    "a/index.html: expected a charset by which browsers read the letters in inline scripts and "
    "styles, found {}. If they read others, the content policy stops them. Store the page as "
    'UTF-8, with <meta charset="utf-8"> at the top of its head.'
)


def hash_of(text: str) -> str:
    digest = hashlib.sha256(text.encode()).digest()
    return f"'sha256-{base64.b64encode(digest).decode()}'"


def packed_page(write_site: WriteSite, page: bytes) -> tuple[str, tuple[str, ...]]:
    """A page of a packed site in ASCII, where that is enough; and the warnings."""
    site = write_site()
    (site / "a").mkdir()
    (site / "a/index.html").write_bytes(page)
    report = pack(site, PackOptions(name="Small site"))
    return (site / "a/index.html").read_bytes().decode("ascii", "replace"), report.warnings


@pytest.mark.parametrize(
    ("codec", "declared"),
    [
        ("cp932", '<meta charset="Shift_JIS">'),
        ("cp932", "<meta charset=x-sjis>"),
        ("euc_jp", '<meta http-equiv="Content-Type" content="text/html; charset=EUC-JP">'),
        ("iso2022_jp", '<meta charset="iso-2022-jp">'),
        ("utf-8", '<meta charset="utf-8">'),
        ("utf-8-sig", ""),
        ("utf-8-sig", '<meta charset="Shift_JIS">'),
        ("gbk", '<meta charset="gb2312">'),
    ],
)
def test_a_hash_is_of_the_text_that_browsers_read(
    write_site: WriteSite, codec: str, declared: str
) -> None:
    page, warnings = packed_page(write_site, PAGE.format(declared=declared).encode(codec))
    assert warnings == ()
    assert all(hash_of(text) in page for text in INLINE)


def test_a_charset_is_found_however_late_in_the_head(write_site: WriteSite) -> None:
    late = f'<!-- {"x" * 2000} <meta charset="utf-8"> --><meta charset="Shift_JIS">'
    page, warnings = packed_page(write_site, PAGE.format(declared=late).encode("cp932"))
    assert warnings == ()
    assert all(hash_of(text) in page for text in INLINE)


def test_bytes_that_are_no_utf_8_are_what_browsers_put_in_their_place(
    write_site: WriteSite,
) -> None:
    html = PAGE.format(declared='<meta charset="utf-8">').encode()
    page, warnings = packed_page(write_site, html.replace('"予定"'.encode(), b"'\xe4\xba \xff\0'"))
    assert warnings == ()
    assert hash_of("'\ufffd \ufffd\ufffd'") in page


@pytest.mark.parametrize(
    ("codec", "declared", "found"),
    [
        ("utf-8", "", "none"),
        ("cp932", "", "none"),
        ("utf-8", '<meta charset="x-unknown">', "'x-unknown'"),
        ("utf-8", '<meta charset="hex">', "'hex'"),
        ("utf-8", '<meta charset="gbk">', "'gbk' and bytes of another"),
    ],
)
def test_a_charset_that_cannot_be_known_is_a_warning(
    write_site: WriteSite, codec: str, declared: str, found: str
) -> None:
    html = PAGE.format(declared=declared).replace("定", "定i").encode(codec)
    assert packed_page(write_site, html)[1] == (UNSURE.format(found),)


@pytest.mark.parametrize("body", ["<p>予定<script>'a'</script>", "<script src=a.js>予定</script>"])
def test_letters_outside_of_inline_code_are_no_warning(write_site: WriteSite, body: str) -> None:
    html = f"<!doctype html><html><head><title>予定</title></head><body>{body}</body></html>"
    assert packed_page(write_site, html.encode())[1] == ()


def test_without_a_content_policy_no_charset_is_needed(write_site: WriteSite) -> None:
    site = write_site({"a.html": PAGE.format(declared="")})
    assert pack(site, PackOptions(name="Small site", content_policy=False)).warnings == ()


@pytest.mark.parametrize(
    ("codec", "label"), [("cp932", "shift_jis"), ("iso2022_jp", "csiso2022jp")]
)
def test_the_name_of_a_site_is_read_in_its_charset(
    write_site: WriteSite, codec: str, label: str
) -> None:
    site = write_site()
    html = PAGE.format(declared=f"<meta charset={label}>")
    (site / "index.html").write_bytes(html.encode(codec))
    assert read_options(site, None)[0].name == "表示 - 予定表"


def test_a_page_of_two_bytes_a_letter_is_known_by_its_mark() -> None:
    html = PAGE.format(declared="")
    assert read_as_browsers(as_text(html.encode("utf-16"))) == (f"\ufeff{html}"[1:], "")


@pytest.mark.parametrize(
    "html",
    [
        "<head><title>charset=gbk</title></head>",
        "<head><meta name=a content='text/html; charset=gbk'></head>",
        "<head></head><meta charset=gbk>",
        "<head><!-- <meta charset=gbk> --></head>",
    ],
)
def test_what_only_looks_like_a_charset_is_none(html: str) -> None:
    assert declared_charset(html) == ""
