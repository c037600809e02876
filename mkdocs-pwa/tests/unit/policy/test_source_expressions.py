"""What the sources of a content policy allow."""

import base64
import hashlib

import pytest

from mkdocs_pwa.policy.authorship import Trust
from mkdocs_pwa.policy.content_policy import blocked_code
from mkdocs_pwa.policy.source_expressions import allow_address, allow_text

FILE = "https://cdn.example.com/lib/a.js"

ALLOWED = [
    ("*", FILE),
    ("https:", FILE),
    ("http:", FILE),
    ("cdn.example.com", FILE),
    ("CDN.Example.com", FILE),
    ("https://cdn.example.com", FILE),
    ("http://cdn.example.com", FILE),
    ("https://*.example.com", FILE),
    ("*.example.com", "https://a.b.example.com/a.js"),
    ("https://cdn.example.com/", FILE),
    ("https://cdn.example.com/lib/", FILE),
    ("https://cdn.example.com/lib/a.js", f"{FILE}?version=2#part"),
    ("https://cdn.example.com/lib/%61.js", FILE),
    ("https://cdn.example.com:443", FILE),
    ("http://cdn.example.com:80", FILE),
    ("cdn.example.com:*", "https://cdn.example.com:8443/a.js"),
    ("cdn.example.com:8443", "https://cdn.example.com:8443/a.js"),
    ("cdn.example.com", "//cdn.example.com/lib/a.js"),
    ("https://cdn.example.com", " https://cdn.example.com/lib/a.js "),
]

STOPPED = [
    ("'self'", FILE),
    ("'none'", FILE),
    ("*", "data:text/javascript,run()"),
    ("data:", FILE),
    ("wss:", "http://cdn.example.com/a.js"),
    ("https://*.example.com", "https://example.com/a.js"),
    ("https://*.example.com", "https://badexample.com/a.js"),
    ("https://cdn.example.com", "https://cdn.example.com.evil.example/a.js"),
    ("https://cdn.example.com", "https://evil.example/?https://cdn.example.com"),
    ("https://cdn.example.com", "http://cdn.example.com/lib/a.js"),
    ("cdn.example.com", "http://cdn.example.com/lib/a.js"),
    ("https://cdn.example.com", "https://cdn.example.com:8443/a.js"),
    ("cdn.example.com:8443", FILE),
    ("https://cdn.example.com/lib", FILE),
    ("https://cdn.example.com/LIB/", FILE),
    ("https://cdn.example.com/lib/a", FILE),
    ("https://cdn.example.com", "https://cdn.example.com:none/a.js"),
]


@pytest.mark.parametrize(("source", "address"), ALLOWED)
def test_a_source_allows_what_browsers_allow_for_it(source: str, address: str) -> None:
    assert allow_address(["'self'", source], address)


@pytest.mark.parametrize(("source", "address"), STOPPED)
def test_a_source_allows_nothing_else(source: str, address: str) -> None:
    assert not allow_address([source], address)


@pytest.mark.parametrize("kind", ["sha256", "sha384", "sha512", "SHA256"])
def test_a_script_is_allowed_by_any_hash_of_its_text(kind: str) -> None:
    digest = hashlib.new(kind.lower(), b"run()").digest()
    for written in (base64.b64encode(digest), base64.urlsafe_b64encode(digest)):
        assert allow_text([f"'{kind}-{written.decode()}'"], "run()")
    assert not allow_text([f"'{kind}-{base64.b64encode(digest).decode()}'"], "run(1)")


@pytest.mark.parametrize("source", ["*", "'self'", "'sha256-a'", "'sha256-'", "sha256-YQ=="])
def test_no_other_source_allows_a_text(source: str) -> None:
    assert not allow_text([source], "run()")


def sha256(text: str) -> str:
    return f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"


def test_what_the_owner_allows_is_not_blocked() -> None:
    page = f"<script src='{FILE}'></script><script>run()</script><a onclick='go()'>Go</a>"
    stopped = blocked_code(page, Trust())
    assert len(stopped) == 3
    assert blocked_code(page, Trust(), ["https://*.example.com"]) == stopped[:1] + stopped[2:]
    assert blocked_code(page, Trust(), [sha256("run()")]) == stopped[1:]
    # In an attribute a hash counts only beside 'unsafe-hashes'.
    assert blocked_code(page, Trust(), [sha256("go()")]) == stopped
    assert blocked_code(page, Trust(), [sha256("go()"), "'unsafe-hashes'"]) == stopped[:2]
