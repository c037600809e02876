"""Packing a folder: what is written, what is refused."""

import os
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from mkdocs_pwa import PackError, PackOptions, SavedFile, Shortcut, pack, write_kill_switch
from mkdocs_pwa.app import worker
from mkdocs_pwa.app.texts import worker_messages
from mkdocs_pwa.copy.bundle_name import is_bundle
from mkdocs_pwa.copy.outputs import WRITTEN
from mkdocs_pwa.policy.authorship import Trust
from mkdocs_pwa.policy.host_files import FILES

Contents = Callable[[Path], dict[str, bytes]]
WriteSite = Callable[..., Path]

OPTIONS = PackOptions(name="Small site", site_url="https://example.org/guide/")


def data_of(site: Path) -> dict[str, object]:
    data = worker.read((site / "sw.js").read_text("utf-8"), "build")
    assert data is not None
    return data


def bundles(site: Path) -> set[str]:
    """The paths of the bundles in a folder."""
    paths = {file.relative_to(site).as_posix() for file in site.rglob("*")}
    return {path for path in paths if is_bundle(path)}


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

    entries = data_of(site)["entries"]
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

    data = data_of(site)
    assert (data["base"], data["notFound"], data["lang"]) == ("/guide/", "404.html", "de-AT")
    assert data["messages"] == worker_messages("de")


def test_without_a_site_url_the_base_is_the_root(site: Path) -> None:
    pack(site, PackOptions(name="Small site"))

    assert data_of(site)["base"] == "/"


def test_without_a_404_page_the_worker_has_none(write_site: WriteSite) -> None:
    site = write_site({"404.html": None})

    pack(site, OPTIONS)

    assert data_of(site)["notFound"] is None


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


def test_report_counts_what_is_saved(site: Path) -> None:
    report = pack(site, OPTIONS)

    saved = ["index.html", "404.html", "after/index.html", "style.css", "manifest.webmanifest"]
    saved += ["pwa/client.js"]
    assert report.files == 6
    assert report.size == sum((site / path).stat().st_size for path in saved)
    assert report.version == data_of(site)["version"]
    assert report.warnings == ()


def test_report_reads_as_one_line(site: Path) -> None:
    report = replace(pack(site, OPTIONS), saved=(SavedFile("", 1_811_600),) * 2, version="1a2b")

    assert str(report) == "2 files, 3,623 kB, version 1a2b ready to work offline"


def test_packing_again_changes_no_byte(site: Path, contents: Contents) -> None:
    pack(site, OPTIONS)
    once = contents(site)

    pack(site, OPTIONS)

    assert contents(site) == once


def test_packing_again_writes_no_file(site: Path) -> None:
    pack(site, OPTIONS)
    for path in site.rglob("*"):
        os.utime(path, (0, 0))

    pack(site, OPTIONS)

    assert {path.stat().st_mtime for path in site.rglob("*")} == {0}


def test_packing_with_other_options_replaces_the_first(
    site: Path, write_site: WriteSite, contents: Contents
) -> None:
    pack(site, OPTIONS)
    fresh = contents(site)
    pack(site, replace(OPTIONS, short_name="Other", theme_color="#123456"))

    pack(site, OPTIONS)

    assert contents(site) == fresh


def test_packing_after_removing_is_as_packing_at_first(site: Path, contents: Contents) -> None:
    pack(site, OPTIONS)
    first = contents(site)
    write_kill_switch(site)

    pack(site, OPTIONS)

    assert contents(site) == first


def test_a_run_that_was_cut_short_can_be_repeated(site: Path, contents: Contents) -> None:
    pack(site, OPTIONS)
    whole = contents(site)
    (site / "sw.js").unlink()
    (site / "pwa/client.js").unlink()

    pack(site, OPTIONS)

    assert contents(site) == whole


