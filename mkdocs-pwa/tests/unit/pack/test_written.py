"""What packing a folder writes: the app, and what its worker knows."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from mkdocs_pwa import PackOptions, SavedFile, Shortcut, pack
from mkdocs_pwa.app import worker
from mkdocs_pwa.app.texts import worker_messages
from mkdocs_pwa.copy.bundle_name import is_bundle
from mkdocs_pwa.copy.outputs import WRITTEN
from mkdocs_pwa.policy.host_files import FILES
from mkdocs_pwa_testing.packed import bundles, worker_data

Contents = Callable[[Path], dict[str, bytes]]
WriteSite = Callable[..., Path]

OPTIONS = PackOptions(name="Small site", site_url="https://example.org/guide/")


def test_pack_writes_the_app_and_changes_only_pages(site: Path, contents: Contents) -> None:
    before = contents(site)

    pack(site, OPTIONS)

    after = contents(site)
    assert len(bundles(site)) == 1
    assert after.keys() - before.keys() == {*WRITTEN, *FILES, *bundles(site), "sw.js"}
    changed = {path for path in before if before[path] != after[path]}
    assert changed == {"index.html", "after/index.html", "404.html"}


def test_worker_lists_what_is_saved(site: Path) -> None:
    pack(site, OPTIONS)

    entries = worker_data(site)["entries"]
    assert isinstance(entries, list)
    assert [url for url, _, _ in entries] == [
        "",
        "404.html",
        "after/",
        "manifest.webmanifest",
        "pwa/client.js",
        "style.css",
    ]


def test_worker_knows_base_404_page_and_language(site: Path) -> None:
    pack(site, replace(OPTIONS, lang="de-AT"))

    data = worker_data(site)
    assert (data["base"], data["notFound"], data["lang"]) == ("/guide/", "404.html", "de-AT")
    assert data["messages"] == worker_messages("de")


def test_without_a_site_url_the_base_is_the_root(site: Path) -> None:
    pack(site, PackOptions(name="Small site"))

    assert worker_data(site)["base"] == "/"


def test_without_a_404_page_the_worker_has_none(write_site: WriteSite) -> None:
    site = write_site({"404.html": None})

    pack(site, OPTIONS)

    assert worker_data(site)["notFound"] is None


def test_worker_knows_which_saved_files_may_be_missing(site: Path) -> None:
    (site / "calm sea.mp3").write_bytes(b"sound")
    (site / "film.mp4").write_bytes(b"film")
    pack(site, replace(OPTIONS, optional=("*.mp3", "*.mp4"), exclude=("*.mp4",)))

    assert worker_data(site)["optional"] == ["calm%20sea.mp3"]


def test_worker_says_the_day_of_the_build_and_why_the_version_is_urgent(
    site: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1700000000")
    pack(site, replace(OPTIONS, urgent="The fasting time was wrong"))

    data = worker_data(site)
    assert (data["built"], data["urgent"]) == ("2023-11-14", "The fasting time was wrong")


def test_links_of_a_page_lead_to_the_root(site: Path) -> None:
    pack(site, OPTIONS)

    assert 'href="manifest.webmanifest"' in (site / "index.html").read_text()
    assert 'href="../manifest.webmanifest"' in (site / "after/index.html").read_text()


def test_links_of_the_404_page_are_absolute(site: Path) -> None:
    pack(site, OPTIONS)

    assert 'href="/guide/manifest.webmanifest"' in (site / "404.html").read_text()


def test_client_speaks_every_language_of_the_site(write_site: WriteSite) -> None:
    site = write_site({"es/index.html": '<html lang="es-MX"><head></head>'})

    pack(site, OPTIONS)

    data = worker.read((site / "pwa/client.js").read_text("utf-8"), "client")
    assert data is not None
    assert list(data["messages"]) == ["en", "es"]


def test_excluded_page_gets_its_tags_but_is_not_saved(site: Path) -> None:
    report = pack(site, replace(OPTIONS, exclude=("after/",)))

    assert "data-mkdocs-pwa" in (site / "after/index.html").read_text()
    assert ("after/index.html", "named by the option exclude") in report.left_out
    assert worker_data(site)["excluded"] == ["after/"]


def test_page_in_a_hidden_folder_is_left_alone(write_site: WriteSite) -> None:
    page = "<head><link></head>"
    site = write_site({".cache/page.html": page})

    pack(site, OPTIONS)

    assert (site / ".cache/page.html").read_text() == page


def test_shortcut_may_be_written_with_a_dot(site: Path) -> None:
    options = replace(OPTIONS, shortcuts=(Shortcut("A", "./after/#now"),))

    assert pack(site, options).warnings == ()


def test_optional_files_are_not_in_the_bundle(write_site: WriteSite) -> None:
    site = write_site({"a.txt": "words " * 99, "b.txt": "more words " * 99})

    pack(site, replace(OPTIONS, optional=("a.txt",)))

    data = worker_data(site)
    assert isinstance(data["entries"], list)
    assert isinstance(data["bundle"], dict)
    urls = [url for url, _, _ in data["entries"]]
    sent = dict(zip(urls, data["bundle"]["sent"], strict=True))
    assert sent["a.txt"] == 0 < sent["b.txt"]


def test_the_bundle_is_not_saved_itself_and_the_report_says_so(site: Path) -> None:
    pack(site, OPTIONS)

    report = pack(site, OPTIONS)

    entries = worker_data(site)["entries"]
    assert isinstance(entries, list)
    assert not any(is_bundle(url) for url, _, _ in entries)
    assert bundles(site) <= {path for path, _ in report.left_out}


def test_report_counts_what_is_saved(site: Path) -> None:
    report = pack(site, OPTIONS)

    saved = ["index.html", "404.html", "after/index.html", "style.css", "manifest.webmanifest"]
    saved += ["pwa/client.js"]
    assert report.files == 6
    assert report.size == sum((site / path).stat().st_size for path in saved)
    assert report.version == worker_data(site)["version"]
    assert report.warnings == ()


def test_report_reads_as_one_line(site: Path) -> None:
    report = replace(pack(site, OPTIONS), saved=(SavedFile("", 1_811_600),) * 2, version="1a2b")

    assert str(report) == "2 files, 3,623 kB, version 1a2b ready to work offline"
