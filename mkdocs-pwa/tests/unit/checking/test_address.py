"""What a clinic learns of its host after uploading: the text of every finding."""

from __future__ import annotations

import gzip
import shutil
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from mkdocs_pwa import PackOptions, pack, write_kill_switch
from mkdocs_pwa.checking.address import check_url
from mkdocs_pwa.cli import main
from mkdocs_pwa.policy import host_files
from mkdocs_pwa_testing import faults
from mkdocs_pwa_testing.server import Answer, StaticServer

WriteSite = Callable[..., Path]
LONG = "x" * 20_000


def well_kept(path: str, answer: Answer) -> Answer:
    """What a host sends that has our settings."""
    headers = {**answer.headers, **host_files.headers(), "Content-Encoding": "gzip"}
    return replace(answer, body=gzip.compress(answer.body), headers=headers)


@pytest.fixture
def host(write_site: WriteSite) -> Iterator[StaticServer]:
    site = write_site({"long.html": f"<head><title>Long</title></head>{LONG}"})
    # The site's own address says /guide/.
    pack(site, PackOptions(name="Small site", site_url="https://example.org/guide/"))
    with StaticServer(site, base="/guide/") as server:
        server.fault = well_kept
        yield server


def spoil(host: StaticServer, path: str, change: Callable[[Answer], Answer | None]) -> None:
    """Change one answer of a well-kept host."""
    host.fault = lambda asked, answer: change(answer) if asked == path else well_kept(asked, answer)


def texts(host: StaticServer, against: Path | None = None) -> list[str]:
    return [str(finding) for finding in check_url(host.url, against)]


def test_a_well_kept_host_has_no_finding(host: StaticServer) -> None:
    assert texts(host) == []


def test_the_slash_at_the_end_may_be_left_out(host: StaticServer) -> None:
    assert check_url(host.url.removesuffix("/")) == []


@pytest.mark.parametrize(
    ("answer", "found"),
    [
        (Answer(404, "text/html", b""), "the answer 404"),
        (Answer(200, "text/html", faults.SIGN_IN), "something else of type text/html"),
        (Answer(302, "text/html", b"", {"Location": "/guide/after/"}), "a redirect to URLafter/"),
    ],
)
def test_a_worker_that_is_not_there(host: StaticServer, answer: Answer, found: str) -> None:
    spoil(host, "sw.js", lambda _: answer)
    [text] = texts(host)
    assert f"found {found.replace('URL', host.url)}. Nothing is saved" in text


def test_a_site_that_was_taken_away(host: StaticServer) -> None:
    write_kill_switch(host.folder)
    [text] = texts(host)
    assert "found the one that removes saved copies." in text


def test_a_worker_of_the_wrong_type(host: StaticServer) -> None:
    spoil(host, "sw.js", lambda answer: replace(well_kept("", answer), content_type="text/plain"))
    assert texts(host) == [
        "error: sw.js: expected the type text/javascript, found text/plain. Browsers refuse the "
        "worker, so nothing is saved. Set the type of .js files at the host."
    ]


@pytest.mark.parametrize("said", ["max-age=31536000", "public, max-age=0, s-maxage=31536000"])
def test_a_worker_that_a_cdn_may_keep(host: StaticServer, said: str) -> None:
    spoil(host, "sw.js", lambda answer: replace(answer, headers={"Cache-Control": said}))
    assert texts(host) == [
        "warning: sw.js: expected Cache-Control: no-cache, found one that allows 31536000 seconds. "
        "A CDN may hand out the old version for that long, so corrections reach readers late. Set "
        "no-cache for sw.js, and empty the CDN's cache after each upload."
    ]


def test_a_worker_that_is_redirected(host: StaticServer) -> None:
    shutil.copy(host.folder / "sw.js", host.folder / "worker.js")
    spoil(host, "sw.js", lambda _: Answer(302, "text/html", b"", {"Location": "worker.js"}))
    assert texts(host) == [
        "error: sw.js: expected the file at its own address, found a redirect to "
        f"{host.url}worker.js. Browsers refuse a worker that is redirected, so nothing is saved. "
        "Take the redirect away."
    ]


def test_pages_that_a_cdn_may_keep(host: StaticServer) -> None:
    def kept(answer: Answer) -> Answer:
        good = well_kept("", answer)
        return replace(good, headers={**good.headers, "Cache-Control": "max-age=86400"})

    spoil(host, "", kept)
    assert texts(host) == [
        "warning: the home page: expected Cache-Control: no-cache, found one that allows 86400 "
        "seconds. First visits may get old pages beside new files. Set no-cache for pages."
    ]


