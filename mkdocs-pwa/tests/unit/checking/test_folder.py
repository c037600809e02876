"""Checking a packed folder: one fault a test, with the whole text of its finding."""

import gzip
import json
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from mkdocs_pwa import PackError, PackOptions, check, pack, write_kill_switch

WriteSite = Callable[..., Path]

OPTIONS = PackOptions(name="Small site", site_url="https://example.org/guide/")
AGAIN = "Run `mkdocs-pwa pack` on the folder as the last step of the build."
CLOSE = (
    "It cannot be saved, and its host learns who reads the page. "
    "Put a copy into the site, or remove it."
)


@pytest.fixture
def packed(site: Path) -> Path:
    pack(site, OPTIONS)
    return site


def findings(site: Path) -> list[str]:
    return list(map(str, check(site)))


def edit(path: Path, old: str, new: str) -> None:
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new), "utf-8")


def test_packed_site_has_no_finding(packed: Path) -> None:
    assert findings(packed) == []


def test_site_with_an_excluded_page_has_no_finding(site: Path) -> None:
    pack(site, replace(OPTIONS, exclude=("after/",)))

    assert findings(site) == []


def test_excluded_page_without_a_head_is_no_finding(write_site: WriteSite) -> None:
    site = write_site({"google1.html": "google-site-verification"})
    pack(site, replace(OPTIONS, exclude=("google1.html",)))

    assert findings(site) == []


def test_site_that_is_not_packed(site: Path) -> None:
    assert findings(site) == [f"error: sw.js: expected a packed site, found no sw.js. {AGAIN}"]


def test_site_with_the_kill_switch(packed: Path) -> None:
    write_kill_switch(packed)

    assert findings(packed) == [
        f"error: sw.js: expected a packed site, found one that removes saved copies. {AGAIN}"
    ]


def test_site_with_a_foreign_worker(write_site: WriteSite) -> None:
    assert findings(write_site({"sw.js": "self.skipWaiting()"})) == [
        "error: sw.js: expected a packed site, found a sw.js that mkdocs-pwa did not write. "
        "Remove it from the site: only one worker can serve it."
    ]


@pytest.mark.parametrize("data", ["{broken", "{}", '{"entries":[["a"]]}', '{"entries":7}'])
def test_worker_with_a_list_that_cannot_be_read(site: Path, data: str) -> None:
    (site / "sw.js").write_text(f"x = /* mkdocs-pwa:build */{data};")

    assert findings(site) == [
        f"error: sw.js: expected a list of files, found one that cannot be read. {AGAIN}"
    ]


def test_listed_file_that_is_gone(packed: Path) -> None:
    (packed / "style.css").unlink()

    assert findings(packed) == [
        f"error: sw.js: expected the file for 'style.css', found none. {AGAIN}"
    ]


def test_listed_file_that_was_changed(packed: Path) -> None:
    edit(packed / "style.css", "1em", "2em")

    assert findings(packed) == [
        "error: style.css: expected the bytes that were packed, found others, so no phone will "
        f"save the site. {AGAIN}"
    ]


def test_list_whose_version_is_not_its_own(packed: Path) -> None:
    version = check_version(packed)
    edit(packed / "sw.js", version, "0" * 16)

    assert findings(packed) == [
        f"error: sw.js: expected version {version}, found {'0' * 16}. {AGAIN}"
    ]


def check_version(site: Path) -> str:
    return pack(site, OPTIONS).version


def test_page_that_was_added_later(packed: Path) -> None:
    (packed / "new.html").write_text((packed / "index.html").read_text())

    assert findings(packed) == [
        f"error: new.html: expected every page to be saved, found this one missing. {AGAIN}"
    ]


def test_page_without_its_tags(packed: Path) -> None:
    (packed / "new.html").write_text("<head></head>")

    assert (
        f"error: new.html: expected the tags of mkdocs-pwa once, found them 0 times. {AGAIN}"
        in (findings(packed))
    )


def test_page_with_its_tags_twice(packed: Path) -> None:
    page = (packed / "index.html").read_text()
    start, end = page.index("<!-- mkdocs-pwa -->"), page.index("<!-- /mkdocs-pwa -->") + 21
    (packed / "index.html").write_text(page[:end] + page[start:end] + page[end:])

    assert (
        f"error: index.html: expected the tags of mkdocs-pwa once, found them 2 times. {AGAIN}"
        in (findings(packed))
    )


def test_page_without_a_head(write_site: WriteSite) -> None:
    site = write_site({"google1.html": "google-site-verification"})
    pack(site, OPTIONS)

    assert findings(site) == [
        "warning: google1.html: expected a page with <head>, found none, so it cannot be "
        "installed from. Write a whole page, or list it under exclude."
    ]


def bundle_of(site: Path) -> Path:
    [found] = site.glob("pwa/bundle-*.bin")
    return found


