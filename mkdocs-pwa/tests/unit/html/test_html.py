"""Reading pages: tokens with their places, facts from the head, and what they load."""

import pytest

from mkdocs_pwa.html.page import Page, read_page
from mkdocs_pwa.html.references import Reference, css_addresses, page_references, site_path
from mkdocs_pwa.html.tokens import head_tokens, tokens


@pytest.mark.parametrize("line_end", ["\n", "\r\n", "\r", "\u2028"])
def test_tokens_know_where_they_stand(line_end: str) -> None:
    html = f"<p>é</p>{line_end}<!-- a{line_end}b -->{line_end}<img src='a'>"

    found = {token.value: html[token.start : token.end] for token in tokens(html)}

    assert found["img"] == "<img src='a'>"
    assert found[f" a{line_end}b "] == f"<!-- a{line_end}b -->"


def test_tags_inside_scripts_and_comments_are_no_tokens() -> None:
    html = "<script>'<img>'</script><!-- <link> --><b>"

    assert [token.value for token in tokens(html) if token.kind == "start"] == ["script", "b"]


def test_first_of_two_attributes_of_one_name_counts() -> None:
    assert tokens("<a href=1 href=2>")[0].attrs == {"href": "1"}


@pytest.mark.parametrize("end", ["</head>", "<body>"])
def test_head_tokens_stop_with_the_head(end: str) -> None:
    found = head_tokens(f"<head><meta>{end}<link><p>")

    assert f"<{found[-1].value}>" == end.replace("/", "")


def test_page_says_its_language_title_description_and_address() -> None:
    html = """<html lang=en-GB><head><title> A &amp;
    B </title><meta name=Description content="About"><link rel=canonical href=https://a.org/b/>"""

    assert read_page(html) == Page("en-GB", "A & B", "About", "https://a.org/b/")


def test_page_that_says_nothing_gives_empty_facts() -> None:
    assert read_page("<p>Hello") == Page("", "", "", "")


def test_title_of_a_drawing_in_the_body_is_not_the_page_title() -> None:
    html = "<head><title>Page</title></head><body><svg><title>Drawing</title></svg>"

    assert read_page(html).title == "Page"


@pytest.mark.parametrize(
    ("html", "address", "needed"),
    [
        ("<img src=a>", "a", True),
        ("<script src=a></script>", "a", True),
        ("<link rel=stylesheet href=a>", "a", True),
        ("<link rel='shortcut icon' href=a>", "a", True),
        ("<link rel=preload href=a>", "a", False),
        ("<link rel=modulepreload href=a>", "a", False),
        ("<link rel=manifest href=a>", "a", False),
        ("<link rel=apple-touch-icon href=a>", "a", False),
        ("<iframe src=a>", "a", False),
        ("<video src=a>", "a", False),
        ("<video poster=a>", "a", False),
        ("<source srcset='a 2x'>", "a", False),
        ("<object data=a>", "a", False),
        ("<style>b{c:url(a)}</style>", "a", False),
        ("<p style=\"c:url('a')\">", "a", False),
    ],
)
def test_page_loads(html: str, address: str, needed: bool) -> None:
    assert [found[:2] for found in page_references(html)] == [(address, needed)]


@pytest.mark.parametrize(
    ("html", "directive"),
    [
        ("<img src=a>", "img-src"),
        ("<script src=a></script>", "script-src"),
        ("<link rel=stylesheet href=a>", "style-src"),
        ("<link rel=icon href=a>", "img-src"),
        ("<link rel=manifest href=a>", "manifest-src"),
        ("<link rel=modulepreload href=a>", "script-src"),
        ("<link rel=preload as=font href=a>", "font-src"),
        ("<iframe src=a>", "frame-src"),
        ("<video src=a>", "media-src"),
        ("<video poster=a>", "img-src"),
        ("<source src=a>", "media-src"),
        ("<source srcset=a>", "img-src"),
        ("<object data=a>", "object-src"),
    ],
)
def test_what_a_page_loads_falls_under_a_directive(html: str, directive: str) -> None:
    assert page_references(html) == [Reference("a", page_references(html)[0].needed, directive)]


@pytest.mark.parametrize(
    "html",
    [
        "<a href=a>",
        "<link rel=canonical href=a>",
        "<link rel=next href=a>",
        "<!-- <img src=a> -->",
        "<script>url(a)</script>",
        "<p>url(a)</p>",
        "<img src=''>",
    ],
)
def test_page_does_not_load(html: str) -> None:
    assert page_references(html) == []


def test_every_candidate_of_a_srcset_is_loaded() -> None:
    found = page_references("<img srcset='a.png 1x, b,c.png 2x,\n d.png'>")

    assert [reference.address for reference in found] == ["a.png", "b,c.png", "d.png"]


@pytest.mark.parametrize(
    ("css", "addresses"),
    [
        ("a{b:url(c.png)}", ["c.png"]),
        ("a{b:url( 'c d.png' )}", ["c d.png"]),
        ('a{b:url("c.png")}', ["c.png"]),
        ("@import 'a.css';@import url(b.css);", ["a.css", "b.css"]),
        ("/* url(c.png) */", []),
    ],
)
def test_addresses_of_a_style_sheet(css: str, addresses: list[str]) -> None:
    assert css_addresses(css) == addresses


@pytest.mark.parametrize(
    ("address", "path"),
    [
        ("a.png", "before/a.png"),
        ("../a%20b.png?x#y", "a b.png"),
        ("", "before/index.html"),
        ("..", "index.html"),
        ("food/", "before/food/index.html"),
        ("/guide/a.png", "a.png"),
        ("/other/a.png", None),
        ("../../a.png", None),
        ("https://example.org/guide/a.png", None),
        ("//example.org/guide/a.png", None),
        ("data:image/png;base64,AA", None),
        ("mailto:a@example.org", None),
        ("http://[", None),
    ],
)
def test_path_in_the_site_of_an_address(address: str, path: str | None) -> None:
    assert site_path(address, "before/", "/guide/") == path
