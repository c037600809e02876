"""Where the app's tags go in a page, and whether a text is one."""

import pytest

from mkdocs_pwa.html.place import place

MARK = "@"


def marked(html: str) -> str | None:
    at = place(html)
    return None if at is None else f"{html[:at]}{MARK}{html[at:]}"


@pytest.mark.parametrize(
    "title",
    ["How to use <link> tags", "<script>", "</head>", "<body>", "<style> a &lt; b", "<!--"],
)
def test_a_title_is_text(title: str) -> None:
    assert marked(f"<head><title>{title}</title><link><body>") == (
        f"<head><title>{title}</title>@<link><body>"
    )


@pytest.mark.parametrize(
    "html",
    [
        "<!doctype html><meta charset=utf-8><title>Harbour</title>@<h1>Harbour</h1>",
        "<!doctype html><html lang=en><meta charset=utf-8>@<link rel=icon href=a><body>",
        "<title>A</title>@<p>a<p>b",
        "<!doctype html><title>A</title>@\ntext<script></script>",
        "<!doctype html>@<h1>A</h1><script></script>",
        "\ufeff<!-- a -->\n<!doctype html>\n<title>A</title>\n@</html>",
        "<head><title>A</title>@<div></div></head><script></script>",
        "<!doctype html><title>A</title>@<noscript><p>a</noscript><p><meta charset=utf-8>",
    ],
)
def test_tags_go_where_a_browser_opens_the_head(html: str) -> None:
    assert marked(html.replace(MARK, "")) == html


@pytest.mark.parametrize(
    "text", ["", "google-site-verification: google1.html", "<p>A part of a page</p>", "a <title>"]
)
def test_a_text_that_is_no_page_has_no_place(text: str) -> None:
    assert marked(text) is None
