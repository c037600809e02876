"""Ways in which a network or a host spoils what it sends."""

from __future__ import annotations

import gzip
import threading
from collections.abc import Callable

from mkdocs_pwa_testing.server import Answer, Fault

SIGN_IN = b"<!doctype html><title>Free Wi-Fi</title><h1>Sign in to the Wi-Fi</h1>"

_CLOSE = {"Connection": "close"}


class Gate:
    """A fault that keeps one path waiting until it is opened, and says that it was asked for."""

    def __init__(self, path: str) -> None:
        self.path = path
        self.reached = threading.Event()
        self._open = threading.Event()

    def __call__(self, path: str, answer: Answer) -> Answer:
        if path == self.path:
            self.reached.set()
            self._open.wait(60)
        return answer

    def open(self) -> None:
        """Let it pass, now and from now on."""
        self._open.set()


def for_path(path: str, spoil: Callable[[Answer], Answer]) -> Fault:
    """The fault at one path only."""
    return lambda asked, answer: spoil(answer) if asked == path else answer


def half(body: bytes) -> bytes:
    """The first half."""
    return body[: len(body) // 2]


def shorter_than_announced(answer: Answer) -> Answer:
    """Half the body under the length of the whole, then the end of the connection."""
    length = {"Content-Length": str(len(answer.body))}
    return Answer(200, answer.content_type, half(answer.body), {**length, **_CLOSE})


def cut_in_a_chunk(answer: Answer) -> Answer:
    """A chunked body that ends in the middle of a chunk, with no last one."""
    announced = f"{len(answer.body):x}\r\n".encode()
    chunked = {"Transfer-Encoding": "chunked", "Content-Length": ""}
    return Answer(200, answer.content_type, announced + half(answer.body), {**chunked, **_CLOSE})


def cut_by_a_close(answer: Answer) -> Answer:
    """No length at all, so the end of the connection is the end of the body."""
    return Answer(200, answer.content_type, half(answer.body), {"Content-Length": "", **_CLOSE})


def cut_gzip(answer: Answer) -> Answer:
    """Half the compressed bytes, under their right length."""
    body = half(gzip.compress(answer.body))
    return Answer(200, answer.content_type, body, {"Content-Encoding": "gzip"})


def cut_brotli(answer: Answer) -> Answer:
    """The same in Brotli."""
    body = half(brotli(answer.body))
    return Answer(200, answer.content_type, body, {"Content-Encoding": "br"})


def whole_gzip(answer: Answer) -> Answer:
    """The body as a host sends it that compresses."""
    return Answer(
        answer.status, answer.content_type, gzip.compress(answer.body), {"Content-Encoding": "gzip"}
    )


def whole_brotli(answer: Answer) -> Answer:
    """The same in Brotli."""
    return Answer(
        answer.status, answer.content_type, brotli(answer.body), {"Content-Encoding": "br"}
    )


def brotli(body: bytes) -> bytes:
    """A Brotli stream of stored blocks (RFC 7932, 9.2), since Python has no Brotli of its own."""
    stream = bytearray()
    for start in range(0, len(body), 1 << 16):
        part = body[start : start + (1 << 16)]
        # From the lowest bit: window 16 (one bit, in the first block only), not the last,
        # four digits of length, the length less one, stored.
        bits = (len(part) - 1) << 3 | 1 << 19
        bits = bits << 1 if start == 0 else bits
        stream += bits.to_bytes(3, "little") + part
    # The last block is empty.
    return bytes(stream) + b"\x03"


def sign_in_page(answer: Answer) -> Answer:
    """What a hotel's Wi-Fi says to everything."""
    return Answer(200, "text/html", SIGN_IN)


def redirect_to(address: str) -> Callable[[Answer], Answer]:
    """What other hotels say to everything."""
    return lambda answer: Answer(302, "text/html", b"", {"Location": address})


def everywhere(spoil: Callable[[Answer], Answer]) -> Fault:
    """The fault at every path."""
    return lambda _, answer: spoil(answer)
