"""What the plugin takes from MkDocs and says to it; `generators/` has what holds for all."""

import json
import re
from collections.abc import Callable
from pathlib import Path

import pytest
from mkdocs.exceptions import Abort

from mkdocs_pwa import check, resources
from mkdocs_pwa.html.inline_code import hash_source
from mkdocs_pwa_testing.packed import worker_data

Build = Callable[..., Path]
Log = pytest.LogCaptureFixture

THEMES = ("mkdocs", "readthedocs", "material")
KILL_SWITCH = resources.read("assets/kill-switch.js")


def contents(folder: Path) -> dict[str, bytes]:
    files = (path for path in sorted(folder.rglob("*")) if path.is_file())
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in files}


def urls_of(site: Path) -> list[str]:
    return [url for url, _, _ in worker_data(site)["entries"]]


def test_site_name_description_and_address_are_the_defaults(build_site: Build) -> None:
    manifest = json.loads((build_site() / "manifest.webmanifest").read_text("utf-8"))

    assert manifest["name"] == "Small guide"
    assert manifest["description"] == "Three pages to test with"
    assert manifest["id"] == "/guide/"


@pytest.mark.parametrize(
    ("theme", "lang"),
    [
        ({"name": "mkdocs", "locale": "pt_BR"}, "pt-BR"),
        ({"name": "material", "language": "es"}, "es"),
    ],
    ids=["mkdocs", "material"],
)
def test_language_is_that_of_the_theme(build_site: Build, theme: dict[str, str], lang: str) -> None:
    site = build_site(theme=theme)

    assert json.loads((site / "manifest.webmanifest").read_text("utf-8"))["lang"] == lang
    assert worker_data(site)["lang"] == lang


def test_direction_is_that_of_the_theme(build_site: Build) -> None:
    site = build_site(theme={"name": "material", "direction": "rtl"})

    assert json.loads((site / "manifest.webmanifest").read_text("utf-8"))["dir"] == "rtl"


def test_search_languages_decide_which_stemmers_are_saved(build_site: Build) -> None:
    site = build_site(theme="material", plugins=[{"search": {"lang": ["en", "de"]}}, "pwa"])

    assert [Path(url).name for url in urls_of(site) if "/lunr/" in url] == [
        "lunr.de.min.js",
        "lunr.multi.min.js",
        "lunr.stemmer.support.min.js",
    ]


def test_build_says_in_one_line_what_is_saved(build_site: Build, mkdocs_log: Log) -> None:
    site = build_site()

    version = worker_data(site)["version"]
    pattern = rf"pwa: \d+ files, [\d,]+ kB, version {version} ready to work offline"
    said = [record.getMessage() for record in mkdocs_log.records if "plugins" in record.name]
    assert len(said) == 1
    assert re.fullmatch(pattern, said[0])


def test_doubtful_file_is_a_warning_that_strict_builds_fail_on(
    build_site: Build, mkdocs_log: Log
) -> None:
    build_site(pwa={"exclude": ["*.svg"]})

    warnings = [record for record in mkdocs_log.records if record.levelname == "WARNING"]
    assert [record.getMessage() for record in warnings] == [
        "pwa: before/index.html: expected every file that a page loads to be saved, found "
        "img/water.svg left out (named by the option exclude). Offline it is missing. "
        "Change exclude, or the page."
    ]


def test_serving_writes_the_kill_switch_and_nothing_else(build_site: Build) -> None:
    served = contents(build_site("served", command="serve", theme="material"))
    plain = contents(build_site("plain", theme="material", plugins=["search"]))

    assert served.pop("sw.js").decode() == KILL_SWITCH
    assert served.keys() == plain.keys()
    assert served["index.html"] == plain["index.html"]


def test_disabled_plugin_writes_the_kill_switch_and_nothing_else(build_site: Build) -> None:
    disabled = contents(build_site("disabled", theme="material", pwa={"enabled": False}))
    plain = contents(build_site("plain", theme="material", plugins=["search"]))

    assert disabled.pop("sw.js").decode() == KILL_SWITCH
    assert disabled.keys() == plain.keys()
    assert disabled["index.html"] == plain["index.html"]


def test_error_stops_the_build_and_leaves_the_built_folder_as_it_is(
    build_site: Build, mkdocs_log: Log
) -> None:
    pwa = {"shortcuts": [{"name": "After", "url": "afer/home/"}]}
    with pytest.raises(Abort):
        build_site(theme="material", pwa=pwa)

    assert mkdocs_log.records[-1].getMessage() == (
        "mkdocs-pwa cannot make this site work offline:\n"
        "- shortcuts: item 1, url: expected a saved page of this site, found 'afer/home/'. "
        "Did you mean 'after/home/'?"
    )
    plain = build_site("plain", theme="material", plugins=["search"])
    assert contents(plain.parent / "site") == contents(plain)


def test_page_in_the_place_of_the_worker_stops_the_build_with_its_name(
    build_site: Build, mkdocs_log: Log, tmp_path: Path
) -> None:
    docs = tmp_path / "docs"
    (docs / "sw.js").mkdir(parents=True)
    (docs / "index.md").write_text("# Home", "utf-8")
    (docs / "sw.js/index.md").write_text("# About the worker", "utf-8")

    with pytest.raises(Abort):
        build_site(docs_dir=str(docs))

    assert mkdocs_log.records[-1].getMessage() == (
        "mkdocs-pwa cannot make this site work offline:\n"
        f"- {tmp_path / 'site/sw.js'}: expected a file that can be read and written, found: Is a "
        "directory. Make room, change its rights, or remove what is in its place, and build again."
    )


def test_material_offline_plugin_runs_before_packing(build_site: Build, mkdocs_log: Log) -> None:
    theme = {"name": "material", "features": ["search.share"]}
    site = build_site(theme=theme, plugins=["search", "offline", "pwa"])

    assert "content policy" not in mkdocs_log.text

    assert [finding for finding in check(site) if finding.level == "error"] == []
    assert "search/search_index.js" in urls_of(site)


@pytest.mark.parametrize("theme", THEMES)
def test_script_in_a_title_is_not_allowed_and_the_build_says_so(
    build_site: Build, theme: str, mkdocs_log: Log
) -> None:
    site = build_site(theme=theme, site_name="A <script>harm()</script>")

    home = (site / "index.html").read_text("utf-8")
    policy = home.partition('http-equiv="Content-Security-Policy" content="')[2].partition('"')[0]
    assert hash_source("harm()") not in policy
    assert f"found a <script> that is not the theme's ({hash_source('harm()')})" in mkdocs_log.text


@pytest.mark.parametrize("theme", THEMES)
def test_no_page_keeps_a_mark(build_site: Build, theme: str) -> None:
    site = build_site(theme=theme)

    pages = [page.read_text("utf-8") for page in site.rglob("*.html")]
    assert all("data-mkdocs-pwa-theme" not in page for page in pages)
