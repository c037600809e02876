"""The block of tags in the head of a page."""

import re
from dataclasses import replace
from html import escape

import pytest

from mkdocs_pwa import PackOptions
from mkdocs_pwa.copy.site import as_bytes, as_text
from mkdocs_pwa.html import head

OPTIONS = PackOptions(name="Sample guide", short_name='Rock & "Roll"', content_policy=False)
MARK = "@"


def insert_raw(html: str, prefix: str = "") -> str:
    page = head.insert(html, prefix, OPTIONS)
    assert page is not None
    return page


def insert(html: str, prefix: str = "") -> str:
    """The page with a mark in place of the block."""
    return insert_raw(html, prefix).replace(
        head.stamped(head.block(prefix, OPTIONS), head.strip(html)), MARK
    )


def test_block_holds_all_tags_and_the_prefix() -> None:
    assert head.block("../../", OPTIONS) == (
        f"<!-- mkdocs-pwa --><script>{head.storage_guard()}</script>\n"
        '<link rel="manifest" href="../../manifest.webmanifest">\n'
        '<link rel="apple-touch-icon" href="../../pwa/apple-touch-icon.png">\n'
        '<meta name="theme-color" media="(prefers-color-scheme: light)" content="#ffffff">\n'
        '<meta name="theme-color" media="(prefers-color-scheme: dark)" content="#121212">\n'
        '<meta name="mobile-web-app-capable" content="yes">\n'
        '<meta name="apple-mobile-web-app-title" content="Rock &amp; &quot;Roll&quot;">\n'
        '<script type="module" src="../../pwa/client.js" data-mkdocs-pwa></script>'
        "<!-- /mkdocs-pwa -->\n"
    )


@pytest.mark.parametrize(
    ("sheet", "early"),
    [
        ("<link rel=stylesheet href=../a.css>", ["../a.css"]),
        ("<link rel=Stylesheet type=text/css href='/a&amp;b.css'>", ["/a&b.css"]),
        ("<link rel=stylesheet href=//b.org/a.css>", []),
        ("<link rel=stylesheet href='\\\\b.org/a.css'>", []),
        ("<link rel=stylesheet href=https://b.org/a.css>", []),
        ("<link rel=stylesheet href=a.css media=print>", []),
        ("<link rel=stylesheet href=a.css integrity=sha256-x>", []),
        ("<link rel='alternate stylesheet' href=a.css>", []),
        ("<link rel=icon href=a.svg>", []),
        ("<link rel=stylesheet href=''>", []),
        ("<noscript><link rel=stylesheet href=a.css></noscript>", []),
        ("<title>a</title></head><body><link rel=stylesheet href=a.css>", []),
    ],
)
def test_own_style_sheets_are_asked_for_before_the_policy(sheet: str, early: list[str]) -> None:
    page = head.insert(f"<head>{sheet}</head>", "", replace(OPTIONS, content_policy=True))
    assert page is not None
    links = "".join(f'<link rel="preload" as="style" href="{escape(a)}">\n' for a in early)
    assert f"<!-- mkdocs-pwa -->{links}<meta http-equiv=" in page


def test_without_a_policy_nothing_holds_style_sheets_back() -> None:
    assert "preload" not in insert("<head><link rel=stylesheet href=a.css></head>")


@pytest.mark.parametrize(
    "page",
    [
        "<head><meta charset=utf-8>@<script></script></head>",
        "<head><meta charset=utf-8>@<link rel=icon></head>",
        "<head>@<style></style></head>",
        "<head><title>A</title>@</head><script></script>",
        "<HEAD>@<SCRIPT></SCRIPT></HEAD>",
        "<head><title>A</title>\n@<body><script></script>",
        "<head>@<noscript><link rel=stylesheet></noscript></head>",
        "<head>@<template><script></script></template></head>",
    ],
)
def test_block_stands_before_the_first_tag_that_loads(page: str) -> None:
    assert insert(page.replace(MARK, "")) == page