def test_a_wrong_address_that_is_not_answered(host: StaticServer) -> None:
    spoil(host, "mkdocs-pwa-check/not-here", lambda _: None)
    [text] = texts(host)
    assert text.startswith(
        "warning: mkdocs-pwa-check/not-here: expected the answer 404, found no answer ("
    )
    assert text.endswith("). Check again when the network is good.")


def test_a_file_that_was_not_uploaded(host: StaticServer) -> None:
    (host.folder / "style.css").unlink()
    assert texts(host) == [
        "error: style.css: expected the file, found the answer 404. As one file is wrong, no new "
        "reader can save the guide. Upload the whole folder again."
    ]


def test_a_proxy_that_rewrites_pages_is_shown_where_it_does(host: StaticServer) -> None:
    def rewrite(answer: Answer) -> Answer:
        body = answer.body.replace(b"</body>", b"<script src=/cdn-cgi/x.js></script></body>")
        return well_kept("", replace(answer, body=body))

    spoil(host, "after/", rewrite)
    [text] = texts(host, against=host.folder)
    packed = (host.folder / "after/index.html").read_bytes()
    assert f"at byte {packed.index(b'</body>') + 1}" in text
    assert text.startswith("error: after/: expected the bytes that were packed, found 'script src=")
    assert text.endswith(
        "no new reader can save the guide. Upload the folder again; if the finding stays, switch "
        "off what changes pages at the host: minifying, e-mail protection, added scripts."
    )


def test_without_the_folder_a_changed_file_is_told_by_its_length(host: StaticServer) -> None:
    spoil(host, "style.css", lambda answer: well_kept("", replace(answer, body=b"half")))
    [text] = texts(host)
    assert "found 4 bytes in place of 20 (to see where: --against FOLDER)" in text


@pytest.mark.parametrize(
    ("fault", "found"),
    [
        (faults.shorter_than_announced, "only the first 10 bytes"),
        (faults.cut_gzip, "compressed bytes that break off"),
        (faults.cut_in_a_chunk, "only the first 10 bytes"),
    ],
)
def test_a_file_that_breaks_off(
    host: StaticServer, fault: Callable[[Answer], Answer], found: str
) -> None:
    spoil(host, "style.css", fault)
    [text] = texts(host)
    assert f"style.css: expected the file, found {found}. As one file is wrong" in text


def test_a_redirect_to_another_host(host: StaticServer) -> None:
    elsewhere = f"http://localhost:{host.url.split(':')[2].split('/')[0]}/guide/style.css"
    answer = Answer(302, "text/css", b"", {"Location": elsewhere})
    # The other host is this one under its other name.
    passed: list[str] = []

    def once(_: Answer) -> Answer:
        passed.append("")
        return answer if len(passed) == 1 else well_kept("", Answer(200, "text/css", b""))

    spoil(host, "style.css", once)
    [text] = texts(host)
    assert text == (
        f"error: style.css: expected the file from this host, found a redirect to {elsewhere}. As "
        "one file is wrong, no new reader can save the guide. Take the redirect away, or check "
        "the address that readers end up at."
    )


@pytest.mark.parametrize(
    ("path", "level", "effect"),
    [
        ("style.css", "error", "The first visit is broken"),
        ("manifest.webmanifest", "warning", "Some browsers refuse it"),
    ],
)
def test_a_wrong_type(host: StaticServer, path: str, level: str, effect: str) -> None:
    spoil(host, path, lambda answer: replace(well_kept("", answer), content_type="text/plain"))
    [text] = texts(host)
    assert text.startswith(f"{level}: {path}: expected the type ")
    assert f"found text/plain. {effect}. Set the type of ." in text


def test_texts_that_are_not_compressed(host: StaticServer) -> None:
    spoil(host, "long.html", lambda answer: replace(answer, headers=host_files.headers()))
    [text] = texts(host)
    assert text.startswith(
        "warning: long.html: expected texts to be compressed, found 1 that are not, 2"
    )
    assert text.endswith(
        " kB in all. Saving takes several times as long on slow networks. Switch gzip on at the "
        "host."
    )


