"""Code that well-known tools write, and what is no code at all."""

import pytest

from mkdocs_pwa.html.inline_code import hash_source
from mkdocs_pwa.policy.authorship import Trust
from mkdocs_pwa.policy.content_policy import blocked_code, page_policy
from mkdocs_pwa.policy.known_code import refresh_addresses

SCRIPT = 'var anchor=window.location.hash.substr(1);location.href="{}"+(anchor?"#"+anchor:"")'
PAGE = """<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Redirecting...</title>
<link rel="canonical" href="{0}"><script>{1}</script>
<meta http-equiv="refresh" content="0; url={0}"></head><body>
You're being redirected to a <a href="{0}">new destination</a>.</body></html>"""


@pytest.mark.parametrize("address", ["../ropes/", "/ropes.html", "https://example.com/ropes/"])
def test_a_page_that_leads_on_may_run_the_script_that_keeps_the_part(address: str) -> None:
    script = SCRIPT.format(address)
    page = PAGE.format(address, script)

    assert blocked_code(page, Trust()) == []
    assert hash_source(script) in page_policy(page, trust=Trust())


@pytest.mark.parametrize(
    "script",
    [
        SCRIPT.format("../elsewhere/"),
        SCRIPT.format("../ropes/") + ";harm()",
        SCRIPT.format('"+harm()+"'),
        "harm()",
    ],
)
def test_any_other_script_of_such_a_page_is_stopped(script: str) -> None:
    page = PAGE.format("../ropes/", script)

    assert len(blocked_code(page, Trust())) == 1
    assert hash_source(script) not in page_policy(page, trust=Trust())


@pytest.mark.parametrize(
    "html",
    [
        '<a href="javascript:void(0)" class="md-search__icon">',
        "<a href='JavaScript:;'>",
        "<a href=javascript:>",
        '<p title="JavaScript: the good parts">',
        '<img alt="javascript:go()">',
        "<x-tabs on-select='a'>",
    ],
)
def test_what_does_nothing_is_no_code(html: str) -> None:
    assert blocked_code(html) == []


@pytest.mark.parametrize(
    "address",
    ["javascript:go()", " JAVASCRIPT:go()", "java&#10;script:go()", "&#1;javascript:go()"],
)
@pytest.mark.parametrize("place", ["a href", "form action", "iframe src", "button formaction"])
def test_an_address_that_runs_is_code(place: str, address: str) -> None:
    assert len(blocked_code(f'<{place}="{address}">')) == 1


@pytest.mark.parametrize(
    ("content", "addresses"),
    [
        ("0; url=../a/", ["../a/"]),
        ("5;URL='a b'", ["a b"]),
        ("0,a", ["a"]),
        ("30", []),
    ],
)
def test_a_page_says_where_it_leads_by_itself(content: str, addresses: list[str]) -> None:
    assert refresh_addresses(f'<meta http-equiv=Refresh content="{content}">') == addresses