@pytest.mark.parametrize(
    "page",
    [
        "<head><!-- <script></script> --><meta name=a>@<link></head>",
        "<head><!--[if lt IE 9]><script></script><![endif]-->@<link></head>",
        "<head><meta content='<script>'>@<link></head>",
        "<!-- <head><link></head> --><head>@<link></head>",
    ],
)
def test_tag_in_a_comment_or_a_value_is_passed_over(page: str) -> None:
    assert insert(page.replace(MARK, "")) == page


@pytest.mark.parametrize(
    "page",
    [
        "<head><link rel=a><meta charset=utf-8>@</head>",
        "<head><link rel=a><meta http-equiv=Content-Type content='text/html; charset=b'>@</head>",
    ],
)
def test_block_never_pushes_the_encoding_back(page: str) -> None:
    assert insert(page.replace(MARK, "")) == page


@pytest.mark.parametrize(
    "page",
    [
        b"\xef\xbb\xbf<html>\r\n<head>\r\n<title>\xc3\xa9</title>\r\n@<link></head>\r\n",
        b"<head>\r<title>A</title>\r@<link></head>",
        b"<head><title>caf\xe9</title>@<link></head>",
        b"\n\n  <head>\n\n\t@<link>\n  </head>\x0c\xe2\x80\xa8",
    ],
    ids=["BOM and CRLF", "CR", "not UTF-8", "odd spaces"],
)
def test_nothing_else_changes_by_a_byte(page: bytes) -> None:
    bare = as_text(page.replace(b"@", b""))
    inserted = head.insert(bare, "", OPTIONS)

    tags = head.stamped(head.block("", OPTIONS), bare)
    assert as_bytes(inserted or "") == page.replace(b"@", tags.encode())


def test_stamp_is_of_the_page_and_of_its_tags() -> None:
    pages = ["<head><link></head>a", "<head><link></head>b"]
    stamps = [re.findall('data-mkdocs-pwa="([0-9a-f]{12})"', insert_raw(page)) for page in pages]
    other = re.findall('data-mkdocs-pwa="([0-9a-f]{12})"', insert_raw(pages[0], "../"))

    assert [len(found) for found in (*stamps, other)] == [1, 1, 1]
    assert len({*stamps[0], *stamps[1], *other}) == 3


@pytest.mark.parametrize("page", ["", "<p>Hello", "google-site-verification: google1.html"])
def test_page_without_a_head_is_left_alone(page: str) -> None:
    assert head.insert(page, "", OPTIONS) is None


def test_inserting_twice_is_the_same_as_once() -> None:
    once = head.insert("<head>\n  <link></head>", "", OPTIONS) or ""

    assert head.insert(once, "", OPTIONS) == once


def test_block_of_an_earlier_run_is_replaced() -> None:
    earlier = (
        head.insert("<head><link></head>", "", PackOptions(name="Old", content_policy=False)) or ""
    )

    assert head.insert(earlier, "", OPTIONS) == head.insert("<head><link></head>", "", OPTIONS)


def test_two_blocks_become_one() -> None:
    block = head.block("", OPTIONS)

    assert insert(f"<head>{block}{block}<link></head>") == "<head>@<link></head>"


@pytest.mark.parametrize("page", ["<head>\r\n<link></head>", "<head></head>", "<head>\n\n<link>"])
def test_strip_gives_the_page_as_it_was(page: str) -> None:
    assert head.strip(head.insert(page, "", OPTIONS) or "") == page


def test_strip_leaves_a_page_without_a_block_alone() -> None:
    page = "<head><link></head>\r\n"

    assert head.strip(page) == page


def test_strip_leaves_the_marks_in_a_text_alone() -> None:
    page = "<head><script>'<!-- mkdocs-pwa --><!-- /mkdocs-pwa -->'</script></head>"

    assert head.strip(page) == page
