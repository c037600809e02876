"""What a network, a hotel or a host may do to a phone while it saves, in every engine."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from mkdocs_pwa.checking.address import check_url
from mkdocs_pwa.copy.bundle_name import is_bundle
from mkdocs_pwa_testing import faults
from mkdocs_pwa_testing.engines import Engine
from mkdocs_pwa_testing.page import LOOK_FOR_UPDATE, REGISTRATION, SAVED
from mkdocs_pwa_testing.server import Answer, StaticServer
from mkdocs_pwa_testing.stored import stored, wrong_bytes

pytestmark = pytest.mark.offline

Spoil = Callable[[Answer], Answer]
MakeSite = Callable[..., Path]

# Longer than the first piece that a browser reads.
LONG = {"long.txt": "A line of a long text.\n" * 9000}


def under_its_right_length(answer: Answer) -> Answer:
    """Half a file that says that it is whole."""
    return Answer(200, answer.content_type, faults.half(answer.body))


SPOILT = [
    pytest.param(faults.shorter_than_announced, marks=pytest.mark.fault(5), id="announced"),
    pytest.param(faults.cut_in_a_chunk, marks=pytest.mark.fault(6), id="chunked"),
    pytest.param(faults.cut_by_a_close, marks=pytest.mark.fault(7), id="closed"),
    pytest.param(faults.cut_gzip, marks=pytest.mark.fault(8), id="gzip"),
    pytest.param(faults.cut_brotli, marks=pytest.mark.fault(8), id="brotli"),
    pytest.param(under_its_right_length, marks=pytest.mark.fault(8), id="half"),
    pytest.param(faults.sign_in_page, marks=pytest.mark.fault(10), id="sign-in"),
    pytest.param(faults.redirect_to("/one/"), marks=pytest.mark.fault(13), id="redirect"),
]


@pytest.mark.parametrize("spoil", SPOILT)
def test_wrong_bytes_are_never_stored_and_saving_goes_on_later(
    phone: Engine, make_site: MakeSite, spoil: Spoil
) -> None:
    spoilt = {"two/", *LONG}
    # A page and a long text by themselves, and the file of all that is saved.
    with StaticServer(make_site(extra=LONG)) as server:
        server.fault = lambda path, answer: (
            spoil(answer) if path in spoilt or is_bundle(path) else answer
        )
        phone.goto(server.url)
        phone.until_text("Saving stopped at 6 of 8.")
        assert spoilt <= set(server.requests)
        assert not {f"/{path}" for path in spoilt} & {path for _, path, _ in stored(phone)}
        assert wrong_bytes(phone, server.folder) == []
        assert "Saved on this phone" not in phone.text

        server.fault = None
        server.requests.clear()
        # The network is back: the page goes on by itself, with what is missing.
        phone.js("dispatchEvent(new Event('online'))")
        phone.until(SAVED)
        asked = {path for path in server.requests if path != "sw.js" and not is_bundle(path)}
        # An attempt from before may still have been led to the page of the redirect.
        assert asked <= {*spoilt, "one/"}
        server.stop()
        phone.goto(server.url + "two/")
        phone.until_text("Two of Home")
        assert "Sentence 299." in phone.text


def rewritten(path: str, answer: Answer) -> Answer:
    """What a proxy makes of every page that comes through it."""
    body = answer.body.replace(b"</body>", b"<script>proxy()</script></body>")
    return Answer(answer.status, answer.content_type, body)


@pytest.mark.fault(35)
def test_pages_that_a_proxy_rewrites_are_not_stored_and_the_check_names_the_first_byte(
    phone: Engine, server: StaticServer
) -> None:
    def rewritten_and_filtered(path: str, answer: Answer) -> Answer:
        if is_bundle(path):
            return Answer(403, "text/plain", b"Downloads are blocked here.")
        return rewritten(path, answer)

    server.fault = rewritten_and_filtered
    phone.goto(server.url)
    phone.until_text("Saving stopped at")
    assert stored(phone)
    assert wrong_bytes(phone, server.folder) == []
    at = (server.folder / "two/index.html").read_bytes().index(b"</body>") + len("<")
    texts = {finding.where: finding.text for finding in check_url(server.url, server.folder)}
    assert f"at byte {at}" in texts["two/"]

    server.fault = None
    phone.goto(server.url + "one/")
    phone.until(SAVED)


@pytest.mark.fault(35)
def test_a_proxy_that_rewrites_pages_does_not_reach_into_the_bundle(
    phone: Engine, server: StaticServer
) -> None:
    server.fault = rewritten
    phone.goto(server.url)
    phone.until(SAVED)
    assert wrong_bytes(phone, server.folder) == []


@pytest.mark.fault(34)
@pytest.mark.parametrize("spoil", [faults.whole_gzip, faults.whole_brotli], ids=["gzip", "brotli"])
def test_compressed_files_are_saved_as_they_were_packed(
    phone: Engine, server: StaticServer, spoil: Spoil
) -> None:
    server.fault = faults.everywhere(spoil)
    phone.goto(server.url)
    phone.until(SAVED)
    assert wrong_bytes(phone, server.folder) == []
    server.stop()
    phone.goto(server.url + "one/")
    phone.until_text("One of Home")


def saying(status: int, kind: str, body: bytes) -> Spoil:
    """What is said in place of any answer."""
    return lambda _: Answer(status, kind, body)


@pytest.fixture
def sign_in(tmp_path: Path) -> Iterator[StaticServer]:
    """A host of its own that readers are sent to."""
    folder = tmp_path / "sign-in"
    folder.mkdir()
    (folder / "index.html").write_bytes(faults.SIGN_IN)
    with StaticServer(folder) as running:
        yield running


@pytest.mark.fault(9, 13)
def test_a_sign_in_page_on_the_first_visit_leaves_nothing_behind(
    phone: Engine, server: StaticServer, sign_in: StaticServer
) -> None:
    for spoil in (faults.sign_in_page, faults.redirect_to("/login")):
        server.fault = lambda path, answer, spoil=spoil: (
            faults.sign_in_page(answer) if path == "login" else spoil(answer)
        )
        phone.goto(server.url)
        phone.until_text("Sign in to the Wi-Fi")
        assert phone.js(f"{REGISTRATION}.then((found) => !found)")
        assert phone.js("caches.keys()") == []

    server.fault = faults.everywhere(faults.redirect_to(sign_in.url))
    phone.goto(server.url)
    phone.until_text("Sign in to the Wi-Fi")

    server.fault = None
    phone.goto(server.url)
    phone.until(SAVED)


@pytest.mark.fault(11)
def test_a_sign_in_page_in_place_of_the_worker_changes_nothing(
    phone: Engine, telling: StaticServer
) -> None:
    phone.goto(telling.url)
    phone.until(SAVED)
    for kind in ("text/html", "text/javascript"):
        telling.fault = faults.everywhere(saying(200, kind, faults.SIGN_IN))
        telling.requests.clear()
        phone.goto(telling.url + "one/")
        phone.until_text("One of Home")
        assert phone.js(LOOK_FOR_UPDATE) is not None
        assert "sw.js" in telling.requests
        phone.goto(telling.url + "two/")
        phone.until_text("Two of Home")
        phone.until_text("Saved on this phone. Works with no signal.")
        assert phone.js("thrown") == []
    phone.until(SAVED)


FETCHED = "fetch({!r}).then((response) => response.text(), () => 'refused')"


@pytest.mark.fault(12, 13, 45)
def test_what_is_not_of_the_site_is_not_shown_as_a_page_of_it(
    phone: Engine, server: StaticServer, sign_in: StaticServer
) -> None:
    phone.goto(server.url)
    phone.until(SAVED)
    whole = (server.folder / "one/index.html").read_bytes()
    cut = Answer(200, "text/html", whole[:-30], {"Content-Length": "", "Connection": "close"})
    server.fault = faults.for_path("half/", lambda _: cut)
    phone.goto(server.url + "half/")
    phone.until_text("This page is not saved")

    phone.goto(server.url)
    server.fault = faults.everywhere(faults.sign_in_page)
    assert phone.js(FETCHED.format("/newer/")) == "refused"
    assert "One of Home" in phone.js(FETCHED.format("/one/"))

    for kind in ("TEXT/HTML; charset=UTF-8", "application/xhtml+xml"):
        server.fault = faults.everywhere(saying(200, kind, faults.SIGN_IN))
        phone.goto(server.url)
        assert phone.js(FETCHED.format("/newer/")) == "refused"
        phone.goto(server.url + "newer/")
        phone.until_text("This page is not saved")

    for spoil in (faults.sign_in_page, faults.redirect_to(sign_in.url)):
        server.fault = faults.everywhere(spoil)
        phone.goto(server.url + "one/")
        phone.until_text("One of Home")
        phone.goto(server.url + "newer/")
        phone.until_text("This page is not saved")
        phone.click("a[href*='mkdocs-pwa-network']")
        phone.until_text("Sign in to the Wi-Fi")


@pytest.mark.fault(18)
def test_a_worker_file_that_is_gone_takes_nothing_away_and_the_page_says_that_the_check_failed(
    phone: Engine, telling: StaticServer
) -> None:
    phone.goto(telling.url)
    phone.until(SAVED)
    for status in (404, 410, 500):
        telling.fault = faults.for_path("sw.js", saying(status, "text/html", b"gone"))
        # Else the next check would be due in an hour.
        phone.js("localStorage.clear()")
        phone.goto(telling.url + "one/")
        phone.until_text("(the last try failed)")
    telling.stop()
    phone.goto(telling.url + "two/")
    phone.until_text("Two of Home")
    phone.until(SAVED)
