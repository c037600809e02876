"""The file of all that is saved, spoilt in every way that single files are, in every engine."""

from __future__ import annotations

import random
from collections.abc import Callable
from pathlib import Path

import pytest

from mkdocs_pwa import read_report
from mkdocs_pwa_testing import faults
from mkdocs_pwa_testing.engines import Engine
from mkdocs_pwa_testing.page import SAVED
from mkdocs_pwa_testing.server import Answer, StaticServer
from mkdocs_pwa_testing.stored import stored, wrong_bytes

pytestmark = pytest.mark.offline

MakeSite = Callable[..., Path]


def many_texts() -> dict[str, str]:
    """Files that share a half and that gzip cannot do much with, so a bundle has many pieces."""
    chance = random.Random(7)
    shared = chance.randbytes(10_000).hex()
    texts = [f"{shared}<{chance.randbytes(10_000).hex()}" for _ in range(40)]
    return {f"texts/{number:02}.txt": text for number, text in enumerate(texts)}


def answering(status: int, body: bytes) -> Callable[[Answer], Answer]:
    return lambda _: Answer(status, "text/plain", body)


SPOILT: dict[str, Callable[[Answer], Answer | None]] = {
    "lost": lambda _: None,
    "short": faults.shorter_than_announced,
    "chunk": faults.cut_in_a_chunk,
    "closed": faults.cut_by_a_close,
    "gzip": faults.cut_gzip,
    "brotli": faults.cut_brotli,
    "half": lambda answer: Answer(200, answer.content_type, faults.half(answer.body)),
    "sign-in": faults.sign_in_page,
    "redirect": faults.redirect_to("/one/"),
    "missing": answering(404, b"not found"),
    "busy": answering(500, b"busy"),
    "empty": answering(200, b""),
}


@pytest.mark.fault(1, 2, 5, 6, 7, 8, 10, 13, 17)
def test_with_a_spoilt_bundle_the_rest_is_fetched_file_by_file(
    phone: Engine, make_site: MakeSite
) -> None:
    folder = make_site(extra=many_texts())
    bundle = read_report(folder).bundle
    # As long as the title of this version, so that only its hash tells.
    other = make_site("other", home="Tome", extra=many_texts())
    old = (other / str(read_report(other).bundle)).read_bytes()
    for name, spoil in {**SPOILT, "another version": answering(200, old)}.items():
        with StaticServer(folder) as server:
            server.fault = lambda path, answer, spoil=spoil: (
                spoil(answer) if path == bundle else answer
            )
            phone.goto(server.url)
            phone.until(SAVED)
            assert bundle in server.requests, name
            if name != "another version":
                # The last file of the bundle.
                assert server.requests.count("texts/39.txt") == 1, name
            assert len(stored(phone)) == read_report(folder).files, name
            assert wrong_bytes(phone, folder) == [], name
