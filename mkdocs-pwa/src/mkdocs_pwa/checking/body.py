"""The body of an answer, read up to a limit of bytes and of time."""

import gzip
import http.client
import io
import time
import zlib

PART = 1 << 16


class BodyError(Exception):
    """Why a body is not whole, in words that follow "found"."""


def read_body(answer: http.client.HTTPResponse, most: int, ends_at: float) -> bytes:
    """The body as it is meant: unpacked, if it came in gzip.

    Args:
        answer: of which only the headers have been read.
        most: bytes, as sent and as unpacked.
        ends_at: a time of `time.monotonic`, in seconds.

    Raises:
        BodyError: it breaks off, takes longer, or is larger.
    """
    sent = _read(answer, most, ends_at)
    encoding = (answer.getheader("content-encoding") or "").lower()
    if encoding in ("", "identity"):
        return sent
    if encoding != "gzip":
        raise BodyError(f"the encoding {encoding}, which was not asked for")
    try:
        unpacked = gzip.GzipFile(fileobj=io.BytesIO(sent)).read(most + 1)
    except (OSError, EOFError, zlib.error) as error:
        raise BodyError("compressed bytes that break off") from error
    if len(unpacked) > most:
        raise BodyError(f"bytes that unpack to more than {most:,}, and more than can be right")
    return unpacked


def _read(answer: http.client.HTTPResponse, most: int, ends_at: float) -> bytes:
    found = bytearray()
    try:
        while part := answer.read1(PART):
            found += part
            if len(found) > most:
                raise BodyError(f"more than {most:,} bytes, and more than can be right")
            if time.monotonic() > ends_at:
                raise BodyError(
                    f"only the first {len(found):,} bytes in the time that browsers give"
                )
    except http.client.IncompleteRead as error:
        raise BodyError(_first(len(found) + len(error.partial))) from error
    if answer.length:
        raise BodyError(_first(len(found)))
    return bytes(found)


def _first(count: int) -> str:
    return f"only the first {count:,} bytes"