def test_editing_one_page_changes_that_page_the_worker_and_the_bundle_only(
    site: Path, contents: Contents
) -> None:
    pack(site, OPTIONS)
    before = contents(site)
    page = site / "after/index.html"
    page.write_text(page.read_text().replace("<h1>", "<h1>Edited: "))

    pack(site, OPTIONS)

    after = contents(site)
    changed = {path for path in after if after[path] != before.get(path)}
    assert changed == {"after/index.html", "sw.js", *bundles(site)}
    # The one before is gone.
    assert before.keys() - after.keys() == before.keys() & set(filter(is_bundle, before))


def test_without_the_bundle_none_is_left(site: Path) -> None:
    pack(site, OPTIONS)

    pack(site, replace(OPTIONS, bundle=False))

    assert bundles(site) == set()
    assert data_of(site)["bundle"] is None


def test_the_bundle_is_not_saved_itself_and_the_report_says_so(site: Path) -> None:
    pack(site, OPTIONS)

    report = pack(site, OPTIONS)

    entries = data_of(site)["entries"]
    assert isinstance(entries, list)
    assert not any(is_bundle(url) for url, _, _ in entries)
    assert bundles(site) <= {path for path, _ in report.left_out}


def test_optional_files_are_not_in_the_bundle(write_site: WriteSite) -> None:
    site = write_site({"a.txt": "words " * 99, "b.txt": "more words " * 99})

    pack(site, replace(OPTIONS, optional=("a.txt",)))

    data = data_of(site)
    assert isinstance(data["entries"], list)
    assert isinstance(data["bundle"], dict)
    urls = [url for url, _, _ in data["entries"]]
    sent = dict(zip(urls, data["bundle"]["sent"], strict=True))
    assert sent["a.txt"] == 0 < sent["b.txt"]


def refused(
    site: Path, options: PackOptions, contents: Contents, strict: bool = False
) -> list[str]:
    """The problems of packing, which must leave the folder as it was."""
    before = contents(site)
    with pytest.raises(PackError) as error:
        pack(site, options, strict=strict)
    assert contents(site) == before
    return error.value.problems


def test_missing_folder_is_refused(tmp_path: Path) -> None:
    with pytest.raises(PackError) as error:
        pack(tmp_path / "gone", OPTIONS)

    assert error.value.problems == [
        f"{tmp_path}/gone: expected the folder of a built site, found no folder. "
        "Build the site first, or correct the path."
    ]


def test_folder_without_a_home_page_is_refused(write_site: WriteSite, contents: Contents) -> None:
    site = write_site({"index.html": None})

    assert refused(site, OPTIONS, contents) == [
        f"{site}: expected a home page index.html, found none. "
        "Give the folder that holds the whole built site."
    ]


def test_foreign_worker_is_refused(write_site: WriteSite, contents: Contents) -> None:
    site = write_site({"sw.js": "self.skipWaiting()"})

    assert refused(site, OPTIONS, contents) == [
        "sw.js: expected none, or one of an earlier run, found a sw.js that mkdocs-pwa did not "
        "write. Remove it from the site: only one worker can serve it."
    ]


@pytest.mark.parametrize("path", WRITTEN)
def test_file_that_would_be_overwritten_is_refused(
    path: str, write_site: WriteSite, contents: Contents
) -> None:
    site = write_site({path: "{}"})

    assert refused(site, OPTIONS, contents) == [
        f"{path}: expected none, or one of an earlier run, found a file that mkdocs-pwa did not "
        "write. Remove or rename it: packing would overwrite it."
    ]


def test_bad_options_and_foreign_files_are_found_in_one_run(
    write_site: WriteSite, contents: Contents
) -> None:
    site = write_site({"sw.js": "x", "manifest.webmanifest": "{}"})
    options = replace(OPTIONS, name="", theme_color="red", icon=b"<svg/>")

    found = [problem.split(":")[0] for problem in refused(site, options, contents)]
    assert found == ["name", "icon", "theme_color", "sw.js", "manifest.webmanifest"]


def test_shortcut_to_a_page_that_is_not_there_is_refused(site: Path, contents: Contents) -> None:
    options = replace(OPTIONS, shortcuts=(Shortcut("A", "after/"), Shortcut("B", "afte/#now")))

    assert refused(site, options, contents) == [
        "shortcuts: item 2, url: expected a saved page of this site, found 'afte/#now'. "
        "Did you mean 'after/'?"
    ]


