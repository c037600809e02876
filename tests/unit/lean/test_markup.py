"""Short pages say the same."""

from __future__ import annotations

import re

from guide.lean.markup import short_html


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
