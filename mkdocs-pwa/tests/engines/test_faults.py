"""What a network, a hotel or a host may do to a phone while it saves, in every engine."""

from __future__ import annotations

from collections.abc import Callable

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

TRUNCATED = [
    pytest.param(faults.shorter_than_announced, marks=pytest.mark.fault(5), id="announced"),
    pytest.param(faults.cut_in_a_chunk, marks=pytest.mark.fault(6), id="chunked"),
    pytest.param(faults.cut_by_a_close, marks=pytest.mark.fault(7), id="closed"),
    pytest.param(faults.cut_gzip, marks=pytest.mark.fault(8), id="gzip"),
    pytest.param(faults.cut_brotli, marks=pytest.mark.fault(8), id="brotli"),
    pytest.param(faults.sign_in_page, marks=pytest.mark.fault(10), id="sign-in"),
    pytest.param(faults.redirect_to("/one/"), marks=pytest.mark.fault(13), id="redirect"),
]


@pytest.mark.parametrize("spoil", TRUNCATED)
def test_wrong_bytes_are_never_stored_and_saving_goes_on_later(
    phone: Engine, server: StaticServer, spoil: Spoil
) -> None:
    # The page by itself and the file of all pages.
    server.fault = lambda path, answer: (
        spoil(answer) if path == "two/" or path.startswith("pwa/bundle-") else answer
    )
    phone.goto(server.url)
    phone.until_text("Saving stopped at")
    assert stored(phone)
    assert wrong_bytes(phone, server.folder) == []
    assert "Saved on this phone" not in phone.text

    server.fault = None
    phone.goto(server.url + "one/")
    phone.until(SAVED)
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


@pytest.mark.fault(9)
@pytest.mark.parametrize(
    "spoil",
    [faults.sign_in_page, pytest.param(faults.redirect_to("/login"), marks=pytest.mark.fault(13))],
    ids=["page", "redirect"],
)
def test_a_sign_in_page_on_the_first_visit_leaves_nothing_behind(
    phone: Engine, server: StaticServer, spoil: Spoil
) -> None:
    server.fault = lambda path, answer: (
        faults.sign_in_page(answer) if path == "login" else spoil(answer)
    )
    phone.goto(server.url)
    phone.until_text("Sign in to the Wi-Fi")
    assert phone.js(f"{REGISTRATION}.then((found) => !found)")
    assert phone.js("caches.keys()") == []

    server.fault = None
    phone.goto(server.url)
    phone.until(SAVED)


@pytest.mark.fault(11)
@pytest.mark.parametrize("kind", ["text/html", "text/javascript"])
def test_a_sign_in_page_in_place_of_the_worker_changes_nothing(
    phone: Engine, server: StaticServer, kind: str
) -> None:
    phone.goto(server.url)
    phone.until(SAVED)
    server.fault = lambda path, answer: Answer(200, kind, faults.SIGN_IN)
    server.requests.clear()
    phone.goto(server.url + "one/")
    phone.until_text("One of Home")
    assert phone.js(LOOK_FOR_UPDATE) is not None
    assert "sw.js" in server.requests
    phone.goto(server.url + "two/")
    phone.until_text("Two of Home")
    phone.until(SAVED)


@pytest.mark.fault(12)
def test_a_sign_in_page_is_not_shown_as_a_page_of_the_site(
    phone: Engine, server: StaticServer
) -> None:
    phone.goto(server.url)
    phone.until(SAVED)
    server.fault = faults.everywhere(faults.sign_in_page)
    phone.goto(server.url + "one/")
    phone.until_text("One of Home")
    phone.goto(server.url + "newer/")
    phone.until_text("This page is not saved")
    phone.click("a[href*='mkdocs-pwa-network']")
    phone.until_text("Sign in to the Wi-Fi")


@pytest.mark.fault(18)
@pytest.mark.parametrize("status", [404, 410, 500])
def test_a_worker_file_that_is_gone_takes_nothing_away(
    phone: Engine, server: StaticServer, status: int
) -> None:
    phone.goto(server.url)
    phone.until(SAVED)
    server.fault = faults.for_path("sw.js", lambda _: Answer(status, "text/html", b"gone"))
    phone.goto(server.url + "one/")
    phone.js(LOOK_FOR_UPDATE)
    server.stop()
    phone.goto(server.url + "two/")
    phone.until_text("Two of Home")
    phone.until(SAVED)
