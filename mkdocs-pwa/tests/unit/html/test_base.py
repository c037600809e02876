"""Pages whose `<base>` gives their addresses another start."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from urllib.parse import urljoin

import pytest

from mkdocs_pwa import PackOptions, check, pack
from mkdocs_pwa.html.base import base_address, root_prefix

WriteSite = Callable[..., Path]
GUIDE = PackOptions(name="A", site_url="https://example.org/guide/")


def page(base: str, more: str = "") -> str:
    return f"<!doctype html><head><base href='{base}'><title>A</title>{more}</head>"


@pytest.mark.parametrize("path", ["index.html", "a.html", "a/b/index.html"])
@pytest.mark.parametrize(
    "base", ["/guide/", "./", "../guide/", "/guide/a/b/c.html", "/other/", "/guide/x/y/"]
)
def test_the_app_is_found_from_any_base(base: str, path: str) -> None:
    prefix = root_prefix(page(base), path, GUIDE)

    start = urljoin(f"https://example.org/guide/{path}", base)
    assert urljoin(start, f"{prefix}pwa/client.js") == "https://example.org/guide/pwa/client.js"


def test_the_tags_stand_behind_a_base_that_comes_late(write_site: WriteSite) -> None:
    late = "<head><title>A</title><link rel=icon href=a.svg><base href='/guide/'></head>"
    site = write_site({"a/index.html": late})

    pack(site, GUIDE)

    html = (site / "a/index.html").read_text()
    assert html.index("<base") < html.index("<!-- mkdocs-pwa -->")
    assert 'src="pwa/client.js"' in html
    assert check(site) == []


def test_a_base_on_another_host_is_a_warning(write_site: WriteSite) -> None:
    site = write_site({"one.html": page("https://cdn.example/")})

    assert pack(site, GUIDE).warnings == (
        "one.html: expected a <base> within this site, found https://cdn.example/. Its addresses "
        "lead to another host, from which nothing can be saved. Take it out, or correct site_url.",
    )


def test_a_base_of_a_site_whose_address_is_not_known_is_a_warning(write_site: WriteSite) -> None:
    site = write_site({"one.html": page("/guide/")})

    assert pack(site, PackOptions(name="A")).warnings == (
        'one.html: expected site_url, since the page has <base href="/guide/">, found none. Where '
        "the site is not at /, the app is looked for at a wrong address, and nothing is saved. Set "
        "site_url to the address that readers use.",
    )


def test_what_a_page_loads_is_looked_for_from_its_base(write_site: WriteSite) -> None:
    site = write_site({"a/index.html": page("/guide/", "<img src=b.txt>"), "b.txt": "b"})

    [warning] = pack(site, replace(GUIDE, exclude=("b.txt",))).warnings

    assert warning.startswith("a/index.html: expected every file that a page loads to be saved")


@pytest.mark.parametrize(
    ("html", "address"),
    [
        (page(" a/ "), "a/"),
        ("<head><base target=_blank><base href=b/><base href=c/></head>", "b/"),
        ("<head><title><base href=a></title></head>", ""),
        ("<head></head><body><base href=a>", ""),
    ],
)
def test_the_first_base_with_an_address_counts(html: str, address: str) -> None:
    assert base_address(html) == address
