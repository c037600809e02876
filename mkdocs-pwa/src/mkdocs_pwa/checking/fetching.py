"""Getting files from a host as a browser would, and remembering how they came."""

import gzip
import http.client
import ssl
import zlib
from dataclasses import dataclass
from typing import NoReturn
from urllib.parse import urljoin, urlsplit

LIMIT_S = 20.0
MAX_REDIRECTS = 5


class FetchError(Exception):
    """Why nothing whole came, in words that follow "found"."""


@dataclass(frozen=True, slots=True)
class Fetched:
    """What a host sent for an address: `body` is decoded, `headers` have lower-case names."""

    url: str
    status: int
    headers: dict[str, str]
    body: bytes
    is_redirected: bool = False

    @property
    def content_type(self) -> str:
        """The media type alone."""
        return self.headers.get("content-type", "").partition(";")[0].strip().lower()


def fetch(url: str) -> Fetched:
    """Get one file, over redirects.

    Raises:
        FetchError: no whole answer came.
    """
    asked = url
    for _ in range(MAX_REDIRECTS + 1):
        got = _fetch_once(url)
        if got.status not in (301, 302, 303, 307, 308) or "location" not in got.headers:
            return Fetched(url, got.status, got.headers, got.body, url != asked)
        url = urljoin(url, got.headers["location"])
        if urlsplit(url).scheme not in ("http", "https"):
            raise FetchError(f"a redirect to {url}")
    raise FetchError(f"more than {MAX_REDIRECTS} redirects, the last to {url}")


def _fetch_once(url: str) -> Fetched:
    parts = urlsplit(url)
    connection: http.client.HTTPConnection
    if parts.scheme == "https":
        connection = http.client.HTTPSConnection(parts.netloc, timeout=LIMIT_S)
    else:
        connection = http.client.HTTPConnection(parts.netloc, timeout=LIMIT_S)
    path = (parts.path or "/") + (f"?{parts.query}" if parts.query else "")
    try:
        connection.request("GET", path, headers={"Accept": "*/*", "Accept-Encoding": "gzip"})
        answer = connection.getresponse()
        headers = {name.lower(): value for name, value in answer.getheaders()}
        body = _decoded(answer.read(), headers.get("content-encoding", ""))
        return Fetched(url, answer.status, headers, body)
    except ssl.SSLCertVerificationError as error:
        _fail(f"a certificate that does not hold ({error.verify_message})", error)
    except http.client.IncompleteRead as error:
        _fail(f"only the first {len(error.partial)} bytes", error)
    except (http.client.HTTPException, OSError, ValueError) as error:
        _fail(f"no answer ({error or type(error).__name__})", error)
    finally:
        connection.close()


def _decoded(body: bytes, encoding: str) -> bytes:
    if encoding.lower() in ("", "identity"):
        return body
    if encoding.lower() != "gzip":
        raise FetchError(f"the encoding {encoding}, which was not asked for")
    try:
        return gzip.decompress(body)
    except (OSError, EOFError, zlib.error) as error:
        _fail("compressed bytes that break off", error)


def _fail(words: str, cause: Exception) -> NoReturn:
    raise FetchError(words) from cause
