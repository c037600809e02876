"""The elements of a page: what the parser of the standard library sees, read faster."""

import random
from collections.abc import Iterator

import pytest

from mkdocs_pwa.html import elements as module
from mkdocs_pwa.html.elements import Element, elements


def pieces_of(text: str) -> list[str]:
    return text.split("|")


#: What nearly all pages are made of.
USUAL = pieces_of(
    "<p>|</p>|<P CLASS=a>|<br/>|<br />|<img src=a/>|<a\nhref = 'b>c'>|</a >|<i title=\"<b>\">"
    "|<svg viewBox='0 0 1 1'>|<path d='M0'/>|<x-y a:b='1'>|<q a=1 a=2>|<meta charset=a>"
    "|<style media=print>a{b:url(c)}</style>|<script>if (a < b) c('</p>')</script>"
    "|<SCRIPT type=module></SCRIPT>|<script>a</b></script >|<title>a &lt; b</title>"
    "|<textarea>a</textarea>|<iframe src=a></iframe>|<noscript><p></noscript>|<template>"
    '|<!-- a -->|<!-- <p> - -->|<!doctype html>|<!DOCTYPE html PUBLIC "-//W3C//DTD">'
    "|a > b|1 < 2|a &amp; b|\"|'| |\n|\u00a0|\u2028|é"
)
#: What breaks them, or is read in more than one way.
ODD = pieces_of(
    "<script>|</script>|</Script >|<style>|</style>|<script/>|<textarea><b>|</textarea>|<iframe>"
    "|</iframe>|<plaintext>|<xmp>|</xmp>|<title>|</title>|<!---->|<!-->|<!--->|<!--|-->|--!>"
    "|<!-- a -- b -->|<![CDATA[|]]>|<script><!-- </script>|<!doctype>|<?php ?>|<!|</|</>|<|</p a>"
    "|<>|<a.b>|<a'b>|<a b\"c>|<a b='c|<a b=\"c|<a =b>|<a b==c>|<a/b>|<a b='c'd=e>|<\u017fcript>"
    "|</\u017fcript>|<lin\u212a>|<a b=`c`>|<a b = >|<a \u00e9='1'>|< p>|<a b=\u00a0'c>'>"
    "|<a \x0cb=c>|<a b/=c>|<a b='c'/ d>|<a\u00a0b='>'>|<a\x00>"
)
FEW = (0, 0, 1, 2)


def read_by_the_parser(html: str) -> tuple[Element, ...]:
    return tuple(module._read_by_the_parser(html))


@pytest.mark.parametrize("seed", range(40))
def test_every_page_reads_as_the_parser_reads_it(seed: int) -> None:
    made = random.Random(seed)
    for _ in range(250):
        pieces = made.choices(USUAL, k=made.randint(1, 8)) + made.choices(ODD, k=made.choice(FEW))
        made.shuffle(pieces)
        html = "".join(pieces)
        assert elements(html) == read_by_the_parser(html), html


def test_a_page_as_themes_write_it_is_not_left_to_the_parser(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    html = (
        '<!doctype html><html lang="en"><head><title>A &lt; b</title><style>p{color:red}</style>'
        '<script src="a.js" defer></script><script>if (1 < 2) a("<p>")</script></head><body>'
        '<!-- x --><p class="a" hidden>1 < 2 <img src=a.png alt=""><br/></p></body></html>'
    )
    expected = read_by_the_parser(html)
    parser = module._read_by_the_parser
    read: list[str] = []

    def noted(html: str) -> Iterator[Element]:
        read.append(html)
        return parser(html)

    monkeypatch.setattr(module, "_read_by_the_parser", noted)
    module._element.cache_clear()
    assert elements(html) == expected
    assert read
    assert html not in read


def test_only_scripts_and_styles_that_end_have_a_text() -> None:
    html = "<style>a</style><script src=b></script><p>c</p><script>d"

    assert [(found.name, found.content) for found in elements(html)] == [
        ("style", "a"),
        ("script", ""),
        ("p", None),
        ("script", None),
    ]


def test_the_first_of_two_attributes_of_one_name_counts() -> None:
    assert elements("<a href=1 HREF=2>")[0].attrs == {"href": "1"}


def test_tags_inside_scripts_and_comments_are_no_elements() -> None:
    html = "<script>'<img>'</script><!-- <link> --><b>"

    assert [element.name for element in elements(html)] == ["script", "b"]