def test_files_that_no_browser_may_keep(host: StaticServer) -> None:
    def told(asked: str, answer: Answer) -> Answer:
        good = well_kept(asked, answer)
        varies = asked in ("after/", "style.css")
        return replace(good, headers={**good.headers, "Vary": "*"}) if varies else good

    host.fault = told
    assert texts(host) == [
        "warning: after/ and 1 more: expected no header Vary: *, found it. Browsers keep nothing "
        "that has it, so each visit before the copy is saved fetches everything again. Take it "
        "away at the host."
    ]


def test_headers_that_are_missing(host: StaticServer) -> None:
    spoil(host, "", lambda answer: answer)
    assert texts(host) == [
        "warning: the home page: expected the headers of `mkdocs-pwa headers`, found none of "
        "Content-Security-Policy, Referrer-Policy, Permissions-Policy, X-Content-Type-Options. "
        "Another site can show the guide as its own. Copy them into the host's settings; GitHub "
        "Pages has none."
    ]


def test_a_wrong_address_that_is_answered_with_a_page(host: StaticServer) -> None:
    home = (host.folder / "index.html").read_bytes()
    spoil(host, "mkdocs-pwa-check/not-here", lambda _: Answer(200, "text/html", home))
    assert texts(host) == [
        "error: mkdocs-pwa-check/not-here: expected the answer 404, found 200. Readers with a "
        "wrong address see another page and do not learn that it is wrong. Switch the fallback "
        "page off."
    ]


def test_a_404_page_of_the_host(host: StaticServer) -> None:
    spoil(host, "mkdocs-pwa-check/not-here", lambda _: Answer(404, "text/html", b"nginx"))
    assert texts(host) == [
        "warning: mkdocs-pwa-check/not-here: expected the site's own 404 page, found another. "
        "Readers with a wrong address find no way back. Name 404.html as the error page at the "
        "host."
    ]


def test_a_site_at_another_address_than_it_was_built_for(host: StaticServer) -> None:
    with StaticServer(host.folder, base="/elsewhere/") as server:
        server.fault = well_kept
        found = texts(server)
    assert found == [
        "warning: 404.html: expected a site built for /elsewhere/, found one built for /guide/. On "
        "the first visit the 404 page has no style and wrong links. Set site_url to the address "
        "that readers use, and build again.",
        "warning: manifest.webmanifest: expected an app of /elsewhere/, found one of /guide/. "
        "Phones may take it for another app. Set site_url to the address that readers use, and "
        "build again.",
    ]


def test_plain_http_saves_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    found = check_url("http://host.invalid/guide/")
    assert str(found[0]) == (
        "error: http://host.invalid/guide/: expected https, found http. Browsers save nothing from "
        "it, so readers have no guide without a signal. Switch https on at the host, and check "
        "the https address."
    )


def test_the_command_checks_an_address(
    host: StaticServer, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["check", host.url]) == 0
    assert capsys.readouterr().out == (
        f"{host.url}: every file arrives as it was packed, and as browsers need it\n"
    )
    (host.folder / "style.css").write_text("changed")
    assert main(["check", host.url, "--against", str(host.folder)]) == 1
    assert "error: style.css: " in capsys.readouterr().err


@pytest.mark.parametrize(
    ("change", "found"),
    [
        (lambda answer: Answer(404, "text/html", b"not here"), "the answer 404"),
        (faults.sign_in_page, "other bytes"),
        (lambda answer: None, "no answer ("),
    ],
)
def test_a_bundle_that_phones_cannot_use(
    host: StaticServer, change: Callable[[Answer], Answer | None], found: str
) -> None:
    [bundle] = host.folder.glob("pwa/bundle-*.bin")
    spoil(host, f"pwa/{bundle.name}", change)
    [text] = texts(host)
    assert text.startswith(
        f"warning: pwa/{bundle.name}: expected the file that phones unpack, found {found}"
    )
    assert text.endswith(
        ". Phones save each file by itself, which takes many times as long. "
        "Upload the whole folder again; a host may refuse some file names."
    )


def test_a_bundle_that_the_host_unpacks_is_no_finding(host: StaticServer) -> None:
    [bundle] = host.folder.glob("pwa/bundle-*.bin")
    unpacks = {**host_files.headers(), "Content-Encoding": "gzip"}
    spoil(host, f"pwa/{bundle.name}", lambda answer: replace(answer, headers=unpacks))
    assert texts(host) == []
