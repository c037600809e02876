"""Telling a theme's scripts from those that came in with the words."""

import pytest
from jinja2 import DictLoader, Environment

from mkdocs_pwa.html.inline_code import hash_source
from mkdocs_pwa.policy.authorship import MarkingLoader, Trust
from mkdocs_pwa.policy.content_policy import blocked_code, page_policy

TEMPLATE = "<title>{{ title }}</title><script>{% if x %}x{% endif %}theme()</script>"


def rendered(template: str, **words: str) -> tuple[str, Trust]:
    """A page as the plugin would write it, and what it has learned."""
    trust = Trust()
    environment = Environment(loader=MarkingLoader(DictLoader({"a": template}), trust))
    return trust.learn(environment.get_template("a").render(**words)), trust


def test_a_page_is_written_as_it_would_be_without_marks() -> None:
    page, _ = rendered(TEMPLATE, title="A")
    assert page == "<title>A</title><script>theme()</script>"


def test_the_themes_script_is_trusted_and_that_of_a_title_is_not() -> None:
    page, trust = rendered(TEMPLATE, title="</title><script>harm()</script>")
    policy = page_policy(page, trust=trust)
    assert hash_source("theme()") in policy
    assert hash_source("harm()") not in policy
    assert blocked_code(page, trust) == [
        f"a <script> that is not the theme's ({hash_source('harm()')})"
    ]


def test_a_mark_that_somebody_makes_up_is_worth_nothing() -> None:
    _, trust = rendered(TEMPLATE, title="A")
    page, trust = rendered(
        TEMPLATE, title='</title><script data-mkdocs-pwa-theme="0123">harm()</script>'
    )
    assert hash_source("harm()") not in page_policy(page, trust=trust)


def test_a_file_of_another_host_is_trusted_if_a_template_loads_it() -> None:
    foreign = "<script src='https://a.example/a.js'></script>"
    page, trust = rendered(f"{foreign}{{{{ title }}}}", title=foreign.replace("a.js", "b.js"))
    policy = page_policy(page, trust=trust)
    assert "https://a.example/a.js" in policy
    assert "b.js" not in policy
    assert blocked_code(page, trust) == ['<script src="https://a.example/b.js">']


def test_a_file_that_the_configuration_names_is_trusted() -> None:
    trust = Trust(["https://a.example/a.js"])
    page = trust.learn("<script src='https://a.example/a.js'></script>")
    assert blocked_code(page, trust) == []


@pytest.mark.parametrize("quotes", ['"', ""])
def test_marks_are_found_when_a_plugin_takes_their_quotes_away(quotes: str) -> None:
    trust = Trust()
    marked = trust.mark("<script>theme()</script>").replace('"', quotes)
    assert trust.learn(marked) == "<script>theme()</script>"
    assert hash_source("theme()") in page_policy("<script>theme()</script>", trust=trust)


def test_other_tags_are_not_marked() -> None:
    assert Trust().mark("<scripted> </script> <style>") == "<scripted> </script> <style>"


def test_a_script_on_many_pages_is_trusted_on_each_and_loses_its_mark() -> None:
    trust = Trust()
    marked = trust.mark("<p>A page.<script>theme()</script>")
    trust.learn(marked)
    assert trust.learn(f"{marked}<p>Another.") == ("<p>A page.<script>theme()</script><p>Another.")
    assert blocked_code("<script>theme()</script>", trust) == []


@pytest.mark.parametrize("before", ["<!--{}-->", "<textarea>{}</textarea>", "<p title='{}'>"])
def test_a_script_that_did_not_run_where_it_was_first_seen_is_trusted_where_it_does(
    before: str,
) -> None:
    trust = Trust()
    marked = trust.mark("<script>theme()</script>")
    trust.learn(before.format(marked))
    trust.learn(marked)
    assert blocked_code("<script>theme()</script>", trust) == []


def test_a_new_script_is_learned_beside_one_that_is_known() -> None:
    trust = Trust()
    known, new = trust.mark("<script>theme()</script>"), trust.mark("<script>more()</script>")
    trust.learn(known)
    trust.learn(known + new)
    assert blocked_code("<script>more()</script>", trust) == []
