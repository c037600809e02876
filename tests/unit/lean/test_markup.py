"""Short pages say the same."""

from __future__ import annotations

import re

import pytest

from guide.lean.markup import short_html, without_comments


def test_space_and_comments_go() -> None:
    assert short_html("<div>\n  <!-- note -->\n  <p>a\n  b</p>\n</div>") == (
        "<div><p>a b</p></div>"
    )


def test_space_between_words_and_marks_stays() -> None:
    html = "<p>a <b>b</b> <i>c</i> d</p>"
    assert short_html(html) == html


def test_preformatted_text_stays() -> None:
    html = "<pre>a\n  b\n</pre>"
    assert short_html(html) == html


def test_a_script_stays_to_the_letter() -> None:
    script = "<script>\n  const a  =  1; // why\n  start(a);\n</script>"
    assert script in short_html(f"<html><head>{script}</head></html>")


def test_scripts_in_capitals_stay_to_the_letter_too() -> None:
    html = "<p><SCRIPT>\n one( 1 );\n</SCRIPT ></p><script>\n two( 2 );\n</script>"
    assert re.findall(r"(?i)<script>(.*?)</script", short_html(html), re.DOTALL) == [
        "\n one( 1 );\n",
        "\n two( 2 );\n",
    ]


def test_a_sign_in_the_tag_of_a_script_does_not_end_it() -> None:
    html = '<p><script data-a="1>0">\n one( 1 );\n</script></p>'
    assert "\n one( 1 );\n" in short_html(html)


def test_nothing_in_a_comment_is_a_part_of_the_page() -> None:
    comment = "<!-- <script src='x.js'></script> -->"
    html = f"<p>a</p>{comment}<script>\n b( 1 );\n</script><!---><i>c</i>"
    bare = without_comments(html)
    assert bare == "<p>a</p><script>\n b( 1 );\n</script><i>c</i>"
    assert short_html(bare).endswith("<script>\n b( 1 );\n</script><i>c</i>")


@pytest.mark.parametrize("element", ["script", "STYLE", "textarea", "title"])
def test_signs_of_a_comment_in_a_text_are_its_words(element: str) -> None:
    html = f"<{element}>a <!-- b --> c</{element}><!-- d -->"
    assert without_comments(html) == f"<{element}>a <!-- b --> c</{element}>"


@pytest.mark.parametrize(
    "html",
    [
        "<!-- <script src='x.js'></script> --><p>a</p><script>\n b( 1 );\n</script>",
        "<p>a</p><textarea><script>x()</script></textarea><script>\n b( 1 );\n</script>",
        "<p>a</p><!-- <script>\n b( 1 );\n</script>",
    ],
)
def test_a_page_whose_scripts_cannot_be_paired_keeps_them_to_the_letter(html: str) -> None:
    short = short_html(html)
    assert short == html or "\n b( 1 );\n" in short


def test_a_title_stays_escaped() -> None:
    head = "<html><head><title>a &lt;script&gt;b()&lt;/script&gt;</title></head></html>"
    assert "<title>a &lt;script>b()&lt;/script></title>" in short_html(head)


def test_words_that_look_like_a_tag_stay_escaped_everywhere() -> None:
    html = '<p title="&lt;script&gt;b()&lt;/script&gt;">&lt;script&gt;b()&lt;/script&gt;'
    assert short_html(html) == ('<p title="&lt;script>b()&lt;/script>">&lt;script>b()&lt;/script>')


def test_the_tags_that_mark_a_whole_page_stay() -> None:
    short = short_html("<!doctype html><html lang=en><head><title>a</title></head><body></html>")
    assert short.startswith('<!doctype html><html lang="en"><head>')
    assert short.endswith("</html>")


def test_hooks_and_types_stay() -> None:
    short = short_html('<input type=text data-plan data-name="a b" data-empty="">')
    assert set(re.findall(r'[^\s<>"=]+(?:="[^"]*")?', short)) == {
        "input",
        'type="text"',
        "data-plan",
        'data-name="a b"',
        "data-empty",
    }


def test_every_value_is_in_quotes_and_none_is_touched() -> None:
    html = """<a title="if a=b or c" href="x/">a=b</a><i data-a="say &quot;no&quot;"></i>"""
    assert short_html(html) == html.replace('"say &quot;no&quot;"', "'say \"no\"'")
