"""`mkdocs-pwa check URL` against nginx, Apache and Caddy, as they come and as they should be."""

from __future__ import annotations

import contextlib
from collections.abc import Callable
from pathlib import Path

from mkdocs_pwa.checking.address import check_url
from mkdocs_pwa.cli import host_settings

Serve = Callable[..., contextlib.AbstractContextManager[str]]


def found(url: str, site: Path | None = None) -> list[tuple[str, str, str]]:
    """Level, place and first words of each finding."""
    return [
        (finding.level, finding.where, finding.text.partition(",")[0])
        for finding in check_url(url, site)
    ]


def test_nginx_with_our_settings_has_no_finding(nginx: Serve, site: Path) -> None:
    with nginx(host_settings(site, "nginx")) as url:
        assert check_url(url) == []


def test_nginx_as_it_comes(nginx: Serve) -> None:
    with nginx() as url:
        assert found(url) == [
            ("warning", "manifest.webmanifest", "expected the type application/manifest+json"),
            ("warning", "the home page", "expected texts to be compressed"),
            ("warning", "the home page", "expected the headers of `mkdocs-pwa headers`"),
            ("warning", "mkdocs-pwa-check/not-here", "expected the site's own 404 page"),
        ]


def test_nginx_that_lets_a_cdn_keep_the_worker(nginx: Serve, site: Path) -> None:
    lines = host_settings(site, "nginx").replace('"no-cache"', '"public, max-age=31536000"')
    with nginx(lines) as url:
        assert found(url) == [
            ("warning", "sw.js", "expected Cache-Control: no-cache"),
            ("warning", "the home page", "expected Cache-Control: no-cache"),
        ]


def test_nginx_that_answers_every_address_with_the_home_page(nginx: Serve, site: Path) -> None:
    lines = f"{host_settings(site, 'nginx')}location / {{ try_files $uri $uri/ /index.html; }}"
    with nginx(lines) as url:
        assert found(url) == [("error", "mkdocs-pwa-check/not-here", "expected the answer 404")]


def test_nginx_that_changes_pages(nginx: Serve, site: Path) -> None:
    lines = f"{host_settings(site, 'nginx')}sub_filter '</h1>' '</h1><b>ad</b>';"
    with nginx(lines) as url:
        findings = [finding for finding in check_url(url, site) if finding.level == "error"]
    assert {finding.where for finding in findings} >= {"the home page", "one/", "404.html"}
    packed = (site / "one/index.html").read_bytes()
    at = packed.index(b"</h1>") + len("</h1><")
    text = next(finding.text for finding in findings if finding.where == "one/")
    assert "found 'b>ad</b><p>words" in text
    assert f"at byte {at}" in text


def test_nginx_that_redirects_to_a_sign_in_page(nginx: Serve) -> None:
    with nginx("location / { return 302 /login; } location = /login { return 200 hello; }") as url:
        assert found(url) == [("error", "sw.js", "expected the worker that packing wrote")]


def test_nginx_with_no_types(nginx: Serve, site: Path) -> None:
    lines = host_settings(site, "nginx").replace("location ~", "types {}\nlocation ~")
    with nginx(lines) as url:
        wrong = {where for level, where, _ in found(url) if level == "error"}
    assert wrong == {
        "sw.js",
        "the home page",
        "one/",
        "404.html",
        "style.css",
        "pwa/client.js",
    }


def test_apache_reads_the_file_that_packing_writes(apache: Serve, site: Path) -> None:
    with apache(f"<Directory {site}>\nAllowOverride All\n</Directory>") as url:
        assert found(url) == [
            # Without a site_url packing cannot know the address of the 404 page.
            ("warning", "mkdocs-pwa-check/not-here", "expected the site's own 404 page"),
        ]


def test_apache_that_may_not_read_it(apache: Serve, site: Path) -> None:
    with apache(f"<Directory {site}>\nAllowOverride None\n</Directory>") as url:
        assert {where for _, where, _ in found(url)} >= {
            "the home page",
            "mkdocs-pwa-check/not-here",
        }


def test_caddy_with_our_settings_has_no_finding(caddy: Serve, site: Path) -> None:
    with caddy(host_settings(site, "caddy")) as url:
        assert check_url(url) == []


def test_caddy_as_it_comes(caddy: Serve) -> None:
    with caddy() as url:
        places = [where for _, where, _ in found(url)]
    assert "the home page" in places
    assert "mkdocs-pwa-check/not-here" in places