def test_shortcut_may_be_written_with_a_dot(site: Path) -> None:
    options = replace(OPTIONS, shortcuts=(Shortcut("A", "./after/#now"),))

    assert pack(site, options).warnings == ()


def test_shortcut_that_is_like_no_page_gets_plain_advice(site: Path, contents: Contents) -> None:
    options = replace(OPTIONS, shortcuts=(Shortcut("A", "xyzzy"),))

    assert refused(site, options, contents) == [
        "shortcuts: item 1, url: expected a saved page of this site, found 'xyzzy'. "
        "Write the page's path in the site."
    ]


def test_excluding_the_home_page_is_refused(site: Path, contents: Contents) -> None:
    assert refused(site, replace(OPTIONS, exclude=("/index.html",)), contents) == [
        "exclude: expected patterns that leave the home page in, found one that leaves out "
        "index.html. The app opens on it: narrow the pattern."
    ]


def test_names_that_clash_are_refused(write_site: WriteSite, contents: Contents) -> None:
    site = write_site({"e\u0301.txt": "a", "\u00e9.txt": "b"})

    assert refused(site, OPTIONS, contents) == [
        "\u00e9.txt: expected one file of this name, found 2 that differ only in how their "
        "accented letters are stored. Delete or rename all but one."
    ]


NO_HEAD = (
    "google1.html: expected a page with <head>, found none. It is saved as it is, but cannot be "
    "installed from. Write a whole page, or list it under exclude."
)


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

    assert refused(site, OPTIONS, contents, strict=True) == [NO_HEAD]


def test_page_in_a_hidden_folder_is_left_alone(write_site: WriteSite) -> None:
    page = "<head><link></head>"
    site = write_site({".cache/page.html": page})

    pack(site, OPTIONS)

    assert (site / ".cache/page.html").read_text() == page


def test_excluded_page_gets_its_tags_but_is_not_saved(site: Path) -> None:
    report = pack(site, replace(OPTIONS, exclude=("after/",)))

    assert "data-mkdocs-pwa" in (site / "after/index.html").read_text()
    assert ("after/index.html", "named by the option exclude") in report.left_out
    assert data_of(site)["excluded"] == ["after/"]


def test_worker_says_the_day_of_the_build_and_why_the_version_is_urgent(
    site: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1700000000")
    pack(site, replace(OPTIONS, urgent="The fasting time was wrong"))

    data = data_of(site)
    assert (data["built"], data["urgent"]) == ("2023-11-14", "The fasting time was wrong")


def test_packing_the_same_files_on_another_day_keeps_the_first_day(
    site: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1700000000")
    pack(site, OPTIONS)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1800000000")
    pack(site, OPTIONS)
    assert data_of(site)["built"] == "2023-11-14"

    (site / "style.css").write_text("body { margin: 3em }", "utf-8")
    pack(site, OPTIONS)
    assert data_of(site)["built"] == "2027-01-15"


def test_worker_knows_which_saved_files_may_be_missing(site: Path) -> None:
    (site / "calm sea.mp3").write_bytes(b"sound")
    (site / "film.mp4").write_bytes(b"film")
    pack(site, replace(OPTIONS, optional=("*.mp3", "*.mp4"), exclude=("*.mp4",)))

    assert data_of(site)["optional"] == ["calm%20sea.mp3"]


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


def test_an_edit_changes_no_other_page(write_site: WriteSite, contents: Contents) -> None:
    site = write_site({})
    pack(site, OPTIONS)
    before = contents(site)
    html = (site / "index.html").read_text("utf-8")
    (site / "index.html").write_text(html.replace("</body>", "More.</body>"), "utf-8")

    pack(site, OPTIONS)

    after = contents(site)
    changed = {path for path in after if before.get(path) != after[path]}
    assert {path for path in changed if "bundle" not in path} == {"index.html", "sw.js"}