@pytest.mark.parametrize(
    ("content", "found"),
    [
        (None, "none"),
        (b"<h1>Sign in</h1>", "other bytes"),
        (b"", "other bytes for the home page"),
        (gzip.compress(b"[2,3,0,0]\nOld"), "other bytes for the home page"),
    ],
    ids=["gone", "sign-in", "empty", "old"],
)
def test_bundle_that_is_not_as_packed(packed: Path, content: bytes | None, found: str) -> None:
    bundle = bundle_of(packed)
    bundle.unlink()
    if content is not None:
        bundle.write_bytes(content)

    assert findings(packed) == [
        f"error: pwa/{bundle.name}: expected all that is saved in one file, found {found}. "
        f"Phones save each file by itself, which takes many times as long. {AGAIN}"
    ]


def test_site_without_a_bundle_has_no_finding(site: Path) -> None:
    pack(site, replace(OPTIONS, bundle=False))

    assert findings(site) == []


@pytest.mark.parametrize("text", ["", "[]", "{}", '{"icons": [{}]}', '{"icons": ["a"]}'])
def test_manifest_that_cannot_be_read(packed: Path, text: str) -> None:
    (packed / "manifest.webmanifest").write_text(text)

    assert findings(packed)[-1] == (
        "error: manifest.webmanifest: expected a manifest with icons, found none that can be "
        f"read. {AGAIN}"
    )


def test_icon_that_is_gone(packed: Path) -> None:
    (packed / "pwa/icon-192.png").unlink()

    assert findings(packed) == [
        f"error: pwa/icon-192.png: expected a PNG of 192x192 pixels, found none. {AGAIN}"
    ]


def test_icon_of_another_size(packed: Path) -> None:
    (packed / "pwa/icon-192.png").write_bytes((packed / "pwa/icon-512.png").read_bytes())

    assert findings(packed) == [
        f"error: pwa/icon-192.png: expected a PNG of 192x192 pixels, found 512x512. {AGAIN}"
    ]


@pytest.mark.parametrize(
    "tag",
    [
        '<script src="{}"></script>',
        '<img src="{}">',
        '<link rel="stylesheet" href="{}">',
        '<link rel="preload" href="{}">',
        '<link rel="icon" href="{}">',
        "<style>@import '{}';</style>",
        '<p style="background: url({})"></p>',
    ],
)
@pytest.mark.parametrize("address", ["https://cdn.example.com/a.b", "//cdn.example.com/a.b"])
def test_page_that_loads_from_another_host(write_site: WriteSite, tag: str, address: str) -> None:
    page = f"<head></head><body>{tag.format(address)}"
    site = write_site({"one.html": page, "two.html": page})
    pack(site, OPTIONS)

    assert findings(site) == [
        f"warning: one.html: expected nothing from other hosts, found {address} "
        f"(and on 1 more). {CLOSE}"
    ]


def test_style_sheet_that_loads_from_another_host(write_site: WriteSite) -> None:
    site = write_site({"style.css": "a { background: url(https://cdn.example.com/a.png) }"})
    pack(site, OPTIONS)

    assert findings(site) == [
        "warning: style.css: expected nothing from other hosts, found "
        f"https://cdn.example.com/a.png. {CLOSE}"
    ]


@pytest.mark.parametrize(
    "body",
    [
        '<a href="https://example.com/">',
        '<img src="https://example.org/guide/a.png">',
        '<img src="/guide/a.png">',
        '<img src="data:image/png;base64,AA==">',
        "<!-- <img src='https://example.com/a.png'> -->",
    ],
)
def test_page_that_loads_nothing_from_other_hosts(write_site: WriteSite, body: str) -> None:
    site = write_site({"one.html": f"<head></head><body>{body}"})
    pack(site, OPTIONS)

    assert findings(site) == []


def test_site_that_does_not_say_its_own_address(write_site: WriteSite) -> None:
    site = write_site(
        {"index.html": '<head></head><img src="a.png"><img src="//cdn.example.com/a.png">'}
    )
    pack(site, OPTIONS)

    assert findings(site) == [
        "warning: index.html: expected nothing from other hosts, found "
        f"//cdn.example.com/a.png. {CLOSE}"
    ]


def test_address_that_cannot_be_read_is_a_finding(write_site: WriteSite) -> None:
    site = write_site({"one.html": '<head></head><img src="https://[a.png">'})
    pack(site, OPTIONS)

    assert findings(site) == [
        f"warning: one.html: expected nothing from other hosts, found https://[a.png. {CLOSE}"
    ]


def test_all_faults_are_found_in_one_run(packed: Path) -> None:
    (packed / "style.css").unlink()
    (packed / "pwa/icon-512.png").unlink()
    (packed / "new.html").write_text("")
    manifest = json.loads((packed / "manifest.webmanifest").read_text())
    (packed / "manifest.webmanifest").write_text(json.dumps(manifest))

    assert [finding.where for finding in check(packed)] == [
        "manifest.webmanifest",
        "sw.js",
        "new.html",
        "new.html",
        "pwa/icon-512.png",
    ]


def test_missing_folder_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(PackError) as error:
        check(tmp_path / "gone")

    assert error.value.problems == [
        f"{tmp_path}/gone: expected the folder of a built site, found no folder. "
        "Build the site first, or correct the path."
    ]
