"""Style sheets in the script of Zensical are allowed, and nothing else is."""

from collections.abc import Callable
from pathlib import Path

import pytest

from mkdocs_pwa import PackOptions, pack
from mkdocs_pwa.app.client_styles import client_styles
from mkdocs_pwa.html.inline_code import hash_source
from mkdocs_pwa.html.script_styles import style_sheets

SHEET = '.u{color:red}.l::before{content:"x"}'
BUNDLE = f"var a='{SHEET}',b=\"plain words\",c=`md-${{b}}`;"
ZENSICAL = """<!doctype html><html lang="en"><head><meta charset="utf-8">
<meta name="generator" content="{generator}"><title>Small</title></head><body></body></html>
"""

# What every page allows.
OWN = f"'self' {hash_source(client_styles())}"

WriteSite = Callable[..., Path]


def test_only_a_string_that_is_a_style_sheet_is_one() -> None:
    assert list(style_sheets(BUNDLE)) == [SHEET]


@pytest.mark.parametrize(
    "script",
    ["a='.u{color:red'", "a='.u{}'", r"a='.u{content:\201c}'", "a=`.u{color:${red}}`"],
)
def test_a_string_whose_text_is_not_certain_is_passed_over(script: str) -> None:
    assert list(style_sheets(script)) == []


def policy_of(site: Path) -> str:
    return (site / "index.html").read_text("utf-8").partition("style-src ")[2].partition(";")[0]


def zensical(write_site: WriteSite, generator: str = "zensical-0.0.73") -> Path:
    home = ZENSICAL.format(generator=generator)
    return write_site({"index.html": home, "assets/javascripts/bundle.1a2b.min.js": BUNDLE})


def test_style_sheet_in_zensicals_script_is_allowed_by_its_hash(write_site: WriteSite) -> None:
    site = zensical(write_site)
    pack(site, PackOptions(name="Small"))

    assert policy_of(site) == f"{OWN} {hash_source(SHEET)}"


def test_sources_that_were_written_down_are_kept(write_site: WriteSite) -> None:
    site = zensical(write_site)
    pack(site, PackOptions(name="Small", content_policy={"style-src": ("https://css.example",)}))

    assert policy_of(site) == f"{OWN} https://css.example {hash_source(SHEET)}"


def test_scripts_of_other_generators_are_not_looked_into(write_site: WriteSite) -> None:
    site = zensical(write_site, generator="mkdocs-1.6.1")
    pack(site, PackOptions(name="Small"))

    assert policy_of(site) == OWN
