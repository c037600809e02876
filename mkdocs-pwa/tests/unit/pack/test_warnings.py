"""What packing warns of, and refuses when it is strict."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from mkdocs_pwa import PackError, PackOptions, pack
from mkdocs_pwa.policy.authorship import Trust

Contents = Callable[[Path], dict[str, bytes]]
WriteSite = Callable[..., Path]

NO_HEAD = (
    "google1.html: expected a page with <head>, found none. It is saved as it is, but cannot be "
    "installed from. Write a whole page, or list it under exclude."
)
OPTIONS = PackOptions(name="Small site", site_url="https://example.org/guide/")


def test_page_without_a_head_is_a_warning(write_site: WriteSite) -> None:
    site = write_site({"google1.html": "google-site-verification: google1.html"})

    assert pack(site, OPTIONS).warnings == (NO_HEAD,)


def test_excluded_page_without_a_head_is_no_warning(write_site: WriteSite) -> None:
    site = write_site({"google1.html": "google-site-verification: google1.html"})

    assert pack(site, replace(OPTIONS, exclude=("google1.html",))).warnings == ()


def test_strict_packing_refuses_what_is_a_warning_else(
    write_site: WriteSite, contents: Contents
) -> None:
    site = write_site({"google1.html": "google-site-verification: google1.html"})
    before = contents(site)

    with pytest.raises(PackError) as error:
        pack(site, OPTIONS, strict=True)

    assert error.value.problems == [NO_HEAD]
    assert contents(site) == before


def test_code_that_the_content_policy_stops_is_a_warning(write_site: WriteSite) -> None:
    site = write_site({"one.html": "<head><title>One</title></head><a onclick='go()'>Go</a>"})

    assert pack(site, OPTIONS).warnings == (
        'one.html: expected scripts of the theme or in files, found <a onclick="…">. The content '
        "policy stops it. Put it into a script file, allow it under `content_policy`, or take it "
        "out.",
    )


def test_what_the_content_policy_allows_by_a_pattern_is_no_warning(write_site: WriteSite) -> None:
    script = "<script src='https://cdn.example.com/a.js'></script>"
    site = write_site({"one.html": f"<head><title>One</title>{script}</head>"})
    policy = {"script-src": ("https://*.example.com",)}

    def warnings(options: PackOptions) -> list[str]:
        found = pack(site, options, trust=Trust()).warnings
        return [warning for warning in found if "content policy" in warning]

    assert len(warnings(OPTIONS)) == 1
    assert warnings(replace(OPTIONS, content_policy=policy)) == []
