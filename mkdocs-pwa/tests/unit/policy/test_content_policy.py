"""The content policy of a page."""

import base64
import hashlib

import pytest

from mkdocs_pwa.policy.content_policy import blocked_code, has_policy, header_policy, page_policy


def hash_of(text: str) -> str:
    digest = hashlib.sha256(text.encode()).digest()
    return f"'sha256-{base64.b64encode(digest).decode()}'"


def directives(policy: str) -> dict[str, list[str]]:
    parts = (part.split() for part in policy.split("; "))
    return {name: sources for name, *sources in parts}


def test_a_plain_page_may_load_its_own_files_only() -> None:
    assert page_policy("<p>Hello</p>") == (
        "default-src 'self'; script-src 'self'; style-src 'self'; img-src 'self' data:; "
        "base-uri 'self'; form-action 'self'; object-src 'none'"
    )


@pytest.mark.parametrize(
    "opening",
    [
        "<script>",
        "<script type=module>",
        "<script type='text/javascript'>",
        "<SCRIPT type=''>",
        "<script type=importmap>",
    ],
)
def test_an_inline_script_is_allowed_by_its_hash(opening: str) -> None:
    allowed = directives(page_policy(f"<head>{opening}run()</script></head>"))
    assert allowed["script-src"] == ["'self'", hash_of("run()")]


@pytest.mark.parametrize(
    "script",
    [
        "<script type='application/json'>{}</script>",
        "<script id=a type=text/template>{}</script>",
        "<script src=a.js></script>",
        "<!-- <script>run()</script> -->",
        "&lt;script>run()&lt;/script>",
    ],
)
def test_what_runs_nothing_in_the_page_needs_no_hash(script: str) -> None:
    assert directives(page_policy(script))["script-src"] == ["'self'"]


def test_a_style_that_our_script_adds_is_allowed_by_its_hash() -> None:
    allowed = directives(page_policy("<p>Hello</p>", own_styles=["p{color:red}"]))
    assert allowed["style-src"] == ["'self'", hash_of("p{color:red}")]


def test_a_hash_is_of_the_text_with_its_entities_as_they_are_written() -> None:
    allowed = directives(page_policy('<script>"&amp;" && "é"</script>'))
    assert hash_of('"&amp;" && "é"') in allowed["script-src"]


def test_two_scripts_of_one_text_share_a_hash() -> None:
    allowed = directives(page_policy("<script>a</script><script>a</script>"))
    assert allowed["script-src"] == ["'self'", hash_of("a")]


def test_an_inline_style_is_allowed_by_its_hash() -> None:
    allowed = directives(page_policy("<style>p{}</style>"))
    assert allowed["style-src"] == ["'self'", hash_of("p{}")]


def test_a_style_attribute_is_allowed_by_the_hash_of_its_value() -> None:
    allowed = directives(page_policy("<td style='text-align: left;' class=a>"))
    assert allowed["style-src-attr"] == ["'unsafe-hashes'", hash_of("text-align: left;")]
    assert allowed["style-src"] == ["'self'"]


def test_our_own_scripts_are_allowed_beside_those_of_the_page() -> None:
    allowed = directives(page_policy("<script>a</script>", ["guard()"]))
    assert allowed["script-src"] == ["'self'", hash_of("guard()"), hash_of("a")]


@pytest.mark.parametrize(
    ("html", "directive", "source"),
    [
        ("<script src='https://a.example/b/c.js?d#e'>", "script-src", "https://a.example/b/c.js"),
        ("<script src='//a.example/c.js'>", "script-src", "a.example/c.js"),
        ("<img src='http://a.example:81/b.png'>", "img-src", "http://a.example:81/b.png"),
        ("<iframe src='https://a.example/'>", "frame-src", "https://a.example/"),
        (
            "<link rel=stylesheet href='https://a.example/s.css'>",
            "style-src",
            "https://a.example/s.css",
        ),
    ],
)
def test_a_file_of_another_host_is_allowed_by_its_whole_address(
    html: str, directive: str, source: str
) -> None:
    assert directives(page_policy(html))[directive][-1] == source


def test_a_directive_of_its_own_still_allows_the_sites_own_files() -> None:
    allowed = directives(page_policy("<iframe src='https://a.example/'></iframe>"))
    assert allowed["frame-src"] == ["'self'", "https://a.example/"]


@pytest.mark.parametrize("address", ["https://a.example/b; script-src *", "https://a.example/b,c"])
def test_an_address_cannot_add_a_directive(address: str) -> None:
    policy = page_policy(f'<img src="{address}">')
    assert directives(policy)["script-src"] == ["'self'"]
    assert "," not in policy


def test_further_sources_are_added_to_a_page() -> None:
    extra = {"img-src": ("https://maps.example",), "object-src": ("'self'",)}
    allowed = directives(page_policy("", extra=extra))
    assert allowed["img-src"] == ["'self'", "data:", "https://maps.example"]
    assert allowed["object-src"] == ["'self'"]


def test_a_header_says_nothing_that_changes_with_the_pages() -> None:
    assert header_policy() == (
        "base-uri 'self'; form-action 'self'; object-src 'none'; frame-ancestors 'self'"
    )


def test_a_header_may_let_another_site_show_the_pages_in_a_frame() -> None:
    extra = {"frame-ancestors": ("https://clinic.example",), "img-src": ("https://a.example",)}
    assert header_policy(extra).endswith("frame-ancestors 'self' https://clinic.example")


@pytest.mark.parametrize(
    ("html", "found"),
    [
        ("<a onclick='go()'>", '<a onclick="…">'),
        ("<body onload=go()>", '<body onload="…">'),
        ("<a href=' JavaScript:go()'>", '<a href="javascript:…">'),
    ],
)
def test_code_in_an_attribute_is_found(html: str, found: str) -> None:
    assert blocked_code(f"{html}{html}") == [found]


def test_plain_attributes_are_no_code() -> None:
    assert blocked_code("<a href=on.html data-on=a only='' on=''>") == []


def test_a_policy_of_the_page_is_seen() -> None:
    assert has_policy("<meta http-equiv=content-security-policy content=a>")
    assert not has_policy("<meta name=a>")
