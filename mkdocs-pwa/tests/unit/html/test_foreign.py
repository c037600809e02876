"""Styles and scripts in drawings and formulas, which are read in another way than elsewhere."""

import pytest

from mkdocs_pwa.html.elements import elements
from mkdocs_pwa.html.inline_code import bodies


@pytest.mark.parametrize(
    ("html", "text"),
    [
        ("<svg><style><![CDATA[ a{b:c} ]]></style></svg>", " a{b:c} "),
        ("<svg><style>a&gt;b{}</style></svg>", "a>b{}"),
        ("<svg><script>a &amp;&amp; b</script></svg>", "a && b"),
        ("<math><style>a&gt;b{}</style></math>", "a>b{}"),
        ("<svg><style>a<i x>b</i></style></svg>", "a"),
        ("<svg><title>a &gt; b</title><style>c&gt;d</style></svg>", "c>d"),
        ("<svg><foreignObject><style>a&gt;b</style></foreignObject></svg>", "a&gt;b"),
        ("<svg></svg><style>a&gt;b</style>", "a&gt;b"),
        ("<svg><g/></svg><svg/><style>a&gt;b</style>", "a&gt;b"),
        ("<svg><p><style>a&gt;b</style>", "a&gt;b"),
        ("<style><![CDATA[a]]></style>", "<![CDATA[a]]>"),
    ],
)
def test_text_of_a_style_is_what_a_browser_reads(html: str, text: str) -> None:
    assert [found for _, found in bodies(html)][-1] == text


def test_cdata_outside_of_a_drawing_is_a_comment() -> None:
    assert [element.name for element in elements("<p><![CDATA[ <b> ]]><i>")] == ["p", "i"]


def test_a_title_of_a_drawing_may_hold_tags_and_one_of_a_page_may_not() -> None:
    html = "<title><b></title><svg><title><i></i></title><style>a</style></svg>"

    assert [element.name for element in elements(html)] == ["title", "svg", "title", "i", "style"]


@pytest.mark.parametrize("tag", ["script", "style", "textarea", "iframe"])
def test_a_slash_ends_no_element_that_holds_text(tag: str) -> None:
    assert [found.name for found in elements(f"<{tag}/><b></{tag}><i>")] == [tag, "i"]


@pytest.mark.parametrize("end", ["</script x=1>", "</script/>", "</SCRIPT\n>"])
def test_a_closing_tag_may_hold_more(end: str) -> None:
    assert [found for _, found in bodies(f"<script>a</b>{end}<i>")] == ["a</b>"]


@pytest.mark.parametrize(
    ("tag", "runs"),
    [
        ("<script>", True),
        ("<script type>", True),
        ("<script type=' Text/JScript '>", True),
        ("<script type=text/javascript1.5>", True),
        ("<script type=module>", True),
        ("<script language=javascript>", True),
        ("<script language=vbscript>", False),
        ("<script type='text/javascript; charset=utf-8'>", False),
        ("<script type=application/javascriptx>", False),
        ("<script type=application/json>", False),
    ],
)
def test_a_script_runs_if_its_type_is_that_of_javascript(tag: str, runs: bool) -> None:
    assert bool(list(bodies(f"{tag}a</script>"))) is runs
